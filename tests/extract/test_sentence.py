"""Messy passages and the sentences that they must give, with their voice."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract.sentence import sentences


def cut(text: str) -> list[str]:
    """The sentences of one text."""
    return sentences(articles_of(text)).text.tolist()


@pytest.mark.parametrize(
    "text",
    [
        "Harold Q. Stern met Mrs. Lind and Dr. Hale on Feb. 17 near St. Anne in the U.S. Senate building.",
        "The U.S.-led group paid Velkor Inc. about $4.5 million for the pier, i.e. for what was left of it.",
        "“Why should we wait for them?” Anna Lind asked the crowd that had come to the harbour.",
        "“Why should we wait for them?” she asked the crowd that had come to the harbour.",
        "J.D. Berg went to Washington, D.C. Police had been told of it on the evening before.".replace(
            "Police", "police"
        ),
        "The words … were left out by the printer, and nobody at the paper saw it for a week.",
    ],
)
def test_one_sentence(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["The pier was sold last spring.", "Nobody in the town had been asked about it first."],
        ["He had lived for many years in the U.S.", "The pier was sold while he was away from home."],
        ["“The pier was sold last spring.", "Nobody asked us about it before that,” Hale said on Friday."],
        ["Reyes said: “The pier was sold.”", "“It was not,” Hale answered her from the other side."],
        ["Was the pier sold last spring?!", "Nobody in the town could say so with any certainty."],
        ["The vote was held on Monday (and lost.)", "12 members of the council had stayed at home."],
    ],
)
def test_two_sentences(parts):
    assert cut(" ".join(parts)) == parts


def test_broken_line_does_not_end_a_sentence(seed_texts):
    survey = [text for text in cut(seed_texts["004"]) if "58 percent" in text]
    assert len(survey) == 1
    assert survey[0].startswith("A survey, conducted by the Kyiv International Institute of\nSociology")


def test_voice():
    text = (
        "The mayor, Paula Reyes, spoke to reporters. “The pier is sold. It is not coming back,” she said. "
        "“We are all sorry about that.” The “harbour fund” is empty."
    )
    table = sentences(articles_of(text))
    assert table.voice.tolist() == ["outlet", "quoted", "mixed", "quoted", "outlet"]


def test_voice_of_the_seeds(seed_texts):
    table = sentences(articles_of(seed_texts["001"]))
    assert table.voice.value_counts().to_dict() == {"outlet": 25, "mixed": 4, "quoted": 3}
    table = sentences(articles_of(seed_texts["004"]))
    option = table[table.text.str.contains("58 percent")]
    assert option.voice.tolist() == ["mixed"]
    assert not table.text.str.endswith(("David L.", "E.U.", "U.S.")).any()


NASTY = ["", "." * 100_000, ". " * 50_000, '"' * 100_000, "A." * 50_000, "“" + "We go. " * 10_000, "שלום. עולם! " * 100]


def test_any_input_gives_rows_that_hold(seed_texts):
    articles = articles_of(*NASTY, *seed_texts.values())
    table = sentences(articles)
    one_by_one = [sentences(articles.iloc[[number]]) for number in range(len(articles))]
    pd.testing.assert_frame_equal(table, pd.concat(one_by_one, ignore_index=True))
    by_id = dict(zip(articles.article_id, articles.text, strict=True))
    assert all(row.text == by_id[row.article_id][row.start : row.end] for row in table.itertuples())
