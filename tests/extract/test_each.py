"""The loop over articles: what of a page is known from outside its words."""

import pandas as pd
import pytest

from cuttings.extract.each import batches, pages


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
