"""The loop over articles: what of a page is known from outside its words."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract import segment
from cuttings.extract.each import batches, pages, spans


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("outlet articles.csv; published a list in the dump", True),
        ("outlet as published; headline json: unpublished", False),
        (None, False),
    ],
)
def test_days_count_only_where_they_were_given(given, known):
    day = pd.Timestamp("2024-05-08")
    row = {"article_id": "a", "text": "A bridge.", "given": given, "published_from": day, "published_to": pd.NaT}
    [(key, page)] = pages(pd.DataFrame([row]))
    assert (key, page) == ("a", "A bridge.") if not known else page.first == day.date() and page.last is None


def test_batches_hold_as_much_as_may_be_weighed_together():
    assert list(batches("abcde", 2)) == [["a", "b"], ["c", "d"], ["e"]]
    assert list(batches(["aa", "b", "ccccc", "d", ""], 3, len)) == [["aa", "b"], ["ccccc"], ["d", ""]]
    assert list(batches([], 3)) == []


def test_segments_are_found_together_and_only_of_texts_that_can_have_a_row(monkeypatch):
    asked: list[list[str]] = []
    monkeypatch.setattr(segment, "partitions", asked.append)
    articles = articles_of("A bridge.", "No pier.", "A crane.")
    found = spans(articles, "sentences", whole, lambda text: text.startswith("A"))
    assert found.text.tolist() == ["A bridge.", "A crane."]
    assert asked == [["A bridge.", "A crane."]]


def whole(text):
    yield {"start": 0, "end": len(text), "role": "body", "voice": "outlet"}
