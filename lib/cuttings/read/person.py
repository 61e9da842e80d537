"""People: the names of persons in what a format calls its author, and nothing else that stands there."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from typing import Any

from .. import lookups
from ..extract.outlet import canonical, plain
from .jsonld import name, types

WORD = r"(?:de|van|von|der|den|da|di|la|le|bin|al|[^\W\d_a-z][\w.'’-]*)"
NAME = re.compile(rf"{WORD}(?: {WORD}){{1,4}}")
LONGEST = 60
SEPARATOR = re.compile(r"\s*(?:[;,|/•·]|\s(?:(?i:and|und|et)|[&–—-])\s)\s*")
PREFIX = re.compile(r"^(?:(?:\w+ )?by|von|por|par|and|und|et)(?::\s*|\s+)", re.I)
SUFFIX = re.compile(r"\s+(?:(?:in|at|for|with|from)\s.*|[(<\[].*)$", re.S)
QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")


def people(value: Any, *others: str | None) -> str:
    """The persons that an author field names, each once: `A`, `A and B`, `A, B and C`; empty where it names none.

    The field is a text, an object with a `name`, or a list of these, which a table may hold spelled out: `['A', 'B']`.

    1. `By` before the names, and what follows them (`in Kyiv`, `for Reuters`, an address in brackets) is cut off.
    2. A name is two to five words that begin with a capital, particles such as `van` apart, and has no digit or sign.
    3. No word of it tells of an office or a newsroom (lookups/no_persons.csv): `Staff`, `Political Editor`.
    4. It is not part of one of `others`, such as the outlet's name or domain; nor an outlet, place or organisation of a
       lookup. An object that says it is no person has no name.

    Not found: a person of one name, a name without capitals or with the surname before a comma.
    """
    known = "\n".join(squeezed(one) for one in others if one)
    found: dict[str, str] = {}
    for piece in pieces(value):
        if is_person(piece) and squeezed(piece) not in known:
            found.setdefault(piece.casefold(), piece)
    *rest, last = found.values() or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def pieces(value: Any) -> Iterator[str]:
    """What may be a name, each by itself."""
    if isinstance(value, str) and value.startswith("[") and value.endswith("]"):
        value = [single or double for single, double in QUOTED.findall(value)]
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping) and "Person" not in (types(one) or ["Person"]):
            continue
        for line in unescape(one).splitlines() if isinstance(one, str) else [name(one)]:
            for piece in SEPARATOR.split(" ".join(line.split())):
                yield SUFFIX.sub("", unsigned(piece))


def unsigned(byline: str) -> str:
    """A byline without the `By` before the names."""
    return PREFIX.sub("", byline.strip())


def squeezed(text: str) -> str:
    """A name's letters and digits only: `harbourpost` of `Harbour Post` is part of `www.harbourpost.example`."""
    return re.sub(r"[\W_]+", "", text.casefold())


def is_person(piece: str) -> bool:
    """Whether some words are a person's name."""
    if len(piece) > LONGEST or not NAME.fullmatch(piece) or any(map(str.isdigit, piece)):
        return False
    tokens = re.findall(r"[^\W_]+", piece.casefold())
    if set(tokens) & set(lookups.column("no_persons", "word")):
        return False
    return plain(piece) not in canonical() and piece not in no_persons()


@cache
def no_persons() -> frozenset[str]:
    """The names of lookups/names.csv that are places or organisations."""
    return frozenset(
        lookups.column("names", "form", kind="place") + lookups.column("names", "form", kind="organisation")
    )
