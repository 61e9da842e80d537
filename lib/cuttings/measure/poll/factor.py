"""Are multiples, and changes in per cent, what the shares of the same sentence say?"""

import re
from collections.abc import Iterator

import pandas as pd

from ... import tables
from ...text import fold
from .verdict import HOLDS, OPEN, WRONG, Case, Row, check, plain

ALMOST = re.compile(r"\b(?:almost|nearly|close to|about|roughly|around|some) (?:\w+ )?$", re.I)
MORE = re.compile(r"\bmore than (?:\w+ )?$", re.I)
PERCENT = re.compile(r"%|per ?cent(?!age)", re.I)


def between(case: Case, row: object) -> tuple[float, float] | None:
    """The earlier and the current share of the answer of a figure, where its sentence gives one of each."""
    shares = case.shares[case.shares["percent_to"].isna()]
    same = shares[shares["sentence_start"] == row.sentence_start]  # type: ignore[attr-defined]
    option = row.option  # type: ignore[attr-defined]
    same = same[same["option"].fillna("") == ("" if pd.isna(option) else option)]
    earlier, now = same[same["wave"] != "current"], same[same["wave"] == "current"]
    if len(earlier) != 1 or len(now) != 1:
        return None
    return float(earlier["percent"].iloc[0]), float(now["percent"].iloc[0])


def multiples(case: Case) -> Iterator[Row]:
    """Whether `doubled, from 10% to 21%` is a factor of two, with room for rounded shares, `almost` and `more than`."""
    rows = [row for row in tables.rows(case.figures[case.figures["kind"] == "multiple"]) if between(case, row)]
    for number, row in enumerate(rows, 1):
        first, last = between(case, row) or (0.0, 0.0)
        before = fold(case.text[max(0, row.start - 25) : row.start])
        low, high = (last - 0.5) / (first + 0.5), (last + 0.5) / max(first - 0.5, 0.1)
        shown = (
            f"{plain(first)} to {plain(last)} is a factor of {last / max(first, 0.1):.1f}; the report says "
            f"{plain(row.factor)}"
        )
        name = "multiple in words" if number == 1 else f"multiple in words {number}"
        verdict = judged(row.factor, low, high, bool(ALMOST.search(before)), bool(MORE.search(before)))
        yield check(name, verdict, shown, case.figures[case.figures["start"] == row.start])


def judged(factor: float, low: float, high: float, almost: bool, more: bool) -> str:
    """Whether a factor lies between the bounds that rounded shares leave, with the room that words give it."""
    if factor < 1:
        low, high, factor = 1 / high, 1 / low, 1 / factor
    least = factor * (0.75 if almost else 0.9)
    most = factor * (1.5 if more else 1.25)
    if high >= least and low <= most:
        return HOLDS
    return OPEN if high >= 0.7 * least and low <= 1.5 * most else WRONG


def percents(case: Case) -> Iterator[Row]:
    """Whether a change in per cent is one: `from 40% to 45%, up 5 percent` is five points, and 12 per cent."""
    changes = case.figures[case.figures["kind"] == "change"]
    written = [row for row in tables.rows(changes) if PERCENT.search(row.text) and "point" not in row.text.lower()]
    for number, row in enumerate(written, 1):
        evidence = changes[changes["start"] == row.start]
        name = "per cent or points" if number == 1 else f"per cent or points {number}"
        told, size = between(case, row), abs(float(row.points))
        if told is None:
            yield check(
                name, OPEN, f"a change of {plain(size)} per cent: of the share, or percentage points?", evidence
            )
            continue
        moved, ratio = abs(told[1] - told[0]), 100 * abs(told[1] - told[0]) / max(told[0], 0.1)
        shown = f"{plain(told[0])} to {plain(told[1])} is {plain(moved)} points, or {ratio:.0f} per cent"
        right = abs(ratio - size) <= max(1.0, 150 / max(told[0], 1))
        verdict = HOLDS if right else WRONG if abs(moved - size) < 0.6 else OPEN
        yield check(name, verdict, f"{shown}; the report says {plain(size)} per cent", evidence)


def points(case: Case) -> Iterator[Row]:
    """Whether a change in points is the difference of the shares that its sentence gives, up to rounding."""
    changes = case.figures[case.figures["kind"] == "change"]
    rows = [row for row in tables.rows(changes) if not PERCENT.search(row.text) or "point" in row.text.lower()]
    told = [(row, pair) for row in rows if (pair := between(case, row)) is not None]
    for number, (row, (first, last)) in enumerate(told, 1):
        name = "points" if number == 1 else f"points {number}"
        moved = abs(last - first)
        off = abs(moved - abs(float(row.points)))
        shown = f"{plain(first)} to {plain(last)} is {plain(round(moved, 1))} points"
        shown += f"; the report says {plain(abs(row.points))}"
        verdict = HOLDS if off <= 1.01 else OPEN
        yield check(name, verdict, shown, changes[changes["start"] == row.start])
