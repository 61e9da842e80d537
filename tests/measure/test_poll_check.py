"""Checks of reported polls: the seeds, correct reports, and reports whose own words or whose series contradict them."""

import pandas as pd
import pytest
from conftest import articles_of
from gold_polls import load

from cuttings import extract, measure, read
from cuttings.measure.poll.change import score
from cuttings.measure.poll.check import cases
from cuttings.measure.poll.disclosure import is_cut
from cuttings.measure.poll.same import same_polls
from cuttings.measure.poll.sampling import readings, simple_margin


def table(*texts, reference=None, copies="once"):
    articles = articles_of(*texts)
    polls, figures = extract.polls(articles), extract.poll_figures(articles)
    return measure.poll_checks(polls, figures, extract.poll_details(articles), articles, reference, copies)


def checks(text, reference=None):
    return {row.check: (row.verdict, row.detail) for row in table(text, reference=reference).itertuples()}


def test_checks_of_the_seeds(seed_texts):
    found = checks(seed_texts["004"], read.reference("ukraine-territory"))
    assert found["options"] == (
        "incomplete",
        "58 + 32 = 90: 10 per cent are not reported, such as undecided, other or no answer",
    )
    verdict, detail = found["multiple"]
    assert verdict == "holds"
    assert detail.startswith("10 (2022-05-13) to 32 is a factor of 3.2; the report says 3")
    assert detail.endswith("in its first year it lay between 8 and 10 in 5 waves")
    verdict, detail = found["reference"]
    assert verdict == "holds"
    assert "sample_size 2004" in detail
    verdict, detail = found["disclosure"]
    assert verdict == "incomplete"
    for missing in ("number of respondents", "margin of error", "days of fieldwork"):
        assert missing in detail


def test_no_labelled_report_is_said_not_to_hold():
    """The labelled reports contradict neither themselves nor what a poll can be."""
    found = table(*[case.text for case in load()], reference=read.reference("ukraine-territory"))
    assert found[found["verdict"] == "does not hold"].to_dict("records") == []


def test_answers_that_add_up_hold():
    text = "In the survey, 60% of Swedes were for the treaty, 35% were against it and 5% were undecided."
    assert checks(text)["options"] == ("holds", "60 + 35 + 5 = 100, up to rounding")


def test_answers_that_overlap_are_no_fault():
    text = "In the survey, 80% of Swedes trust the police and 70% trust the courts."
    assert checks(text)["options"][0] == "cannot be checked"


def test_without_a_series_nothing_is_called_wrong(seed_texts):
    found = checks(seed_texts["004"])
    assert found["reference"][0] == found["multiple"][0] == "cannot be checked"


@pytest.mark.parametrize(
    "text",
    [
        "A KIIS survey found that 57 percent of Ukrainians were against concessions, while 31 percent were for them.",
        "A Gallup poll found that 58% of Americans like dogs, while 32% prefer cats.",
        "A KIIS survey found that 58.1% of Ukrainians were against it and 57.9% of Ukrainians support the army.",
    ],
)
def test_what_no_single_wave_has_is_not_called_wrong(text):
    assert checks(text, read.reference("ukraine-territory"))["reference"][0] == "cannot be checked"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("a majority of Danes (54%) agree", "holds"),
        ("a majority of Danes (46%) agree", "does not hold"),
        ("nearly a third of Danes, 32 percent, agree", "holds"),
        ("nearly two-thirds of Danes (64%) agree", "holds"),
        ("more than half of Danes (44%) agree", "does not hold"),
        ("fewer than half of Danes (47%) agree", "holds"),
        ("fewer than half of Danes (58%) agree", "does not hold"),
        ("about a quarter of Danes (30%) agree", "cannot be checked"),
        ("one in five Danes (45%) agrees", "does not hold"),
    ],
)
def test_wording_against_number(words, verdict):
    assert checks(f"A Gallup poll published on Monday found that {words}.")["wording"][0] == verdict


def test_words_far_from_a_number_are_not_held_against_it():
    text = "Most Danes know the law, a Gallup poll found, and 44% of them like it, against a majority of 52% in Sweden."
    assert "wording" not in checks(text)


