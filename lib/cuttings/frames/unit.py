"""Units: what a coder gives frames to, sentence by sentence, passage by passage or article by article."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd

from .. import tables
from ..errors import InputError
from ..extract.each import located, pages
from ..extract.kind import NOT_OWN
from ..extract.paragraph import paragraphs
from ..extract.passage import MIN_WORDS
from ..extract.passage import rows as passage_rows
from ..extract.quotation import quotes
from ..extract.sentence import sentence_spans, voice

Span = tuple[int, int]
Speech = Callable[[str, str], list[Span]]


class Unit(NamedTuple):
    """A unit's span in the record, and the role of the segment that it begins in; none for a whole article."""

    start: int
    end: int
    role: str | None


def units(articles: pd.DataFrame, unit: str = "sentence", quotations: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per unit of the articles themselves: the table of those that can have a frame, with or without one.

    1. `sentence`: each sentence of headline, deck, sub-headings and body (`extract.sentences`).
    2. `passage`: each passage of the body (`extract.passages`); the headline and the deck are a unit of their own each.
    3. `article`: from its first own word to its last.
    4. voice: `outlet` without a quoted word, `quoted` with nothing else, `mixed` with both. `quotations` are those of
       `extract.quotations`, found anew where the table is not given; a phrase or a title in marks is the outlet's.

    A passage or an article can enclose a caption or a notice. Raises InputError for another unit.
    """
    tables.require(articles, "articles", "article_id", "text")
    cut, speech = cutter(unit), speech_of(quotations)
    rows = [
        located(key, text, {**one._asdict(), "unit": unit, "voice": heard})
        for key, text in pages(articles)
        for one, heard in voiced(text, cut(text), speech(key, text))
    ]
    return tables.build("frame_units", rows)


def cutter(unit: str) -> Callable[[str], list[Unit]]:
    """The function that cuts one text into units. Raises InputError for another unit."""
    if unit not in UNITS:
        raise InputError(f"unit={unit!r}: a frame is given to a {', '.join(UNITS)}")
    return UNITS[unit]


def sentences(text: str) -> list[Unit]:
    """The sentences of one article."""
    return [Unit(*sentence) for sentence in sentence_spans(text)]


def passages(text: str) -> list[Unit]:
    """The passages of one article, and what stands above them."""
    above = [Unit(*paragraph) for paragraph in paragraphs(text) if paragraph.role in ("headline", "deck")]
    return sorted(above + [Unit(row["start"], row["end"], "body") for row in passage_rows(text, MIN_WORDS)])


def wholes(text: str) -> list[Unit]:
    """The one unit of an article that has any words of its own."""
    own = paragraphs(text)
    return [Unit(own[0].start, own[-1].end, None)] if own else []


UNITS = {"sentence": sentences, "passage": passages, "article": wholes}


def speech_of(quotations: pd.DataFrame | None) -> Speech:
    """The quoted spans of an article, in order: those of the table, or where there is none those found in its text."""
    if quotations is None:
        return lambda _key, text: [(quote.start, quote.end) for quote in quotes(text) if quote.kind in NOT_OWN]
    tables.require(quotations, "quotations", "article_id", "start", "end", "kind")
    spoken = quotations[quotations["kind"].isin(NOT_OWN)].sort_values(["article_id", "start"])
    found: dict[str, list[Span]] = {
        str(key): list(zip(rows["start"], rows["end"], strict=True)) for key, rows in spoken.groupby("article_id")
    }
    return lambda key, _text: found.get(key, [])


def voiced(text: str, cut: list[Unit], spoken: list[Span]) -> Iterator[tuple[Unit, str]]:
    """Each unit with its voice."""
    ends = [end for _, end in spoken]
    for one in cut:
        yield one, voice(text, one.start, one.end, spoken, bisect_right(ends, one.start))
