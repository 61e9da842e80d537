"""The time expressions of an article and the days that they mean."""

from datetime import date

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract.time.date import dates, resolutions
from cuttings.extract.time.expression import expressions
from cuttings.text import Page

FILLER = " The committee heard evidence from several witnesses over the course of the long afternoon session."
WEDNESDAY = date(2024, 5, 8)


def resolved(text, first=None, last=None):
    """Each expression of a text with the days that it means, as a string each."""
    page = Page(text + FILLER, first=first, last=last or first)
    found = zip(expressions(page), resolutions(page), strict=True)
    return [(one.text, *(str(day) if day else None for day in days), one.kind) for one, (*days, _) in found]


@pytest.mark.parametrize(
    ("words", "first", "last", "kind"),
    [
        ("2024-05-13", "2024-05-13", "2024-05-13", "day"),
        ("13/05/2024", "2024-05-13", "2024-05-13", "day"),
        ("05/13/2024", "2024-05-13", "2024-05-13", "day"),
        ("05.05.2024", "2024-05-05", "2024-05-05", "day"),
        ("05/06/2024", None, None, "day"),
        ("Monday, May 13, 2024", "2024-05-13", "2024-05-13", "day"),
        ("Tuesday, May 13, 2024", None, None, "day"),
        ("Monday the 13th of May 2024", "2024-05-13", "2024-05-13", "day"),
        ("9:30 a.m. on May 13, 2024", "2024-05-13", "2024-05-13", "day"),
        ("13 May 2024 at 9pm", "2024-05-13", "2024-05-13", "day"),
        ("Christmas Day 2023", "2023-12-25", "2023-12-25", "feast"),
        ("early 2024", "2024-01-01", "2024-07-01", "year"),
        ("late 2024", "2024-07-01", "2024-12-31", "year"),
        ("mid-March 2024", "2024-03-08", "2024-03-24", "month"),
        ("the end of March 2024", "2024-03-16", "2024-03-31", "month"),
        ("the summer of 2023", "2023-06-01", "2023-09-23", "season"),
        ("the winter of 2023", "2022-12-01", "2024-03-21", "season"),
        ("the third quarter of 2024", "2024-07-01", "2024-09-30", "quarter"),
        ("Q1 2024", "2024-01-01", "2024-03-31", "quarter"),
        ("the second half of 2024", "2024-07-01", "2024-12-31", "quarter"),
        ("fiscal 2024", None, None, "year"),
        ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("the late 1990s", "1995-01-01", "1999-12-31", "decade"),
        ("the '80s", "1980-01-01", "1989-12-31", "decade"),
        ("2014-2015", "2014-01-01", "2015-12-31", "range"),
        ("2014-15", "2014-01-01", "2015-12-31", "range"),
        ("from 2014 to 2016", "2014-01-01", "2016-12-31", "range"),
        ("from March 3 to 5, 2024", "2024-03-03", "2024-03-05", "range"),
        ("3-5 March 2024", "2024-03-03", "2024-03-05", "range"),
        ("between March 28 and April 2, 2024", "2024-03-28", "2024-04-02", "range"),
        ("December 28 to January 3, 2024", "2023-12-28", "2024-01-03", "range"),
        ("December 2023 to March 2024", "2023-12-01", "2024-03-31", "range"),
        ("the Sept. 11 attacks", "2001-09-11", "2001-09-11", "day"),
    ],
)
def test_what_is_written_in_full(words, first, last, kind):
    found = resolved(f"The harbour was closed, {words}, by the guild.")
    assert len(found) == 1
    assert found[0][0] in words
    assert found[0][1:] == (first, last, kind)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The mayor said Monday that it closed.", "2024-05-06", "2024-05-06"),
        ("The mayor met the guild on Wednesday.", "2024-05-08", "2024-05-08"),
        ("The mayor spoke to reporters at 9 a.m. on Thursday.", "2024-05-02", "2024-05-02"),
        ("The mayor will meet the guild on Monday.", "2024-05-13", "2024-05-13"),
        ("The guild is scheduled to vote by telephone this Friday.", "2024-05-10", "2024-05-10"),
        ("Monday's vote: what it means.", "2024-05-06", "2024-05-13"),
        ("They voted to strike Monday.", "2024-05-06", "2024-05-13"),
        ("It closed last Tuesday.", "2024-04-30", "2024-05-07"),
        ("It closed on Tuesday last week.", "2024-04-30", "2024-04-30"),
        ("It will close next Friday.", "2024-05-10", "2024-05-17"),
        ("It closed yesterday.", "2024-05-07", "2024-05-07"),
        ("It closed this morning.", "2024-05-08", "2024-05-08"),
        ("It closed last night.", "2024-05-07", "2024-05-07"),
        ("It burned overnight.", "2024-05-07", "2024-05-08"),
        ("It will close tomorrow.", "2024-05-09", "2024-05-09"),
        ("It closed over the weekend.", "2024-05-04", "2024-05-05"),
        ("It will close this weekend.", "2024-05-11", "2024-05-12"),
        ("It closed last week.", "2024-04-28", "2024-05-05"),
        ("It closed earlier this week.", "2024-05-05", "2024-05-08"),
        ("Earlier in the week it had closed.", "2024-04-30", "2024-05-08"),
        ("It closed last month.", "2024-04-01", "2024-04-30"),
        ("It closed earlier this year.", "2024-01-01", "2024-05-08"),
        ("It will close later this year.", "2024-05-08", "2024-12-31"),
        ("It closed in March of last year.", "2023-03-01", "2023-03-31"),
        ("It closed on March 3 last year.", "2023-03-03", "2023-03-03"),
        ("It closed in November of that year.", None, None),
        ("It rained over the last year.", "2022-11-06", "2024-05-08"),
        ("It closed that Tuesday.", None, None),
        ("It was flooded the following summer.", None, None),
        ("It closed last year.", "2023-01-01", "2023-12-31"),
        ("It closed two days ago.", "2024-05-06", "2024-05-06"),
        ("It closed two weeks ago.", "2024-04-21", "2024-04-27"),
        ("It closed more than two weeks ago.", None, None),
        ("It closed several days ago.", None, None),
        ("It rained over the past two weeks.", "2024-04-21", "2024-05-08"),
        ("It closed on April 30.", "2024-04-30", "2024-04-30"),
        ("It closed on December 30.", "2023-12-30", "2023-12-30"),
        ("It will close on May 30.", "2024-05-30", "2024-05-30"),
        ("It closed in October.", "2023-10-01", "2023-10-31"),
        ("It will close in October.", "2024-10-01", "2024-10-31"),
        ("A guide to floods in October: read on.", None, None),
        ("The fair on May 30: a guide.", "2024-05-30", "2024-05-30"),
        ("It closed on Christmas Day.", "2023-12-25", "2023-12-25"),
        ("It closed from March 3 to 5.", "2024-03-03", "2024-03-05"),
        ("It was flooded over the summer.", "2023-06-01", "2023-09-23"),
        ("It was flooded last summer.", None, None),
        ("It closed two days before the vote.", None, None),
        ("In 1998 it burned, and on April 30 it closed.", "1998-01-01", "1998-12-31"),
    ],
)
def test_what_counts_from_a_day_of_publication(text, first, last):
    assert resolved(text, WEDNESDAY)[0][1:3] == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It closed on 3 May 2019. Two days later, it burned.", "2019-05-05", "2019-05-05"),
        ("It closed on 3 May 2019. The following day it burned.", "2019-05-04", "2019-05-04"),
        ("It closed on 3 May 2019, and on the same day it burned.", "2019-05-03", "2019-05-03"),
        ("It closed on 3 May 2019. A week later, it burned.", "2019-05-07", "2019-05-13"),
        ("It closed on 3 May 2019. Two days earlier, it burned.", "2019-05-01", "2019-05-01"),
        ("It closed on 3 May 2019, and in the same week it burned: that week was wet.", "2019-04-28", "2019-05-05"),
        ("It closed on Monday. The day before, it burned.", "2024-05-05", "2024-05-05"),
        ("It closed in May 2019. Two days later, it burned.", None, None),
        ("It closed on 3 May 2019. Two days after the sale it burned.", None, None),
        ("It closed. Two days later, it burned.", None, None),
        ("It closed on 3 May 2019. Two days later the mill burned.", "2019-05-05", "2019-05-05"),
        ("It closed last week, and 53 years after she had bought it.", None, None),
    ],
)
def test_what_counts_from_the_expression_before_it(text, first, last):
    found = resolved(text, WEDNESDAY)
    place = 0 if len(found) == 1 else 1
    assert found[place][1:3] == (first, last)


