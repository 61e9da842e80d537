"""People named with an office: when could they be called so?"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from .. import lookups
from ..text import fold
from .paragraph import paragraphs

SILENT = {"then", "late", "outgoing", "previous", "onetime"}  # marks that say nothing of the present
MARK = r"(?:\b(?P<mark>[Ff]ormer|[Ee]x|[Ii]ncoming|[Tt]hen|[Ll]ate|[Oo]utgoing|[Pp]revious|[Oo]netime)[ -])?"
NATION = r"(?:(?:U\.S\.|US|U\.K\.|UK|[A-Z]\w+(?:n|h|sh|ch)|White House|NATO) ){0,2}"

Window = tuple[date, date | None]


class Tenure(NamedTuple):
    """A mention of a person with an office: span, status (holder, former or incoming), and when that was true."""

    start: int
    end: int
    surname: str
    status: str
    windows: tuple[Window, ...]


def tenures(text: str) -> Iterator[Tenure]:
    """The mentions in the article itself of people with an office that lookups/offices.csv dates."""
    folded = fold(text)
    for paragraph in paragraphs(text):
        for match in pattern().finditer(folded, paragraph.start, paragraph.end):
            mark = (match["mark"] or "").lower()
            if mark not in SILENT:
                team = match["team"]
                status = "incoming" if team or match["elect"] or mark == "incoming" else "former" if mark else "holder"
                surname, office = (team, None) if team else (match["surname"], match["office"])
                when = windows(surname, office, match["first"] or "", status)
                if when:
                    yield Tenure(match.start(), match.end(), surname, status, when)


@cache
def pattern() -> re.Pattern:
    """`former US President Donald Trump`, `President-elect Trump`, `the incoming Trump administration`."""
    rows = lookups.rows("offices")
    surnames = "|".join(sorted({re.escape(row["surname"]) for row in rows}))
    offices = "|".join(sorted({re.escape(row["office"]).replace(r"\ ", "[ -]") for row in rows}, key=len, reverse=True))
    person = rf"(?P<office>{offices})(?P<elect>-elect)?,? (?P<first>(?:[A-Z][\w.]+ ){{0,2}})(?P<surname>{surnames})\b"
    return re.compile(rf"\b[Ii]ncoming (?P<team>{surnames}) administration\b|{MARK}{NATION}\b{person}")


@cache
def windows(surname: str, office: str | None, first: str, status: str) -> tuple[Window, ...]:
    """When a person could be called a holder, a former holder or an incoming holder of an office, earliest first."""
    wanted = office.replace("-", " ") if office else None
    rows = [
        row
        for row in lookups.rows("offices")
        if row["surname"] == surname
        and wanted in (None, row["office"].replace("-", " "))
        and (not first.strip() or first.strip().split()[0] == row["first"].split()[0])
    ]
    spells = sorted(
        {(day(row["elected"]), day(row["from"]), day(row["to"])) for row in rows},
        key=lambda s: s[1] or date.min,
    )
    if status == "incoming":
        return tuple((elected, start) for elected, start, _ in spells if elected)
    if status == "holder":
        return tuple((start, end) for _, start, end in spells if start)
    nexts = [start for _, start, _ in spells[1:]] + [None]
    return tuple((end, again) for (_, _, end), again in zip(spells, nexts, strict=True) if end)


def day(written: str) -> date | None:
    """A day of the lookup; null where its cell is empty."""
    return date.fromisoformat(written) if written else None
