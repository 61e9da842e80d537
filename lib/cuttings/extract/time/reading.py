"""What the words of a time expression say by themselves, before it is known when the text was published."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ... import lookups
from .pattern import CLOCK, DAY, MONTH, WEEKDAY, YEAR
from .period import SEASONS, Period, bounds, decade, fraction, part_of, season

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
FIGURES = re.compile(
    rf"(?P<month>\b{MONTH})|(?P<year>(?<!\d){YEAR}(?!\d))|(?P<weekday>{WEEKDAY})|(?P<day>(?<!\d){DAY}(?!\d))"
)
CLOCKS = re.compile(CLOCK)
PART_NAME = re.compile(r"\b(?:early|mid|middle|late|start|beginning|end)\b", re.I)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Reading(NamedTuple):
    """What a wording says by itself.

    Month and day where given, and those of its end where it is a range; its first and last day where they follow; the
    weekday (Monday is 0) where one is named; the rule.
    """

    month: int | None = None
    day: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    basis: str = ""


class Figures(NamedTuple):
    """The months, days, years and weekdays that a wording names, in order, and `early`, `mid` or `late`."""

    months: list[int]
    days: list[int]
    years: list[int]
    weekdays: list[int]
    part: str


def read(kind: str, text: str) -> Reading | None:
    """What a wording says; null where it is no date, such as 31 April or a Monday that was a Friday."""
    reader = READERS.get(kind)
    try:
        return reader(text, figures(text)) if reader else Reading()
    except ValueError:
        return None


def figures(text: str) -> Figures:
    """The numbers and names in a wording, without times of day."""
    found: dict[str, list[int]] = {"month": [], "day": [], "year": [], "weekday": []}
    for match in FIGURES.finditer(CLOCKS.sub("", text)):
        name, value = str(match.lastgroup), match.group()
        lists = {"month": MONTHS, "weekday": WEEKDAYS}
        short = value.lower()[:3]
        found[name].append(
            lists[name].index(short) + (name == "month") if name in lists else int(re.sub(r"\D", "", value))
        )
    part = PART_NAME.search(text)
    return Figures(found["month"], found["day"], found["year"], found["weekday"], part.group().lower() if part else "")


def day(text: str, given: Figures) -> Reading:
    """A day, with or without its year and weekday."""
    if not given.months:  # 2024-05-13
        year, month, number = (int(piece) for piece in re.findall(r"\d+", text)[:3])
    else:
        year, month, number = (given.years or [0])[0], given.months[0], given.days[0]
    weekday = given.weekdays[0] if given.weekdays else None
    if not year:
        bounds(2000, month, number)
        return Reading(month, number, weekday=weekday)
    first, last = bounds(year, month, number)
    if weekday not in (None, first.weekday()):
        return Reading(weekday=weekday, basis="its weekday contradicts it")
    return Reading(month, number, None, None, first, last, weekday, "written in full")


def numeric(text: str, _: Figures) -> Reading:
    """A day in figures; which one is the month must follow from them."""
    left, right, year = (int(piece) for piece in re.findall(r"\d+", text))
    if left <= 12 and right <= 12 and left != right:
        return Reading(basis="day and month cannot be told apart")
    month, number = (left, right) if left <= 12 else (right, left)
    return Reading(month, number, None, None, *bounds(year, month, number), None, "written in full")


def span(text: str, given: Figures) -> Reading:
    """From one year, month or day to another."""
    if not given.months:
        return years(*re.findall(r"\d+", text))
    month, end_month = given.months[0], given.months[-1]
    number, end_day = (given.days[0], given.days[-1]) if given.days else (1, None)
    if not given.years:
        reading = Reading(month, number, end_month, end_day)
        return reading._replace(day=number, end_day=end_day or bounds(2001, end_month, None)[1].day)
    last = bounds(given.years[-1], end_month, end_day)[1]
    first = bounds(given.years[0], month, number)[0]
    if first > last and len(given.years) == 1:
        first = bounds(given.years[0] - 1, month, number)[0]
    if first > last:
        raise ValueError("days that do not rise")
    return Reading(month, number, end_month, end_day, first, last, None, "written in full")


def years(left: str, right: str) -> Reading:
    """From one year to another, of which the century may be left out."""
    begin, end = int(left), int(right) if len(right) == 4 else int(left[:2] + right)
    if begin >= end:
        raise ValueError("years that do not rise")
    return Reading(first=date(begin, 1, 1), last=date(end, 12, 31), basis="written in full")


def in_part(period: Period, part: str) -> Reading:
    """A period, or the part of it that is meant."""
    if not part:
        return Reading(first=period[0], last=period[1], basis="written in full")
    first, last = part_of(period, part)
    return Reading(first=first, last=last, basis="written in full; the part of it taken widely")


def month(_: str, given: Figures) -> Reading:
    """A month, with or without its year."""
    if not given.years:
        return Reading(given.months[0])
    return in_part(bounds(given.years[0], given.months[0], None), given.part)


def year(text: str, given: Figures) -> Reading:
    """A calendar year; a fiscal year is open, for its days depend on whose it is."""
    if text.startswith(("fiscal", "FY")):
        return Reading(basis="a fiscal year")
    return in_part(bounds(given.years[0], None, None), given.part)


def quarter(text: str, given: Figures) -> Reading:
    """A quarter or half of a calendar year."""
    if not given.years or "fiscal" in text:
        return Reading(basis="a fiscal year" if given.years else "no year")
    ordinal = text.lower()
    number = next((value for name, value in ORDINALS.items() if name in ordinal), 0) or int(text[1])
    of = 2 if "half" in ordinal or ordinal.startswith("h") else 4
    return in_part(fraction(given.years[0], number, of), given.part)


def of_season(text: str, given: Figures) -> Reading:
    """A season of a year."""
    if not given.years:
        return Reading()
    name = next(name for name in (*SEASONS, "winter") if name in text.lower())
    first, last = season(name, given.years[0])
    if name != "winter" and given.part:
        first, last = part_of((first, last), given.part)
    return Reading(first=first, last=last, basis="the northern season" if name != "winter" else "either winter of it")


def of_decade(text: str, given: Figures) -> Reading:
    """Ten years."""
    number = int(re.sub(r"\D", "", text))
    first, last = decade(number if number > 99 else 1900 + number, given.part)
    return Reading(first=first, last=last, basis="written in full")


def feast(text: str, given: Figures) -> Reading:
    """A feast that falls on the same day each year."""
    row = next(row for row in lookups.rows("feasts") if re.match(row["pattern"], text))
    return day(text, given._replace(months=[int(row["month"])], days=[int(row["day"])]))


def weekday(_: str, given: Figures) -> Reading:
    """A weekday."""
    return Reading(weekday=given.weekdays[0])


READERS: dict[str, Callable[[str, Figures], Reading]] = {
    "day": day,
    "numeric": numeric,
    "range": span,
    "month": month,
    "year": year,
    "quarter": quarter,
    "season": of_season,
    "decade": of_decade,
    "feast": feast,
    "weekday": weekday,
}
