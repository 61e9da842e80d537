"""Days: what a field says of the day of an article, as YYYY-MM-DD; what cannot be settled says nothing."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from dateutil.parser import parse

from .. import lookups
from ..extract.date_line import months
from .value import line

YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<number>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
EPOCH = re.compile(r"(\d{9,10}|\d{13})(?:\.\d+)?")
CLOCK_AT_ZERO = "1970-01-01"
FIRST_YEAR, LAST_YEAR = 1600, 2100
FIRST_EPOCH, LAST_EPOCH = 1990, 2032
LONGEST, LONGEST_START = 60, 200


def day(value: Any) -> str:
    """A day as YYYY-MM-DD, as written where the time has a zone; empty where it is not settled.

    1. A number of 9 or 10 digits is seconds since 1970, one of 13 milliseconds, in UTC. The first day of 1970 in
       figures is a clock at its zero.
    2. Digits alone (`20241105`, `20241105T101500Z`) are year, month, day.
    3. A text may begin with its day, year first, with the name of the month, or in figures with dots, which is day
       first: see `leading_day`.
    4. Anything else must have day, month and a year of four digits, and mean one day only: `03/04/2024` may be in
       March or April and so is neither.
    """
    written = line(value)
    if written.startswith(CLOCK_AT_ZERO):
        return ""
    if match := EPOCH.fullmatch(written):
        return from_epoch(match[1])
    if match := COMPACT.fullmatch(written):
        return calendar_day(match[1], match[2], match[3])
    found = leading_day(written)
    return found[0] if found else "" if YEAR_FIRST.match(written) else spelled_out(written)


def from_epoch(digits: str) -> str:
    """The day of a number of seconds or milliseconds since 1970; empty for one before the web or still to come."""
    found = datetime.fromtimestamp(int(digits[:10] if len(digits) == 13 else digits), UTC).date()
    return found.isoformat() if FIRST_EPOCH <= found.year <= LAST_EPOCH else ""


def calendar_day(year: str | int, month: str | int, of_month: str | int) -> str:
    """A day of the calendar, empty for 31 February and years in which no news was printed."""
    try:
        found = date(int(year), int(month), int(of_month))
    except ValueError:
        return ""
    return found.isoformat() if FIRST_YEAR <= found.year <= LAST_YEAR else ""


def leading_day(text: str) -> tuple[str, str] | None:
    """The day that a text begins with, and what follows it: `Monday, January 11, 2010`, `27. Februar 2012 Montag`,
    `1er mars 2018`, `12.05.2024`, `3 de mayo de 2018`, `Tue, 10 Jun 2003 04:00:00 GMT`, `2018-10-21T16:25:32-05:00`.
    Null where it begins with none. Names of months are those of lookups/months.csv.
    """
    start = " ".join(text[:LONGEST_START].split())
    for pattern in (YEAR_FIRST, *day_patterns()):
        if match := pattern.match(start):
            parts = match.groupdict()
            month = months()[parts["month"].lower()] if "month" in parts else parts["number"]
            found = calendar_day(parts["year"], month, parts["day"])
            return (found, start[match.end() :]) if found else None
    return None


@cache
def day_patterns() -> tuple[re.Pattern, ...]:
    """A day in words, month first or day first, and one in figures with dots, which is day first."""
    before, year = rf"(?:{weekday()}\.?,? )?", r"(?P<year>\d{4})(?!\d)"
    month = f"(?P<month>{one_of(months())})"
    return (
        re.compile(rf"{before}{month}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {year}", re.I),
        re.compile(
            rf"{before}(?P<day>\d{{1,2}})(?:\.|er|º|st|nd|rd|th)? (?:of |de )?{month}\.?,? (?:de |del )?{year}", re.I
        ),
        re.compile(rf"{before}(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{year}", re.I),
    )


@cache
def weekday() -> str:
    """The names of the weekdays (lookups/weekdays.csv) as one group of a regular expression."""
    return f"(?:{one_of(lookups.column('weekdays', 'form'))})"


def one_of(forms: Iterable[str]) -> str:
    """Alternatives of a regular expression, longer names first."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


def spelled_out(written: str) -> str:
    """The one day that a date in words or with slashes can mean: read with two different fillings for what it lacks,
    once with the day first and once with the month.
    """
    if len(written) > LONGEST or not re.search(r"(?<!\d)\d{4}(?!\d)", written):
        return ""
    try:
        readings = {
            parse(written, default=filling, dayfirst=dayfirst, ignoretz=True).date()
            for filling, dayfirst in ((datetime(2000, 1, 1), False), (datetime(2001, 2, 2), True))
        }
    except (ValueError, OverflowError):
        return ""
    return calendar_day(*readings.pop().timetuple()[:3]) if len(readings) == 1 else ""