@pytest.mark.parametrize(
    ("text", "check", "verdict"),
    [
        ("In a Gallup poll, support doubled, from 10% to 21%.", "multiple in words", "holds"),
        ("In a Gallup poll, support almost doubled, from 21% to 39%.", "multiple in words", "holds"),
        ("In a Gallup poll, support tripled, from 20% to 30%.", "multiple in words", "does not hold"),
        ("In a Gallup poll, support rose by 5 points, from 40% to 45%.", "points", "holds"),
        ("In a Gallup poll, support rose by 9 points, from 40% to 45%.", "points", "cannot be checked"),
        ("In a Gallup poll, support rose by 5 percent, from 40% to 45%.", "per cent or points", "does not hold"),
        ("In a Gallup poll, support rose by 12.5 percent, from 40% to 45%.", "per cent or points", "holds"),
        ("In a Gallup poll, support halved from 1% to 0.5%.", "multiple in words", "cannot be checked"),
        ("In a Gallup poll, support tripled, from 30% to 10%.", "multiple in words", "cannot be checked"),
        ("In a Gallup poll, support fell 5 points, from 40% to 45%.", "points", "cannot be checked"),
        ("In a Gallup poll, support fell by 5 percent, from 40% to 45%.", "per cent or points", "cannot be checked"),
        ("In a Gallup poll of 2,000 Danes, support rose from 30% to 45%.", "change", "holds"),
        ("In a Gallup poll of 2,000 Danes, support rose from 45% to 30%.", "change", "cannot be checked"),
    ],
)
def test_multiples_and_changes_against_the_shares_of_their_sentence(text, check, verdict):
    assert checks(text)[check][0] == verdict


KIIS = (
    "KIIS found that {now}% of Ukrainians trust him, up from {before}% in May. It polled {n} respondents. The "
    "statistical error does not exceed {margin}%, with a design effect of {effect}."
)


@pytest.mark.parametrize(
    ("margin", "effect", "n", "verdict"),
    [
        (2.4, "1.1", "2,000", "holds"),  # 2.19 on the error: the reading of KIIS
        (2.9, "1.3", "2,004", "holds"),
        (4.1, "1.3", "1,067", "holds"),  # 3.0 × 1.3 = 3.9, and the stated 1.3 is rounded
        (2.5, "1.3", "2,004", "holds"),  # on the variance
        (1.8, "1.3", "2,004", "cannot be checked"),
        (0.9, "1.3", "2,004", "does not hold"),
    ],
)
def test_margins_are_tried_in_both_readings_of_a_design_effect(margin, effect, n, verdict):
    text = KIIS.format(now=63, before=57, n=n, margin=margin, effect=effect)
    assert checks(text)["margin"][0] == verdict


def test_published_margins_of_the_series_hold():
    [series] = read.reference("ukraine-territory").values()
    known = series.dropna(subset=["margin_of_error", "design_effect"])
    known = known[known["total_interviewed"] == known["sample_size"]]
    assert len(known) >= 8
    for row in known.itertuples():
        widest = max(readings(row.design_effect).values()) * simple_margin(row.sample_size)
        assert abs(row.margin_of_error - widest) <= 0.25, row.wave


def test_a_small_margin_that_another_number_in_the_report_fits_is_not_called_wrong():
    text = (
        "A Marist poll found that 61% of voters back it. The margin of error is 3 points for the 1,080 voters; of "
        "the 112 Greens interviewed 70% do."
    )
    assert checks(text)["margin"][0] in ("holds", "cannot be checked")


@pytest.mark.parametrize(
    ("now", "before", "n", "verdict"),
    [(63, 50, "1,011", "holds"), (58, 55, "2,004", "incomplete"), (58, 57, "1,011", "incomplete")],
)
def test_a_change_is_held_against_sampling_error(now, before, n, verdict):
    found = checks(KIIS.format(now=now, before=before, n=n, margin=4.1, effect="1.3"))
    assert found["change"][0] == verdict
    assert n in found["change"][1]


def test_a_change_without_a_number_of_respondents_says_how_many_it_would_take():
    verdict, detail = checks("A Gallup poll found that 58% of Danes agree, up from 55% in May.")["change"]
    assert verdict == "cannot be checked"
    assert "respondents in each wave would show it" in detail
    needed = int(detail.split("; ")[1].split()[0].replace(",", ""))
    assert score(55, 58, needed) >= 1.96 > score(55, 58, needed - 5)


def test_a_change_among_a_part_of_the_respondents_is_not_tested_with_all_of_them():
    text = (
        "A Marist poll of 1,200 adults found that 58% of Americans agree. Among Republicans, 41% agree, up from 30% "
        "in May."
    )
    assert checks(text)["change"] == (
        "cannot be checked",
        "30 to 41 of Republicans: how many of them were asked is not given",
    )


WAVE = "A KIIS poll of {n} people found that 51% of Ukrainians were against it, while 38% were ready for it."


@pytest.mark.parametrize(("n", "verdict"), [("985", "holds"), ("2,000", "incomplete"), ("1,500", "cannot be checked")])
def test_respondents_are_held_against_those_asked_the_question(n, verdict):
    assert checks(WAVE.format(n=n), read.reference("ukraine-territory"))["respondents"][0] == verdict


