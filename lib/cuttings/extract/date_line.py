"""The days in a line that says when an article was published."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from .. import lookups
from ..text import words
from .authorship import authors

LONGEST, MOST_WORDS, FEW_WORDS, BEFORE = 260, 30, 14, 45
FIRST_YEAR = 1971
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))"
PUBLISHED = re.compile(lookups.alternatives("date_signs", kind="published"), re.I)
UPDATED = re.compile(lookups.alternatives("date_signs", kind="updated"), re.I)
ZONE = re.compile(r"\b(?:[ECMP][SD]?T)\b")
NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<year>(?:19|20)?\d\d)(?![\d/-])"
)
HAS_YEAR = re.compile(r"(?:19|20)\d\d")
# What every date has, a year or figures with signs between them: tested before the dearer patterns.
CAN_BE = re.compile(r"\d(?:(?:(?<=1)9|(?<=2)0)\d\d|[/.-]\d\d?[/.-]\d\d)")
STOP = re.compile(r"[a-z]{3,}[.!?][\"”’]?$")


class Day(NamedTuple):
    """A day named in a line: its span there, and its kind: published, updated, or bare where no word says which."""

    start: int
    end: int
    day: date
    kind: str


@lru_cache(maxsize=2**12)
def days(core: str) -> tuple[Day, ...]:
    """The full dates of a line, in order. One in figures counts only where its order is plain: a number above 12, dots
    (day first), or a time zone of the United States (month first).
    """
    if len(core) > LONGEST or not CAN_BE.search(core):
        return ()
    found: list[Day] = []
    for start, end, when in sorted({*written(core), *numeric(core)}):
        if not found or start >= found[-1].end:
            before = core[max(found[-1].end if found else 0, start - BEFORE) : start]
            found.append(Day(start, end, when, kind_of(before, core[end : end + 12])))
    return tuple(found)


def is_date_line(core: str) -> bool:
    """Whether a line is there to say when the article was published: a date and little else."""
    found = days(core) if CAN_BE.search(core) else ()
    if not found:
        return False
    count = len(words(core))
    if STOP.search(core) and count > 8:
        return False
    cued = any(one.kind != "bare" for one in found) or authors(core) is not None
    return count <= (MOST_WORDS if cued else FEW_WORDS)


def kind_of(before: str, behind: str) -> str:
    """What the words around a date make of it: the nearest cue before it decides."""
    published = max((cue.end() for cue in PUBLISHED.finditer(before)), default=-1)
    updated = max((cue.end() for cue in UPDATED.finditer(before)), default=-1)
    if max(published, updated) >= 0:
        return "published" if published > updated else "updated"
    return "updated" if re.match(r"\s*\(?updated", behind, re.I) else "bare"


def written(core: str) -> Iterator[tuple[int, int, date]]:
    """Dates with the name of a month, and in the order of ISO 8601."""
    if not HAS_YEAR.search(core):
        return
    for pattern in patterns() if month_names().search(core.lower()) else patterns()[-1:]:
        for match in pattern.finditer(core):
            given = match.groupdict()
            month = months()[given["month"].lower()] if given.get("month") else int(given["number"])
            yield from real(match.start(), match.end(), int(given["year"]), month, int(given["day"]))


def numeric(core: str) -> Iterator[tuple[int, int, date]]:
    """Dates in figures whose order is plain."""
    for match in NUMERIC.finditer(core):
        a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
        year += 2000 if year < 100 else 0
        american = ZONE.search(core) is not None and match["sign"] == "/"
        if b > 12 or american or a == b:
            yield from real(match.start(), match.end(), year, a, b)
        elif a > 12 or (match["sign"] == "." and len(match["year"]) == 4):
            yield from real(match.start(), match.end(), year, b, a)


def real(start: int, end: int, year: int, month: int, day: int) -> Iterator[tuple[int, int, date]]:
    """The day, if the calendar has it, and no clock that was never set."""
    try:
        when = date(year, month, day)
    except ValueError:
        return
    if when.year >= FIRST_YEAR:
        yield start, end, when


@cache
def months() -> dict[str, int]:
    """The names of the months (lookups/months.csv) in small letters."""
    return {row["form"].lower(): int(row["month"]) for row in lookups.rows("months")}


@cache
def month_names() -> re.Pattern:
    """The names of the months, wherever they stand in small letters: quick to search for."""
    return re.compile("|".join(map(re.escape, months())))


@cache
def patterns() -> tuple[re.Pattern, ...]:
    """`May 3, 2024`, `3rd May 2024`, `3. Mai 2024`, `3 de mayo de 2024`, `2024-05-03`."""
    month = rf"(?P<month>{'|'.join(grouped(sorted(months(), key=len, reverse=True)))})"
    return (
        re.compile(rf"(?:\b|(?<=[a-z])(?=[A-Z])){month}\.?\s+{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}", re.I),
        re.compile(rf"\b{DAY}(?:st|nd|rd|th|\.|er|º)?\s+(?:of\s+|de\s+)?{month}\.?,?\s+(?:de\s+|del\s+)?{YEAR}", re.I),
        re.compile(rf"\b{YEAR}[-/](?P<number>0[1-9]|1[0-2])[-/]{DAY}(?!\d)"),
    )


def grouped(names: Sequence[str]) -> Iterator[str]:
    """Patterns for names, those of one first letter as one: a place with another letter is passed over at once."""
    for first in dict.fromkeys(name[0] for name in names):
        yield f"{first}(?:{'|'.join(name[1:] for name in names if name[0] == first)})"
