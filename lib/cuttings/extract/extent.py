"""The extent of the article: which lines that look like it belong to it, and which to another story behind it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from ..text import Line
from .article import BORDER
from .feature import Lines, Matrix
from .hint import Hint, hint

COSTS = {"end": 30.0, "stop": 150.0, "more": 60.0}
EVIDENCE = 0.4
SURE = 0.98
LONGEST = 240
NEARLY_ALL = 0.9

Block = tuple[int, int]


def extent(rows: Sequence[Line], lines: Lines, likely: Matrix, title: int | None) -> np.ndarray:
    """For each line whether it belongs to the article.

    1. No line above the headline does.
    2. The lines that the model counts to it fall into blocks with other lines between. Behind the largest block, one
       belongs to it only if its evidence, words times probability, outweighs what stands before it: a line that ends
       articles (lookups/furniture.csv: a list of other stories, a newsletter box, a copyright line) costs 30 words, one
       behind which nothing of it comes (comments, tags) 150.
    3. In a record that is nearly all article (nine words in ten), so is what stands between its lines.
    4. A block that is closed by `keep reading`, other than the largest, is the teaser of another story.
    """
    inside = likely > BORDER
    if title is not None:
        inside[:title] = False
    said = {
        number: hint(row.core) for number, row in enumerate(rows) if len(row.core) < LONGEST or "cookie" in row.core
    }
    for number, one in said.items():
        if one.role in ("boilerplate", "teaser") and likely[number] < SURE:
            inside[number] = False
    if share(inside, lines) > NEARLY_ALL:
        inside |= filled(inside, said)
    blocks = list(blocks_of(inside))
    if blocks:
        words = lines.column("words") * (likely - EVIDENCE)
        weight = [float(words[first:last].sum()) for first, last in blocks]
        largest = int(np.argmax(weight))
        for first, last in dropped(blocks, weight, largest, said):
            inside[first:last] = False
    return inside


def share(inside: np.ndarray, lines: Lines) -> float:
    """The share of the record's words that belong to the article."""
    words = lines.column("words")
    return float(words[inside].sum() / words.sum())


def filled(inside: np.ndarray, said: dict[int, Hint]) -> np.ndarray:
    """Everything between the article's first line and its last, but what the word lists know."""
    found = np.flatnonzero(inside)
    index = np.arange(len(inside))
    known = np.isin(index, [number for number, one in said.items() if one.role])
    return np.asarray((index >= found[0]) & (index <= found[-1]) & ~known)


def blocks_of(inside: np.ndarray) -> Iterator[Block]:
    """First line of each run of the article's lines and the line behind it."""
    at = 0
    for value, run in groupby(inside.tolist()):
        length = sum(1 for _ in run)
        if value:
            yield at, at + length
        at += length


def dropped(blocks: Sequence[Block], weight: Sequence[float], largest: int, said: dict[int, Hint]) -> Iterator[Block]:
    """The blocks behind the largest that belong to something else."""
    end, cost = blocks[largest][1], 0.0
    for number in range(largest + 1, len(blocks)):
        first, last = blocks[number]
        cost += sum(COSTS.get(said[at].effect, 0) for at in range(end, first) if at in said)
        closed = last in said and said[last].effect == "more"
        if closed or weight[number] <= cost:
            yield blocks[number]
        else:
            cost = 0.0
        end = last
