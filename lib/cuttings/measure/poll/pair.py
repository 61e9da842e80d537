"""The two shares of an answer that a sentence holds against each other, and what its words say of them."""

import re
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from ... import lookups, tables
from ...text import fold
from .verdict import Case

WORDS = {kind: "|".join(lookups.column("poll_claims", "pattern", kind=kind)) for kind in ("denied", "clause")}
DENIED = re.compile(rf"\b(?:{WORDS['denied']})\b(?!-)", re.I)
OTHER = re.compile(rf"\b(?:{'|'.join(lookups.column('poll_claims', 'pattern', kind='other measure'))})\b", re.I)
COMPARING = r"(?!more\b|less\b|fewer\b|higher\b|lower\b)"
UP = re.compile(rf"\b{COMPARING}{lookups.alternatives('poll_words', kind='up')}\b", re.I)
DOWN = re.compile(rf"\b{COMPARING}{lookups.alternatives('poll_words', kind='down')}\b", re.I)
LEADS_IN = re.compile(r"[\s,(-]*(?:up|down)\b", re.I)
BREAK = re.compile(rf"[;:]|\b(?:{WORDS['clause']})\b", re.I)
CLAUSE = re.compile(r"[;:()]|, (?!from\b|to\b)|\b(?:while|but|as|when|after|before|and)\b")
HEDGED = re.compile(r"\b(?:almost|nearly|close to|about|around) ", re.I)
BACK = 120


class Pair(NamedTuple):
    """An earlier and a later share of one answer."""

    before: Any
    now: Any

    @property
    def first(self) -> float:
        """The earlier share."""
        return float(self.before.percent)

    @property
    def last(self) -> float:
        """The later share."""
        return float(self.now.percent)

    @property
    def sign(self) -> int:
        """1 for a rise, -1 for a fall, 0 for none."""
        return (self.last > self.first) - (self.last < self.first)


def between(case: Case, figure: Any) -> Pair | None:
    """The earlier and the current share of the answer of a figure, where its sentence gives one of each, and of one
    group.
    """
    shares = case.shares[case.shares["percent_to"].isna()]
    same = shares[shares["sentence_start"] == figure.sentence_start]
    same = same[same["option"].fillna("") == ("" if pd.isna(figure.option) else figure.option)]
    if len(same) != 2 or same["group"].nunique() > 1:
        return None
    earlier, now = same[same["wave"] != "current"], same[same["wave"] == "current"]
    if len(earlier) != 1 or len(now) != 1:
        return None
    return Pair(next(tables.rows(earlier)), next(tables.rows(now)))


def is_joined(case: Case, figure: Any, pair: Pair) -> bool:
    """Whether a figure stands in one clause with its two shares, and its words are not denied or of another measure.

    `doubled, from 10% to 21%` does; `doubled in spring and then fell from 30% to 24%`, `her lead doubled, from 44% to
    47%` and `has not doubled, from 20% to 30%` do not.
    """
    spans = sorted((int(one.start), int(one.end)) for one in (figure, *pair))
    gaps = [fold(case.text[left[1] : right[0]]) for left, right in pairwise(spans)]
    if any(BREAK.search(gap) for gap in gaps):
        return False
    beside = gaps[0] if spans[0][0] == figure.start else gaps[1]
    if spans[1][0] != figure.start and figure.kind == "multiple":
        beside = LEADS_IN.sub("", beside)
        if UP.search(beside) or DOWN.search(beside):
            return False
    before = fold(case.text[max(int(figure.sentence_start), spans[0][0] - BACK) : int(figure.start)])
    clause = CLAUSE.split(before)[-1]
    return not DENIED.search(HEDGED.sub("", clause)) and not OTHER.search(clause)


def told(case: Case, pair: Pair) -> int:
    """What the words around two shares tell: 1 for a rise, -1 for a fall, 0 where they tell neither or both.

    The words between the shares decide (`40%, down from 45%`), else those of the clause before them.
    """
    left, right = sorted(pair, key=lambda one: one.start)
    start = max(int(left.sentence_start), int(left.start) - BACK)
    clause = CLAUSE.split(fold(case.text[start : int(left.start)]))[-1]
    for words in (fold(case.text[int(left.end) : int(right.start)]), clause):
        up, down = UP.search(words), DOWN.search(words)
        if up or down:
            denied = DENIED.search(HEDGED.sub("", words))
            return 0 if denied or (up and down) else 1 if up else -1
    return 0


def contradiction(sign: int, pair: Pair) -> str:
    """Where words tell of a rise and the shares of a fall, or the reverse, a note of it; else nothing."""
    if not sign or not pair.sign or sign == pair.sign:
        return ""
    rise, fall = ("a rise", "a fall") if sign > 0 else ("a fall", "a rise")
    return f"; the words tell of {rise} and the shares of {fall}: a contradiction, or shares of something else"
