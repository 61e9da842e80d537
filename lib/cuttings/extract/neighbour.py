"""What stands around each line of a record, as numbers: one row a feature, one column a line."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from .feature import Lines, Matrix
from .word import Whole

GAP_COST = 8.0
NEAR, FAR, EDGE, STEP, DEEPEST = 50, 300, 100, 12, 200
SHIFTS = (-3, -2, -1, 1, 2, 3)
WINDOWS = ((-4, -1), (1, 4), (-10, -1), (1, 10), (-30, -1), (1, 30))
WIDE_WINDOWS = ((-3, -1), (1, 3), (-8, -1), (1, 8), (-20, -1), (1, 20), (-(10**9), -1), (1, 10**9))
LIKELY, SURE = 0.5, 0.6
GRAIN = 2.0**30  # values are rounded to a billionth, so that their sums are exact whatever stands before a record

Long = NDArray[np.float64]


def around(lines: Lines) -> Matrix:
    """The features of the first round: each line's own, those of its neighbours, and its place in its record."""
    words, ends, mean, function, prose = (
        lines.column(name) for name in ("words", "ends_stop", "mean_weight", "function", "prose")
    )
    near = np.stack([words, ends, mean, prose, function])
    rows: list[NDArray] = [
        lines.own,
        *(shifted(lines, near, by) for by in SHIFTS),
        *(same_indent(lines, by) for by in SHIFTS),
    ]
    rows += sums(lines, np.stack([prose, prose == 0, mean]), WINDOWS)
    rows += [position(lines, prose), indentation(lines, prose), nearest(lines, prose)]
    first, last = stretch(lines, np.where(prose > 0, prose, -GAP_COST))
    rows += [edges(lines, first, last), shared(lines, between(lines, first, last) & (prose > 0))]
    return stacked(rows)


def again(lines: Lines, features: Matrix, likely: Matrix) -> Matrix:
    """The features of the second round: those of the first, and what the first made of the lines around."""
    words = lines.column("words")
    rows: list[NDArray] = [features, likely[None], *(shifted(lines, likely[None], by) for by in (*SHIFTS, -4, 4))]
    own = np.stack([likely * words, (1 - likely) * words])
    for total in sums(lines, own, WIDE_WINDOWS):
        rows += [total, total[:1] / (total.sum(axis=0) + 1)]
    first, last = stretch(lines, np.where(likely > LIKELY, words * (likely - 0.3), -6 * (1 - likely)))
    rows += [edges(lines, first, last), shared(lines, likely > SURE)]
    rows += [indentation(lines, own[0])[:2]]
    of_record = np.stack([sum_of(lines, own[0]), np.maximum.reduceat(likely, lines.bounds[:-1])])
    return stacked([*rows, of_record[:, lines.record]])


def stacked(rows: Sequence[NDArray]) -> Matrix:
    """Features below each other; each array has one row or several."""
    made = np.empty((sum(map(len, rows)), rows[0].shape[1]), np.float32)
    at = 0
    for row in rows:
        made[at : at + len(row)] = row
        at += len(row)
    return made


def shifted(lines: Lines, values: Matrix, by: int) -> Matrix:
    """The values of the line `by` lines above (below, where `by` is negative), 0 where its record has none."""
    moved = np.zeros_like(values)
    if by > 0:
        moved[:, by:] = values[:, :-by]
        moved[:, lines.index - lines.first < by] = 0
    else:
        moved[:, :by] = values[:, -by:]
        moved[:, lines.end - lines.index <= -by] = 0
    return moved


def same_indent(lines: Lines, by: int) -> Matrix:
    """1 where a neighbour is indented alike, else 0."""
    depth = (lines.indent[None] + 1).astype(np.float32)
    return np.asarray(shifted(lines, depth, by) == depth, np.float32)


def totals(values: NDArray) -> Long:
    """The sum of each feature over all lines before each one, and at last over all."""
    total = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.cumsum(np.rint(values * GRAIN) / GRAIN, axis=-1, out=total[..., 1:])
    return total


