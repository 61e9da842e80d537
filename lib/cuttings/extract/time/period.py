"""Periods of the calendar: the first and the last day of a year, a quarter, a season, or a part of one."""

import calendar
from datetime import date, timedelta

Period = tuple[date, date]

# From the first day by the weather's calendar to the last day by the sun's, on the northern half of the globe.
SEASONS = {
    "spring": ((3, 1), (6, 21)),
    "summer": ((6, 1), (9, 23)),
    "autumn": ((9, 1), (12, 22)),
    "fall": ((9, 1), (12, 22)),
}


def bounds(year: int, month: int | None, day: int | None) -> Period:
    """First and last day of a year, a month or a day. Raises ValueError for a day that the calendar does not have."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def part_of(period: Period, part: str) -> Period:
    """`early`: the first half; `late`: the second; `mid`: without the first and the last quarter."""
    first, last = period
    half, quarter = (last - first) / 2, (last - first) / 4
    if part in ("early", "start", "beginning"):
        return first, first + half
    if part in ("late", "end"):
        return first + half, last
    return first + quarter, last - quarter


def season(name: str, year: int) -> Period:
    """A northern season; a winter of a year is the one that ends in it or the one that begins in it."""
    if name == "winter":
        return date(year - 1, 12, 1), date(year + 1, 3, 21)
    (month, day), (end_month, end_day) = SEASONS[name]
    return date(year, month, day), date(year, end_month, end_day)


def fraction(year: int, number: int, of: int) -> Period:
    """The first to fourth quarter of a year, or its first or second half."""
    months = 12 // of
    return date(year, months * (number - 1) + 1, 1), bounds(year, months * number, None)[1]


def decade(year: int, part: str) -> Period:
    """Ten years from the one given; `early`, `mid` and `late` are five years each."""
    shift, length = {"": (0, 10), "early": (0, 5), "mid": (3, 5), "late": (5, 5)}[part]
    return date(year + shift, 1, 1), date(year + shift + length - 1, 12, 31)


def week(day: date, steps: int = 0) -> Period:
    """The week of a day, or one so many weeks on; from the earlier to the later of its limits, whether weeks begin on
    Sunday or on Monday.
    """
    moved = day + timedelta(weeks=steps)
    sunday = moved - timedelta(days=(moved.weekday() + 1) % 7)
    monday = moved - timedelta(days=moved.weekday())
    return min(sunday, monday), max(sunday + timedelta(days=6), monday + timedelta(days=6))