def test_a_multiple_that_its_series_contradicts_does_not_hold():
    text = (
        "A KIIS survey found that 58 percent of Ukrainians were against it, while 32 percent were ready for it, a "
        "tenfold increase since {}."
    )
    series = read.reference("ukraine-territory")
    assert checks(text.format("2022"), series)["multiple"][0] == "does not hold"
    assert checks(text.format("2014"), series)["multiple"][0] == "cannot be checked"
    assert checks(text.format("the start of the war"), series)["multiple"][0] == "cannot be checked"


SERIES = {
    "field_start": ["2022-05-01", "2023-05-01", "2024-05-01"],
    "yes_pct": [10, 20, 32],
    "women_pct": [31, 32, 32],
    "no_pct": [65, 60, 56.5],
    "pollster": ["KIIS"] * 3,
}
ASKED = "A KIIS survey found that 57% of Ukrainians were against it and 32% for it, a {} increase since 2022."


@pytest.mark.parametrize(
    ("columns", "words", "verdict"),
    [
        ({}, "threefold", "holds"),  # as one of the two columns that have the 32 bears it out
        ({"women_pct": [10, 20, 32]}, "threefold", "holds"),
        ({"women_pct": [31, 32, 31]}, "threefold", "holds"),
        ({}, "tenfold", "cannot be checked"),
        ({"women_pct": [31, 32, 31]}, "tenfold", "does not hold"),
        ({"women_pct": [31, 32, 31], "yes_pct": [0, 0, 32]}, "tenfold", "cannot be checked"),
        ({"women_pct": [31, 32, 31], "yes_pct": [10, 3, 32]}, "tenfold", "cannot be checked"),  # since the second wave
    ],
)
def test_a_share_that_several_columns_have_accuses_nobody(columns, words, verdict):
    found = checks(ASKED.format(words), {"kiis": pd.DataFrame(SERIES | columns)})
    assert found["reference"][0] == "holds"  # 56.5 in the series is 57 in a newspaper
    assert found["multiple"][0] == verdict


ONE = "A Gallup poll of 1,015 adults found that 44% of Danes back the bridge and 52% oppose it."
TWO = "Gallup asked 1,515 adults: 44% of Danes back the bridge while 52% oppose it, the survey showed."


def test_the_same_poll_in_two_articles_is_held_side_by_side():
    found = table(ONE, TWO)
    other = found[found["check"] == "other reports"]
    assert other["verdict"].tolist() == ["cannot be checked"] * 2
    assert "respondents: 1,015 here, 1,515 in outlet unknown: 2.txt" in other["detail"].iloc[0]
    again = table(ONE, ONE + " The bridge is old.", copies="each")
    assert again["check"].tolist().count("other reports") == 2


def test_a_reprint_is_checked_again_only_where_its_numbers_are_other_ones():
    reprint = ONE + " The bridge is old."
    assert table(ONE, reprint)["article_id"].nunique() == 1
    assert table(ONE, reprint, copies="each")["article_id"].nunique() == 2
    wrong = table(ONE, reprint.replace("1,015", "1,510"))
    assert "respondents: 1,510 here, 1,015 in outlet unknown: 1.txt" in wrong["detail"].tolist()
    assert table(ONE, reprint, copies="drop").empty


def test_polls_that_share_one_figure_are_not_the_same():
    articles = articles_of(ONE, "A Gallup poll found that 44% of Danes like fish.")
    assert same_polls(extract.polls(articles), extract.poll_figures(articles), articles) == []


def disclosure(text):
    articles = articles_of(text)
    found = measure.poll_disclosure(extract.polls(articles), extract.poll_details(articles), articles)
    return dict(zip(found["item"], found["answer"], strict=True)), found


FULL = (
    "In a YouGov poll for The Herald, 61% of Scots were against the levy. It was conducted by telephone among a random "
    "sample of 1,004 adults from 3 to 6 May 2024 and weighted by age and sex. They were asked: “Do you support or "
    "oppose a levy on land?” The margin of error is three points."
)


def test_a_full_report_discloses_all_ten_items():
    answers, found = disclosure(FULL)
    assert set(answers.values()) == {"given"}
    assert len(answers) == 10
    assert all(FULL[row.start : row.end] == row.words for row in found.itertuples())


def test_what_a_report_does_not_say_is_not_given_and_what_it_lost_is_cut_off():
    answers, _ = disclosure("In a YouGov poll, 61% of Scots were against the levy.")
    assert answers["conductor"] == answers["population"] == "given"
    assert answers["margin"] == answers["dates"] == "not given"
    answers, _ = disclosure("In a YouGov poll, 61% of Scots were against the levy. The poll was conducted between the")
    assert answers["conductor"] == "given"
    assert answers["dates"] == "text cut off"


