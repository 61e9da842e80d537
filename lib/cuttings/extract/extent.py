"""The extent of the article: which lines that look like it belong to it, and which to another story behind it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np

from ..text import Line
from .article import BORDER
from .authorship import is_signed
from .feature import Lines, Matrix
from .hint import Hint, hint

COSTS = {"end": 30.0, "stop": 150.0}
EVIDENCE = 0.4
SURE = 0.98
STRAY, MAIN = 1.5, 0.4
LONGEST, PARAGRAPH, BYLINE = 400, 150, 120
NEARLY_ALL, AROUND, LEAST, FEW = 0.9, 12, 0.3, 5

Block = tuple[int, int]


class Stretch(NamedTuple):
    """Blocks of one story: the first one, the one behind the last, and the weight of all that stands before the
    stretch and up to its end, less costs.
    """

    begin: int
    end: int
    before: float
    after: float

    @property
    def weight(self) -> float:
        """What the stretch weighs."""
        return self.after - self.before


def hints(rows: Sequence[Line], likely: Matrix, title: int | None) -> dict[int, Hint]:
    """What the word lists say of the lines in and near the article, by their numbers."""
    found = np.flatnonzero(likely > BORDER).tolist() or [0]
    first = max(0, (found[0] if title is None else min(title, found[0])) - AROUND)
    last = min(len(rows), found[-1] + AROUND + 1)
    sure = (likely >= SURE).tolist()
    near = ((number, rows[number].core) for number in range(first, last))
    said = [(number, hint(core)) for number, core in near if can_say(core, sure[number])]
    return {number: one for number, one in said if one.role}


def can_say(core: str, sure: bool) -> bool:
    """Whether the word lists can say something of a line: not of a paragraph that surely is the article's."""
    return len(core) < (PARAGRAPH if sure else LONGEST) or core.count("cookie") > 1


def extent(
    rows: Sequence[Line], lines: Lines, likely: Matrix, said: Mapping[int, Hint], title: int | None
) -> np.ndarray:
    """For each line whether it belongs to the article.

    1. No line above the headline does. In a record of up to five lines, prose that is not unlikely does where no line
       is likely to.
    2. The lines that the model counts to it fall into blocks with other lines between, and the blocks into stretches:
       blocks are one stretch where each side weighs more, in words times probability, than what stands between them
       costs. A line that ends articles (lookups/furniture.csv: a list of other stories, a newsletter box, a copyright
       line) costs 30 words, one behind which nothing of it comes (comments, tags, another byline) 150. The article is
       the first stretch of at least two fifths of the heaviest one's weight, with what little stands above it.
    3. In a record that is nearly all article (nine words in ten), so is what stands between its lines.
    4. A block behind the largest one that is closed by `keep reading` is the teaser of another story, and one of a
       word or two is a stray.
    """
    inside = likely > BORDER
    if len(rows) <= FEW and not inside.any():
        inside = (likely > LEAST) & (lines.column("prose") > 0)
    if title is not None:
        inside[:title] = False
    for number in np.flatnonzero(inside).tolist():
        furniture = number in said and said[number].role in ("boilerplate", "teaser") and likely[number] < SURE
        if furniture or opens_another(rows[number].core):
            inside[number] = False
    if share(inside, lines) > NEARLY_ALL:
        inside |= filled(inside, said)
    blocks = list(blocks_of(inside))
    if blocks:
        words = lines.column("words") * (likely - EVIDENCE)
        weight = [float(words[first:last].sum()) for first, last in blocks]
        for first, last in dropped(rows, blocks, weight, said):
            inside[first:last] = False
    return inside


def share(inside: np.ndarray, lines: Lines) -> float:
    """The share of the record's words that belong to the article."""
    words = lines.column("words")
    return float(words[inside].sum() / words.sum())


def filled(inside: np.ndarray, said: Mapping[int, Hint]) -> np.ndarray:
    """Everything between the article's first line and its last, but what the word lists know."""
    found = np.flatnonzero(inside)
    index = np.arange(len(inside))
    known = np.isin(index, list(said))
    return np.asarray((index >= found[0]) & (index <= found[-1]) & ~known)


def blocks_of(inside: np.ndarray) -> Iterator[Block]:
    """First line of each run of the article's lines and the line behind it."""
    at = 0
    for value, run in groupby(inside.tolist()):
        length = sum(1 for _ in run)
        if value:
            yield at, at + length
        at += length


def dropped(
    rows: Sequence[Line], blocks: Sequence[Block], weight: Sequence[float], said: Mapping[int, Hint]
) -> Iterator[Block]:
    """The blocks that belong to something else."""
    begin, end = main(stretches(weight, list(costs(rows, blocks, said))))
    largest = max(range(begin, end), key=weight.__getitem__)
    for number, block in enumerate(blocks):
        closed = block[1] in said and said[block[1]].effect == "more"
        if number >= end or (number > largest and (closed or weight[number] <= STRAY)):
            yield block


def costs(rows: Sequence[Line], blocks: Sequence[Block], said: Mapping[int, Hint]) -> Iterator[float]:
    """What the lines between each block and the next cost."""
    for (_, end), (begin, _) in pairwise(blocks):
        yield max([STRAY, *(price(rows[at].core, said.get(at)) for at in range(end, begin))])


def stretches(weight: Sequence[float], cost: Sequence[float]) -> list[Stretch]:
    """The stretches of blocks: the maximal scoring subsequences of Ruzzo and Tompa (1999), in linear time."""
    found: list[Stretch] = []
    lower: list[int] = []  # of each stretch, the nearest one above that has less before it; -1 where there is none
    total = 0.0
    for number, one in enumerate(weight):
        total -= cost[number - 1] if number else 0.0
        last = Stretch(number, number + 1, total, total + one)
        total = last.after
        left = len(found) - 1
        while left >= 0 and found[left].before >= last.before:
            left = lower[left]
        while left >= 0 and found[left].after < last.after:
            last, joined, left = found[left]._replace(end=last.end, after=last.after), left, lower[left]
            del found[joined:], lower[joined:]
        found.append(last)
        lower.append(left)
    return found


def main(found: Sequence[Stretch]) -> tuple[int, int]:
    """The first stretch of at least two fifths of the heaviest one's weight: its first block, and the one behind it."""
    most = max(one.weight for one in found)
    return next((one.begin, one.end) for one in found if one.weight >= min(most, MAIN * most))


def price(core: str, said: Hint | None) -> float:
    """What a line between two blocks costs."""
    if opens_another(core):
        return COSTS["stop"]
    return COSTS.get(said.effect, 0.0) if said else 0.0


def opens_another(core: str) -> bool:
    """Whether a line says who wrote what follows: behind the beginning of an article, another one begins there."""
    return len(core) < BYLINE and is_signed(core)
