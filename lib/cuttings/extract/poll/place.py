"""The place of a figure in its sentence: the words around it up to the figures on either side."""

import re
from typing import NamedTuple

from .entry import Figure

Span = tuple[int, int]
WIDE = 260
TRIM = " ,.;:(*•"


class Place(NamedTuple):
    """A figure, its poll with the words of its names, and the ends of the figures or of the sentence on either side."""

    figure: Figure
    poll: int
    names: frozenset[str]
    left: int
    right: int

    def before(self, folded: str) -> str:
        """The words between the figure before and this one."""
        return folded[self.left : self.figure.start]

    def behind(self, folded: str) -> str:
        """The words between this figure and the next one."""
        return folded[self.figure.end : self.right]

    def opens(self) -> bool:
        """Whether no figure stands before it in its sentence."""
        return self.left == self.figure.sentence[0]


class Detail(NamedTuple):
    """A detail of a poll: its number in the article, what it is, the span, and the value."""

    poll: int
    detail: str
    start: int
    end: int
    value: str


def span_of(match: re.Match, name: str, by: int) -> Span:
    """The span of a group of a match in a piece of text, in the whole."""
    return match.start(name) + by, match.end(name) + by


def trimmed(folded: str, start: int, end: int) -> Span | None:
    """A span without marks at its edges; null where nothing is left."""
    piece = folded[start:end]
    marks = '"' if piece.count('"') == 1 else ""
    left = len(piece) - len(piece.lstrip(TRIM + ")-" + marks))
    right = len(piece.rstrip(TRIM + "-" + marks))
    return (start + left, start + right) if right > left and re.search(r"\w", piece[left:right]) else None
