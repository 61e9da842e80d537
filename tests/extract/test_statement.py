"""Reported statements: passages in words of our own, and what they must give."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract.statement import statements

LEAD = "Mayor Paula Reyes and her deputy, Tom Hale, met at the harbour.\n\n"


def found(text: str) -> list[tuple]:
    """Content, speaker, cue and kind of the statements of a text that follows the lead paragraph."""
    table = statements(articles_of(LEAD + text))
    return [
        (row.text, None if pd.isna(row.speaker) else row.speaker, row.cue, row.kind)
        for row in table.itertuples()
        if row.start >= len(LEAD)
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Reyes said that the pier would close in spring.",
            [("that the pier would close in spring", "Paula Reyes", "said", "speech")],
        ),
        (
            "Reyes said on Tuesday the pier would close.",
            [("the pier would close", "Paula Reyes", "said", "speech")],
        ),
        (
            "The pier would close in spring, Reyes said.",
            [("The pier would close in spring", "Paula Reyes", "said", "speech")],
        ),
        (
            "The pier, Reyes said, would close in spring.",
            [("The pier, Reyes said, would close in spring", "Paula Reyes", "said", "speech")],
        ),
        (
            "When asked by Fox News about the pier, Reyes acknowledged that it would close.",
            [("that it would close", "Paula Reyes", "acknowledged", "speech")],
        ),
        (
            "Reyes, asked by Fox News on Sunday about the pier, said it was dead.",
            [("it was dead", "Paula Reyes", "said", "speech")],
        ),
        (
            "Reyes appeared on Fox News, and a dozen states held their votes in the port, known as Flint.",
            [],
        ),
        (
            "Reyes insisted that despite the losses, Hale repeated his offer.",
            [("that despite the losses, Hale repeated his offer", "Paula Reyes", "insisted", "speech")],
        ),
        (
            "Hale pledged to keep the crane, and records show that it is paid for.",
            [
                ("to keep the crane", "Tom Hale", "pledged", "speech"),
                ("that it is paid for", "records", "show", "stance"),
            ],
        ),
        (
            "The Fox interview is not the first one in which legally acknowledging the loss is the matter.",
            [("the loss is the matter", None, "acknowledging", "speech")],
        ),
        (
            "Reyes stated her case, and went on to insist that the crane would stay.",
            [
                ("her case", "Paula Reyes", "stated", "speech"),
                ("that the crane would stay", "Paula Reyes", "insist", "speech"),
            ],
        ),
        (
            "Hale sparked anger in the port for saying that the crane would not stay.",
            [("that the crane would not stay", "Tom Hale", "saying", "speech")],
        ),
        (
            "Anna Lind, a former port engineer, declined to comment.",
            [("to comment", "Anna Lind", "declined", "speech")],
        ),
        (
            "Only a few of them left, according to the latest figures.",
            [("Only a few of them left", "the latest figures", "according to", "speech")],
        ),
        (
            "According to Hale, the crane is older than the town.",
            [("the crane is older than the town", "Tom Hale", "according to", "speech")],
        ),
        (
            "The crane is older than the town, according to Hale.",
            [("The crane is older than the town", "Tom Hale", "according to", "speech")],
        ),
        (
            "Hale told the council that the crane had to go.",
            [("that the crane had to go", "Tom Hale", "told", "speech")],
        ),
        (
            "Reyes criticized the plan for the crane after the meeting.",
            [("the plan for the crane", "Paula Reyes", "criticized", "speech")],
        ),
        (
            "Hale believes that the crane will hold.",
            [("that the crane will hold", "Tom Hale", "believes", "thought")],
        ),
        (
            "Reyes said the pier was “a danger” to all.",
            [("the pier was “a danger” to all", "Paula Reyes", "said", "speech")],
        ),
        (
            "The ad, titled “Tide,” concludes that the pier is lost.",
            [("that the pier is lost", None, "concludes", "speech")],
        ),
        (
            "Reyes said that Hale denied the report.",
            [("that Hale denied the report", "Paula Reyes", "said", "speech")],
        ),
    ],
)
def test_content_speaker_and_cue(text, rows):
    assert found(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "“The pier will close in spring,” Reyes said.",
        "Reyes said: “The pier will close in spring.”",
        "The boats lay at the quay all day long.",
    ],
)
def test_no_statement(text):
    assert found(text) == []


def test_a_pronoun_leads_to_its_name_and_a_description_is_anonymous():
    table = statements(articles_of("Tom Hale came late. He said that the crane had to go. An official said it stays."))
    assert table.speaker.tolist() == ["Tom Hale", "An official"]
    assert table.anonymous.tolist() == [False, True]


def test_a_word_for_people_before_many_blanks_is_read():
    assert (
        found("Many" + " " * 40 + "fear the tide. Reyes said that the pier will close.")[0][0]
        == "that the pier will close"
    )
