"""Change of framing: what happened within outlets, and what another choice of outlets made."""

import pandas as pd
import pytest
from conftest import articles_of, codebook_of

from cuttings import frames, measure, say, tables

TAX, RAIN = "The tax on bread rises by a penny.", "It rained in the valley all day long."
BOOK = codebook_of(money="tax")


def changed(*written):
    """The one change in articles given as month, outlet, sentences with the frame and without."""
    texts = [" ".join([TAX] * has + [RAIN] * lacks) for _, _, has, lacks in written]
    days = pd.to_datetime([f"2024-{month:02}-05" for month, *_ in written])
    articles = articles_of(*texts).assign(
        outlet=[outlet for _, outlet, *_ in written], published_from=days, published_to=days
    )
    units = frames.units(articles)
    found = frames.indicators(articles, BOOK)
    [row] = measure.framing_change(found, units, articles, BOOK, period="month", copies="each").itertuples()
    return row


def test_a_change_within_one_outlet_is_all_within():
    row = changed((1, "A", 1, 3), (2, "A", 3, 1))
    assert (row.first, row.last) == ("2024-01", "2024-02")
    assert (row.n_first, row.of_first, row.n_last, row.of_last) == (1, 4, 3, 4)
    assert (row.change, row.within, row.composition, row.status) == (0.5, 0.5, 0, "told apart")
    assert row.validity == "indicator, unvalidated"


def test_a_change_of_weights_alone_is_all_composition():
    row = changed((1, "A", 6, 0), (1, "B", 0, 2), (2, "A", 2, 0), (2, "B", 0, 6))
    assert row.change == pytest.approx(-0.5)
    assert row.within == pytest.approx(0)
    assert row.composition == pytest.approx(-0.5)
    assert row.status == "told apart"


def test_where_no_outlet_writes_in_both_nothing_is_told_apart():
    row = changed((1, "A", 1, 3), (2, "B", 3, 1))
    assert (row.change, row.status, row.outlets, row.outlets_in_both) == (0.5, "confounded", 2, 0)
    assert pd.isna(row.within)
    assert pd.isna(row.composition)


def test_where_some_outlets_come_or_go_it_is_told_apart_in_part():
    row = changed((1, "A", 1, 3), (2, "A", 1, 3), (2, "B", 4, 0))
    assert row.within == 0
    assert row.composition == row.change > 0
    assert row.status == "partly confounded"


def test_what_is_before_a_day_comes_first():
    texts = [TAX, RAIN]
    days = pd.to_datetime(["2024-05-01", "2024-01-01"])
    articles = articles_of(*texts).assign(outlet="A", published_from=days, published_to=days)
    found = measure.framing_change(
        frames.indicators(articles, BOOK), frames.units(articles), articles, BOOK, period="2024-03-01"
    )
    assert found[["first", "last", "change"]].values.tolist() == [["before 2024-03-01", "from 2024-03-01", 1]]


def test_one_period_is_no_change():
    articles = articles_of(TAX).assign(outlet="A", published_from=pd.NaT, published_to=pd.NaT)
    assert measure.framing_change(
        frames.indicators(articles, BOOK), frames.units(articles), articles, BOOK, period="month"
    ).empty


def said(**row):
    shares = {"n_first": 2, "of_first": 8, "n_last": 5, "of_last": 10, "change": 0.25, "outlets": 2}
    common = {
        "codebook": "b",
        "frame": "money",
        "coder": "indicators",
        "voice": "own",
        "first": "early",
        "last": "late",
    }
    told = {**common, **shares, "outlets_in_both": 1, "validity": "unvalidated", "status": "partly confounded", **row}
    return say.changes(tables.build("framing_change", [told]), BOOK)


def test_the_answer_tells_a_change_within_outlets_from_one_of_outlets():
    assert said(within=-0.1, composition=0.35) == [
        "“Money”: 2 of 8 early (25%), 5 of 10 late (50%): +25.0 points, of which −10.0 points within 1 outlet that "
        "writes in both (unvalidated)."
    ]
    assert said(within=0.0, composition=0.25) == []
    assert said(within=None, composition=None, status="confounded", outlets_in_both=0) == []
    assert say.changes(tables.build("framing_change", []), BOOK) == []
