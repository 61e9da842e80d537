"""The range of publication and the time expressions that it rests on."""

from datetime import date

import pytest
from conftest import articles_of

from cuttings.extract.date import dates
from cuttings.extract.field import describe, fields
from cuttings.extract.published import published

# What is known of the seeds from elsewhere; the range read from the text must hold the day.
DAYS = {
    "000": date(2024, 12, 3),
    "001": date(2024, 12, 1),
    "002": date(2025, 3, 18),
    "003": date(2025, 3, 16),
    "004": date(2024, 11, 13),
}


@pytest.mark.parametrize("seed", DAYS)
def test_the_range_of_each_seed_holds_the_day(seed_texts, seed):
    when = published(seed_texts[seed])
    assert when.first <= DAYS[seed] <= when.last


def test_the_ranges_of_the_seeds(seed_texts):
    ranges = {seed: (str(published(text).first), str(published(text).last)) for seed, text in seed_texts.items()}
    assert ranges == {
        "000": ("2024-11-21", "2025-01-20"),
        "001": ("2022-01-01", "2025-01-20"),
        "002": ("2025-03-11", "2025-05-01"),
        "003": ("2025-01-21", "2025-05-01"),
        "004": ("2024-11-06", "2025-01-20"),
    }


def bounds(text):
    when = published(text)
    return (str(when.first) if when.first else None, str(when.last) if when.last else None)


FILLER = " The committee heard evidence from several witnesses over the course of the long afternoon session."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor resigned on 3 May 2019 after the vote." + FILLER, ("2019-05-03", None)),
        ("The tunnel will open in 2031, the ministry said." + FILLER, (None, None)),
        ("The tunnel is due to open in late 2031, the ministry said." + FILLER, (None, None)),
        ("Candidates for the 2028 race gathered in the capital." + FILLER, (None, None)),
        (
            "Prime Minister Liz Truss met President Joe Biden in New York." + FILLER,
            ("2022-09-06", "2022-10-25"),
        ),
        ("Prime Minister Liz Truss spoke to reporters at the airport." + FILLER, ("2022-09-06", None)),
        ("Then-Prime Minister Liz Truss had spoken to reporters." + FILLER, (None, None)),
        ("President-elect Donald Trump named his team." + FILLER, ("2016-11-09", "2017-01-20")),
        (
            "In March 2023 the bank failed. Former President Donald Trump spoke." + FILLER,
            ("2023-03-01", "2025-01-20"),
        ),
    ],
)
def test_bounds(text, expected):
    assert bounds(text) == expected


def test_a_publication_line_settles_the_day():
    text = (
        "Bridge will close for repairs\nPublished: 3 May 2019\nThe bridge was closed in 2012." + FILLER + "\n" + FILLER
    )
    assert bounds(text) == ("2019-05-03", "2019-05-03")


def resolved(text):
    table = dates(articles_of(text))
    return {
        row.text: (
            None
            if row.resolved_from is row.resolved_from and str(row.resolved_from) == "NaT"
            else f"{row.resolved_from:%Y-%m-%d}"
        )
        for row in table.itertuples()
    }


def test_weekdays_and_relative_days_count_from_a_settled_day():
    text = (
        "Bridge will close for repairs\nPublished: 8 May 2024\n"
        "The bridge was inspected on Monday and two days ago, and again yesterday, engineers said."
        + FILLER
        + "\n"
        + FILLER
    )
    assert resolved(text) == {"Monday": "2024-05-06", "two days ago": "2024-05-06", "yesterday": "2024-05-07"}


def test_a_weekday_in_an_open_week_stays_open(seed_texts):
    assert resolved(seed_texts["003"])["Tuesday"] is None


def test_a_day_without_year_is_the_one_before_publication(seed_texts):
    assert resolved(seed_texts["000"])["November 21"] == "2024-11-21"
    assert resolved(seed_texts["002"])["March 11"] == "2025-03-11"


def test_a_day_that_the_calendar_does_not_have_is_no_date():
    assert resolved("It happened on 31 April 2020, he said." + FILLER) == {}


def test_outlets_of_the_seeds_with_their_evidence(seed_texts):
    found = {seed: describe(text)["outlet"] for seed, text in seed_texts.items()}
    assert found == {
        "000": "Responsible Statecraft",
        "001": None,
        "002": "El País",
        "003": "TROIB News",
        "004": None,
    }
    evidence = fields(articles_of(seed_texts["003"]))
    outlet = evidence[evidence["field"] == "outlet"].iloc[0]
    assert (outlet["text"], outlet["basis"], outlet["used"]) == ("TROIB News", "credit line", True)


def test_an_outlet_that_the_text_only_cites_is_not_its_outlet():
    assert describe("The Guardian reported on Monday that the pier will close for good." + FILLER)["outlet"] is None


def test_two_outlets_with_equal_evidence_are_none():
    text = (
        "The pier will close for good, the council said."
        + FILLER * 3
        + "\nSubscribe to The Guardian\nGet the Sky News app\n"
    )
    row = describe(text)
    assert row["outlet"] is None
    assert row["outlet_basis"] == "contradictory: Sky News, The Guardian"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and John M. Roe", "Jane Doe and John M. Roe"),
        ("By the time he left", None),
    ],
)
def test_bylines(line, byline):
    text = (
        f"Old pier will close for repairs\n{line}\nThe old pier will close for repairs, the council said." + FILLER * 2
    )
    assert describe(text)["byline"] == byline
