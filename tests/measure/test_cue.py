"""Cues: words of saying in their base form, with the tone that the lookup gives them."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import lookups, tables
from cuttings.measure import cues
from cuttings.measure.cue import base_form, tones


def quotation(article, start, speaker, cue, kind="full"):
    row = {"start": start, "end": start + 1, "text": "x", "kind": kind, "speaker": speaker, "cue": cue, "words": 4}
    return {"article_id": f"{article:012x}", "anonymous": False, **row}


@pytest.mark.parametrize(
    ("written", "base"),
    [("said", "say"), ("Insisting", "insist"), ("has claimed", "claim"), ("zigzagged", "zigzagged"), ("told", "tell")],
)
def test_base_forms(written, base):
    assert base_form(written) == base


def test_cues_are_counted_of_those_of_the_speaker_in_the_group():
    rows = [
        quotation(1, 0, "Ann Lee", "said"),
        quotation(1, 9, "Ann Lee", "claims"),
        quotation(1, 19, "Ann Lee", "claimed"),
        quotation(1, 29, "Ann Lee", None),
        quotation(1, 39, "Ann Lee", "said", "phrase"),
        quotation(2, 0, "Ann Lee", "zigzagged"),
    ]
    table = cues(tables.build("quotations", rows), articles_of("a", "b").assign(outlet=["H", "T"]))
    assert {(row.group, row.cue, row.tone, row.n, row.of_n) for row in table.itertuples()} == {
        ("H", "say", "neutral", 1, 3),
        ("H", "claim", "doubting", 2, 3),
        ("T", "zigzagged", "(not listed)", 1, 1),
    }


def test_statements_count_too():
    told = pd.DataFrame([quotation(1, 50, "Ann Lee", "admitted")])
    table = cues(tables.build("quotations", []), articles_of("a"), statements=told)
    assert table[["cue", "tone", "n"]].to_numpy().tolist() == [["admit", "admitting", 1]]


def test_no_cue_no_row():
    assert cues(tables.build("quotations", []), articles_of("a")).empty
    assert cues(tables.build("quotations", [quotation(1, 0, None, None)]), articles_of("a")).empty


def test_each_word_with_a_tone_is_a_word_of_saying_in_its_base_form():
    bases = set(lookups.column("cues", "cue"))
    assert set(tones()) <= bases, set(tones()) - bases


def test_a_government_is_one_speaker():
    rows = [quotation(1, 0, "Kyiv", "said"), quotation(1, 9, "Ukraine", "claimed")]
    table = cues(tables.build("quotations", rows), articles_of("a").assign(outlet=["H"]))
    assert table[["speaker", "cue", "of_n"]].to_numpy().tolist() == [
        ["Ukraine (government)", "claim", 2],
        ["Ukraine (government)", "say", 2],
    ]
