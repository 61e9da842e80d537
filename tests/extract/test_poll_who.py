"""Who asked: the pollster of a report, by the lookup and by the words around its name."""

import pytest
from conftest import articles_of

from cuttings.extract import polls
from cuttings.extract.poll.known import known_in, pollster_called, pollsters


def named(text):
    """The pollster of each poll of a text, null where none is named."""
    return [None if one != one else one for one in polls(articles_of(text))["pollster"]]


def test_pollsters_are_found_as_if_every_pattern_were_tried():
    for row in pollsters():
        for text in (f"A {row.name} poll found that 61% agree.", f"The survey by {row.name} is out."):
            tried = {(*hit.span(), one.name) for one in pollsters() for hit in one.pattern.finditer(text)}
            assert set(known_in(text)) == tried


def test_each_pollster_has_one_row():
    names = [one.name for one in pollsters()]
    assert len(names) == len(set(names)) >= 900


@pytest.mark.parametrize(
    ("text", "pollster"),
    [
        ("In the latest CIS barometer the party has 34%.", "CIS"),
        ("The party has 34% in the survey, which was conducted by the CIS in October.", "CIS"),
        ("A KTV/Quaest poll gives the party 34% of the vote.", "Quaest"),
        (
            "The Yomiuri Shimbun conducted its public opinion poll in May. Some 61% of those asked agreed.",
            "Yomiuri Shimbun",
        ),
        ("The Verian survey for 1News has the party on 34%.", "Verian"),
    ],
)
def test_a_name_that_is_a_common_word_counts_where_a_pollster_must_stand(text, pollster):
    assert named(text) == [pollster]


def test_a_common_word_alone_is_no_pollster():
    assert known_in("Essential goods rose 4% and the CIS said trade grew. Resolve to do better.") == ()
    assert pollster_called("Resolve") == "Resolve"
    assert pollster_called("Harlow") is None


@pytest.mark.parametrize(
    ("text", "pollster"),
    [
        ("A poll aired on Sunday evening on Harbour TV has the party on 34% of the vote.", "Harbour TV"),
        (
            "A poll published by the Coast Mail and carried out by Harlow Insights puts the party at 34%.",
            "Harlow Insights",
        ),
        ("A KIIS poll commissioned by the National Democratic Institute shows 38% want talks.", None),
        (
            "The Coast Institute has published a survey according to which 61% of respondents want the bridge.",
            "Coast Institute",
        ),
        (
            "The Coast Institute published its survey, fielded by Norstat in May. Some 61% of respondents agree.",
            "Coast Institute",
        ),
        ("According to a survey by price comparison website, GoBargain, 61% of drivers want a refund.", "GoBargain"),
        (
            "Research carried out by Opal Research on behalf of GoBargain found 61% of drivers want a refund.",
            "Opal Research",
        ),
        ("61% of drivers want a refund, new figures from the AAB show.", "AAB"),
        ("Pollster Harlow Insights says 61% of adults are worried.", "Harlow Insights"),
        (
            "The survey of 1,010 residents was conducted by RAUT pollster in May. It showed 46 percent in support.",
            "RAUT",
        ),
        (
            "Most want the bridge: 61% of voters back it, a survey shows. The Dale Trust said it had hoped for more.",
            "Dale Trust",
        ),
    ],
)
def test_who_asked_is_told_from_who_paid_and_who_printed(text, pollster):
    wanted = pollster or "Kyiv International Institute of Sociology"
    assert named(text) == [wanted]


def test_a_word_of_a_title_is_no_pollster():
    text = (
        "Hill Farm Levy Poll\n\nThis week we took a poll.\n\n"
        "Some 61% of voters are for it, and 22% of voters are not.\n"
    )
    assert named(text) == [None]


def test_an_election_that_is_counted_is_no_poll():
    text = "With 40% of the votes counted the president leads in the polls at 53%, ahead of Omar Said with 22%."
    assert named(text) == []
