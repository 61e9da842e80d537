"""A sheet: the lines of a record with all that is known of them before they have roles."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np

from ..text import Line, ends_sentence, words
from .feature import LONG_WORDS, PROSE_WORDS, Matrix
from .hint import Hint, plain

FARTHEST = 40


class Sheet:
    """The lines of a record: how likely each belongs to the article, whether it does, what the word lists say of it,
    and which one is the headline.
    """

    def __init__(
        self, rows: Sequence[Line], likely: Matrix, own: np.ndarray, said: Mapping[int, Hint], title: int | None
    ) -> None:
        self.cores = [row.core for row in rows]
        self.own: list[bool] = own.tolist()
        self.likely: list[float] = likely.tolist()
        self.said = said
        self.title = title
        found = np.flatnonzero(own).tolist()
        self.first, self.last = (found[0], found[-1] + 1) if found else (len(rows), len(rows))
        self.bylines: dict[int, str | None] = {}  # what `byline` has found out so far
        self.begin = self.first if title is None else min(self.first, title)

    def core(self, index: int) -> str:
        """The text of a line, empty where there is none."""
        return self.cores[index] if 0 <= index < len(self.cores) else ""

    def hint(self, index: int) -> Hint:
        """What the word lists say of a line."""
        return self.said.get(index, NOTHING)

    def is_prose(self, index: int) -> bool:
        """Whether a line reads like a paragraph."""
        return is_prose(self.core(index))

    def near_prose(self, index: int) -> bool:
        """Whether a line, or one of the three below it, reads like a paragraph."""
        return self.paragraphs[index + 4] > self.paragraphs[index]

    @cached_property
    def paragraphs(self) -> list[int]:
        """How many lines above each line read like a paragraph; three more values stand behind the last."""
        found = [*accumulate(map(is_prose, self.cores), initial=0)]
        return found + found[-1:] * 3

    @cached_property
    def heading(self) -> str:
        """The words of the headline, for comparing lines."""
        return "" if self.title is None else plain(self.cores[self.title])

    @cached_property
    def top(self) -> int:
        """The last line among which a byline can stand: the third paragraph, or one not far below the first line."""
        prose = [index for index in range(self.first, min(self.last, self.first + FARTHEST)) if self.own[index]]
        prose = [index for index in prose if self.is_prose(index)]
        return min(prose[2] if len(prose) > 2 else self.last, self.first + FARTHEST)

    @cached_property
    def body(self) -> str:
        """The article's lines in small letters, without its headline."""
        own = (core for index, core in enumerate(self.cores) if self.own[index] and index != self.title)
        return " ".join(own).lower()

    def speaks_of(self, word: str) -> bool:
        """Whether the article has a word, given in small letters."""
        return word in self.body and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.body) is not None

    @cached_property
    def flow(self) -> str:
        """The words of the article's lines in small letters, in a row."""
        return " ".join(" ".join(words(core)).lower() for core, own in zip(self.cores, self.own, strict=True) if own)


NOTHING = Hint(None)


def is_prose(core: str) -> bool:
    """Whether a line reads like a paragraph: several words and the end of a sentence, or many words."""
    blanks = core.count(" ")
    return (blanks >= PROSE_WORDS - 1 and ends_sentence(core)) or blanks >= LONG_WORDS - 1
