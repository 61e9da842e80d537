"""Are changes in points and in per cent what the shares of the same sentence say?"""

import re
from collections.abc import Iterator
from typing import Any

from ... import tables
from ...text import fold
from .pair import Pair, between, contradiction, is_joined
from .verdict import HOLDS, OPEN, WRONG, Case, Row, check, plain

PERCENT = re.compile(r"%|per ?cent(?!age)", re.I)
MORE = re.compile(r"\b(?:more than|at least|over) $", re.I)
ROUNDED = 1.01  # points by which a difference of two rounded shares may be off


def points(case: Case) -> Iterator[Row]:
    """Whether a change in points is the difference of the shares that its sentence gives, up to rounding, and of the
    same direction. Where it is not, the shares may be of something else: that cannot be checked.
    """
    changes = case.figures[case.figures["kind"] == "change"]
    rows = [row for row in tables.rows(changes) if not is_percent(row)]
    found = [(row, pair) for row in rows if (pair := between(case, row)) is not None]
    for number, (row, pair) in enumerate(found, 1):
        name = "points" if number == 1 else f"points {number}"
        size, moved = float(row.points), pair.last - pair.first
        against = contradiction((size > 0) - (size < 0), pair)
        shown = f"{plain(pair.first)} to {plain(pair.last)} is {plain(round(abs(moved), 1))} points"
        shown += f"; the report says {plain(abs(size))}{against}"
        verdict = HOLDS if abs(abs(moved) - abs(size)) <= ROUNDED and not against else OPEN
        yield check(name, verdict, shown, changes[changes["start"] == row.start])


def percents(case: Case) -> Iterator[Row]:
    """Whether a change in per cent is one: `from 40% to 45%, up 5 percent` is five points, and 12 per cent.

    It is said not to hold only where the change is that many points, of the direction told, and stands in one clause
    with its shares (see `pair.is_joined`).
    """
    changes = case.figures[case.figures["kind"] == "change"]
    for number, row in enumerate((row for row in tables.rows(changes) if is_percent(row)), 1):
        name = "per cent or points" if number == 1 else f"per cent or points {number}"
        evidence = changes[changes["start"] == row.start]
        pair = between(case, row)
        if pair is None or pair.first < 1:
            size = plain(abs(float(row.points)))
            detail = f"a change of {size} per cent: of the share, or percentage points?"
            yield check(name, OPEN, detail, evidence)
        else:
            yield check(name, *judged(case, row, pair), evidence)


def is_percent(figure: Any) -> bool:
    """Whether a change is written in per cent, not in points."""
    return bool(PERCENT.search(figure.text)) and "point" not in figure.text.lower()


def judged(case: Case, figure: Any, pair: Pair) -> tuple[str, str]:
    """The verdict on a change in per cent, and the arithmetic."""
    size, moved = abs(float(figure.points)), abs(pair.last - pair.first)
    ratio = 100 * moved / pair.first
    against = contradiction((figure.points > 0) - (figure.points < 0), pair)
    shown = f"{plain(pair.first)} to {plain(pair.last)} is {plain(round(moved, 1))} points, or {ratio:.0f} per cent"
    shown += f"; the report says {plain(size)} per cent{against}"
    if against:
        return OPEN, shown
    room = max(1.0, 150 / pair.first)
    at_least = MORE.search(fold(case.text[max(0, figure.start - 15) : figure.start]))
    if abs(ratio - size) <= room or (at_least and ratio >= size):
        return HOLDS, shown
    return WRONG if abs(moved - size) < 0.6 and is_joined(case, figure, pair) else OPEN, shown
