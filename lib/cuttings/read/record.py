"""A record: one item of a dump, read but not yet understood; or the reason why there is nothing to understand."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from ..text import Mark

TOLD = "the format tells"
GIVEN = ("headline", "deck", "outlet", "byline", "dateline", "published", "lang", "url")


class Record(NamedTuple):
    """One record: its own id or number in its file, its bytes as they stand in the dump, and its text.

    `format` names the reader, with the extractor and its version where the text had to be extracted. `layout` holds the
    stretches whose role the format tells; the rest of the text is read like any plain text. `given` holds the fields
    of GIVEN that the format states, as text, without what is empty; `published` is `YYYY-MM-DD`.
    """

    record: str
    raw: bytes
    text: str
    format: str = "text"
    layout: tuple[Mark, ...] = ()
    given: Mapping[str, str] = MappingProxyType({})


class Reject(NamedTuple):
    """A record that becomes no article: its id or number, and why."""

    record: str
    reason: str


class Listing(NamedTuple):
    """What a list tells of an article whose text stands elsewhere in the dump: fields of GIVEN, `url` or `headline`
    among them. `format` names the reader.
    """

    record: str
    given: dict[str, str]
    format: str = "a list"


Item = Record | Reject | Listing


class Part(NamedTuple):
    """A stretch of an export: its role, the field that it states, and whether it belongs to the end of an article."""

    start: int
    end: int
    role: str
    field: str = ""
    ending: bool = False


def stated(**fields: str | None) -> dict[str, str]:
    """The fields that say something, each on one line."""
    lines = {name: " ".join(value.split()) for name, value in fields.items() if value}
    return {name: line for name, line in lines.items() if line}


def layout(parts: Iterable[Part]) -> tuple[Mark, ...]:
    """The layout of a record whose parts the format tells; neighbours of the same role are one stretch."""
    runs = (list(group) for _, group in groupby(parts, key=lambda part: part.role))
    return tuple(Mark(run[0].start, run[-1].end, run[0].role, TOLD) for run in runs)


def compose(pieces: Iterable[tuple[str, str]]) -> tuple[str, tuple[Mark, ...]]:
    """One text of pieces with their roles, a blank line between two, and its layout.

    An empty piece is left out; a piece without a role is left to be read like any plain text.
    """
    text, marks = "", []
    for role, piece in pieces:
        if piece.strip():
            text += "\n\n" if text else ""
            if role:
                marks.append(Mark(len(text), len(text) + len(piece), role, TOLD))
            text += piece
    return text, tuple(marks)
