"""Rations: how much of an article a report may show, counted in words of the article itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from ..extract.paragraph import own_text
from ..extract.sentence import sentence_spans
from ..text import WORD, fold

MOST = 1 / 3  # of an article's own words, but for numbers with one place behind them
RUN = 5  # words in a row that stand in an article and on the page are taken from it
AROUND = 40  # characters of the sentence on either side of the words
LONGEST = 200  # characters of the words themselves, and of a sentence on either side of them

At = tuple[int, int]
Runs = set[tuple[str, ...]]


class Ration:
    """An article's own words, and which of them stand on the page."""

    def __init__(self, page: str) -> None:
        found = list(WORD.finditer(fold(own_text(page))))
        self.page = page
        self.starts = [match.start() for match in found]
        self.words = [match[0].lower() for match in found]
        self.sentences = sentence_spans(page)
        self.begins = [one.start for one in self.sentences]
        self.standing = bytearray(len(found))
        self.n = 0  # of the words that stand there

    @property
    def share(self) -> float:
        """The share of the words that stand there."""
        return self.n / len(self.words) if self.words else 0.0

    def read(self, page: Runs) -> None:
        """Take account of what a page shows of the article anyway."""
        for at, run in enumerate(runs(self.words)):
            if run in page:
                self.standing[at : at + RUN] = b"\1" * RUN
        self.n = sum(self.standing)

    def cost(self, span: At) -> int:
        """How many words would be new on the page."""
        first, last = self.of(span)
        return last - first - sum(self.standing[first:last])

    def fits(self, span: At) -> bool:
        """Whether the article's ration allows for them."""
        cost = self.cost(span)
        return not cost or self.n + cost <= MOST * len(self.words)

    def take(self, span: At) -> None:
        """Show a stretch of the article."""
        first, last = self.of(span)
        self.n += self.cost(span)
        self.standing[first:last] = b"\1" * (last - first)

    def of(self, span: At) -> At:
        """The first word that begins in a stretch, and the one behind its last."""
        return bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])

    def excerpt(self, start: int, end: int, around: int = AROUND) -> At:
        """The words of a place, of very many the first, with what of their sentence stands around them."""
        end = min(end, start + LONGEST)
        first, last = self.sentence(start, end)
        return word_start(self.page, first, start - around), word_end(self.page, last, end + around)

    def sentence(self, start: int, end: int) -> At:
        """The sentence or sentences of some words; the line of words that stand outside the article itself."""
        before, behind = bisect_right(self.begins, start) - 1, bisect_left(self.begins, end) - 1
        if before >= 0 and start < self.sentences[before].end:
            return self.sentences[before].start, max(self.sentences[behind].end, end)
        below = self.page.find("\n", end)
        return self.page.rfind("\n", 0, start) + 1, len(self.page) if below < 0 else below


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The words in runs, one beginning at each."""
    return zip(*(words[at:] for at in range(RUN)), strict=False)


def runs_of(texts: Iterable[str]) -> Runs:
    """All runs of words in some texts."""
    return {run for text in texts for run in runs([word.lower() for word in WORD.findall(fold(text))])}


def word_start(text: str, least: int, place: int) -> int:
    """The place, or the first beginning of a word behind it; not before the least."""
    if place <= least:
        return least
    blank = text.find(" ", place - 1, place + AROUND // 2)
    return place if blank < 0 else blank + 1


def word_end(text: str, most: int, place: int) -> int:
    """The place, or the last end of a word before it; not behind the most."""
    if place >= most:
        return most
    blank = text.rfind(" ", place - AROUND // 2, place + 1)
    return place if blank < 0 else blank
