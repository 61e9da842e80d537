"""Languages: what the articles are written in."""

from cuttings import measure, tables


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
