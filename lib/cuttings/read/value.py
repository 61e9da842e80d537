"""Values: what a field of a JSON object or a table says, brought into one form; what cannot be settled says nothing."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from dateutil.parser import parse

from .. import lookups

EMPTY = {"", "none", "null", "nan", "nat", "n/a", "undefined"}
YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
EPOCH = re.compile(r"(\d{9,10}|\d{13})(?:\.\d+)?")
FIRST_YEAR, LAST_YEAR = 1600, 2100
FIRST_EPOCH, LAST_EPOCH = 1990, 2032
SURROGATE = re.compile(r"[\ud800-\udfff]")
WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?", re.I)
QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
LANG = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9-]+)?")


def text(value: Any) -> str:
    """A text, or paragraphs as one text, without halves of characters; empty for what is neither."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "\n\n".join(value)
    return SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else ""


def line(value: Any) -> str:
    """A text or number as one line; empty where a table or program has written that there is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    found = " ".join(text(str(value)).replace("\x00", " ").split())
    return "" if found.lower() in EMPTY else found


def day(value: Any) -> str:
    """A day as YYYY-MM-DD, as written where the time has a zone; empty where it is not settled.

    1. A number of 9 or 10 digits is seconds since 1970, one of 13 milliseconds, in UTC.
    2. Year first (`2024-11-05`, `20241105T101500Z`) is year, month, day.
    3. Anything else must have day, month and a year of four digits, and mean one day only: `03/04/2024` may be in
       March or April and so is neither.
    """
    written = line(value)
    if match := EPOCH.fullmatch(written):
        return from_epoch(match[1])
    if match := YEAR_FIRST.match(written):
        return calendar_day(match[1], match[3], match[4])
    if match := COMPACT.fullmatch(written):
        return calendar_day(match[1], match[2], match[3])
    return spelled_out(written)


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


def spelled_out(written: str) -> str:
    """The one day that a date in words or with slashes can mean: read with two different fillings for what it lacks,
    once with the day first and once with the month.
    """
    if len(written) > 60 or not re.search(r"(?<!\d)\d{4}(?!\d)", written):
        return ""
    try:
        readings = {
            parse(written, default=filling, dayfirst=dayfirst, ignoretz=True).date()
            for filling, dayfirst in ((datetime(2000, 1, 1), False), (datetime(2001, 2, 2), True))
        }
    except (ValueError, OverflowError):
        return ""
    return calendar_day(*readings.pop().timetuple()[:3]) if len(readings) == 1 else ""


def names(value: Any, outlet: str = "") -> str:
    """Authors as a byline has them, `A, B and C`, without what names no person: see lookups/no_authors.csv."""
    if isinstance(value, str) and value.startswith("[") and value.endswith("]"):
        value = [single or double for single, double in QUOTED.findall(value)]
    if isinstance(value, str):
        value = re.split(r"\s*[;|]\s*", value)
    options = value if isinstance(value, list) else [value]
    found: dict[str, str] = {}
    for one in options:
        name = line(one.get("name") if isinstance(one, Mapping) else one)
        name = re.sub(r"^by:?\s+", "", name, flags=re.I)
        if name and is_author(name, outlet):
            found.setdefault(name.lower(), name)
    *rest, last = found.values() or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def is_author(name: str, outlet: str) -> bool:
    """Whether this can be a person's name, or several with commas: no address, desk, job or name of the outlet."""
    parts = re.split(r",\s*|\s+(?:and|&)\s+", name)
    own = squeezed(outlet)
    return (
        len(name) <= 200
        and all(len(part.split()) <= 6 for part in parts)
        and not any(pattern.search(name) for pattern in no_authors())
        and not (own and squeezed(name) in (own, squeezed(outlet.lower().removeprefix("www.")), site_of(outlet)))
    )


def squeezed(name: str) -> str:
    """A name's letters and digits only, without `The`."""
    return re.sub(r"[\W_]+", "", name.lower()).removeprefix("the")


def site_of(outlet: str) -> str:
    """`theguardian` of `www.theguardian.com`, to compare a name with."""
    parts = outlet.lower().removeprefix("www.").split(".")
    return squeezed(parts[0]) if len(parts) > 1 else ""


@cache
def no_authors() -> tuple[re.Pattern, ...]:
    """The patterns of lookups/no_authors.csv."""
    return tuple(re.compile(pattern, re.I) for pattern in lookups.column("no_authors", "pattern"))


def address(value: Any) -> str:
    """An address on the web; empty for what is none."""
    found = line(value)
    return found if WEB.fullmatch(found) and len(found) <= 2000 else ""


def outlet(value: Any) -> str:
    """An outlet's name or domain as written; an address of a page is none."""
    found = line(value.get("name") if isinstance(value, Mapping) else value)
    return "" if "://" in found or len(found) > 100 else found


def language(value: Any) -> str:
    """An ISO 639-1 code, of `en-US` too; empty for a language's name."""
    match = LANG.fullmatch(line(value))
    return match[1].lower() if match else ""
