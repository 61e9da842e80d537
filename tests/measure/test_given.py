"""Given: which fields were not inferred from the text, and who gave them."""

from cuttings import measure, tables


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
