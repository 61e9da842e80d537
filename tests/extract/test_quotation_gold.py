"""Passages in many styles, labelled by hand, and the quotations that they must give: `gold/quotes`."""

import pandas as pd
import pytest
from conftest import articles_of
from gold_quotes import Label, Passage, load

from cuttings.extract.quotation import quotations

PASSAGES = load()


def holds(label: Label, row: pd.Series) -> bool:
    """Whether a row is the quotation that a label describes."""
    speaker = "-" if pd.isna(row.speaker) else row.speaker
    said = row.text.startswith(label.first) and row.text.endswith(label.last)
    return said and row.kind in label.kinds and (speaker in label.speakers or "*" in label.speakers)


def compared(passage: Passage) -> list[str]:
    """What is wrong with the rows of a passage."""
    rows = [row for _, row in quotations(articles_of(passage.text)).iterrows()]
    wrong = []
    for label in passage.labels:
        match = next((row for row in rows if row.text.startswith(label.first) and row.text.endswith(label.last)), None)
        if match is None:
            wrong += [] if "-" in label.kinds else [f"missing: {label}"]
        elif not holds(label, match):
            wrong.append(f"{label}: {match.kind} | {match.speaker}")
        rows = [row for row in rows if row is not match]
    return wrong + [f"no quotation: {row.kind} | {row.speaker} | {row.text}" for row in rows]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_quotations_of_a_passage(passage):
    assert compared(passage) == []


def test_there_are_enough_passages():
    assert len(PASSAGES) >= 25
