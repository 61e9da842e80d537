"""The lines of a page's furniture: what a copyright line claims, and where a page speaks of itself."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from ...lookups import alternatives
from ...text import fold
from ..segment import Part
from .name import TOKEN, index

FURNITURE = frozenset({"boilerplate", "byline", "credit", "kicker"})
ALWAYS, UNSURE = frozenset({"byline", "credit"}), frozenset({"teaser", "duplicate"})
LONGEST, LONGEST_CLAIM, LONGEST_OWNER, LONGEST_CUE = 400, 2000, 200, 100
MOST_SIGNS = 10
LINE = re.compile(r"\S[^\n\r]*")
SIGN = r"(?:©|ⓒ|\bcopyright\b|\(c\)(?= ?\d))"
MARK = re.compile(r"[©ⓒ@]|[Cc](?:OPYRIGHT|opyright)|\([cC]\)|^[^\s.]*+\.\S*+\s*+$|https?:|www\.")
SIGNS = re.compile(r"[©ⓒ@(.:]|opyright|OPYRIGHT")  # what every mark has
BEGINS = re.compile(rf"(?:[*+o-] )?{SIGN}", re.I)
CLAIM = re.compile(rf"{SIGN}(?:[\s,.:;|©+-]|\(c\)|copyright\b|\d{{4}}\b|present\b|by\b|all rights reserved\b)*", re.I)
FORM = alternatives("outlet_cues", place="firm")
FIRM = re.compile(rf"\b\d{{4}}\b|rights? reserved|\b{FORM}\b", re.I)
OWNER_ENDS = re.compile(
    r"(?:(?<!\s)\s*+|(?<=\s)(?=\S))"
    r"(?:[|•·*;(]|\ball right|\brights reserved|\b(?:is|unless|or its|and its)\b|, an? |,?\s*+\d{4}|- (?=[A-Z\d])|"
    rf"\b{alternatives('outlet_cues', place='owner ends')} |"
    rf",? (?:{FORM}|{alternatives('outlet_cues', place='firm behind')})\b|[.,](?:\s|$)|$)",
    re.I,
)
FIRST = re.compile(r"(?:[*+o-] )?([^©|,:•·]{3,40}?)[ |,-]*+(?:©|copyright\b|all rights reserved)", re.I)


class Piece(NamedTuple):
    """A line of the page: where its words begin, its words, folded, and the role of its segment."""

    start: int
    core: str
    role: str


class Cues(NamedTuple):
    """The patterns of lookups/outlet_cues.csv, compiled."""

    before: re.Pattern
    head: re.Pattern
    after: re.Pattern
    tail: re.Pattern
    reprint: re.Pattern


@cache
def cues() -> Cues:
    """The cues for what stands before and behind a name."""
    before, head, after, tail, reprint = (
        alternatives("outlet_cues", place=place) for place in ("before", "head", "after", "tail", "reprint")
    )
    return Cues(
        re.compile(rf"\b{before}(?: (?:the|our|all|your|best|of|latest|free))*[ @]*$", re.I),
        re.compile(rf"^(?:[*+o-] )?{head}(?: the)? ?$", re.I),
        re.compile(
            rf"^(?:'s)?(?: (?!(?:and|or|for|on|in|to|of) )[\w'&-]+){{0,3}}? {after}\b(?! (?:for|of|the)\b)", re.I
        ),
        re.compile(rf"^(?:'s)? {tail}$", re.I),
        re.compile(rf"\b{reprint}\b", re.I),
    )


def pieces(text: str, parts: Iterable[Part], every: bool = False) -> Iterator[Piece]:
    """The lines of furniture that may tell of an outlet, or every one; what is longer than some sentences is none.

    A line that begins with the sign of copyright is furniture even among teasers.
    """
    for part in parts:
        if part.role in FURNITURE or part.role in UNSURE:
            for match in LINE.finditer(text, part.start, part.end):
                core = match[0]
                if tells(core, part.role) or (every and part.role in FURNITURE and len(core) <= LONGEST):
                    yield Piece(match.start(), fold(core.rstrip()), part.role)


def tells(core: str, role: str) -> bool:
    """Whether a line may tell of an outlet, at a glance."""
    if role in UNSURE or len(core) > LONGEST:
        return len(core) <= LONGEST_CLAIM and BEGINS.match(core) is not None
    if role in ALWAYS or (SIGNS.search(core) and MARK.search(core)):
        return True
    return not first_words().isdisjoint(TOKEN.findall(core))


@cache
def first_words() -> frozenset[str]:
    """The words with which a sign of an outlet begins."""
    return frozenset(index(("alias", "fingerprint")).lengths)


def speaks(core: str, start: int, end: int) -> bool:
    """Whether a line speaks of the page itself by the name at a place in it.

    `Subscribe to the …`, `… newsletter`, `* About …`, `* … Store` (lookups/outlet_cues.csv).
    """
    before, after = core[:start], core[end:]
    if cues().after.match(after) or cues().before.search(before[-LONGEST_CUE:]):
        return True
    if before.strip(" *+o-"):
        return not after.strip(" .?!") and cues().head.match(before) is not None
    return cues().tail.match(after) is not None


def claims(core: str) -> list[tuple[int, int]]:
    """Where the owners named in a copyright line stand, behind the sign or, at the beginning of the line, before it.

    Of very many signs the first ten count. None for a picture's or a reprint's line.
    """
    if not MARK.search(core) or not FIRM.search(core) or cues().reprint.search(core):
        return []
    owners: list[tuple[int, int]] = []
    for match in islice(CLAIM.finditer(core), MOST_SIGNS):
        end = OWNER_ENDS.search(core, match.end(), match.end() + LONGEST_OWNER)
        if end and end.start() > match.end():
            owners.append((match.end(), end.start()))
    if first := FIRST.match(core):
        owners.append(first.span(1))
    return owners
