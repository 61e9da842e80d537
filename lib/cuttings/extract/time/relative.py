"""Expressions that count from the day of publication: yesterday, on Tuesday, last week, in the summer."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from .anaphora import COUNTED, month_on, shifted
from .expression import Expression
from .period import SEASONS, Period, bounds, season, week

A_QUARTER, HALF_A_YEAR, YEAR = timedelta(days=92), timedelta(days=183), timedelta(days=366)
DAY = timedelta(days=1)
SINGLE = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
PAST_UNITS = re.compile(r"(?:the )?(?:past|last) (?:(?P<number>[\w ]+) )?(?P<unit>day|week|month|year)s?")
OF_YEAR = re.compile(r"(?P<which>last|this|next|that|the same) year$")
WHICH = re.compile(r"(?:the )?(?P<which>last|this past|this coming|this|next)\b")


def seen_from(one: Expression, day: date) -> Period | None:
    """The days that an expression means if the text was published on a day; null where that does not settle it.

    1. A weekday that tells of the past is the last one up to that day, one that looks ahead the next one from it on;
       without a sign it may be either. `last Tuesday` is the last one or that of the week before, `next` likewise.
    2. A day or month without a year lies at most half a year (a month: a year) before publication, or ahead of it where
       its sentence looks ahead; without a sign it is the one within a quarter of a year.
    3. `last week` is the calendar week before, from Sunday or Monday to Saturday or Sunday, whichever is wider.
    4. `two days ago` is that day; weeks, months and years are taken with half of one to either side.
    5. `earlier this year` ends at publication and `later this year` begins there.
    """
    rules: dict[str, Callable[[Expression, date], Period | None]] = {
        "weekday": weekday,
        "day": yearless,
        "feast": yearless,
        "month": yearless,
        "range": yearless,
        "season": of_season,
        "relative": relative,
    }
    rule = rules.get(one.kind)
    try:
        return rule(one, day) if rule else None
    except (OverflowError, ValueError):  # before year 1 or behind year 9999
        return None


def weekday(one: Expression, day: date) -> Period | None:
    """Rule 1."""
    wanted = one.reading.weekday or 0
    if one.text.lower().startswith(("that ", "the ")):
        return None
    last = day - timedelta(days=(day.weekday() - wanted) % 7)
    following = day + timedelta(days=(wanted - day.weekday()) % 7)
    words = one.text.lower()
    if words.endswith("week"):
        monday = day - timedelta(days=day.weekday())
        step = {"last": -1, "this": 0, "next": 1}[words.split()[-2]]
        first = monday + timedelta(weeks=step, days=wanted)
        return (first - timedelta(weeks=wanted == 6), first) if wanted == 6 or day.weekday() == 6 else (first, first)
    which = WHICH.search(words)
    if which and which["which"] == "last":
        last = last if last < day else last - timedelta(weeks=1)
        return min(last, week_day(day, -1, wanted)), last
    if which and which["which"] == "next":
        following = following if following > day else following + timedelta(weeks=1)
        return following, max(following, week_day(day, 1, wanted))
    if one.setting.past or (which and which["which"] == "this past"):
        return last, last
    if one.setting.ahead or (which and which["which"] == "this coming"):
        return following, following
    return last, following


def week_day(day: date, step: int, wanted: int) -> date:
    """A weekday of the week before or after that of a day, weeks from Monday."""
    return day - timedelta(days=day.weekday()) + timedelta(weeks=step, days=wanted)


def yearless(one: Expression, day: date) -> Period | None:
    """Rule 2."""
    within = YEAR - DAY * 31 if one.kind == "month" else HALF_A_YEAR
    words = one.text.lower()
    stated = OF_YEAR.search(words)
    if stated:
        step = {"last": -1, "this": 0, "next": 1}.get(stated["which"])
        return None if step is None else next(readings(one, day.year + step, day.year + step), None)
    near = list(readings(one, day.year - 1, day.year + 1))
    if one.setting.past or words.startswith(("last", "this past")):
        options = [each for each in near if each[0] <= day <= each[1] + within][-1:]
    elif one.setting.ahead or words.startswith(("next", "this coming")):
        options = [each for each in near if each[0] - within <= day <= each[1]][:1]
    else:
        options = [each for each in near if each[0] - A_QUARTER <= day <= each[1] + A_QUARTER]
    return options[0] if len(options) == 1 else None


def readings(one: Expression, first: int, last: int) -> Iterator[Period]:
    """What a day, month or range without a year is in each of some years."""
    said = one.reading
    for year in range(max(first, 1), min(last, 9998) + 1):
        try:
            left, right = bounds(year, said.month, said.day)
            if said.end_month:
                later = (said.end_month, said.end_day or 0) < (said.month or 0, said.day or 0)
                right = bounds(year + later, said.end_month, said.end_day)[1]
        except ValueError:  # 29 February of a common year
            continue
        if said.weekday in (None, left.weekday()):
            yield left, right


def of_season(one: Expression, day: date) -> Period | None:
    """A season without a year: the last that began, where the sentence tells of the past, the next that ends, where it
    looks ahead. `last summer`, `that summer` and winters are not settled.
    """
    words = one.text.lower()
    name = words.split()[-1]
    if name not in SEASONS or words.startswith(("last", "next", "the", "that")):
        return None
    if one.setting.past:
        return max(period for year in (-1, 0) if (period := season(name, day.year + year))[0] <= day)
    if one.setting.ahead:
        return min(period for year in (0, 1) if (period := season(name, day.year + year))[1] >= day)
    return None


def relative(one: Expression, day: date) -> Period | None:
    """What counts from publication in days, weeks, months and years."""
    words = one.text.lower()
    for name, step in SINGLE.items():
        if words.startswith(name):
            return day + DAY * step, day + DAY * step
    if words.startswith("this ") and words.endswith(("morning", "afternoon", "evening")):
        return day, day
    if words == "overnight":
        return day - DAY, day + DAY * (not one.setting.past)
    counted = COUNTED.fullmatch(words)
    if counted:
        return shifted(counted, (day, day), -1) if counted["way"] == "ago" else None
    if words.endswith("weekend"):
        return weekend(one, day, words)
    past = PAST_UNITS.fullmatch(words) if words.startswith("the ") or words.endswith("s") else None
    if past:
        one_or_more = past["number"] or ("" if words.endswith("s") else "one")
        counted = COUNTED.fullmatch(f"{one_or_more} {past['unit']}s ago")
        then = shifted(counted, (day, day), -1) if counted else None
        return (then[0], day) if then else None
    return calendar_unit(words, day)


def weekend(one: Expression, day: date, words: str) -> Period | None:
    """Saturday and Sunday: the last that began, or the next that ends; `last weekend` and `next weekend` may be one
    further off.
    """
    saturday = day - DAY * ((day.weekday() - 5) % 7)
    running = day.weekday() >= 5
    coming = saturday if running else saturday + DAY * 7
    if "last" in words or "next" in words:
        first = saturday - DAY * 7 if "last" in words else coming
        return first, first + DAY * (8 if not ("last" in words and running) else 1)
    if one.setting.past or "past" in words:
        return saturday, saturday + DAY
    if one.setting.ahead or "coming" in words or running:
        return coming, coming + DAY
    return saturday, coming + DAY


def calendar_unit(words: str, day: date) -> Period | None:
    """A calendar week, month or year by its place before, at or after publication."""
    *which, unit = words.split()
    step = {"last": -1, "next": 1}.get(which[0], 0)
    if unit == "week":
        first, last = week(day, step)
        first = day - DAY * 8 if words.startswith("earlier in") else first
    elif unit == "month":
        first, last = month_on(day, step)
    else:
        first, last = bounds(day.year + step, None, None)
    if words == "this past week":
        return day - DAY * 8, day
    if words.startswith("this past"):
        return None
    return (
        (first, min(day, last))
        if which[0] == "earlier"
        else (max(day, first), last)
        if which[0] == "later"
        else (first, last)
    )
