"""People: the names of persons in what a format calls its author, and nothing else that stands there."""

import re
from collections.abc import Iterable
from functools import cache

from .. import lookups
from ..extract.field import NAME, patterns

SEPARATOR = re.compile(r"\s*(?:[;,|/•·\n]|\s(?:and|und|et|[&–—-])\s)\s*")
PREFIX = re.compile(r"^(?:(?:\w+ )?by|von|por|par)\b:?\s+", re.I)
SUFFIX = re.compile(r"\s+(?:(?:in|at|for|with|from)\s.*|[(<\[].*)$", re.S)


def people(written: Iterable[str], *others: str) -> str:
    """The persons named in the entries of an author field, each once, with a comma between two; empty where none is.

    1. `By` before the names, and what follows them (`in Kyiv`, `for Reuters`, an address in brackets) is cut off.
    2. A name is two to five words that begin with a capital, particles such as `van` apart, and has no digit or sign.
    3. No word of it tells of an office or a newsroom (lookups/no_persons.csv): `Staff`, `Political Editor`.
    4. It is not part of one of `others`, such as the outlet's name, and no outlet, place or organisation of lookups/.

    Not found: a person of one name, a name without capitals.
    """
    pieces = (SUFFIX.sub("", PREFIX.sub("", piece.strip())) for entry in written for piece in SEPARATOR.split(entry))
    known = "\n".join(others).casefold()
    return ", ".join(dict.fromkeys(piece for piece in pieces if is_person(piece) and piece.casefold() not in known))


def is_person(piece: str) -> bool:
    """Whether some words are a person's name."""
    if len(piece) > 60 or not NAME.fullmatch(piece) or any(map(str.isdigit, piece)):
        return False
    tokens = re.findall(r"[^\W_]+", piece.casefold())
    if set(tokens) & set(lookups.column("no_persons", "word")):
        return False
    return not (any(pattern.fullmatch(piece) for _, pattern in patterns()) or piece in no_persons())


@cache
def no_persons() -> frozenset[str]:
    """The names of lookups/names.csv that are places or organisations."""
    return frozenset(
        lookups.column("names", "form", kind="place") + lookups.column("names", "form", kind="organisation")
    )
