"""Polls: the figures of the seeds, details, attachment, waves, and percentages that are no poll."""

import sys

import pytest
from conftest import articles_of

from cuttings.extract import poll_details, poll_figures, polls
from cuttings.extract.poll.answer import answers
from cuttings.text import Mark, Page

GALLUP = (
    "A Gallup poll of 1,015 adults conducted between March 1 and March 17 found that 44% of Americans approve of the "
    "new tariff, while 52% disapprove. The telephone survey has a margin of error of plus or minus 4 percentage points."
)


def figures(text):
    table = poll_figures(articles_of(text))
    value = {"share": "percent", "change": "points", "lead": "points", "multiple": "factor"}
    return [(row.kind, getattr(row, value[row.kind]), row.group, row.option) for row in table.itertuples()]


def values(text):
    return [one[:2] for one in figures(text)]


def test_the_seeds_report_58_and_32_and_a_threefold_rise(seed_texts):
    found = [one for text in seed_texts.values() for one in figures(text)]
    assert [one[:3] for one in found] == [
        ("share", 58.0, "Ukrainians"),
        ("share", 32.0, "Ukrainians"),
        ("multiple", 3.0, "Ukrainians"),
    ]
    assert found[0][3] == "“under no circumstances” should Kyiv sacrifice land"
    assert found[1][3].startswith("open to giving up “some of [Ukraine’s] territories”")
    assert found[2][3] == found[1][3], "the threefold rise belongs to the 32"


def test_the_seeds_poll_has_its_pollster_across_a_broken_line(seed_texts):
    row = polls(articles_of(seed_texts["004"])).iloc[0]
    assert row["pollster"] == "Kyiv International Institute of Sociology"
    assert (row["population"], row["released"]) == ("Ukrainians", "Tuesday")
    assert row[["n_survey", "margin", "fieldwork", "mode", "sponsor", "sampling", "weighting", "question"]].isna().all()


def test_details_of_a_full_report():
    row = polls(articles_of(GALLUP)).iloc[0]
    assert (row["pollster"], row["n_survey"], row["margin"]) == ("Gallup", 1015, 4.0)
    assert (row["fieldwork"], row["mode"]) == ("March 1 and March 17", "telephone survey")
    assert [one[1] for one in figures(GALLUP)] == [44.0, 52.0]


def test_every_detail_stands_in_the_text():
    table = poll_details(articles_of(GALLUP))
    assert all(GALLUP[row.start : row.end] == row.text for row in table.itertuples())
    assert set(table["detail"]) == {"pollster", "population", "n_survey", "margin", "fieldwork", "mode"}


def test_what_a_method_note_far_below_tells_is_found():
    text = (
        "In a YouGov poll for The Herald, 61% of Scots were against the levy.\n\n"
        + "Farmers gathered in the square and spoke of their worries for hours on end. " * 12
        + "\n\nThe poll of 1,004 adults was weighted by age and sex and conducted online from 3 to 6 May 2024. Responde"
        "nts were "
        "asked: “Do you support or oppose a levy on land?” For such a sample the margin of error is three percentage "
        "points at the 95% confidence level, with a design effect of 1.2."
    )
    row = polls(articles_of(text)).iloc[0]
    assert (row["n_survey"], row["margin"], row["margin_level"], row["design_effect"]) == (1004, 3.0, 95.0, 1.2)
    assert (row["sponsor"], row["mode"], row["fieldwork"]) == ("The Herald", "online", "3 to 6 May 2024")
    assert (str(row["field_from"])[:10], str(row["field_to"])[:10]) == ("2024-05-03", "2024-05-06")
    assert row["weighting"].startswith("weighted by age")
    assert "support or oppose a levy" in row["question"]


def test_those_asked_the_question_are_not_those_asked_the_survey():
    text = (
        "A survey by KIIS found that 51% of Ukrainians were against it. It interviewed 2,000 respondents; the questio"
        "n was "
        "put to 985 of them."
    )
    row = polls(articles_of(text)).iloc[0]
    assert (row["n_survey"], row["n_question"]) == (2000, 985)


