"""Dates of which a text tells, as bounds of the day on which it was published."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from .anaphora import counted_on
from .expression import Expression, expressions

TOLD = ("day", "month", "year", "range", "feast")


class Evidence(NamedTuple):
    """Words that bound the day of publication: the span, which bound, the day, and the rule."""

    start: int
    end: int
    bound: str
    day: date
    basis: str


def is_told(one: Expression) -> bool:
    """Whether an expression surely tells of the past."""
    return one.kind in TOLD and one.setting.past and one.setting.sure


def told_dates(text: str) -> Iterator[Evidence]:
    """No text is older than what it tells of: dates written in full, and days counted on from them."""
    for one in expressions(text):
        if one.first and is_told(one):
            yield Evidence(one.start, one.end, "from", one.first, "tells of this date")
    for before, one in pairwise(expressions(text)):
        if before.first and before.first == before.last and is_told(before) and one.setting.past and one.setting.sure:
            counted = counted_on(one, before, (before.first, before.first))
            if counted and counted[0] > before.first:
                yield Evidence(one.start, one.end, "from", counted[0], "tells of a day counted on from a date")


def dates_ahead(text: str) -> Iterator[Evidence]:
    """No text is younger than what it expects: dates written in full, in the outlet's own words, behind a verb in the
    present (`will open in 2031`, `is due to end on 3 May 2026`), where no year stands before it in the paragraph.
    """
    for one in expressions(text):
        around = one.setting
        if (
            one.last
            and one.kind in TOLD
            and around.sign == "will"
            and around.sure
            and not (around.quoted or around.dated)
        ):
            yield Evidence(one.start, one.end, "to", one.last, "expects this date")