def test_a_margin_does_not_apply_to_a_panel():
    answers, _ = disclosure("In an online YouGov survey of its panel, 61% of Scots were against the levy.")
    assert answers["margin"] == "not applicable"


def test_the_ledger_has_a_row_a_figure_with_its_sentence():
    articles = articles_of(FULL)
    ledger = measure.poll_ledger(extract.polls(articles), extract.poll_figures(articles), articles)
    row = ledger.iloc[0]
    assert (row["percent"], row["precision"], row["pollster"], row["n_survey"]) == (61.0, 1.0, "YouGov", 1004)
    assert row["sentence"] == "In a YouGov poll for The Herald, 61% of Scots were against the levy."
    assert (pd.Timestamp("2024-05-03"), pd.Timestamp("2024-05-06")) == (row["field_from"], row["field_to"])


LEVY = (
    "Scots turn against the levy on land\n\nBy Ann Moore\n\n"
    "In a YouGov poll of 1,004 adults, 61% of Scots were against the levy, up from 58% in May. Ministers said on "
    "Monday that they would read the figures with care.\n\n"
)
VOTE = (
    "The first minister's party has promised to put the levy to a vote before the end of the year, and its members are "
    "split on it. About a third, 34%, would vote for it, the poll found.\n\n"
    "The council of Leith will meet on Friday to discuss what the levy would bring in for its schools."
)
TEASER = (
    "Read more: A majority of 1,200 respondents back the bridge, with a margin of error of 2.8 points, a poll finds"
)


CAPTION = "Photo: A majority of 1,200 respondents, with a margin of error of 2.8 points, back it (Ann Moore/Reuters)"


@pytest.mark.parametrize(
    "page",
    [
        f"{TEASER}\n\n{LEVY}{VOTE}",
        f"{LEVY}Read more: A majority of 1,200 respondents back the bridge\n\n{VOTE}",
        f"{LEVY}{CAPTION}\n\n{VOTE}",
        f"{LEVY}{VOTE}\n\n{TEASER}\n\nSign up to our newsletter\n",
    ],
)
def test_furniture_that_tells_of_another_poll_changes_nothing(page):
    assert checks(page) == checks(LEVY + VOTE)
    assert disclosure(page)[0] == disclosure(LEVY + VOTE)[0]


def test_a_number_in_a_caption_excuses_no_margin():
    caption = "Photo: 12,000 people on the bridge at Leith (Ann Moore/Reuters)\n\n"
    asked = "The poll has a margin of error of 0.9 points.\n\n"
    assert checks(LEVY + caption + asked + VOTE)["margin"] == checks(LEVY + asked + VOTE)["margin"]
    assert checks(LEVY + caption + asked + VOTE)["margin"][0] == "does not hold"


def test_checks_read_the_words_of_the_article_alone():
    page = LEVY + CAPTION + "\n\n" + VOTE + "\n\n" + TEASER
    articles = articles_of(page)
    found = cases(extract.polls(articles), extract.poll_figures(articles), extract.poll_details(articles), articles)
    [text] = {case.text for case in found}
    assert len(text) == len(page)
    assert "".join(page.replace(TEASER, "").replace(CAPTION, "").replace("By Ann Moore", "").split()) == "".join(
        text.split()
    )
    assert all(one in (" ", other) for one, other in zip(text, page, strict=True))


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "\n\n" + TEASER,
        " " + TEASER,
        "\n\nRead more\n\nMajority of Danes back the bridge\n\nFerry strike ends\n",
        "\n\nRelated\n\nThe bridge across the strait is old and has the support of most who use it. Read more\n",
        "\n\nMost read\n\n1. Ferry strike ends\n2. Bridge to be closed\n\nRead more\n",
    ],
)
def test_a_finished_article_is_not_cut_off_by_what_stands_behind_it(behind):
    assert not is_cut(LEVY + VOTE + behind)


@pytest.mark.parametrize(
    "behind",
    [
        " The poll was conducted between the",
        " The poll was conducted between the\n\n" + TEASER,
        " The poll was…",
        "\n\n[+2314 chars]",
        " Read more",
        "\n\nRead more\n",
        "\n\nContinue reading\n\n" + TEASER,
        "\n\nThis article is for subscribers only.\n",
        "\n\nSubscribe to continue reading\n",
        "\n\nRead the full story at The Herald\n",
    ],
)
def test_an_article_that_breaks_off_or_goes_on_elsewhere_is_cut_off(behind):
    assert is_cut(LEVY + VOTE + behind)


def test_words_of_reading_on_within_a_sentence_are_no_offer():
    assert not is_cut(LEVY + VOTE + " Pupils there should read more and continue reading at home.")
