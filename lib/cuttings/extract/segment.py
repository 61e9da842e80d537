"""Segments: the exact partition of a record into the article itself and everything around it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from .. import lookups, tables
from ..memory import remembered_each, uncollected
from ..text import Line, Page
from ..text import Mark as Known
from .article import BORDER, OWN, WINDOW, Mark, likelihood
from .each import batches, pages
from .extent import extent, hints
from .headline import headlines
from .role import FAR, roles
from .sheet import Sheet
from .unit import units

__all__ = ["OWN", "Part", "parts", "segments"]

ARTICLES, BLOCK = 500, 600_000  # articles and characters that are read together
LONG = 2 * WINDOW  # characters: no shorter record has so many words that it may be judged in windows
DATELINE = re.compile(r"\s*[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w.]+(?: \d{1,2})?){0,3}(?: \([A-Z][\w ]+\))? ?[—–-]+ ")
BARE_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z'’-]{3,30}(?: [A-Z][A-Z'’-]{2,30}){0,2})(?P<date>,? \w{3,9}\.? \d{1,2})?[.:] (?=[“\"A-Z])"
)
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
    tables.require(articles, "articles", "article_id", "text")
    columns: dict[str, list[Any]] = {name: [] for name in ("article_id", "text", *Part._fields)}
    for block in batches(pages(articles), ARTICLES):
        for (key, text), found in zip(block, partitions([text for _, text in block]), strict=True):
            columns["article_id"] += [key] * len(found)
            columns["text"] += [text[one.start : one.end] for one in found]
            for name, values in zip(Part._fields, zip(*found, strict=True), strict=False):
                columns[name] += values
    return tables.check(pd.DataFrame(columns), "segments")


def parts(text: str) -> tuple[Part, ...]:
    """The partition of one record."""
    return partitions([text])[0]


@remembered_each(10_000)
def partitions(texts: Sequence[str]) -> list[tuple[Part, ...]]:
    """The partition of each record; many are read in much less time together than one by one."""
    return [found for block in batches(texts, BLOCK, weight) for found in partitioned(block)]


def weight(text: str) -> int:
    """What a text adds to a block: one that may have so many lines that it is judged in windows is read alone."""
    return BLOCK if len(text) > LONG and len(text.split()) > WINDOW else len(text)


@uncollected
def partitioned(texts: Sequence[str]) -> list[tuple[Part, ...]]:
    """The partitions of the records of one block."""
    layouts = [text.layout if isinstance(text, Page) else () for text in texts]
    rows = [list(laid_out(text, own)) if own else units(text) for text, own in zip(texts, layouts, strict=True)]
    marked = [told(row, own) if own else [None] * len(row) for row, own in zip(rows, layouts, strict=True)]
    asked = [number for number, marks in enumerate(marked) if None in marks]
    found = judged([texts[one] for one in asked], [rows[one] for one in asked], [marked[one] for one in asked])
    of = dict(zip(asked, found, strict=True))
    made = [of.get(number) or list(filter(None, marks)) for number, marks in enumerate(marked)]
    return [
        tuple(split(text, merged(text, *pair))) for text, pair in zip(texts, zip(rows, made, strict=True), strict=True)
    ]


def judged(
    texts: Sequence[str], rows: Sequence[Sequence[Line]], known: Sequence[Sequence[Mark | None]]
) -> Iterator[list[Mark]]:
    """The roles of the lines of each record, of which some may be known."""
    if not texts:
        return
    lines, likely = likelihood(texts, rows, known)
    titles = headlines(rows, lines, likely, BORDER)
    for text, own, title, marks, (window, page) in zip(texts, rows, titles, known, lines.each, strict=True):
        one = likely[window]
        said = hints(own, one, title)
        yield roles(Sheet(text, own, one, extent(own, page, one, said, title), said, title), marks)


def laid_out(text: str, layout: Sequence[Known]) -> Iterator[Line]:
    """The units of a record; where its layout has an edge, one ends."""
    edges = sorted({0, len(text), *(edge for one in layout for edge in (one.start, one.end))})
    last: Line | None = None
    for left, right in pairwise(edges):
        for row in units(text[left:right]) if text[left:right].strip() else ():
            at = left + row.at
            start = max(left + row.start, text.rfind("\n", 0, at) + 1) if last else 0
            if last:
                yield last._replace(end=start)
            last = row._replace(start=start, at=at)
    if last:
        yield last._replace(end=len(text))


def told(rows: Sequence[Line], layout: Sequence[Known]) -> list[Mark | None]:
    """The role that the layout gives to each line, null where it gives none."""
    marks = sorted(layout)
    starts = [one.start for one in marks]
    found = (marks[place - 1] if (place := bisect_right(starts, row.at)) else None for row in rows)
    pairs = zip(rows, found, strict=True)
    return [Mark(one.role, 1.0, one.reason) if one and row.at < one.end else None for row, one in pairs]


def merged(text: str, rows: Sequence[Line], marked: Sequence[Mark]) -> Iterator[Part]:
    """A stretch a line; lines of furniture that follow each other, and pieces of one line with one role, are one."""
    if not rows:
        return
    begin, (role, score, reason) = rows[0].start, marked[0]
    for number in changes(marked):
        at, mark = rows[number].start, marked[number]
        if mark.role == role and mark.reason == reason and is_one(text, begin, at, role):
            score = min(score, mark.score)
        else:
            yield Part(begin, at, role, score, reason)
            begin, (role, score, reason) = at, mark
    yield Part(begin, rows[-1].end, role, score, reason)


def changes(marked: Sequence[Mark]) -> list[int]:
    """The numbers of the lines but the first one, and of those far from the article those alone that follow others."""
    pairs = enumerate(pairwise(marked), 1)
    return [number for number, (above, mark) in pairs if mark is not FAR or above is not FAR]


def is_one(text: str, begin: int, at: int, role: str) -> bool:
    """Whether a line goes on with the stretch of the same role above it, which begins at `begin`."""
    if role == "boilerplate":
        return True
    tail = text[max(begin, at - 100) : at]
    return not BREAK.search(tail[len(tail.rstrip()) :])


def bare_dateline(text: str, start: int, end: int) -> re.Match | None:
    """A place in capitals before a stop or colon, if a date stands with it or a lookup knows it."""
    found = BARE_DATELINE.match(text, start, end)
    return found if found and (found["date"] or found["place"].title() in places()) else None


@cache
def places() -> frozenset[str]:
    """The places of lookups/names.csv, as written and under their usual names."""
    return frozenset(lookups.column("names", "form", kind="place") + lookups.column("names", "name", kind="place"))


def split(text: str, parts: Iterable[Part]) -> Iterator[Part]:
    """Cut the dateline off a first paragraph, and a credit glued to a caption."""
    first = True
    for part in parts:
        cut = 0
        if part.role == "body":
            span = (text, part.start, part.end)
            found = DATELINE.match(*span) or (bare_dateline(*span) if first else None)
            first, cut = False, found.end() - part.start if found else 0
            if cut:
                yield Part(part.start, part.start + cut, "dateline", 0.9, "place in capitals before the first words")
        credit = GLUED_CREDIT.search(text[part.start : part.end]) if part.role == "caption" else None
        if credit:
            yield part._replace(end=part.start + credit.end())
            part = Part(part.start + credit.end(), part.end, "credit", 0.7, "glued to a caption")
        if not cut:
            yield part
        elif part.start + cut < part.end:
            yield part._replace(start=part.start + cut)
