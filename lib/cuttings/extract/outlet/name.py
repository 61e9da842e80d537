"""Outlets by their addresses and their names, as lookups/outlets.csv and outlet_signs.csv have them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ... import lookups
from ...text import fold

TOKEN = re.compile(r"[^\W_]+")
APART = re.compile(r"[|,;:/()\[\]\"•·»]")
HOST = re.compile(r"(?:https?://)?(?:[^/\s@]*@)?((?:[\w-]+\.)+[^\W\d_]{2,})\.?(?::\d+)?(?:[/?#].*)?", re.I | re.S)
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[^/]+/", re.I)


class Name(NamedTuple):
    """A name in a text; no outlet where several go by it, or where it is a publisher's."""

    start: int
    end: int
    outlet: str | None
    kind: str


class Form(NamedTuple):
    """What a name's tokens stand for: the outlet, if it is one, and the name as the lookup has it, with its kind."""

    outlet: str | None
    sign: str
    kind: str


class Index(NamedTuple):
    """Names by their tokens; and how many tokens those have that begin with a token, the most first."""

    forms: dict[tuple[str, ...], Form]
    lengths: dict[str, list[int]]

    def has_some(self, tokens: list[str]) -> bool:
        """Whether the tokens of a text have those of a name among them."""
        begun = [place for place, token in enumerate(tokens) if token in self.lengths]
        return any(tuple(tokens[at : at + size]) in self.forms for at in begun for size in self.lengths[tokens[at]])


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

    `kinds` are those of outlet_signs.csv and publishers.csv. A name is none where the text goes on as in The Week
    Ahead, and one of a single word is none in a `shouting` text, all in capitals.
    """
    known, behind = index(kinds), 0
    if not known.has_some(TOKEN.findall(text)):
        return
    places = [token.span() for token in TOKEN.finditer(text)]
    tokens = tuple(text[start:end] for start, end in places)
    for place, first in enumerate(tokens):
        for length in known.lengths.get(first, ()) if places[place][0] >= behind else ():
            form = known.forms.get(tokens[place : place + length])
            if form and not (shouting and length == 1):
                start, end = places[place][0], places[min(place + length, len(places)) - 1][1]
                if is_name(text, start, end, form.sign):
                    yield Name(start, end, form.outlet, form.kind)
                    behind = end
                    break


def is_name(text: str, start: int, end: int, sign: str) -> bool:
    """Whether the words of a sign are a name where they stand: nothing parts them, and the name does not go on."""
    parted = APART.search(text, start, end) is not None and APART.search(sign) is None
    return not parted and goes_on().match(text, end) is None


@cache
def goes_on() -> re.Pattern:
    """A further word of a longer name: with a capital, and none of those that firms and editions add."""
    return re.compile(rf" (?!(?i:{lookups.alternatives('outlet_cues', place='goes on')}|{cue_words()})\b)[A-Z][a-z]")


def cue_words() -> str:
    """What may follow a name in a line in which a page speaks of itself."""
    return "|".join(lookups.alternatives("outlet_cues", place=place) for place in ("after", "tail"))


@cache
def index(kinds: tuple[str, ...]) -> Index:
    """The names of some kinds, each as the lookup has it and in capitals."""
    forms: dict[tuple[str, ...], Form] = {}
    for outlet, sign, kind in listed(kinds):
        for written in (sign, sign if sign.islower() else sign.upper()):
            tokens = tuple(TOKEN.findall(written))
            shared = forms.get(tokens, Form(outlet, sign, kind)).outlet != outlet
            forms[tokens] = Form(None if shared else outlet, sign, kind)
    lengths: dict[str, set[int]] = {}
    for tokens in forms:
        lengths.setdefault(tokens[0], set()).add(len(tokens))
    return Index(forms, {first: sorted(found, reverse=True) for first, found in lengths.items()})


def listed(kinds: tuple[str, ...]) -> Iterator[Form]:
    """Each sign of some kinds with its outlet; a publisher has none."""
    for row in lookups.rows("outlet_signs"):
        if row["kind"] in kinds:
            yield Form(row["outlet"], row["sign"], row["kind"])
    for row in lookups.rows("publishers"):
        if row["kind"] in kinds:
            yield Form(None, row["publisher"], row["kind"])


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
    for outlet, sign, _ in listed(("alias", "short")):
        known = found.setdefault(plain(sign), outlet)
        found[plain(sign)] = outlet if known == outlet else None
    return found | {plain(outlet): outlet for outlet in lookups.column("outlets", "outlet")}


def plain(name: str) -> str:
    """A name without its leading article, capitals and punctuation."""
    return " ".join(TOKEN.findall(fold(name).casefold().strip().removeprefix("the ")))
