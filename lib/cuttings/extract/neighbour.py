"""What stands around each line of a record, as numbers: one row a feature, one column a line."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .feature import Lines, Matrix, Whole

GAP_COST = 8.0
NEAR, FAR, EDGE, STEP, DEEPEST = 50, 300, 100, 12, 200
SHIFTS = (-3, -2, -1, 1, 2, 3)
WINDOWS = ((-4, -1), (1, 4), (-10, -1), (1, 10), (-30, -1), (1, 30))
WIDE_WINDOWS = ((-3, -1), (1, 3), (-8, -1), (1, 8), (-20, -1), (1, 20), (-(10**9), -1), (1, 10**9))
LIKELY, SURE = 0.5, 0.6


def around(lines: Lines) -> Matrix:
    """The features of the first round: each line's own, those of its neighbours, and its place in the record."""
    words, ends, mean, function, prose = (
        lines.column(name) for name in ("words", "ends_stop", "mean_weight", "function", "prose")
    )
    near = np.stack([words, ends, mean, prose, function])
    rows = [lines.own, *(shifted(near, by) for by in SHIFTS), *(same_indent(lines.indent, by) for by in SHIFTS)]
    rows += sums(np.stack([prose, prose == 0, mean]), WINDOWS)
    rows += [position(prose), indentation(lines.indent, prose), nearest(lines.indent, prose)]
    first, last = stretch(np.where(prose > 0, prose, -GAP_COST))
    index = np.arange(len(prose))
    rows += [edges(len(prose), first, last), shared(lines, (index >= first) & (index < last) & (prose > 0))]
    return np.concatenate(rows, dtype=np.float32)


def again(lines: Lines, features: Matrix, likely: Matrix) -> Matrix:
    """The features of the second round: those of the first, and what the first made of the lines around."""
    words = lines.column("words")
    rows = [features, likely[None], *(shifted(likely[None], by) for by in (*SHIFTS, -4, 4))]
    own = np.stack([likely * words, (1 - likely) * words])
    for total in sums(own, WIDE_WINDOWS):
        rows += [total, total[:1] / (total.sum(axis=0) + 1)]
    first, last = stretch(np.where(likely > LIKELY, words * (likely - 0.3), -6 * (1 - likely)))
    rows += [edges(len(words), first, last), shared(lines, likely > SURE)]
    rows += [indentation(lines.indent, own[0])[:2]]
    rows += [np.full((1, len(words)), own[0].sum()), np.full((1, len(words)), likely.max())]
    return np.concatenate(rows, dtype=np.float32)


def shifted(values: Matrix, by: int) -> Matrix:
    """The values of the line `by` lines above (below, where `by` is negative), 0 where there is none."""
    moved = np.zeros_like(values)
    if by > 0:
        moved[:, by:] = values[:, :-by]
    else:
        moved[:, :by] = values[:, -by:]
    return moved


def same_indent(indent: Whole, by: int) -> Matrix:
    """1 where a neighbour is indented alike, else 0."""
    depth = (indent[None] + 1).astype(np.float32)
    return np.asarray(shifted(depth, by) == depth, np.float32)


def sums(values: Matrix, windows: Sequence[tuple[int, int]]) -> list[Matrix]:
    """For each window, the sum of each feature over the lines from `low` to `high` behind each line."""
    n = values.shape[1]
    total = np.zeros((len(values), n + 1))
    np.cumsum(values, axis=1, out=total[:, 1:])
    index = np.arange(n)
    lefts = (np.minimum(np.maximum(index + low, 0), n) for low, _ in windows)  # in half the time of np.clip
    edges = ((left, np.minimum(index + high + 1, n)) for left, (_, high) in zip(lefts, windows, strict=True))
    return [total[:, np.maximum(left, right)] - total[:, left] for left, right in edges]


def position(prose: Matrix) -> Matrix:
    """Where a line stands: among the lines, and among the words of prose."""
    n, total = len(prose), prose.sum() + 1e-9
    index, so_far = np.arange(n), np.cumsum(prose)
    rows = [index / n, np.minimum(index, FAR), np.minimum(n - index, FAR)]
    return np.stack([*rows, so_far / total, so_far - prose, total - so_far, np.full(n, total)])


def indentation(indent: Whole, weight: Matrix) -> Matrix:
    """How far a line is indented against most of the weight, the share indented alike, and whether any line is."""
    depth = np.minimum(indent, DEEPEST)
    of = np.bincount(depth, weight)
    share = of[depth] / (weight.sum() + 1e-9)
    return np.stack([np.clip(depth - of.argmax(), -STEP, STEP), share, np.full(len(depth), depth.max() > 0)])


def nearest(indent: Whole, prose: Matrix) -> Matrix:
    """The distance to the paragraphs above and below, and how far a line is indented against them."""
    n = len(prose)
    index = np.arange(n)
    above = np.concatenate([[-1], np.maximum.accumulate(np.where(prose > 0, index, -1))[:-1]])
    below = np.concatenate([np.minimum.accumulate(np.where(prose > 0, index, n)[::-1])[::-1][1:], [n]])
    rows = []
    for place, there in ((above, above >= 0), (below, below < n)):
        step = np.clip(indent - indent[np.clip(place, 0, n - 1)], -STEP, STEP)
        rows += [np.where(there, np.minimum(abs(index - place), NEAR), NEAR), np.where(there, step, -20)]
    return np.stack(rows)


def stretch(weight: Matrix) -> tuple[int, int]:
    """First line of the stretch with the largest sum of weights, and the line behind it."""
    total = np.concatenate([[0.0], np.cumsum(weight)])
    gain = total - np.minimum.accumulate(total)
    last = int(gain.argmax())
    return int(total[: last + 1].argmin()), last


def edges(n: int, first: int, last: int) -> Matrix:
    """Whether a line lies in a stretch, and how far it is from its edges."""
    index = np.arange(n)
    inside = (index >= first) & (index < last)
    return np.stack([inside, np.clip(index - first, -EDGE, EDGE), np.clip(index - last, -EDGE, EDGE)])


def shared(lines: Lines, core: NDArray[np.bool_]) -> Matrix:
    """The share and number of a line's longer words that other lines of the core have, too: another story has fewer."""
    n, (line, word) = len(core), (lines.line, lines.word)
    times = np.bincount(word[core[line]], minlength=int(word.max(initial=0)) + 1)
    found = np.bincount(line, times[word] > core[line], n)
    count = np.bincount(line, minlength=n)
    return np.stack([np.where(count > 0, found / np.maximum(count, 1), -1), found])
