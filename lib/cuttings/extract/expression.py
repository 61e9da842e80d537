"""Time expressions as written, before anything is concluded from them."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..text import fold
from .paragraph import paragraphs

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few)"
# In this order: a longer reading of the same words is tried before a shorter one.
PATTERNS = {
    "day": (
        rf"\b{YEAR}-(?P<number>0[1-9]|1[0-2])-{DAY}\b",
        rf"\b{MONTH} {DAY},? {YEAR}\b",
        rf"\b{DAY} {MONTH},? {YEAR}\b",
        rf"\b{MONTH} {DAY}\b(?!,?\d|%| percent)",
        rf"\b{DAY} {MONTH}(?![\w'])",
    ),
    "month": (
        rf"\b{MONTH},? (?:of )?{YEAR}\b",
        rf"(?:(?<=\b[Ii]n )|(?<=\bsince )|(?<=\bSince )|(?<=\blast )|(?<=\bas )|(?<=\buntil )|(?<=\bthis )"
        rf"|(?<=\bearly )|(?<=\blate )){MONTH}(?![\w'])",
    ),
    "year": (
        rf"(?:(?<=\b[Ii]n )|(?<=[Ss]ince )|(?<=\bof )|(?<=\bfrom )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )"
        rf"|(?<=\bthe )"
        rf"|(?<=\band )|(?<='s )|(?<=[-(])|(?<=\bearly )|(?<=\blate )|(?<=\bduring )|(?<=\b[Bb]y ))"
        rf"{YEAR}(?![\d%]|,\d|\.\d| percent| per cent| people| troops| respondents)",
    ),
    "weekday": (r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",),
    "relative": (
        r"\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b(?!')",
        r"\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier this|[Ll]ater this|this past) (?:week|month|year|weekend)\b(?!')",
        rf"\b(?:{NUMBER}|{NUMBER.replace('an?', 'An?')}) (?:day|week|month|year)s? (?:ago|later|earlier|before)\b",
    ),
}
COMPILED = tuple((kind, re.compile(pattern)) for kind, patterns in PATTERNS.items() for pattern in patterns)


class Expression(NamedTuple):
    """A time expression: span, words, kind, month and day where given, and its bounds where written in full."""

    start: int
    end: int
    text: str
    kind: str
    month: int | None = None
    day: int | None = None
    first: date | None = None
    last: date | None = None


@lru_cache(maxsize=64)
def expressions(text: str) -> tuple[Expression, ...]:
    """The time expressions of the article itself, in order, none inside another."""
    folded = fold(text)
    return tuple(one for own in paragraphs(text) for one in in_span(folded, own.start, own.end))


def in_span(folded: str, start: int, end: int) -> list[Expression]:
    """The time expressions between two offsets; where readings overlap, the one of the earlier pattern."""
    taken: list[tuple[int, int]] = []
    found: list[Expression] = []
    for kind, pattern in COMPILED:
        for match in pattern.finditer(folded, start, end):
            if all(match.end() <= left or right <= match.start() for left, right in taken):
                taken.append(match.span())
                found += expression(kind, match)
    return sorted(found)


def expression(kind: str, match: re.Match) -> list[Expression]:
    """What a match says; nothing where it is no date, such as 31 April."""
    given = match.groupdict()
    year = int(given["year"]) if given.get("year") else None
    name = given.get("month")
    month = MONTHS.index(name.lower()[:3]) + 1 if name else int(given["number"]) if given.get("number") else None
    day = int(given["day"]) if given.get("day") else None
    if month and day and day > calendar.monthrange(year or 2000, month)[1]:
        return []
    first, last = bounds(year, month, day) if year else (None, None)
    return [Expression(match.start(), match.end(), match.group(), kind, month, day, first, last)]


def bounds(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """First and last day of a year, a month or a day."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
