"""The headline of a record: which of the lines around the beginning of the article it is."""

import re
from collections.abc import Sequence

import numpy as np

from ..text import Line
from .feature import OWN, Lines, Matrix
from .forest import probabilities
from .neighbour import shared, shifted, stretch

REACH, BELOW, DATED = 60, 2, 12
MIN_WORDS, MAX_WORDS = 2, 40
BORDER = 0.12
BYLINE = re.compile(r"^\W*(?:by|written|published|updated|posted)\b|\b(?:19|20)\d\d\b|\bago$|\d/\d\d?/\d\d", re.I)
FOLLOWING = tuple(OWN.index(name) for name in ("words", "ends_stop", "capitals", "digits", "mean_weight"))


def headline(rows: Sequence[Line], lines: Lines, likely: Matrix, border: float) -> int | None:
    """The number of the line that is the headline; null where none is likely to be.

    Candidates are the lines of 2 to 40 words from 60 above the first line of the article to 2 below the beginning of
    its largest part. Trees fitted to labelled pages (lib/cuttings/models/lines.json) judge each by its words and those
    that the article shares with it, its neighbours, its place, and how far below it a byline or date stands.
    """
    chosen = candidates(lines, likely, border)
    if not len(chosen):
        return None
    found = probabilities("headline", signs(rows, lines, likely, border)[chosen])
    return int(chosen[found.argmax()]) if found.max() > BORDER else None


def candidates(lines: Lines, likely: Matrix, border: float) -> np.ndarray:
    """The numbers of the lines that can be the headline."""
    first = beginning(likely, border)
    words = lines.column("words")
    index = np.arange(len(words))
    last = max(first, main(lines, likely))
    near = (index >= first - REACH) & (index <= last + BELOW)
    return np.flatnonzero(near & (words >= MIN_WORDS) & (words <= MAX_WORDS))


def beginning(likely: Matrix, border: float) -> int:
    """The first line of the article."""
    inside = np.flatnonzero(likely > border)
    return int(inside[0]) if len(inside) else int(likely.argmax())


def main(lines: Lines, likely: Matrix) -> int:
    """Where the article's largest part begins: a stray line far above it may not be of it."""
    return stretch(np.where(likely > 0.5, lines.column("words") * (likely - 0.4), -4 * (1 - likely)))[0]


def signs(rows: Sequence[Line], lines: Lines, likely: Matrix, border: float) -> Matrix:
    """The features of each line as a headline."""
    index = np.arange(len(likely))
    inside = likely > border
    first = beginning(likely, border)
    overlap = shared(lines, inside & (index != first))
    near = lines.own[:, FOLLOWING]
    columns: list[np.ndarray] = [lines.own, likely, index - first, inside, overlap, overlap[:, 0] * overlap[:, 1]]
    columns += [shifted(near, by) for by in (-2, -1, 1, 2)]
    columns += [shifted(overlap, by) for by in (-1, 1)]
    rival = np.maximum.accumulate(np.where(index < first, overlap[:, 0] * overlap[:, 1], 0))
    columns += [rival, np.array(starts_others(rows)), lines.indent, index, index - main(lines, likely)]
    columns += [dated(rows, first)]
    return np.column_stack(columns).astype(np.float32)


def dated(rows: Sequence[Line], first: int) -> np.ndarray:
    """How many lines below each line the next one stands that looks like a byline or a date; 12 where none is near."""
    found = np.full(len(rows), DATED)
    since = DATED
    for number in range(min(len(rows), first + 2 * DATED) - 1, max(-1, first - REACH - 1), -1):
        found[number] = since
        core = rows[number].core
        since = 1 if len(core) < 120 and BYLINE.search(core) else min(since + 1, DATED)
    return found


def starts_others(rows: Sequence[Line]) -> list[int]:
    """For each line, how many other lines begin with its words, as the page's title with the site's name does."""
    heads: dict[str, list[str]] = {}
    for row in rows:
        heads.setdefault(row.core[:12], []).append(row.core)
    return [
        sum(len(other) > len(row.core) and other.startswith(row.core) for other in heads[row.core[:12]][:20])
        for row in rows
    ]
