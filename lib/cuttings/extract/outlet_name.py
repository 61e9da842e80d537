"""Outlets by their addresses and their names, as lookups/outlets.csv and outlet_signs.csv have them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .. import lookups
from ..text import fold

TOKEN = re.compile(r"[^\W_]+")
APART = re.compile(r"[|,;:/()\[\]\"•·»]")
HOST = re.compile(r"(?:https?://)?(?:[^/\s@]*@)?((?:[\w-]+\.)+[^\W\d_]{2,})\.?(?::\d+)?(?:[/?#].*)?", re.I | re.S)
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[^/]+/", re.I)


class Name(NamedTuple):
    """A name in a text; no outlet where several go by it, or where it is a publisher's."""

    start: int
    end: int
    outlet: str | None


Form = tuple[tuple[str, ...], str | None, str]  # the name's tokens, the outlet, the name as the lookup has it


def outlet_of_url(url: str) -> str | None:
    """The outlet that an address on the web, or a host's name, belongs to; the longest known ending decides."""
    match = HOST.fullmatch(ARCHIVED.sub("", url.strip()))
    labels = match[1].lower().split(".") if match else []
    endings = (".".join(labels[place:]) for place in range(len(labels) - 1))
    return next((domains()[ending] for ending in endings if ending in domains()), None)


def outlet_of_name(name: str) -> str:
    """The outlet that a name as written, or its address, stands for; a name that the lookup does not have is its own.

    Capitals, a leading article and punctuation do not count. A name that several outlets go by stays as written,
    unless one of them is listed under that very name.
    """
    return canonical().get(plain(name)) or outlet_of_url(name) or name


def names(text: str, *kinds: str, shouting: bool = False) -> Iterator[Name]:
    """The names of outlets in a text, from left to right, the longest at each place. Capitals count.

    `kinds` are those of outlet_signs.csv and publishers.csv. A name such as The Week is none
    where the text goes on as in The Week Ahead, and one of a single word is none in a `shouting` text, all capitals.
    """
    forms, behind = index(kinds), 0
    tokens = [(token[0], token.start(), token.end()) for token in TOKEN.finditer(text)]
    for place, (first, start, _) in enumerate(tokens):
        if start < behind:
            continue
        for form, outlet, sign in forms.get(first, ()):
            behind = tokens[min(place + len(form), len(tokens)) - 1][2]
            same = tuple(token[0] for token in tokens[place : place + len(form)]) == form
            if same and is_name(text, start, behind, sign, shouting and len(form) == 1):
                yield Name(start, behind, outlet)
                break
            behind = start


def is_name(text: str, start: int, end: int, sign: str, shouted: bool) -> bool:
    """Whether the words of a sign are a name where they stand."""
    if shouted or (APART.search(text, start, end) and not APART.search(sign)):
        return False
    return goes_on().match(text, end) is None


@cache
def goes_on() -> re.Pattern:
    """A further word of a longer name: with a capital, and none of those that firms and editions add."""
    return re.compile(rf" (?!(?i:{lookups.alternatives('outlet_cues', place='goes on')}|{cue_words()})\b)[A-Z][a-z]")


def cue_words() -> str:
    """What may follow a name in a line in which a page speaks of itself."""
    return "|".join(lookups.alternatives("outlet_cues", place=place) for place in ("after", "tail"))


@cache
def index(kinds: tuple[str, ...]) -> dict[str, list[Form]]:
    """The names of some kinds by their first token, long ones first, each as the lookup has it and in capitals."""
    forms: dict[tuple[str, ...], tuple[str | None, str]] = {}
    for outlet, sign in listed(kinds):
        for written in (sign, sign if sign.islower() else sign.upper()):
            form = tuple(TOKEN.findall(written))
            known = forms.get(form, (outlet, sign))[0]
            forms[form] = (outlet if known == outlet else None, sign)
    found: dict[str, list[Form]] = {}
    for form in sorted(forms, key=len, reverse=True):
        found.setdefault(form[0], []).append((form, *forms[form]))
    return found


def listed(kinds: tuple[str, ...]) -> Iterator[tuple[str | None, str]]:
    """Each sign of some kinds with its outlet; a publisher has none."""
    for row in lookups.rows("outlet_signs"):
        if row["kind"] in kinds:
            yield row["outlet"], row["sign"]
    for row in lookups.rows("publishers"):
        if row["kind"] in kinds:
            yield None, row["publisher"]


@cache
def domains() -> dict[str, str]:
    """The outlet of each domain."""
    return {row["sign"]: row["outlet"] for row in lookups.rows("outlet_signs") if row["kind"] == "domain"}


@cache
def agencies() -> frozenset[str]:
    """The outlets whose articles others print."""
    return frozenset(lookups.column("outlets", "outlet", kind="agency"))


@cache
def canonical() -> dict[str, str | None]:
    """The outlet of each name in plain form: its own name first, then its aliases, null where several share one."""
    found: dict[str, str | None] = {}
    for outlet, sign in listed(("alias", "short")):
        known = found.setdefault(plain(sign), outlet)
        found[plain(sign)] = outlet if known == outlet else None
    return found | {plain(outlet): outlet for outlet in lookups.column("outlets", "outlet")}


def plain(name: str) -> str:
    """A name without its leading article, capitals and punctuation."""
    return " ".join(TOKEN.findall(fold(name).casefold().strip().removeprefix("the ")))
