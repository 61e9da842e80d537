"""Dates: the time expressions of the article itself, resolved as far as the text settles them."""

import re
from datetime import date, timedelta
from typing import Any

import pandas as pd
from dateutil.relativedelta import relativedelta

from .each import spans
from .expression import WEEKDAYS, Expression, bounds, expressions
from .published import HALF_A_YEAR, YEAR, Range, candidates, published

NUMBERS = dict(
    zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], range(1, 11), strict=True)
) | {"a": 1, "an": 1}
COUNTED = re.compile(r"(\w+) (day|week|month|year)s? (?:ago|earlier|before)", re.I)
OPEN = (None, None, "the text does not settle it")

Resolution = tuple[date | None, date | None, str]


def dates(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per time expression in the article itself.

    1. A year, month or day that is written in full stands for itself.
    2. A day without a year is the one in the half year before publication; a month without a year, the one in the
       year before; a weekday, the last one up to the day of publication.
    3. `last week`, `two days ago` count back from the day of publication.

    2 and 3 are resolved only where the range of publication, which is itself read from the text, leaves one answer;
    otherwise both bounds are null. Not found: feasts, seasons, times of day, and languages other than English.
    """
    return spans(articles, "dates", lambda text: (row(found, published(text)) for found in expressions(text)))


def row(found: Expression, when: Range) -> dict[str, Any]:
    """The row of one expression."""
    first, last, basis = resolve(found, when)
    bare = {"start": found.start, "end": found.end, "kind": found.kind}
    return bare | {"resolved_from": first, "resolved_to": last, "basis": basis}


def resolve(found: Expression, when: Range) -> Resolution:
    """First and last day that an expression can mean, and the rule."""
    if found.first and found.last:
        return found.first, found.last, "written in full"
    if when.first is None or when.last is None:
        return OPEN
    if found.kind in ("day", "month"):
        options = candidates(found, when.first, when.last, HALF_A_YEAR if found.kind == "day" else YEAR)
        return (*options[0], "the only one shortly before publication") if len(options) == 1 else OPEN
    if found.kind == "weekday":
        first, last = (last_weekday(found.text, day) for day in (when.first, when.last))
        return (first, last, "the last one up to publication") if first == last else OPEN
    return relative(found.text.lower(), when.first) if when.first == when.last else OPEN


def last_weekday(name: str, day: date) -> date:
    """The last such weekday up to a day."""
    return day - timedelta(days=(day.weekday() - WEEKDAYS.index(name.lower()[:3])) % 7)


def relative(text: str, day: date) -> Resolution:
    """Count from the day of publication."""
    counted = COUNTED.fullmatch(text)
    if counted and (counted[1].isdigit() or counted[1] in NUMBERS):
        number = int(counted[1]) if counted[1].isdigit() else NUMBERS[counted[1]]
        then = day - delta(counted[2].lower(), number)
        return (then, then, "counted from publication") if counted[2] == "day" else OPEN
    step = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(text)
    if step is not None:
        return day + timedelta(days=step), day + timedelta(days=step), "counted from publication"
    return calendar_unit(text, day)


def calendar_unit(text: str, day: date) -> Resolution:
    """`last week` is Monday to Sunday of the week before; `this month` is the month of publication up to its end."""
    *which, unit = text.split()
    step = {"last": -1, "next": 1}.get(which[0] if which else "", 0)
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6), "counted from publication"
    if unit in ("month", "year") and which:
        then = day + delta(unit, step)
        return *bounds(then.year, then.month if unit == "month" else None, None), "counted from publication"
    return OPEN


def delta(unit: str, number: int) -> relativedelta:
    """A number of days, weeks, months or years."""
    counts: Any = {f"{unit}s": number}
    return relativedelta(**counts)
