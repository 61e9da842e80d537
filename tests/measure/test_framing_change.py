"""Change of framing: what happened within outlets, and what another choice of outlets made."""

import pandas as pd
import pytest
from conftest import articles_of, codebook_of

from cuttings import coding, frames, measure, say, tables

TAX, RAIN = "The tax on bread rises by a penny.", "It rained in the valley all day long."
BOOK = codebook_of(money="tax")


def changed(*written, judge=None, **how):
    """The one change in articles given as month, outlet, sentences with the frame and without; what a person finds in
    a sheet of all of them, where `judge` says what that is.
    """
    texts = [" ".join([TAX] * has + [RAIN] * lacks) for _, _, has, lacks in written]
    days = pd.to_datetime([f"2024-{month:02}-05" for month, *_ in written])
    articles = articles_of(*texts).assign(
        outlet=[outlet for _, outlet, *_ in written], published_from=days, published_to=days
    )
    units = frames.units(articles)
    found = frames.indicators(articles, BOOK)
    if judge:
        how["codes"] = judged(articles, judge)
    [row] = measure.framing_change(found, units, articles, BOOK, period="month", copies="each", **how).itertuples()
    return row


def judged(articles, judge):
    """What a person finds in the units of the outlets and months for which `judge` has an answer."""
    sheet = coding.sheet(articles, BOOK, n=1_000, by=("outlet", "month"))
    month = articles.set_index("article_id")["published_from"].dt.month
    outlet = articles.set_index("article_id")["outlet"]
    said = [
        judge(outlet[key], month[key], "tax" in text)
        for key, text in zip(sheet["article_id"], sheet["text"], strict=True)
    ]
    rows = sheet.assign(frame=["money" if one else "" for one in said], coder="ann")
    return tables.build("codes", rows[[one is not None for one in said]].to_dict("records"))


def test_a_change_within_one_outlet_is_all_within():
    row = changed((1, "A", 1, 3), (2, "A", 3, 1))
    assert (row.first, row.last) == ("2024-01", "2024-02")
    assert (row.n_first, row.of_first, row.n_last, row.of_last) == (1, 4, 3, 4)
    assert (row.change, row.within, row.composition, row.status) == (0.5, 0.5, 0, "told apart")
    assert row.validity == "indicator, unvalidated"
    assert row.note == "not corrected: nobody coded any of these units"
    assert pd.isna(row.corrected_change)


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


def test_a_change_that_the_coders_errors_make_is_taken_off():
    written = [(1, "A", 1, 3)] * 6 + [(2, "A", 3, 1)] * 6 + [(1, "B", 1, 3), (2, "B", 1, 3)] * 6
    row = changed(*written, judge=lambda outlet, month, tax: tax and (outlet, month) != ("A", 2))
    assert row.change == pytest.approx(0.25)
    assert row.corrected_change == pytest.approx(-0.125)
    assert row.corrected_within == pytest.approx(-0.125)
    assert row.corrected_composition == pytest.approx(0)
    assert row.corrected_change_low < -0.125 < row.corrected_change_high
    assert row.within_low < row.within < row.within_high
    assert row.coded == 96
    assert pd.isna(row.note)


def test_what_people_did_not_code_is_not_corrected_and_says_so():
    written = [(1, "A", 1, 3), (2, "A", 3, 1), (1, "B", 1, 3), (2, "B", 1, 3)]
    nobody_late = changed(*written, judge=lambda _, month, tax: tax if month == 1 else None)
    assert pd.isna(nobody_late.corrected_change)
    assert nobody_late.note == "2024-02: not corrected: nobody coded any of these units"
    part_of_b = changed(*written, judge=lambda outlet, month, tax: None if (outlet, month) == ("B", 2) else tax)
    assert pd.isna(part_of_b.corrected_change)
    assert part_of_b.note == "2024-02: not corrected: of a group by which the sheet was drawn no unit is coded"


def test_an_outlet_that_was_not_coded_leaves_the_change_and_not_what_is_within(monkeypatch):
    written = [(1, "A", 1, 3), (2, "A", 3, 1), (1, "B", 1, 3), (2, "B", 1, 3)]
    by_chance = coding.sheet
    monkeypatch.setattr(coding, "sheet", lambda *given, **how: by_chance(*given, **(how | {"by": ""})))
    row = changed(*written, judge=lambda outlet, _, tax: None if outlet == "B" else tax)
    assert row.corrected_change == pytest.approx(0.25, abs=0.3)
    assert pd.isna(row.corrected_within)
    assert row.note == "within outlets: B, 2024-01: not corrected: nobody coded any of these units"


def test_units_without_an_answer_are_counted_apart():
    texts = [f"{TAX} {RAIN}", f"{TAX} {RAIN}"]
    days = pd.to_datetime(["2024-01-05", "2024-02-05"])
    articles = articles_of(*texts).assign(outlet="A", published_from=days, published_to=days)
    units = frames.units(articles)
    silent = units[units["text"].str.startswith("It rained") & (units["article_id"] == units["article_id"].iloc[0])]
    problems = tables.build(
        "frame_problems", silent.assign(codebook="mine", coder="indicators", reason="x").to_dict("records")
    )
    [row] = measure.framing_change(
        frames.indicators(articles, BOOK), units, articles, BOOK, period="month", copies="each", unanswered=problems
    ).itertuples()
    assert (row.of_first, row.of_last, row.unanswered, row.change) == (1, 2, 1, -0.5)
    assert "2024-01: 1 of 2 units have no answer and are not counted" in row.note


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
    shares = {
        "unanswered": 0,
        "coded": 0,
        "n_first": 2,
        "of_first": 8,
        "n_last": 5,
        "of_last": 10,
        "change": 0.25,
        "outlets": 2,
    }
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
        "writes in both (unvalidated; not corrected for the coder's errors)."
    ]
    assert said(within=-0.1, composition=0.35, corrected_change=0.1, corrected_within=0.02)[0].endswith(
        "(unvalidated; corrected for the coder's errors +10.0 points, of which +2.0 points within these)."
    )
    bounds = {"corrected_change_low": -0.1, "corrected_change_high": 0.3}
    assert said(within=-0.1, composition=0.35, corrected_change=0.1, **bounds)[0].endswith(
        "(unvalidated; corrected for the coder's errors +10.0 points (95% interval −10.0 points to +30.0 points))."
    )
    assert said(within=0.0, composition=0.25) == []
    assert said(within=None, composition=None, status="confounded", outlets_in_both=0) == []
    assert say.changes(tables.build("framing_change", []), BOOK) == []
