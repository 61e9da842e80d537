"""The extent of the article: which lines that look like it belong to it, and which to another story behind it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

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


def hints(rows: Sequence[Line], likely: Matrix, title: int | None) -> dict[int, Hint]:
    """What the word lists say of the lines in and near the article, by their numbers."""
    found = np.flatnonzero(likely > BORDER).tolist() or [0]
    first = max(0, (found[0] if title is None else min(title, found[0])) - AROUND)
    near = ((number, rows[number].core) for number in range(first, min(len(rows), found[-1] + AROUND + 1)))
    said = ((number, hint(core)) for number, core in near if can_say(core, likely[number]))
    return {number: one for number, one in said if one.role}


def can_say(core: str, likely: float) -> bool:
    """Whether the word lists can say something of a line: not of a paragraph that surely is the article's."""
    return (len(core) < LONGEST and (likely < SURE or len(core) < PARAGRAPH)) or core.count("cookie") > 1


def extent(
    rows: Sequence[Line], lines: Lines, likely: Matrix, said: Mapping[int, Hint], title: int | None
) -> np.ndarray:
    """For each line whether it belongs to the article.

    1. No line above the headline does. In a record of up to five lines, prose that is not unlikely does where no line
       is likely to.
    2. The lines that the model counts to it fall into blocks with other lines between. The main block is the first of
       at least two fifths of the largest one's weight, words times probability. One behind it belongs to the article
       only if its weight outweighs what stands before it: a line that ends articles (lookups/furniture.csv: a list of
       other stories, a newsletter box, a copyright line) costs 30 words, one behind which nothing of it comes
       (comments, tags, another byline) 150.
    3. In a record that is nearly all article (nine words in ten), so is what stands between its lines.
    4. A block that is closed by `keep reading`, other than the main one, is the teaser of another story.
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
        enough = min(max(weight), MAIN * max(weight))
        main = next(number for number, one in enumerate(weight) if one >= enough)
        for first, last in dropped(rows, blocks, weight, main, said):
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
    rows: Sequence[Line], blocks: Sequence[Block], weight: Sequence[float], main: int, said: Mapping[int, Hint]
) -> Iterator[Block]:
    """The blocks behind the main one that belong to something else."""
    end, cost = blocks[main][1], STRAY
    for number in range(main + 1, len(blocks)):
        first, last = blocks[number]
        cost = max([cost, *(price(rows[at].core, said.get(at)) for at in range(end, first))])
        closed = last in said and said[last].effect == "more"
        if closed or weight[number] <= cost:
            yield blocks[number]
        else:
            cost = STRAY
        end = last


def price(core: str, said: Hint | None) -> float:
    """What a line between two blocks costs."""
    if opens_another(core):
        return COSTS["stop"]
    return COSTS.get(said.effect, 0.0) if said else 0.0


def opens_another(core: str) -> bool:
    """Whether a line says who wrote what follows: behind the beginning of an article, another one begins there."""
    return len(core) < BYLINE and is_signed(core)
