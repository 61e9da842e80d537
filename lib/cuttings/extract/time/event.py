"""Dated events of lookups/events.csv: wars that a text counts the years of, and days that are names."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache

from ... import lookups
from ..literal import matches_near, places
from ..paragraph import paragraphs
from .anaphora import NUMBERS
from .expression import Expression, straight
from .period import Period
from .told import Evidence

YEAR, MONTH = timedelta(days=365.25), timedelta(days=30.44)
NUMBER = "|".join(word for word in NUMBERS if len(word) > 2 and " " not in word)
WAR_YEARS = re.compile(
    rf"\b(?:(?P<about>nearly|almost|more than|over) )?(?:(?P<number>{NUMBER}|\d\d?)"
    r"(?P<half> ?- ?and- ?a- ?half)?-year(?:-long|-old|s-long)? (?:\w+ )?(?:war|conflict|invasion)"
    rf"|(?P<years>{NUMBER}|\d\d?)(?P<years_half> and a half)? years of (?:full-scale |all-out )?(?:war|fighting)\b)"
)
COUNTS, WITHIN = ("-year", " years of "), (40, 120)
# Months from the anniversary named to the first and the last day on which one would say so.
REACH = {
    "nearly": (-7, 0.5),
    "almost": (-7, 0.5),
    "more than": (-0.5, 13),
    "over": (-0.5, 13),
    "": (-5, 12),
    "half": (2, 12),
}


def war_bounds(text: str, first: date | None) -> Iterator[Evidence]:
    """`the nearly three-year-long war`, of the wars that the text names and that have not ended: both bounds.

    1. The words are the outlet's own, so a quotation of an older saying does not count.
    2. Assumed: one says `nearly` in the last seven months before the anniversary, `more than` in the year after it.
    3. Of several wars, those count of which the time fits the first possible day; the bounds hold all of them.
    """
    folded = straight(text)
    near = places(folded, COUNTS)
    for own in paragraphs(text) if near else ():
        left, marks = own.start, 0
        for match in matches_near(WAR_YEARS, folded, (own.start, own.end), near, WITHIN):
            marks += folded.count('"', left, match.start())
            left = match.start()
            days = [days_of(match, day) for day in starts(text)] if marks % 2 == 0 else []
            fitting = [one for one in days if not first or one[1] >= first]
            if fitting:
                basis = "counts the years of a war"
                yield Evidence(*match.span(), "from", min(fitting)[0], basis)
                yield Evidence(*match.span(), "to", max(last for _, last in fitting), basis)


@lru_cache(maxsize=8)
def starts(text: str) -> tuple[str, ...]:
    """The first days of the wars that a text names and that have not ended."""
    return tuple(
        row["from"]
        for row in lookups.rows("events")
        if row["kind"] == "war" and not row["to"] and re.search(row["pattern"], text)
    )


def days_of(match: re.Match, start: str) -> Period:
    """The days on which so many years of a war were true."""
    written = match["number"] or match["years"]
    years = NUMBERS.get(written) or int(written)
    half = match["half"] or match["years_half"]
    early, late = REACH["half" if half else match["about"] or ""]
    anniversary = date.fromisoformat(start) + years * YEAR
    return anniversary + early * MONTH, anniversary + late * MONTH


def named_day(folded: str, one: Expression) -> tuple[date, date, str] | None:
    """The day of an event that is called by it, such as `the Sept. 11 attacks`."""
    if one.kind != "day" or one.first:
        return None
    for month, day, pattern, when, event in days():
        if (month, day) == (one.reading.month, one.reading.day) and pattern.match(folded, one.end, one.end + 60):
            return when, when, f"the day of an event: {event}"
    return None


@cache
def days() -> tuple[tuple[int, int, re.Pattern, date, str], ...]:
    """The days that are names, with what is said behind them."""
    rows = [(date.fromisoformat(row["from"]), row) for row in lookups.rows("events") if row["kind"] == "day"]
    return tuple(
        (when.month, when.day, re.compile(rf",? (?:{row['pattern']})\b"), when, row["event"]) for when, row in rows
    )
