"""A sheet: the lines of a record with all that is known of them before they have roles."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from operator import itemgetter

import numpy as np

from ..text import Line, ends_sentence, words
from .feature import LONG_WORDS, PROSE_WORDS, Matrix
from .hint import Hint, plain

FARTHEST, REPEATED_WORDS = 40, 4
AROUND = " *+•|#\"'“‘"  # what may stand before a headline


class Sheet:
    """The lines of a record: how likely each belongs to the article, whether it does, how many blanks it has, whether
    it reads like a paragraph, what the word lists say of it, and which one is the headline.
    """

    def __init__(
        self,
        text: str,
        rows: Sequence[Line],
        likely: Matrix,
        own: np.ndarray,
        said: Mapping[int, Hint],
        title: int | None,
    ) -> None:
        self.text = text
        self.cores: list[str] = list(map(itemgetter(3), rows))
        self.blanks = list(map(str.count, self.cores, repeat(" ")))
        self.prose = list(are_prose(self.cores, self.blanks))
        self.own: list[bool] = own.tolist()
        self.likely: list[float] = likely.tolist()
        self.score, self.rest = rounded(likely), rounded(1 - likely.astype(float))
        self.said = said
        self.title = title
        found = np.flatnonzero(own).tolist()
        self.first, self.last = (found[0], found[-1] + 1) if found else (len(rows), len(rows))
        self.bylines: dict[int, str | None] = {}  # what `byline` has found out so far
        self.begin = self.first if title is None else min(self.first, title)

    def core(self, index: int) -> str:
        """The text of a line, empty where there is none."""
        return self.cores[index] if 0 <= index < len(self.cores) else ""

    def can_repeat(self, index: int) -> bool:
        """Whether a line may have the words of another, at a glance: it has some words, and another as many blanks."""
        blanks = self.blanks[index]
        return blanks >= REPEATED_WORDS - 1 and self.times[blanks] > 1

    @cached_property
    def times(self) -> Counter[int]:
        """How many lines have as many blanks."""
        return Counter(self.blanks)

    @cached_property
    def near_prose(self) -> set[int]:
        """The lines behind the article that read like a paragraph, or stand at most three above one that does."""
        found = [index for index, prose in enumerate(self.prose[self.last :], self.last) if prose]
        return {index - above for index in found for above in range(4)}

    @cached_property
    def echoes(self) -> set[int]:
        """The lines that are the headline again, alone or, above the article, with the name of the site."""
        heading = self.heading
        first, size = heading[:1], len(heading)
        begins = frozenset(AROUND) | {first, first.upper(), first.title()}
        # The characters that such a line has: no small letter is two capitals.
        fitting = range(size // 2, 2 * size + 61)
        can_be = [index for index, core in enumerate(self.cores) if len(core) in fitting and core[:1] in begins]
        return {index for index in can_be if heading and self.repeats_headline(index)}

    def repeats_headline(self, index: int) -> bool:
        """Whether a line is the headline again, alone or, above the article, with the name of the site."""
        core, heading = self.cores[index], self.heading
        if core.lstrip(AROUND)[:2].lower() != heading[:2]:
            return False
        text = plain(core)
        longer = index < self.first and heading.count(" ") >= REPEATED_WORDS - 1 and text.startswith(heading)
        return text == heading or (longer and len(text) < len(heading) + 60)

    @cached_property
    def heading(self) -> str:
        """The words of the headline, for comparing lines."""
        return "" if self.title is None else plain(self.cores[self.title])

    @cached_property
    def top(self) -> int:
        """The last line among which a byline can stand: the third paragraph, or one not far below the first line."""
        prose = [index for index in range(self.first, min(self.last, self.first + FARTHEST)) if self.own[index]]
        prose = [index for index in prose if self.prose[index]]
        return min(prose[2] if len(prose) > 2 else self.last, self.first + FARTHEST)

    @cached_property
    def body(self) -> str:
        """The article's lines in small letters, without its headline."""
        own = (core for index, core in enumerate(self.cores) if self.own[index] and index != self.title)
        return " ".join(own).lower()

    def speaks_of(self, word: str) -> bool:
        """Whether the article has a word, given in small letters."""
        at = self.body.find(word)
        while at >= 0:
            before, behind = self.body[max(0, at - 1) : at], self.body[at + len(word) : at + len(word) + 1]
            if not (before.isalnum() or behind.isalnum() or "_" in (before, behind)):
                return True
            at = self.body.find(word, at + 1)
        return False

    @cached_property
    def flow(self) -> str:
        """The words of the article's lines in small letters, in a row."""
        return " ".join(" ".join(words(core)).lower() for core, own in zip(self.cores, self.own, strict=True) if own)


def rounded(values: np.ndarray) -> list[float]:
    """The values with two digits."""
    return list((np.rint(values.astype(float) * 100) / 100).tolist())


def are_prose(cores: Sequence[str], blanks: Sequence[int]) -> Iterator[bool]:
    """Whether each line reads like a paragraph: several words and the end of a sentence, or many words."""
    few, many = PROSE_WORDS - 1, LONG_WORDS - 1
    return (n >= few and (n >= many or ends_sentence(core)) for n, core in zip(blanks, cores, strict=True))