def sums(lines: Lines, values: Matrix, windows: Sequence[tuple[int, int]]) -> Iterator[Long]:
    """For each window, the sum of each feature over the lines from `low` to `high` behind each line, in its record."""
    total = totals(values)
    for low, high in windows:
        left, right = (np.clip(lines.index + by, lines.first, lines.end) for by in (low, high + 1))
        yield total.take(np.maximum(left, right), axis=1) - total.take(left, axis=1)


def position(lines: Lines, prose: Matrix) -> NDArray:
    """Where a line stands: among the lines of its record, and among the words of prose."""
    n, index = lines.end - lines.first, lines.index - lines.first
    so_far = np.concatenate([np.cumsum(prose[window]) for window, _ in lines.each])
    all_of = (sum_of(lines, prose) + np.float32(1e-9))[lines.record]
    rows = [index / n, np.minimum(index, FAR), np.minimum(n - index, FAR)]
    return np.stack([*rows, so_far / all_of, so_far - prose, all_of - so_far, all_of])


def sum_of(lines: Lines, values: Matrix) -> Matrix:
    """The sum of the values of each record."""
    return np.array([values[window].sum() for window, _ in lines.each], np.float32)


def indentation(lines: Lines, weight: Matrix) -> Long:
    """How far a line is indented against most of the weight, the share indented alike, and whether any line is."""
    depth, records = np.minimum(lines.indent, DEEPEST), len(lines.bounds) - 1
    cell = lines.record * (DEEPEST + 1) + depth
    of = np.bincount(cell, weight, records * (DEEPEST + 1))
    main, deepest = of.reshape(records, -1).argmax(axis=1), np.maximum.reduceat(depth, lines.bounds[:-1])
    share = of[cell] / (sum_of(lines, weight) + np.float32(1e-9))[lines.record]
    return np.stack([np.clip(depth - main[lines.record], -STEP, STEP), share, (deepest > 0)[lines.record]])


def nearest(lines: Lines, prose: Matrix) -> Long:
    """The distance to the paragraphs above and below, and how far a line is indented against them."""
    n, index = len(prose), lines.index
    above = np.concatenate([[-1], np.maximum.accumulate(np.where(prose > 0, index, -1))[:-1]])
    below = np.concatenate([np.minimum.accumulate(np.where(prose > 0, index, n)[::-1])[::-1][1:], [n]])
    rows = []
    for place, there in ((above, above >= lines.first), (below, below < lines.end)):
        step = np.clip(lines.indent - lines.indent[np.clip(place, 0, n - 1)], -STEP, STEP)
        rows += [np.where(there, np.minimum(abs(index - place), NEAR), NEAR), np.where(there, step, -20)]
    return np.stack(rows)


def stretch(lines: Lines, weight: NDArray) -> tuple[Whole, Whole]:
    """Of each record, the first line of the stretch with the largest sum of weights, and the line behind it."""
    total = totals(weight)
    found = []
    for begin, end in zip(lines.bounds.tolist(), lines.bounds[1:].tolist(), strict=False):
        of = total[begin : end + 1]
        last = int((of - np.minimum.accumulate(of)).argmax())
        found.append((begin + int(of[: last + 1].argmin()), begin + last))
    first, behind = np.array(found, np.intp).T
    return first, behind


def between(lines: Lines, first: Whole, last: Whole) -> NDArray[np.bool_]:
    """Whether each line lies in the stretch of its record."""
    return np.asarray((lines.index >= first[lines.record]) & (lines.index < last[lines.record]))


def edges(lines: Lines, first: Whole, last: Whole) -> Whole:
    """Whether a line lies in the stretch of its record, and how far it is from its edges."""
    distances = (np.clip(lines.index - edge[lines.record], -EDGE, EDGE) for edge in (first, last))
    return np.stack([between(lines, first, last), *distances])


def shared(lines: Lines, core: NDArray[np.bool_]) -> Long:
    """The share and number of a line's longer words that other lines of the core have, too: another story has fewer."""
    inside = core[lines.line]
    times = np.bincount(lines.word[inside], minlength=lines.different)
    found = np.bincount(lines.line, times[lines.word] > inside, len(core))
    return np.stack([np.where(lines.longer > 0, found / np.maximum(lines.longer, 1), -1), found])
