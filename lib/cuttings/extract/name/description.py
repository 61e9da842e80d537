"""Descriptions: `the Ukrainian president`, where the article itself says who that is."""

import re
from collections.abc import Iterator
from functools import cache

from ... import lookups
from ...text import fold
from ..sentence import sentence_spans
from .name import Name
from .office import Office, countries, offices

GENERIC = re.compile(r"\b(?:be|been|being|become|becomes|became|becoming|as|elect|elected|any|for|offices? of) $")
BELONGING = re.compile(r"'s (?:office|administration|party|race|seat|job|mansion|palace|residence|chair)\b|-")

Links = dict[tuple[str, str], dict[str | None, set[str]]]  # the people by mark and office, and by country


def described(text: str, found: tuple[Name, ...]) -> Iterator[Name]:
    """The descriptions of people by their office, where the names around say who that is.

    1. The article says so by an office directly before or behind a name: `Ukrainian President Ilmar Kask`, `the
       Ukrainian president, Ilmar Kask,`, `Ilmar Kask, the president of Ukraine`. Whose president `President Ilmar
       Kask` is may also stand in lookups/offices.csv.
    2. `the Ukrainian president` and `the president of Ukraine` are then the one person who is said to be that; `the
       Ukrainian leader` the one who is said to head the state or the government; `the president` the one person whom
       the article names with that office, whatever the country. `The former president` alone can be several.
    3. `former`, `incoming`, `deputy` and the like make another office. Where two people have one, nobody is meant.

    Not found: offices that no lookup has (lookups/office_words.csv), descriptions by anything else than an office.
    """
    beside = {name.start: name for name in found} | {-name.end: name for name in found}
    links: Links = {}
    unnamed = []
    folded = fold(text)
    for one in offices(folded, sentence_spans(text)):
        name = named_beside(folded, one, beside)
        if name and name.kind == "person":
            country = one.country or countries().get((name.name, one.office))
            links.setdefault((one.mark, one.office), {}).setdefault(country, set()).add(name.name)
        elif name is None and is_description(folded, one) and one.start not in beside:
            unnamed.append(one)
    for one in unnamed:
        holders = holders_of(one, links)
        if len(holders) == 1:
            form = text[one.start : one.end]
            yield Name(one.start, one.end, form[0].lower() + form[1:], holders.pop(), "person", described=True)


def named_beside(folded: str, one: Office, beside: dict[int, Name]) -> Name | None:
    """The name directly behind an office, or directly before it and a comma."""
    for gap in (1, 2):
        if folded[one.end : one.end + gap] in (" ", ", ") and one.end + gap in beside:
            return beside[one.end + gap]
    return beside.get(2 - one.start) if folded[max(0, one.start - 2) : one.start] == ", " else None


def is_description(folded: str, one: Office) -> bool:
    """Whether the words of an office stand for the person who holds it."""
    if not one.definite or (one.country is None and (one.mark or one.office not in singular())):
        return False
    generic = GENERIC.search(folded, max(0, one.start - 12), one.start)
    return generic is None and BELONGING.match(folded, one.end) is None


def holders_of(one: Office, links: Links) -> set[str]:
    """The people whom the article names with an office."""
    alike = heads() if one.office == "leader" else {one.office}
    found: set[str] = set()
    for office in alike:
        for country, people in links.get((one.mark, office), {}).items():
            if one.country in (None, country):
                found |= people
    return found


@cache
def heads() -> frozenset[str]:
    """The offices that lead a state or a government."""
    return frozenset(lookups.column("office_words", "office", head="head"))


@cache
def singular() -> frozenset[str]:
    """The offices that can be meant without their country."""
    return frozenset(lookups.column("office_words", "office", alone="alone"))
