"""Time expressions as written, before anything is concluded from them."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from ...text import fold
from ..paragraph import paragraphs
from .pattern import kind_of, spots, wordings
from .reading import Reading, read
from .setting import GOVERNED, Setting, sign_of

DESCRIBING = ("year", "month", "quarter", "range", "season")


class Expression(NamedTuple):
    """A time expression: span, words, kind, what the words say by themselves, and the sentence around them."""

    start: int
    end: int
    text: str
    kind: str
    reading: Reading
    setting: Setting

    @property
    def first(self) -> date | None:
        """Its first day, where it is written in full."""
        return self.reading.first

    @property
    def last(self) -> date | None:
        """Its last day, where it is written in full."""
        return self.reading.last


@lru_cache(maxsize=64)
def expressions(text: str) -> tuple[Expression, ...]:
    """The time expressions of the article itself, in order, none inside another."""
    folded = straight(text)
    near = spots(folded)
    return tuple(one for own in paragraphs(text) for one in in_span(folded, own.start, own.end, near))


@lru_cache(maxsize=4)
def straight(text: str) -> str:
    """The text folded, once for all rules that read it."""
    return fold(text)


def in_span(folded: str, start: int, end: int, near: Sequence[int]) -> list[Expression]:
    """The time expressions between two offsets, given the `spots` of the text; of two readings of the same words, the
    longer one.
    """
    found: list[Expression] = []
    left, marks, dated = start, 0, False
    for match in wordings(folded, start, end, near):
        kind, words = kind_of(match), match.group()
        reading = read(kind, words)
        if reading is None:
            continue
        marks += folded.count('"', left, match.start())
        told = partial(sign_of, folded, match.span(), (start, end), left, kind in DESCRIBING)
        governs = GOVERNED.match(folded, match.end(), end) is not None
        around = Setting(told, marks % 2 == 1, dated, governs)
        kind = "day" if kind == "numeric" else kind
        found.append(Expression(match.start(), match.end(), words, kind, reading, around))
        dated = dated or reading.first is not None
        left = match.end()
    return found
