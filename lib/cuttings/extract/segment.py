"""Segments: the exact partition of a record into the article itself and everything around it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from ..text import Line, Page
from ..text import Mark as Known
from .article import BORDER, OWN, Mark, likelihood
from .each import spans
from .extent import extent
from .headline import headline
from .role import roles
from .unit import units

__all__ = ["OWN", "Part", "parts", "segments"]

DATELINE = re.compile(r"^\s*[A-Z][A-Z .'’-]+(?:, [A-Z][\w.]+)*(?: \([A-Z][\w ]+\))? ?[—–-]+ ")
BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
GLUED_CREDIT = re.compile(r"(?<=[a-z0-9][.!?])(?=[A-Z])")


class Part(NamedTuple):
    """A stretch of the record with its role."""

    start: int
    end: int
    role: str
    score: float
    reason: str


def segments(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per stretch of a record, in order and without a gap: joined, the texts are the record.

    The article itself is headline, deck, subheading and body; the other roles are byline, dateline, kicker, caption,
    credit, teaser (of another article), duplicate (of words of this one) and boilerplate.

    1. A model of lines (`article.likelihood`) says which lines are the article. Hard-wrapped lines are judged
       together, and a line of a whole page by its sentences.
    2. Inside it, a short line without a full stop between two paragraphs is a sub-heading; a line that repeats the
       headline or an earlier line, or a cut-off summary of what follows, is a duplicate.
    3. A model of headlines finds the headline at its beginning; what sums it up below is the deck; lines around that
       name an author or a date of publication are the byline.
    4. Captions, credits and furniture inside and around it are known by word lists (lookups/furniture.csv,
       credits.csv). Behind it, prose is the teaser of another article and the rest is boilerplate.
    5. Where the format tells the role of a stretch, or the rest of the dump does (`articles.layout`), it has that role.

    Not found: an article in several columns, prose of another story inside the article without any sign.
    """
    return spans(articles, "segments", lambda text: (part._asdict() for part in parts(text)))


@lru_cache(maxsize=64)
def parts(text: str) -> tuple[Part, ...]:
    """The partition of one record."""
    layout = text.layout if isinstance(text, Page) else ()
    rows = list(laid_out(text, layout))
    known = [told(row, layout) for row in rows]
    if None in known:
        lines, likely = likelihood(text, rows, known)
        title = headline(rows, lines, likely, BORDER)
        marked = roles(rows, known, title, likely, extent(rows, lines, likely, title))
    else:
        marked = [mark for mark in known if mark]
    pieces = (piece for row, mark in zip(rows, marked, strict=True) for piece in split(text, row, mark))
    return tuple(merged(text, pieces))


def laid_out(text: str, layout: Sequence[Known]) -> Iterator[Line]:
    """The units of a record; where the layout has an edge, one ends."""
    edges = sorted({0, len(text), *(edge for one in layout for edge in (one.start, one.end))})
    begin = 0
    for left, right in pairwise(edges):
        if not text[left:right].strip() and right < len(text):
            continue
        for row in units(text[left:right]):
            yield row._replace(start=begin, end=left + row.end, at=left + row.at)
            begin = left + row.end


def told(row: Line, layout: Sequence[Known]) -> Mark | None:
    """The role that the layout gives to a line."""
    found = next((one for one in layout if one.start <= row.at < one.end), None)
    return Mark(found.role, 1.0, found.reason) if found else None


def split(text: str, line: Line, mark: Mark) -> Iterator[Part]:
    """Cut the dateline off a first paragraph, and a credit glued to a caption."""
    role, score, reason = mark
    piece = text[line.start : line.end]
    cut_at = DATELINE.match(piece) if role == "body" else GLUED_CREDIT.search(piece) if role == "caption" else None
    if cut_at is None:
        yield Part(line.start, line.end, role, score, reason)
    elif role == "body":
        yield Part(line.start, line.start + cut_at.end(), "dateline", 0.9, "place in capitals before a dash")
        yield Part(line.start + cut_at.end(), line.end, role, score, reason)
    else:
        yield Part(line.start, line.start + cut_at.end(), role, score, reason)
        yield Part(line.start + cut_at.end(), line.end, "credit", 0.7, "glued to a caption")


def merged(text: str, pieces: Iterator[Part]) -> Iterator[Part]:
    """Stretches of furniture in a row as one, and what was cut from one line and has one role again as one."""
    last: Part | None = None
    for piece in pieces:
        same = last is not None and last.role == piece.role and last.reason == piece.reason
        if last and same and (piece.role == "boilerplate" or not BREAK.search(text, last.start, piece.start)):
            last = last._replace(end=piece.end, score=min(last.score, piece.score))
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
