"""Which lines of a record are the article: a model of lines, fitted to labelled pages."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..text import Line
from .feature import Lines, Matrix, lines_of
from .forest import probabilities
from .neighbour import again, around

BORDER = 0.55
WINDOW = 20_000
OWN = ("headline", "deck", "subheading", "body")


class Mark(NamedTuple):
    """The role of a line, how sure that is, and the rule."""

    role: str
    score: float
    reason: str


def likelihood(
    texts: Sequence[str], rows: Sequence[Sequence[Line]], known: Sequence[Sequence[Mark | None]]
) -> tuple[Lines, Matrix]:
    """The lines of some records in numbers, and for each the probability that it belongs to its record's article; 0 or
    1 for lines whose role is known.

    Two rounds of oblivious gradient-boosted trees (lib/cuttings/models/lines.json; tests/bench/fit_lines.py fits them):
    the first judges a line by its characters and words, its neighbours and its place, the second also by what the first
    made of the lines around, and by the words that it shares with the surest ones. The mean of both counts.
    A record of more than 20,000 lines, which is given alone, is judged in windows of as many.
    """
    lines = lines_of(texts, rows)
    marks = list(chain.from_iterable(known))
    told = np.array([mark is not None for mark in marks])
    own = np.array([mark is not None and mark.role in OWN for mark in marks], np.float32)
    if len(texts) > 1 or len(marks) <= WINDOW:
        mean = rounds(lines, told, own)
    else:
        windows = [slice(at, at + WINDOW) for at in range(0, len(marks), WINDOW)]
        mean = np.concatenate([rounds(lines.cut(window), told[window], own[window]) for window in windows])
    return lines, np.where(told, own, mean)


def rounds(lines: Lines, told: NDArray[np.bool_], own: Matrix) -> Matrix:
    """The mean of both rounds for the lines of some records, or of a window of a very long one."""
    features = around(lines)
    first = np.where(told, own, probabilities("first", features))
    return np.asarray((first + probabilities("second", again(lines, features, first))) / 2, np.float32)
