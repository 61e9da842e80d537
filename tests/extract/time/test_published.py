"""The range of publication, and the other fields of an article."""

from datetime import date

import pytest
from conftest import articles_of

from cuttings.extract.field import describe, fields
from cuttings.extract.time.published import published
from cuttings.text import Page

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
        "001": ("2024-07-24", "2025-01-20"),
        "002": ("2025-03-17", "2025-04-15"),
        "003": ("2025-01-21", "2025-05-01"),
        "004": ("2024-11-06", "2024-12-31"),
    }


def bounds(text):
    when = published(text)
    return (str(when.first) if when.first else None, str(when.last) if when.last else None)


FILLER = " The committee heard evidence from several witnesses over the course of the long afternoon session."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor resigned on 3 May 2019 after the vote." + FILLER, ("2019-05-03", None)),
        ("The tunnel will open in 2031, the ministry said." + FILLER, (None, "2031-12-31")),
        ("The tunnel is due to open in late 2031, the ministry said." + FILLER, (None, "2031-12-31")),
        ("Candidates for the 2028 race gathered in the capital." + FILLER, (None, None)),
        (
            "Prime Minister Liz Truss met President Joe Biden in New York on Tuesday." + FILLER,
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


@pytest.mark.parametrize(
    "text",
    [
        "The tunnel would open in 2031, the ministry said.",
        "The firm is looking to sell the yard in late 2031.",
        "The league called off the 2031 Winter Games.",
        "A yard that sold 40 boats is being rebuilt for a November 2031 release.",
        "Nothing suggests that the trend is slowing down in 2031.",
        "Nobody knows whether the toll can be avoided in 2031, the council said.",
        "We'll see the harbour's trade grow in 2031, the mayor said.",
        "The toll was increasing to four dollars in early 2031, the paper said.",
        "The best ferries in 2031, picked by our readers.",
        "The fair, which the town organised, runs again starting March 1, 2031.",
        "Updated: the ferry was repaired on 3 May 2031.",
        "Editor's note, Nov. 11, 2031: this report was changed.",
        "Pre-orders are estimated to ship as soon as May 2031.",
        "She wrote Project 2031 and he read it.",
    ],
)
def test_what_is_still_to_come_is_no_lower_bound(text):
    assert published(text + FILLER).first is None


@pytest.mark.parametrize(
    "text",
    [
        "“We will open the tunnel in 2031,” he said.",
        "In 2019 the firm said it will open the tunnel by 2025.",
        "The ministry had said that the tunnel would open in 2031.",
        "The tunnel could open in 2031.",
    ],
)
def test_what_may_have_been_expected_earlier_is_no_upper_bound(text):
    assert published(text + FILLER).last is None


BETWEEN = "The mill burned down in 2021. It will be rebuilt by 2023, engineers say. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill closed on 3 May 2019. Two weeks later, it burned down.", ("2019-05-14", None)),
        ("The mill closed on 3 May 2019. The next day, it burned down.", ("2019-05-04", None)),
        ("Today (Tuesday 12 November 2024) the mill opened.", ("2024-11-12", "2024-11-12")),
        ("The mill opened yesterday, 3 May 2024, and people came.", ("2024-05-04", "2024-05-04")),
        ("The mill will open tomorrow, May 3, 2024, the owner said.", ("2024-05-02", "2024-05-02")),
        ("In 2025 the mill was sold." + FILLER + "\n\nIts owner will open it in 2024.", (None, None)),
        (
            "The Ukrainian army holds the town in the nearly three-year-long war.",
            ("2024-07-24", "2025-03-10"),
        ),
        ("The Ukrainian army has fought more than two years of war.", ("2024-02-08", "2025-03-25")),
        ("“This nearly three-year-long war must end,” the Ukrainian said.", (None, None)),
        ("The eight-year war in Iraq and the retreat shaped a generation.", (None, None)),
        ("Since Trump's election victory the phones have not stopped.", ("2016-11-09", None)),
        ("In December 2016, President-elect Donald Trump spoke.", ("2016-12-01", None)),
    ],
)
def test_more_bounds(text, expected):
    assert bounds(text + FILLER) == expected


TERM = "The incoming Trump administration is waiting. In June 2024 it had no plan.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill closed on November 21.", ("2024-11-21", "2025-01-20")),
        ("The mill will close on January 3.", ("2024-11-06", "2025-01-20")),
        ("The mill closed on November 21. Workers have met every day since then.", ("2024-11-22", "2024-12-26")),
        ("Earlier this year the mill closed.", ("2024-11-06", "2024-12-31")),
        ("Back in 1998 there was a fire. On December 2, the mill closed.", ("2024-11-06", "2025-01-20")),
        ("The Sept. 11 attacks and the Jan. 6 riot were remembered.", ("2024-11-06", "2025-01-20")),
        ("The mill closed today (Tuesday, November 12).", ("2024-11-12", "2024-11-12")),
        ("It closed this Monday. The council will discuss it this Tuesday.", ("2024-11-11", "2025-01-20")),
    ],
)
def test_days_close_to_publication_narrow_a_bounded_range(text, expected):
    assert bounds(TERM + text + FILLER) == expected


def test_days_that_are_given_are_the_range():
    words = "The mayor resigned on 3 May 2019 after the vote." + FILLER
    when = published(Page(words, first=date(2024, 5, 8), last=date(2024, 5, 8)))
    assert (when.first, when.last) == (date(2024, 5, 8), date(2024, 5, 8))
    assert when.evidence == ()
    assert published(Page(words, first=date(2024, 5, 8))).last is None
    assert published(Page(words)) == published(words)


def test_an_office_under_a_first_name_that_the_list_does_not_have():
    assert bounds("Former President Robert Obama spoke." + FILLER) == (None, None)


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
