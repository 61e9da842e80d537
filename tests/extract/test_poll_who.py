"""Who asked: the pollster of a report, by the lookup and by the words around its name."""

import pytest
from conftest import articles_of

from cuttings.extract import poll_figures, polls
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


@pytest.mark.parametrize(
    ("text", "pollster"),
    [
        (
            "Some 61% of adults would move, a survey of 1,010 people shows. Harlow Insights ran the survey.",
            "Harlow Insights",
        ),
        ("In a poll that Harbour TV put out on Monday, 61% of voters want the bridge.", "Harbour TV"),
        ("A survey the Dale Foundation released yesterday has 61% of residents for the bridge.", "Dale Foundation"),
        ("So says a study that polling firm forsa did for a bank: 61 percent of respondents save less.", "Forsa"),
        ("A survey that the church-run Dale Trust drew up has 61% of respondents for the bridge.", "Dale Trust"),
        ("Run by the Nurses Union and two others, the poll has 61% of nurses wanting to leave.", "Nurses Union"),
        ("The PLD's newest internal poll, made public on Friday, has its man on 34 percent of the vote.", "PLD"),
        (
            "Omar Said would win with 51% of votes, Harlow Research said on Friday. The poll has Lea Ford on 40%.",
            "Harlow Research",
        ),
        ("Harlow, a polling data firm, has new numbers. The survey has 61% of adults for the bridge.", "Harlow"),
        ("A survey finds 61% of adults back the bridge. Fieldwork: Harlow Insights, 3-5 May.", "Harlow Insights"),
        ("A survey finds 61% of adults back it. It was Harlow Insights that asked 1,010 adults.", "Harlow Insights"),
        ("Asked by Harlow Insights, 61% of adults said they back the bridge.", "Harlow Insights"),
        ("61% of adults back the bridge (poll: Harlow Insights, 1,010 adults, May).", "Harlow Insights"),
        ("Fennmark, the insurer, asked 1,010 drivers how they drive. Some 61% speak on the phone.", "Fennmark"),
        ("64% of adults want the bridge, shows the survey Harlow Insights took in May.", "Harlow Insights"),
        ("61% of adults want it. That is what a poll of Harlow Insights says.", "Harlow Insights"),
        (
            "A poll shows 61% of adults want it. The pollster, Harlow Insights, interviewed 1,010 adults.",
            "Harlow Insights",
        ),
        ("A Q-Poll has the governor at 44 percent among voters.", "Quinnipiac University"),
    ],
)
def test_a_name_that_does_a_verb_of_polling_is_who_asked(text, pollster):
    assert named(text) == [pollster]


@pytest.mark.parametrize(
    "text",
    [
        "A survey of 1,010 adults has 61% for the bridge, Lea Ford said on Friday.",
        "The mayor's own poll numbers are low. Some 61% of voters want another, a poll shows.",
        "Chief executives answered the firm's yearly CEO survey: 61% of them see more sales.",
        "A poll shows 61% of adults want the bridge. Mayor Omar Said asked 200 people on the square to wait.",
        "A poll shows 61% of adults want the bridge. Police questioned 200 people after the match.",
        "Harbour TV reports that a poll has 61% of voters for the bridge.",
        "A survey by phone has 61% of adults for the bridge, which the Dale Party did not like.",
        "A poll has 61% of adults for it. Research did the rest.",
    ],
)
def test_who_comments_is_not_who_asked(text):
    assert named(text) == [None]


@pytest.mark.parametrize(
    ("text", "pollster"),
    [
        ("In a survey of 2,000 drivers 61% said they doze off. Tables are on the pages of OnePoll.", "OnePoll"),
        ("A Fox News poll, made by pollster Mira Solheim, has 61% of voters for the bridge.", "Mira Solheim"),
        ("It is close, say Gallup exit polls. In the exit polls the party is on 41 percent of the vote.", "Gallup"),
        (
            "Bedtime is hard, poll finds\n\nCharity Ways for Families found 61% of parents struggle.",
            "Ways for Families",
        ),
        (
            "The Fennish party falls in this month's ranking by Harlow Consulting. "
            "In the survey 61% of voters are cross.",
            "Harlow Consulting",
        ),
    ],
)
def test_the_one_body_named_is_who_asked(text, pollster):
    assert named(text) == [pollster]


@pytest.mark.parametrize(
    "text",
    [
        "61% of adults are for the bridge, a poll shows. Lea Ford, a pollster, said it was high.",
        "61% of adults are for the bridge, a poll says. It is high. Few foresaw it. Lea Ford of Gallup had not.",
    ],
)
def test_a_pollster_who_comments_is_not_who_asked(text):
    assert named(text) == [None]


def test_polls_of_several_others_in_passing_take_their_own_figures_only():
    text = (
        "The party is on 28% in a Red C poll. Others were kinder: Millward Brown had it on 33% and Ipsos on 29%. "
        "The Greens are on 24%, a point up."
    )
    found = poll_figures(articles_of(text)).merge(polls(articles_of(text)), on=["article_id", "poll"])
    assert found.loc[found["percent"].eq(24), "pollster"].tolist() == ["Red C"]


def test_a_past_poll_of_another_takes_its_own_sentence_and_the_new_one_goes_on():
    text = (
        "A poll for the Coast Mail has 61% of adults for the bridge. Last year's Gallup poll had 40%. "
        "The new survey also has 22% against. Ipsos interviewed 1,010 adults."
    )
    found = poll_figures(articles_of(text)).merge(polls(articles_of(text)), on=["article_id", "poll"])
    assert dict(zip(found["percent"], found["pollster"], strict=True)) == {61: "Ipsos", 40: "Gallup", 22: "Ipsos"}


def test_how_people_were_reached_is_no_answer():
    text = "Harlow Insights did the interviews, 70% by landline and 30% by mobile. In the poll 61% are for the bridge."
    assert named(text) == ["Harlow Insights"]
    assert poll_figures(articles_of(text))["percent"].tolist() == [61]


def test_a_word_of_a_title_is_no_pollster():
    text = (
        "Hill Farm Levy Poll\n\nThis week we took a poll.\n\n"
        "Some 61% of voters are for it, and 22% of voters are not.\n"
    )
    assert named(text) == [None]


def test_an_election_that_is_counted_is_no_poll():
    text = "With 40% of the votes counted the president leads in the polls at 53%, ahead of Omar Said with 22%."
    assert named(text) == []
