"""Formats: what the articles were read from."""

from cuttings import measure, tables


def test_articles_files_and_words_are_counted_by_format():
    articles = tables.build(
        "articles",
        [
            {"article_id": "a", "file": "1.txt", "format": "text", "words": 100},
            {"article_id": "b", "file": "export.jsonl", "format": "jsonl: trafilatura", "words": 20},
            {"article_id": "c", "file": "export.jsonl", "format": "jsonl: trafilatura", "words": 30},
            {"article_id": "d", "file": "more.jsonl", "format": "jsonl: trafilatura", "words": 50},
        ],
    )
    assert measure.formats(articles).to_dict("records") == [
        {"format": "jsonl: trafilatura", "files": 2, "n": 3, "of_n": 4, "share": 0.75, "words": 100},
        {"format": "text", "files": 1, "n": 1, "of_n": 4, "share": 0.25, "words": 100},
    ]