@pytest.mark.parametrize(
    ("text", "pollster"),
    [
        (
            "A survey by the Institute for Rural Studies found that 61% of farmers support the law.",
            "Institute for Rural Studies",
        ),
        (
            "A survey conducted by the Institute for Rural Studies found that 61% of farmers back it.",
            "Institute for Rural Studies",
        ),
        ("According to a poll, 61 per cent of voters support the law.", None),
        ("A YouGov survey commissioned by The Herald found 61 percent of Scots were against the law.", "YouGov"),
        (
            "Some 61% of Ukrainians back the law, according to the KMIS survey.",
            "Kyiv International Institute of Sociology",
        ),
        ("61 percent of voters would back the law, a New York Times/Siena College poll shows.", "Siena College"),
        ("A new Hilltop Times poll finds 61 percent of voters back the law.", "Hilltop Times"),
        ("In the poll, which was carried out in June by Norstat, 61% of Scots backed the law.", "Norstat"),
        ("A New Hampshire poll in March had 61% of voters backing the law.", None),
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


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("58% of Danes agree", ("share", 58.0)),
        ("58 percent of Danes agree", ("share", 58.0)),
        ("58 per cent of Danes agree", ("share", 58.0)),
        ("fifty-eight percent of Danes agree", ("share", 58.0)),
        ("a third of Danes agree", ("share", 33.3)),
        ("one in five Danes agrees", ("share", 20.0)),
        ("six-in-ten Danes agree", ("share", 60.0)),
        ("nearly two-thirds of Danes agree", ("share", 66.7)),
        ("nearly two-thirds of Danes (64%) agree", ("share", 64.0)),
        ("support rose by 3 percentage points", ("change", 3.0)),
        ("support was down three points", ("change", -3.0)),
        ("the Greens lead by 5 points", ("lead", 5.0)),
    ],
)
def test_figures_are_read_however_they_are_written(words, found):
    assert values(f"In a Gallup poll published on Monday, {words}.") == [found]


def test_ranges_pairs_multiples_and_waves():
    text = (
        "A KIIS poll showed that 82-87% of Ukrainians were against it (in 2022: 84%), and that those in favour triple"
        "d, from 10% to 32%."
    )
    table = poll_figures(articles_of(text))
    assert table[["kind", "percent", "percent_to"]].iloc[0].tolist() == ["share", 82.0, 87.0]
    assert table["wave"].tolist() == ["current", "in 2022", "current", "earlier", "current"]
    assert table[["kind", "factor"]].iloc[2].tolist() == ["multiple", 3.0]
    assert values("The Marist poll has Boone ahead of Haddad 52 percent to 41.") == [("share", 52.0), ("share", 41.0)]


def test_two_polls_of_one_article_keep_their_figures_apart():
    text = (
        "A Gallup poll found that 44% of Americans approve of the tariff. Another poll, by YouGov, put it differently: "
        "39% of voters said they support it. The Gallup poll also found that 60% expect higher prices."
    )
    table = poll_figures(articles_of(text))
    assert table["poll"].tolist() == [1, 2, 1]
    assert polls(articles_of(text))["pollster"].tolist() == ["Gallup", "YouGov"]


def test_a_poll_named_behind_its_figure_has_it():
    text = "Support stood at 44% in May, compared with 39% in a YouGov poll a year before, a Gallup survey shows."
    table = poll_figures(articles_of(text)).merge(polls(articles_of(text))[["poll", "pollster"]], on="poll")
    assert table["pollster"].tolist() == ["Gallup", "YouGov"]


def test_figures_of_an_unknown_wave_stay_unnamed():
    text = "A Gallup poll found that support stands at 44%, up from 39%."
    assert poll_figures(articles_of(text))["wave"].tolist() == ["current", "earlier"]


