"""Pieces: a text cut wherever a span begins or ends, so that overlapping spans can be drawn."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

DEEPEST = 8


class Span(NamedTuple):
    """A stretch of a text in a layer, with the words that label it."""

    start: int
    end: int
    layer: str
    label: str = ""


class Piece(NamedTuple):
    """A stretch of text that no span begins or ends within, and the numbers of the spans that cover it, in order."""

    start: int
    end: int
    spans: tuple[int, ...]


def pieces(start: int, end: int, spans: Sequence[Span], deepest: int | None = DEEPEST) -> Iterator[Piece]:
    """Cut the characters from `start` to `end`; joined, the pieces are all of them.

    At most `deepest` spans of a piece are named, those that begin first, the longer before the shorter. A span of no
    characters, and what lies outside, cuts nothing.
    """
    edges: dict[int, tuple[list[int], list[int]]] = {start: ([], []), end: ([], [])}
    order = sorted(range(len(spans)), key=lambda number: (spans[number].start, -spans[number].end, number))
    for number in order:
        first, last = max(start, spans[number].start), min(end, spans[number].end)
        if first < last:
            edges.setdefault(first, ([], []))[0].append(number)
            edges.setdefault(last, ([], []))[1].append(number)
    places = sorted(edges)
    open_now: dict[int, None] = {}
    for first, last in pairwise(places):
        begun, ended = edges[first]
        for number in ended:
            del open_now[number]
        open_now.update(dict.fromkeys(begun))
        yield Piece(first, last, tuple(islice(open_now, deepest)))
