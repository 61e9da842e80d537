"""Days close to publication: days without a year, and words that tie publication to a day."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from ... import lookups
from .event import named_day
from .expression import Expression, expressions, straight
from .period import Period
from .relative import HALF_A_YEAR, readings
from .told import Evidence

DAY = timedelta(days=1)
DAYS_SINCE = re.compile(rf"\b{lookups.alternatives('time_words', kind='days_since')}\b(?P<then> then\b)?")
WEEKS = timedelta(weeks=5)
REACH = 1500
TODAY = {"today": 0, "yesterday": 1, "tomorrow": -1}
LINK = re.compile(r"[ ,(]{1,2}(?:on )?")


def candidates(one: Expression, first: date, last: date, within: timedelta) -> list[Period]:
    """The readings of a day or month without a year that lie at most `within` before some day of publication."""
    years = readings(one, (first - within).year, last.year)
    return [(left, right) for left, right in years if right >= first - within and left <= last]


def is_bare(one: Expression) -> bool:
    """Whether a day has no year, and none is named before it in its paragraph."""
    return one.kind == "day" and one.reading.month is not None and not one.first and not one.setting.dated


def settled(folded: str, one: Expression, first: date, last: date) -> date | None:
    """The day that an expression means in an article published in a range; null where more than one is possible.

    Assumed: a day without a year lies in the half year before publication, unless its paragraph names a year before it
    or it is the name of an event (lookups/events.csv).
    """
    if one.kind == "day" and one.first:
        return one.first
    if not is_bare(one) or named_day(folded, one) or one.text.endswith(" year"):
        return None
    options = candidates(one, first, last, HALF_A_YEAR)
    return options[0][0] if len(options) == 1 else None


def bare_days(text: str, first: date, last: date) -> Iterator[Evidence]:
    """Days without a year of which the text surely tells in the past, in its own words."""
    folded = straight(text)
    for one in expressions(text):
        if is_bare(one) and one.setting.past and one.setting.sure and not one.setting.quoted:
            day = settled(folded, one, first, last)
            if day and first < day <= last:
                yield Evidence(one.start, one.end, "from", day, "tells of this day, shortly before publication")


def days_since(text: str, first: date, last: date) -> Iterator[Evidence]:
    """`every day since then`: what is counted in days since a day is published within five weeks of it; otherwise one
    would count in weeks or months.
    """
    folded, found = straight(text), expressions(text)
    place = 0
    for match in DAYS_SINCE.finditer(folded):
        while place < len(found) and found[place].start < match.start():
            place += 1
        one = found[place - 1] if place and match["then"] else found[place] if place < len(found) else None
        if one and one.kind == "day" and abs(one.start - match.start()) <= (REACH if match["then"] else 40):
            day = settled(folded, one, first, last)
            if day and first <= day <= last:
                for bound, limit in (("from", day + DAY), ("to", day + WEEKS)):
                    if limit <= last:
                        yield Evidence(match.start(), match.end(), bound, limit, f"counts the days since {day}")


def called_today(text: str, lower: Evidence | None, upper: Evidence | None) -> Evidence | None:
    """The day of publication where the text calls a day `today`, `yesterday` or `tomorrow` and dates it beside that
    (`today, 3 May 2024`; `yesterday (Tuesday 12 November)`), in its own words.
    """
    folded = straight(text)
    for one, dated in pairwise(expressions(text)):
        shift = TODAY.get(one.text.lower())
        if shift is None or one.setting.quoted or not LINK.fullmatch(folded, one.end, dated.start):
            continue
        day = dated.first if dated.kind == "day" else None
        if not day and lower and upper:
            day = settled(folded, dated, lower.day, upper.day)
        if day:
            return Evidence(one.start, dated.end, "from", day + DAY * shift, "dates what it calls " + one.text.lower())
    return None


def fitting(text: str, lower: Evidence, upper: Evidence) -> tuple[Evidence, Evidence]:
    """Both bounds moved inwards to the nearest days on which the text could speak as it does.

    1. `this Monday` of what has happened and `this Tuesday` of what is to come: from a Monday to the Tuesday behind it.
    2. `earlier this year` is not said in January, when one says `earlier this month`.
    """
    own = [one for one in expressions(text) if not one.setting.quoted]
    for one, basis, fits in (*of_year(own), *of_week(own)):
        first, last = lower.day, upper.day
        while first <= last and not fits(first):
            first += DAY
        while first <= last and not fits(last):
            last -= DAY
        if first <= last:
            lower = lower if first == lower.day else Evidence(one.start, one.end, "from", first, basis)
            upper = upper if last == upper.day else Evidence(one.start, one.end, "to", last, basis)
    return lower, upper


Fit = tuple[Expression, str, Callable[[date], bool]]


def of_year(own: list[Expression]) -> Iterator[Fit]:
    """Rule 2."""
    for one in own:
        if one.text.lower() == "earlier this year":
            yield one, "not said in January", lambda day: day.month > 1
            return


def of_week(own: list[Expression]) -> Iterator[Fit]:
    """Rule 1, once for each pair of weekdays."""
    this = [one for one in own if one.kind == "weekday" and one.text.lower().startswith("this ")]
    past = {one.reading.weekday: one for one in this if one.setting.past}
    ahead = {one.reading.weekday: one for one in this if one.setting.ahead}
    for begin, one in past.items():
        for end in ahead:
            if begin is not None and end is not None and begin != end:
                days = frozenset((begin + step) % 7 for step in range((end - begin) % 7 + 1))
                yield one, "between two weekdays of one week", partial(falls_on, days)


def falls_on(weekdays: frozenset[int], day: date) -> bool:
    """Whether a day is one of some weekdays."""
    return day.weekday() in weekdays