def test_a_day_behind_a_year_in_its_paragraph_is_not_settled():
    assert resolved("In 1998 it burned, and on April 30 it closed.", WEDNESDAY)[1][1:3] == (None, None)


def test_a_range_of_publication_gives_all_days_that_a_weekday_can_be():
    days = (date(2024, 5, 8), date(2024, 5, 20))
    assert resolved("The mayor said Monday that it closed.", *days)[0][1:3] == ("2024-05-06", "2024-05-20")
    assert resolved("The mayor said Monday that it closed.", date(2024, 5, 8), date(2024, 5, 10))[0][1:3] == (
        "2024-05-06",
        "2024-05-06",
    )
    assert resolved("The mayor said Monday that it closed.", date(2024, 5, 8), date(2024, 8, 8))[0][1] is None


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times and Saturday Night reported it.",
        "They meet every Tuesday and each Friday.",
        "He is in his 40s and the march went on.",
        "It happened on 31 April 2020, he said.",
        "Call 2030-4455-2012 or visit 10.12.2024.1 today's page.",
        "She may march in 1500 people's company.",
        "He told USA Today that it closed.",
        "On Good Friday and Black Friday the shop closed.",
    ],
)
def test_what_is_no_time_expression(text):
    assert resolved(text) == []


def test_the_rows_of_a_table():
    table = dates(articles_of("The mill closed in late 2021 and on 05/06/2022." + FILLER))
    assert list(table["text"]) == ["late 2021", "05/06/2022"]
    assert pd.isna(table["resolved_from"].iloc[1])
    assert list(table["basis"]) == [
        "written in full; the part of it taken widely",
        "the text does not settle it: day and month cannot be told apart",
    ]


def test_the_days_of_the_seeds(seed_texts):
    def of(seed):
        return {text: first for text, first, _, _ in resolved(seed_texts[seed])}

    assert of("003")["Tuesday"] is None
    assert of("000")["November 21"] == "2024-11-21"
    assert of("002")["March 11"] == "2025-03-11"
    assert of("000")["A week later"] is None


def test_a_day_that_is_given_settles_the_days_of_a_seed(seed_texts):
    days = {text: first for text, first, _, _ in resolved(seed_texts["003"], date(2025, 3, 16))}
    assert (days["Sunday"], days["the same day"], days["Tuesday"]) == ("2025-03-16", "2025-03-16", "2025-03-11")