def steps(text):
    """How many lines of the rules a text takes."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        inside = "extract/poll" in frame.f_code.co_filename
        count += inside and event == "line"
        return trace if inside else None

    page = Page(text, [Mark(0, len(text), "body", "told")])
    sys.settrace(trace)
    try:
        found = answers(page)
    finally:
        sys.settrace(None)
    return count, len(found)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("In a Gallup poll, ", "44% of men agree, 52% of women and 12% of Poles disagree, "),
        ("In a Gallup poll, ", "Lee leads Kim 44-42 in Ohio and 51% to 49% in Iowa, "),
        ("", "44% of men agree and 52% disagree in a Gallup poll, "),
        ("In a Gallup poll it was ", "10%, 20 and 30 per cent respectively, "),
    ],
)
def test_a_sentence_of_many_figures_takes_work_that_grows_with_their_number(first, words):
    (half, few), (whole, many) = (steps(first + words * count) for count in (60, 120))
    assert many > 1.9 * few > 100
    assert whole < 2.2 * half


def test_a_sentence_of_many_names_takes_work_that_grows_with_their_number():
    names = [
        f"{one}{other}rik" for one in "BDFGKLMNPRSTVZ" for other in ("al", "em", "on", "ud", "ist", "esk", "arv", "olm")
    ]
    (half, _), (whole, many) = (
        steps(
            ", ".join(
                f"a {name} poll found {10 + place % 60}% of men agree" for place, name in enumerate(names[:count])
            )
        )
        for count in (56, 112)
    )
    assert many == 112
    assert whole < 2.4 * half


def test_net_ratings_are_leads_and_below_zero_where_more_are_against():
    text = "A YouGov poll gave the mayor a net approval of -12, down from +3 in May, plus or minus 3 points."
    assert values(text) == [("lead", -12.0), ("lead", 3.0)]
    assert poll_figures(articles_of(text))["wave"].tolist() == ["current", "in May"]


def test_the_poll_of_no_name_is_the_only_one_that_the_article_names():
    text = "A Gallup poll came out on Friday. It got a cool reception from poll respondents: 36 percent of them agree."
    assert polls(articles_of(text))["pollster"].tolist() == ["Gallup"]
    other = "A Gallup poll found 44% of Danes agree. Another poll, in the Echo, found that 36 percent of Danes do."
    assert polls(articles_of(other))["pollster"].isna().tolist() == [False, True]
    two = "A Gallup poll and an Ipsos poll came out. According to the results of a survey, 36 percent of Danes agree."
    assert polls(articles_of(two))["pollster"].isna().tolist() == [True]


def test_an_acronym_and_its_long_form_are_one_pollster():
    text = (
        "An IRS survey found 61% of farmers agree. The Institute for Rural Studies poll also found 20% of them did not."
    )
    assert polls(articles_of(text))["pollster"].tolist() == ["Institute for Rural Studies"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A Gallup poll has three below: Fenn Party (2.8 percent), Balt (2.6 percent), Coast (0.8 percent).",
            ["Fenn Party", "Balt", "Coast"],
        ),
        ("A Gallup poll of voters state by state: Fennmark - 46% Moor, 49% Said.", ["Moor", "Said"]),
    ],
)
def test_each_figure_of_a_row_has_its_own_answer(text, found):
    assert [one[3] for one in figures(text)] == found


def test_the_second_of_a_pair_is_of_whom_the_first_is_up_on():
    text = "In a Gallup poll of voters Ann Moor is up on Lea Said 47 percent to 46 percent."
    assert figures(text)[-1][3] == "Lea Said"


def test_lists_that_end_in_respectively_have_an_answer_for_each_figure():
    text = "A Norstat poll shows that the Whigs, the Hill Party and the Greens had 10, 20 and 30 per cent respectively."
    assert [(one[1], one[3]) for one in figures(text)] == [
        (10.0, "the Whigs"),
        (20.0, "the Hill Party"),
        (30.0, "the Greens"),
    ]


def test_a_megabyte_on_one_line_takes_seconds():
    import time

    one = "A Gallup poll of {:,} adults found that 44% of Americans approve, while 52% disapprove, up from 47% in May. "
    text = "".join(one.format(1_000 + place) for place in range(10_000))
    begun = time.process_time()
    table = poll_figures(articles_of(text).assign(layout=f"0-{len(text)} body told"))
    assert len(table) == 30_000
    assert time.process_time() - begun < 60


@pytest.mark.parametrize(
    "words",
    [
        "Alpha Beta ",
        "by the ",
        "poll ",
        "50% ",
        "50% of Danes ",
        "Danes (50%), ",
        "one in five ",
        "in May 2020 and ",
        "1",
        "(",
    ],
)
def test_no_repeated_words_take_more_than_their_share_of_time(words):
    import time

    text = "A poll found that 50% of Danes agree. A poll by " + words * (60_000 // len(words))
    articles = articles_of(text).assign(layout=f"0-{len(text)} body told")
    begun = time.process_time()
    for find in (polls, poll_figures, poll_details):
        find(articles)
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    "text",
    [
        "Finnish poll: 28 percent of those asked would wait for the ferry.",
        "A UK-wide survey of 2,502 parents found that 26% of them never take the ferry.",
        "A Los Angeles survey found that 26% of residents never take the ferry.",
    ],
)
def test_a_people_or_a_place_asks_nobody(text):
    found = polls(articles_of(text))
    assert found["pollster"].isna().tolist() == [True]
