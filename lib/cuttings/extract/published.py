"""The range of days on which a text can have been published, read from the text itself."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from .. import lookups
from ..text import fold
from .expression import Expression, bounds, expressions, in_span
from .office import Tenure, Window, tenures
from .paragraph import paragraphs
from .segment import parts

HALF_A_YEAR, YEAR = timedelta(days=183), timedelta(days=365)
AHEAD = re.compile(rf"\b{lookups.alternatives('time_words', kind='ahead')}\b", re.I)
PAST = re.compile(rf"\b{lookups.alternatives('time_words', kind='past')}\b", re.I)
UPDATED = re.compile(rf"\b{lookups.alternatives('time_words', kind='updated')}\b", re.I)
ATTRIBUTE = re.compile(r" [a-z]+")
HAPPENED = re.compile(
    rf" (?:(?:[a-z]+ )?{lookups.alternatives('time_words', kind='happened')}"
    rf"|{lookups.alternatives('time_words', kind='no_noun')})\b"
)
STOP = re.compile(r"[.!?]\"? +(?=[A-Z\"'])")


class Evidence(NamedTuple):
    """Words that bound the day of publication: the span, which bound, the day, and the rule."""

    start: int
    end: int
    bound: str
    day: date
    basis: str


class Range(NamedTuple):
    """First and last possible day, null where open, and the evidence of each."""

    first: date | None
    last: date | None
    evidence: tuple[Evidence, ...]


@lru_cache(maxsize=64)
def published(text: str) -> Range:
    """The range of days of publication.

    1. A publication line (`Published 3 May 2024`) above the article settles the day.
    2. No text is older than what it tells of: the latest date written in full, in a sentence that does not look
       ahead, is a lower bound; so is the day from which a person can be called what the text calls them
       (lookups/offices.csv).
    3. Nor is it younger than that: people cease to be `incoming`, `former` or in office. That counts where one is
       called `incoming` or `former`, or where two people hold their offices at the lower bound.
    4. A day without a year lies in the half year before publication; where that leaves one year, it is a lower bound.
    """
    line = publication_line(text)
    if len(line) == 2:
        return Range(line[0].day, line[0].day, line)
    cast = list(tenures(text))
    lower = max([*told_dates(text), *office_starts(cast)], key=lambda one: (one.day, -one.start), default=None)
    lower = later_spell(cast, lower)
    upper = line[0] if line and (not lower or line[0].day >= lower.day) else office_end(cast, lower)
    lower = latest_bare_day(text, lower, upper) or lower
    return Range(
        lower.day if lower else None,
        upper.day if upper else None,
        tuple(one for one in (lower, upper) if one),
    )


def publication_line(text: str) -> tuple[Evidence, ...]:
    """The day in a line above the article that carries a byline or says when it was published, for both bounds; a day
    of updating only where no other stands there, and only for the upper bound.
    """
    folded, own = fold(text), paragraphs(text)
    updated: tuple[Evidence, ...] = ()
    for part in parts(text):
        if part.role == "byline" and own and part.start < own[-1].start:
            for one in in_span(folded, part.start, part.end):
                if one.kind == "day" and one.first:
                    if not UPDATED.search(folded, max(part.start, one.start - 30), one.start):
                        line = Evidence(one.start, one.end, "from", one.first, "publication line")
                        return line, line._replace(bound="to")
                    updated = updated or (Evidence(one.start, one.end, "to", one.first, "updated on this day"),)
    return updated


def told_dates(text: str) -> Iterator[Evidence]:
    """Dates written in full in sentences that do not look ahead."""
    for one in told(text):
        if one.first:
            yield Evidence(one.start, one.end, "from", one.first, "tells of this date")


def told(text: str) -> Iterator[Expression]:
    """Time expressions that tell of the past, by their surroundings."""
    folded = fold(text)
    return (one for one in expressions(text) if is_past(folded, one))


def is_past(folded: str, one: Expression) -> bool:
    """Whether an expression tells of the past.

    The nearest sign before it in its sentence decides: `since` or a verb in the past tense for it, a word such as
    `by`, `until` or `will` against it; failing that, the first sign behind it. A year before a noun (`the 2024 race`)
    counts only with a noun for what has happened (`the 2022 invasion`); a day of updating never does.
    """
    if one.kind == "year" and ATTRIBUTE.match(folded, one.end) and not HAPPENED.match(folded, one.end):
        return False
    before = STOP.split(folded[max(0, one.start - 120) : one.start])[-1]
    if UPDATED.search(before):
        return False
    ahead = max((sign.start() for sign in AHEAD.finditer(before)), default=-1)
    past = max((sign.start() for sign in PAST.finditer(before)), default=-1)
    if max(ahead, past) >= 0:
        return past > ahead
    behind = STOP.split(folded[one.end : one.end + 200])[0]
    first_ahead, first_past = AHEAD.search(behind), PAST.search(behind)
    return first_past is not None and (first_ahead is None or first_past.start() < first_ahead.start())


def office_starts(cast: list[Tenure]) -> Iterator[Evidence]:
    """The day from which each person could first be called so."""
    for one in cast:
        yield Evidence(one.start, one.end, "from", one.windows[0][0], f"{one.status} from this day")


def window_at(one: Tenure, lower: Evidence | None) -> Window | None:
    """The window of a tenure that is open at the lower bound or opens after it; null where all are history."""
    return next((window for window in one.windows if not lower or not window[1] or window[1] >= lower.day), None)


def later_spell(cast: list[Tenure], lower: Evidence | None) -> Evidence | None:
    """The lower bound, raised where a person who came back can only be meant in the later spell."""
    for one in cast:
        window = window_at(one, lower)
        if window and lower and window[0] > lower.day:
            lower = Evidence(one.start, one.end, "from", window[0], f"{one.status} from this day")
    return lower


def office_end(cast: list[Tenure], lower: Evidence | None) -> Evidence | None:
    """The first day on which one of the cast ceased to be what the text calls them, if enough of them agree."""
    current = [(one, window) for one in cast if (window := window_at(one, lower))]
    marked = any(one.status != "holder" and window[1] for one, window in current)
    if not marked and len({one.surname for one, _ in current}) < 2:
        return None
    ends = [
        Evidence(one.start, one.end, "to", window[1], f"{one.status} until this day")
        for one, window in current
        if window[1]
    ]
    return min(ends, key=lambda one: (one.day, one.start), default=None)


def latest_bare_day(text: str, lower: Evidence | None, upper: Evidence | None) -> Evidence | None:
    """The latest day without a year that the range leaves one year for, where it raises the lower bound."""
    if lower is None or upper is None:
        return None
    found = []
    for one in told(text):
        options = candidates(one, lower.day, upper.day, HALF_A_YEAR) if one.kind == "day" and not one.first else []
        if len(options) == 1 and options[0][0] > lower.day:
            found.append(
                Evidence(one.start, one.end, "from", options[0][0], "tells of this day, shortly before publication")
            )
    return max(found, key=lambda one: one.day, default=None)


def candidates(one: Expression, first: date, last: date, within: timedelta) -> list[tuple[date, date]]:
    """The readings of a day or month without a year that lie at most `within` before some day of publication."""
    readings = []
    for year in range((first - within).year, last.year + 1):
        try:
            left, right = bounds(year, one.month, one.day)
        except ValueError:  # 29 February of a common year
            continue
        if right >= first - within and left <= last:
            readings.append((left, right))
    return readings
