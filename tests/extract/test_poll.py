"""Polls: the figures of the seeds, reports in other words, and percentages that are no poll."""

import pytest
from conftest import articles_of

from cuttings import read
from cuttings.extract.poll import poll_details, polls
from cuttings.extract.poll_figure import poll_figures
from cuttings.measure.poll_check import poll_checks

GALLUP = (
    "A Gallup poll of 1,015 adults conducted between March 1 and March 17 found that 44% of Americans approve of the "
    "new tariff, while 52% disapprove. The telephone survey has a margin of error of plus or minus 4 percentage points."
)


def figures(text):
    table = poll_figures(articles_of(text))
    return [
        (row.kind, row.percent if row.kind == "share" else row.factor, row.group, row.option)
        for row in table.itertuples()
    ]


def test_the_seeds_report_58_and_32_and_a_threefold_rise(seed_texts):
    found = [one for text in seed_texts.values() for one in figures(text)]
    assert [one[:3] for one in found] == [
        ("share", 58.0, "Ukrainians"),
        ("share", 32.0, "Ukrainians"),
        ("multiple", 3.0, "Ukrainians"),
    ]
    assert found[0][3] == "“under no circumstances” should Kyiv sacrifice land"
    assert found[1][3].startswith("open to giving up “some of [Ukraine’s] territories”")


def test_the_seeds_poll_has_its_pollster_across_a_broken_line(seed_texts):
    row = polls(articles_of(seed_texts["004"])).iloc[0]
    assert row["pollster"] == "Kyiv International Institute of Sociology"
    assert (row["population"], row["released"]) == ("Ukrainians", "Tuesday")
    assert row[["n_survey", "margin", "fieldwork", "mode", "sponsor"]].isna().all()


def test_details_of_a_full_report():
    row = polls(articles_of(GALLUP)).iloc[0]
    assert (row["pollster"], row["n_survey"], row["margin"]) == ("Gallup", 1015, 4.0)
    assert (row["fieldwork"], row["mode"]) == ("March 1 and March 17", "telephone survey")
    assert [one[1] for one in figures(GALLUP)] == [44.0, 52.0]


def test_every_detail_stands_in_the_text():
    table = poll_details(articles_of(GALLUP))
    assert all(GALLUP[row.start : row.end] == row.text for row in table.itertuples())
    assert set(table["detail"]) == {"pollster", "population", "n_survey", "margin", "fieldwork", "mode"}


@pytest.mark.parametrize(
    ("text", "pollster"),
    [
        (
            "A survey by the Institute for Rural Studies found that 61% of farmers support the law.",
            "Institute for Rural Studies",
        ),
        (
            "A survey conducted by the Institute for Rural Studies found that 61% of farmers support the law.",
            "Institute for Rural Studies",
        ),
        ("According to a poll, 61 per cent of voters support the law.", None),
        (
            "A YouGov survey commissioned by The Herald found 61 percent of Scots were against the law.",
            "YouGov",
        ),
    ],
)
def test_pollsters_known_unknown_and_unnamed(text, pollster):
    row = polls(articles_of(text)).iloc[0]
    assert (None if row["pollster"] != row["pollster"] else row["pollster"]) == pollster
    assert [one[1] for one in figures(text)] == [61.0]


@pytest.mark.parametrize(
    "text",
    [
        "All of Luhansk and 60% of Donetsk have been under Russian rule.",
        "Kyiv ceded 50% of the revenue from the extraction of its resources.",
        "It will be difficult to regain sovereignty over 100 percent of their territory.",
        "The survey of the coast found that 12 percent of the land was under water.",
        "Turnout was 62 per cent when the polls closed.",
        "Prices rose 4 percent, a survey of retailers found.",
        "The poll has a margin of error of 3.1 percent.",
        "The polls opened at eight; 5% of ballots were spoiled.",
        "There are 50 shades of gray among respondents.",
    ],
)
def test_a_percentage_that_is_no_poll_is_no_figure(text):
    assert figures(text) == []


def test_two_polls_of_one_article_keep_their_figures_apart():
    text = (
        "A Gallup poll found that 44% of Americans approve of the tariff. Another poll, by YouGov, put it differently: "
        "39% of voters said they support it."
    )
    table = poll_figures(articles_of(text))
    assert table["poll"].tolist() == [1, 2]
    assert polls(articles_of(text))["pollster"].tolist() == ["Gallup", "YouGov"]


def checks(text, reference=None):
    articles = articles_of(text)
    table = poll_checks(polls(articles), poll_figures(articles), poll_details(articles), reference)
    return {row.check: (row.verdict, row.detail) for row in table.itertuples()}


def test_checks_of_the_seeds(seed_texts):
    found = checks(seed_texts["004"], read.reference("ukraine-territory"))
    assert found["options"] == (
        "incomplete",
        "58 + 32 = 90: 10 per cent are not reported, such as undecided, other or no answer",
    )
    assert found["multiple"] == ("holds", "10 (2022-05-13) to 32 is a factor of 3.2; the report says 3")
    verdict, detail = found["reference"]
    assert verdict == "holds"
    assert "sample_size 2004" in detail
    verdict, detail = found["disclosure"]
    assert verdict == "incomplete"
    for missing in ("number of respondents", "margin of error", "days of fieldwork"):
        assert missing in detail


def test_answers_that_add_up_hold():
    text = "In the survey, 60% of Swedes were for the treaty, 35% were against it and 5% were undecided."
    assert checks(text)["options"] == ("holds", "60 + 35 + 5 = 100, up to rounding")


def test_answers_that_overlap_are_no_fault():
    text = "In the survey, 80% of Swedes trust the police and 70% trust the courts."
    assert checks(text)["options"][0] == "cannot be checked"


def test_without_a_series_nothing_is_called_wrong(seed_texts):
    found = checks(seed_texts["004"])
    assert found["reference"][0] == found["multiple"][0] == "cannot be checked"


def test_figures_that_the_series_does_not_have_are_not_called_wrong():
    text = "A KIIS survey found that 57 percent of Ukrainians were against concessions, while 31 percent were for them."
    assert checks(text, read.reference("ukraine-territory"))["reference"][0] == "cannot be checked"


def test_another_pollster_s_same_figures_are_not_the_series():
    text = "A Gallup poll found that 58% of Americans like dogs, while 32% prefer cats."
    assert checks(text, read.reference("ukraine-territory"))["reference"][0] == "cannot be checked"


def test_one_column_does_not_hold_two_shares():
    text = "A KIIS survey found that 58.1% of Ukrainians were against it and 57.9% of Ukrainians support the army."
    assert checks(text, read.reference("ukraine-territory"))["reference"][0] == "cannot be checked"
