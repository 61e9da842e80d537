"""Say: sentences that hold for one, for many and for none."""

import pandas as pd
import pytest

from cuttings import extract, measure, read, say, tables


@pytest.fixture(scope="module")
def articles():
    return read.dump("ukraine-territory")[0]


def test_numbers_lists_and_shares():
    assert [say.number(count, "poll") for count in (0, 1, 1200)] == ["0 polls", "1 poll", "1,200 polls"]
    assert say.listed(["a"]) == "a"
    assert say.listed(["a", "b", "c"]) == "a, b and c"
    assert say.listed(list("abcdefgh"), 2) == "a, b and 6 more"
    assert [say.percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%",
        "under 1%",
        "50%",
        "over 99%",
        "100%",
    ]


def test_the_corpus_of_the_seeds(articles):
    said = say.corpus(articles, tables.build("rejects", []), measure.roles(extract.segments(articles)))
    assert said[0] == "5 records were read: 5 articles."
    assert "El País (1), Responsible Statecraft (1) and TROIB News (1)" in said[1]
    assert "For 2 it does not, and no outlet is guessed." in said[1]


def test_the_polls_of_the_seeds(articles):
    polls, figures, details = (
        extract.polls(articles),
        extract.poll_figures(articles),
        extract.poll_details(articles),
    )
    said = say.polls(polls, figures, measure.poll_checks(polls, figures, details), articles)
    assert said[0] == "1 of 5 articles reports figures from polls: 1 poll, 2 shares."
    assert said[1].startswith("Kyiv International Institute of Sociology, as reported by outlet unknown: 004")
    assert (
        ": 58% of Ukrainians, “under no circumstances” should Kyiv sacrifice land; 32% of Ukrainians, open" in said[1]
    )


def test_no_poll_is_said_so(articles):
    none = articles[~articles["file"].str.startswith("004")]
    polls, figures = extract.polls(none), extract.poll_figures(none)
    assert say.polls(polls, figures, tables.build("poll_checks", []), none) == [
        "No figure from a poll was found in 4 articles."
    ]


def test_small_groups_are_no_claim_about_outlets(articles):
    assert (
        say.limits(articles)
        == "None of the 5 groups has 5 articles or more: what follows describes these texts and is no claim about "
        "outlets."
    )


def test_a_change_over_time_that_is_one_of_outlets_is_said_so(articles):
    assert "cannot be told from a difference between outlets" in say.confounded(articles)


def test_outlets_in_both_parts_are_counted(articles):
    both = articles.assign(outlet=pd.Series(["H"] * len(articles), dtype="str"))
    assert say.confounded(both).endswith("1 outlet has articles in both parts.")
