"""Formats, languages and what was given: counts that a reader can repeat by hand."""

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


def test_articles_are_counted_by_language_and_those_without_one_too():
    articles = tables.build(
        "articles",
        [
            {"article_id": "a", "lang": "en", "words": 100},
            {"article_id": "b", "lang": "de", "words": 20},
            {"article_id": "c", "lang": "en", "words": 30},
            {"article_id": "d", "lang": None, "words": 21},
        ],
    )
    assert measure.languages(articles).to_dict("records") == [
        {"lang": "(language not settled)", "n": 1, "of_n": 4, "share": 0.25, "words": 21},
        {"lang": "de", "n": 1, "of_n": 4, "share": 0.25, "words": 20},
        {"lang": "en", "n": 2, "of_n": 4, "share": 0.5, "words": 130},
    ]


def test_each_giver_of_a_field_is_counted():
    articles = tables.build(
        "articles",
        [
            {"article_id": "a", "words": 1, "given": "outlet articles.csv; url html: trafilatura 2.3.1"},
            {"article_id": "b", "words": 1, "given": "outlet articles.csv"},
            {"article_id": "c", "words": 1, "given": "outlet csv: Media Cloud"},
            {"article_id": "d", "words": 1, "given": None},
        ],
    )
    assert measure.given(articles).to_dict("records") == [
        {"field": "outlet", "who": "articles.csv", "n": 2, "of_n": 4, "share": 0.5},
        {"field": "outlet", "who": "csv: Media Cloud", "n": 1, "of_n": 4, "share": 0.25},
        {"field": "url", "who": "html: trafilatura 2.3.1", "n": 1, "of_n": 4, "share": 0.25},
    ]


def test_nothing_given_is_no_row():
    assert measure.given(tables.build("articles", [{"article_id": "a", "words": 1}])).empty
