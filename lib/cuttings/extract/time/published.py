"""The range of days on which a text can have been published, read from the text itself."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..publication_line import publication_line
from .event import war_bounds
from .nearby import bare_days, called_today, days_since, fitting
from .office import tenures
from .term import later_spells, office_ends, office_starts
from .told import Evidence, dates_ahead, told_dates


class Range(NamedTuple):
    """First and last possible day, null where open, and the evidence of each."""

    first: date | None
    last: date | None
    evidence: tuple[Evidence, ...]


@lru_cache(maxsize=64)
def published(text: str) -> Range:
    """The range of days of publication.

    0. Days that the format or the researcher gives are the range, without a span.
    1. A publication line (`Published 3 May 2024`) above the article settles the day.
    2. No text is older than what it tells of: the latest date written in full of which it surely tells in the past is
       a lower bound (`told_dates`); so is the day from which a person can be called what the text calls them
       (`office_starts`).
    3. Nor is it younger than what it expects (`dates_ahead`), than the offices of those it names (`office_ends`), or
       than the years that a war has lasted (`war_bounds`).
    4. Where the range is then bounded on both sides, days without a year, and words that tie publication to a day,
       narrow it (`bare_days`, `days_since`, `fitting`); a day that the text calls today settles it (`called_today`).

    Bounds that contradict each other are both dropped: one of them was misread, and it is not known which.
    """
    given = from_outside(text)
    if given:
        return given
    line = publication_line(text)
    if len(line) == 2:
        return Range(line[0].day, line[0].day, line)
    lower, upper = widest(text, line)
    if lower and upper and upper.day < lower.day:
        return Range(None, None, ())
    today = called_today(text, lower, upper)
    if today:
        return ranged(today, today._replace(bound="to"))
    return ranged(*narrowed(text, lower, upper)) if lower and upper else ranged(lower, upper)


def from_outside(text: str) -> Range | None:
    """The range that a page brings with it; null for other text."""
    first, last = getattr(text, "first", None), getattr(text, "last", None)
    return Range(first, last, ()) if first or last else None


def ranged(lower: Evidence | None, upper: Evidence | None) -> Range:
    """The range between two pieces of evidence."""
    return Range(
        lower.day if lower else None, upper.day if upper else None, tuple(one for one in (lower, upper) if one)
    )


def latest(found: Iterable[Evidence]) -> Evidence | None:
    """The evidence for the latest day; of several, the first in the text."""
    return max(found, key=lambda one: (one.day, -one.start), default=None)


def earliest(found: Iterable[Evidence]) -> Evidence | None:
    """The evidence for the earliest day; of several, the first in the text."""
    return min(found, key=lambda one: (one.day, one.start), default=None)


def widest(text: str, line: tuple[Evidence, ...]) -> tuple[Evidence | None, Evidence | None]:
    """Both bounds by rules 2 and 3."""
    cast = list(tenures(text))
    lower = latest([*told_dates(text), *office_starts(cast)])
    war = list(war_bounds(text, lower.day if lower else None))
    lower = latest([*filter(None, [lower]), *(one for one in war if one.bound == "from")])
    lower = latest([*filter(None, [lower]), *later_spells(cast, lower)])
    last = (*dates_ahead(text), *(one for one in war if one.bound == "to"), *office_ends(text, cast, lower))
    updated = [one for one in line if not lower or one.day >= lower.day]
    return lower, earliest([*last, *updated])


def narrowed(text: str, lower: Evidence, upper: Evidence) -> tuple[Evidence, Evidence]:
    """Both bounds by rule 4."""
    lower = latest([lower, *bare_days(text, lower.day, upper.day)]) or lower
    near = list(days_since(text, lower.day, upper.day))
    lower = latest([lower, *(one for one in near if one.bound == "from")]) or lower
    upper = earliest([upper, *(one for one in near if one.bound == "to")]) or upper
    return fitting(text, lower, upper)
