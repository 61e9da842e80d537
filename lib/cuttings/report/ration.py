"""Rations: how much of an article a report may show, counted in words of the article itself."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..extract.paragraph import own_text
from ..extract.sentence import sentence_spans
from ..text import WORD, fold

MOST = 1 / 3  # of an article's own words, but for numbers with one place behind them
OFTEN = 50  # places of one run of words in an article that are looked at
RUN = 5  # words in a row that stand in an article and on the page are taken from it
AROUND = 40  # characters of the sentence on either side of the words
LONGEST = 200  # characters of the words themselves, and of a sentence on either side of them

At = tuple[int, int]
Run = tuple[str, ...]


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

    def read(self, page: set[Run]) -> None:
        """Take account of what a page shows of the article anyway."""
        for at, run in enumerate(runs(self.words)):
            if run in page:
                self.show(range(at, at + RUN))

    def cost(self, span: At) -> int:
        """How many words would be new on the page."""
        words = self.of(span)
        return len(words) - sum(self.standing[words.start : words.stop])

    def allows(self, new: int) -> bool:
        """Whether so many words more may stand there."""
        return not new or self.n + new <= MOST * len(self.words)

    def show(self, words: range) -> None:
        """Have some of the words, by their numbers, stand there."""
        self.n += len(words) - sum(self.standing[words.start : words.stop])
        self.standing[words.start : words.stop] = b"\1" * len(words)

    def of(self, span: At) -> range:
        """The numbers of the words that begin in a stretch."""
        return range(bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1]))

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


class Rations(dict[str, Ration]):
    """The rations of some articles by their ids. Words that several have in common stand on the page for each."""

    def __init__(self, pages: Iterable[tuple[str, str]]) -> None:
        super().__init__((key, Ration(page)) for key, page in pages)
        self.common = common(self)

    def fits(self, key: str, span: At) -> bool:
        """Whether a stretch of an article may be shown, by its own ration and by those of its copies."""
        if not self[key].cost(span):
            return True
        shown: dict[str, set[int]] = defaultdict(set)
        for one, words in self.shown_with(key, span):
            shown[one].update(words)
        return all(
            self[one].allows(len(words) - sum(self[one].standing[word] for word in words))
            for one, words in shown.items()
        )

    def take(self, key: str, span: At) -> None:
        """Show a stretch of an article."""
        for one, words in self.shown_with(key, span):
            self[one].show(words)

    def read(self, texts: Iterable[str]) -> None:
        """Take account of texts that the page shows anyway: they may have words of any article."""
        page = {run for text in texts for run in runs([word.lower() for word in WORD.findall(fold(text))])}
        for ration in self.values():
            ration.read(page)

    def shown_with(self, key: str, span: At) -> Iterator[tuple[str, range]]:
        """The words that a stretch shows of its own article, and of others."""
        own, words = self[key], self[key].of(span)
        yield key, words
        for run in runs(own.words[words.start : words.stop]) if self.common else ():
            yield from ((one, range(at, at + RUN)) for one, at in self.common.get(run, ()) if one != key)


def common(rations: Mapping[str, Ration]) -> dict[Run, list[tuple[str, int]]]:
    """The runs of words that several articles have, with the places where they begin."""
    first: dict[Run, str] = {}
    shared: dict[Run, list[tuple[str, int]]] = {}
    for key, ration in rations.items():
        shared |= {run: [] for run in runs(ration.words) if first.setdefault(run, key) != key}
    for key, ration in rations.items() if shared else ():
        seen: Counter[Run] = Counter()
        for at, run in enumerate(runs(ration.words)):
            if run in shared and seen[run] < OFTEN:
                shared[run].append((key, at))
                seen[run] += 1
    return shared


def runs(words: list[str]) -> Iterator[Run]:
    """The words in runs, one beginning at each."""
    return zip(*(words[at:] for at in range(RUN)), strict=False)


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
