"""What an export states of an article in words: its day, its language, who wrote it."""

import re
from datetime import date
from functools import cache

from .. import lookups

ISO = re.compile(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)")
BY = re.compile(r"(?:by|von|par)(?::\s*|\s+)(?=\S)", re.I)


def stated(**fields: str | None) -> dict[str, str]:
    """The fields that say something, each on one line."""
    lines = {name: " ".join(value.split()) for name, value in fields.items() if value}
    return {name: line for name, line in lines.items() if line}


def day(text: str) -> str | None:
    """The day that a text begins with, as YYYY-MM-DD; null where that is none or not settled, such as `3/4/2018`."""
    found = leading_day(text)
    return found[0] if found else None


def leading_day(text: str) -> tuple[str, str] | None:
    """The day that a text begins with, and what follows it: `Monday, January 11, 2010`, `27. Februar 2012 Montag`,
    `1er mars 2018`, `Tue, 10 Jun 2003 04:00:00 GMT`, `2018-10-21T16:25:32-05:00`. Month names are English, German or
    French (lookups/calendar.csv).
    """
    line = " ".join(text[:200].split())
    for pattern in (ISO, *day_patterns()):
        match = pattern.match(line)
        if match:
            parts = match.groupdict()
            month = months()[parts["month"].casefold()] if "month" in parts else int(parts["number"])
            try:
                return date(int(parts["year"]), month, int(parts["day"])).isoformat(), line[match.end() :]
            except ValueError:  # 31 April, or the year 0
                return None
    return None


@cache
def months() -> dict[str, int]:
    """The number of each month by its name."""
    return {row["form"].casefold(): int(row["number"]) for row in lookups.rows("calendar") if row["kind"] == "month"}


@cache
def day_patterns() -> tuple[re.Pattern, ...]:
    """A day in words, month first or day first."""
    weekday, month = names("weekday"), names("month")
    before, year = rf"(?:{weekday}\.?,? )?", r"(?P<year>\d{4})(?!\d)"
    return (
        re.compile(rf"{before}(?P<month>{month})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {year}", re.I),
        re.compile(rf"{before}(?P<day>\d{{1,2}})(?:\.|er|st|nd|rd|th)? (?P<month>{month})\.?,? {year}", re.I),
    )


@cache
def names(kind: str) -> str:
    """The months or weekdays as one group of a regular expression, longer names first."""
    forms = sorted(lookups.column("calendar", "form", kind=kind), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, forms)) + ")"


def language(text: str) -> str | None:
    """The language that a field names, as an ISO 639-1 code: `GERMAN; DEUTSCH`, `Anglais`, `en-GB`; null where the
    names are unknown or differ.
    """
    codes = {language_codes().get(word.casefold()) for word in re.findall(r"(?<![\w-])[^\W\d_]+", text)} - {None}
    return codes.pop() if len(codes) == 1 else None


@cache
def language_codes() -> dict[str, str]:
    """The code of each language by its names and by itself."""
    table = lookups.rows("languages")
    return {row["form"].casefold(): row["code"] for row in table} | {row["code"]: row["code"] for row in table}


def byline(text: str) -> str:
    """A byline without the `By` before the names."""
    return BY.sub("", text.strip(), count=1) if BY.match(text.strip()) else text.strip()
