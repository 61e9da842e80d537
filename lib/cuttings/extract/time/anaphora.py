"""Expressions that count from another one in the text: a week later, the same day, two days earlier."""

import re
from datetime import date, timedelta

from ... import lookups
from .expression import Expression
from .period import Period, bounds, week
from .word import listed, words

REACH = 1500
NUMBERS = {row["form"]: int(row["value"]) for row in lookups.rows("number_words") if row["value"]}
ROUNDED = listed("rounded")
COUNTED = re.compile(
    rf"(?:(?P<about>{words('bounded')}|{words('rounded')}) )?"
    r"(?P<number>[\w ]+?) (?P<unit>day|week|month|year)s? (?P<way>ago|earlier|later|before|after)"
)
STEPS = {"following": 1, "next": 1, "after": 1, "same": 0, "that": 0, "previous": -1, "before": -1}
STEPPED = re.compile(r"(?P<which>the following|the next|the same|the previous|that same|that) (?P<unit>\w+)")
AROUND = {"day": timedelta(0), "week": timedelta(days=3), "month": timedelta(days=16), "year": timedelta(days=184)}
LENGTH = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}


def is_anaphoric(one: Expression) -> bool:
    """Whether an expression counts from something that the text tells before it, and not from publication."""
    words = one.text.lower()
    counted = COUNTED.fullmatch(words)
    if counted:
        return counted["way"] != "ago"
    return one.kind == "relative" and words.startswith(
        ("the following", "the next", "the same", "that ", "the day ", "the prev", "previous")
    )


def counted_on(one: Expression, before: Expression, when: Period) -> Period | None:
    """The days that an anaphoric expression means, counted from the expression before it, which means the days `when`.

    1. The expression directly before it is what it counts from, if it stands near and means a single day, or at most
       the days of a week; otherwise what it counts from is not settled.
    2. `two days later` is that day; weeks are taken with three days to either side, months and years with half of one.
    3. Not found: `two days before the vote`, `more than a week later`.
    """
    if one.start - before.end > REACH or (when[1] - when[0]).days > 7 or one.setting.governs:
        return None
    words = one.text.lower()
    if words in ("the day after", "the day before"):
        step = timedelta(days=1 if words.endswith("after") else -1)
        return when[0] + step, when[1] + step
    counted = COUNTED.fullmatch(words)
    if counted:
        return shifted(counted, when) if counted["way"] != "ago" else None
    stepped = STEPPED.fullmatch(words)
    return stepped_on(stepped["unit"], stepped["which"], when) if stepped else None


def shifted(counted: re.Match, when: Period, way: int = 0) -> Period | None:
    """A period moved by a number of units; null for a number that is not given exactly."""
    number = NUMBERS.get(counted["number"], 0) or (int(counted["number"]) if counted["number"].isdigit() else 0)
    if not number or counted["about"] not in (None, *ROUNDED):
        return None
    unit = counted["unit"]
    if counted["about"] and unit == "day":
        return None
    sign = way or (1 if counted["way"] in ("later", "after") else -1)
    try:
        moved = timedelta(days=round(sign * number * LENGTH[unit]))
        return when[0] + moved - AROUND[unit], when[1] + moved + AROUND[unit]
    except OverflowError:
        return None


def stepped_on(unit: str, which: str, when: Period) -> Period | None:
    """`the following week` and the like."""
    step = next(value for name, value in STEPS.items() if name in which)
    if unit == "week":
        return week(when[0], step)[0], week(when[1], step)[1]
    if unit == "year":
        return bounds(when[0].year + step, None, None)[0], bounds(when[1].year + step, None, None)[1]
    if unit == "month":
        return month_on(when[0], step)[0], month_on(when[1], step)[1]
    moved = timedelta(days=step)  # day, morning, evening
    return when[0] + moved, when[1] + moved


def month_on(day: date, step: int) -> Period:
    """The calendar month of a day, or one so many months on."""
    years, month = divmod(day.month - 1 + step, 12)
    return bounds(day.year + years, month + 1, None)
