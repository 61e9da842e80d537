"""People named with an office: when could they be called so?"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from ... import lookups
from ..literal import matches_near, places
from ..paragraph import paragraphs
from .expression import straight
from .setting import sentence_around

SILENT = {"then", "late", "outgoing", "previous", "onetime"}  # marks that say nothing of the present
MARKS = r"[Ff]ormer|[Ee]x|[Ii]ncoming|[Tt]hen|[Ll]ate|[Oo]utgoing|[Pp]revious|[Oo]netime"
NATION = r"(?:(?:U\.S\.|US|U\.K\.|UK|[A-Z]\w+(?:n|h|sh|ch)|White House|NATO) ){0,2}"
BEFORE = re.compile(rf"(?:\b(?P<mark>{MARKS})[ -])?{NATION}$")
REACH, NAMED_WITHIN = 60, 250
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Window = tuple[date, date | None]


class Tenure(NamedTuple):
    """A mention of a person with an office: span, status (holder, former, incoming or elected), when that was true,
    and whether its sentence names a year.
    """

    start: int
    end: int
    surname: str
    status: str
    windows: tuple[Window, ...]
    dated: bool


def tenures(text: str) -> Iterator[Tenure]:
    """The mentions in the article itself of people with an office that lookups/offices.csv dates."""
    folded = straight(text)
    near = clues(folded)
    for paragraph in paragraphs(text):
        for match in matches(folded, paragraph.start, paragraph.end, near):
            left = max(paragraph.start, match.start() - REACH)
            before = BEFORE.search(folded[left : match.start()])
            mark = (before["mark"] or "").lower() if before and match["office"] else ""
            if mark in SILENT:
                continue
            surname, status = named(match, mark)
            when = windows(surname, match["office"], match["first"] or "", status)
            start = left + before.start() if before and match["office"] else match.start()
            if when:
                dated = YEAR.search(sentence_around(folded, *match.span(), *paragraph[:2])) is not None
                yield Tenure(start, match.end(), surname, status, when, dated)


def matches(folded: str, start: int, end: int, near: Sequence[int]) -> Iterator[re.Match]:
    """The matches of `pattern` between two offsets, given the `clues` of the text."""
    return matches_near(pattern(), folded, (start, end), near, (REACH, NAMED_WITHIN))


def clues(folded: str) -> list[int]:
    """Where words stand that every match of `pattern` has some of, in order: the first of an office, and two more."""
    return places(folded, offices())


@cache
def offices() -> tuple[str, ...]:
    """Those words."""
    first = sorted({re.split("[ -]", row["office"])[0] for row in lookups.rows("offices")})
    return "ncoming ", "lection ", *first


def named(match: re.Match, mark: str) -> tuple[str, str]:
    """The surname in a match, and what the words call the person."""
    if match["team"]:
        return match["team"], "incoming"
    if match["winner"] or match["victor"]:
        return match["winner"] or match["victor"], "elected"
    return match["surname"], "incoming" if match["elect"] or mark == "incoming" else "former" if mark else "holder"


@cache
def pattern() -> re.Pattern:
    """`former US President Donald Trump`, `President-elect Trump`, `the incoming Trump administration`, `the election
    victory of Donald Trump`, `Trump's election victory`.
    """
    rows = lookups.rows("offices")
    surnames = "|".join(sorted({re.escape(row["surname"]) for row in rows}))
    offices = "|".join(sorted({re.escape(row["office"]).replace(r"\ ", "[ -]") for row in rows}, key=len, reverse=True))
    person = rf"(?P<office>{offices})(?P<elect>-elect)?,? (?P<first>(?:[A-Z][\w.]+ ){{0,2}})(?P<surname>{surnames})\b"
    victory = r"(?:presidential |re-?)?election (?:victory|win)"
    return re.compile(
        rf"\b[Ii]ncoming (?P<team>{surnames}) administration\b|\b{victory} (?:of|by) (?:[A-Z][\w.]+ ){{0,3}}(?P<winner>"
        rf"{surnames})\b|\b(?P<victor>{surnames})'s? {victory}\b|\b{person}"
    )


@cache
def windows(surname: str, office: str | None, first: str, status: str) -> tuple[Window, ...]:
    """When a person could be called a holder, a former holder, an incoming holder of an office or the winner of an
    election, earliest first.
    """
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
    if status == "elected":
        return tuple((elected, None) for elected, _, _ in spells if elected)
    if status == "incoming":
        return tuple((elected, start) for elected, start, _ in spells if elected)
    if status == "holder":
        return tuple((start, end) for _, start, end in spells if start)
    nexts = [*[start for _, start, _ in spells][1:], None]
    return tuple((end, again) for (_, _, end), again in zip(spells, nexts, strict=False) if end)


def day(written: str) -> date | None:
    """A day of the lookup; null where its cell is empty."""
    return date.fromisoformat(written) if written else None
