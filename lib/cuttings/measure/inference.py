"""Inference over articles: intervals, many tests at once, and how evenly articles share a term."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .association import Counts, Use

LEVEL = 0.95

Sparse = Any  # articles × terms, in compressed rows
Groups = NDArray[np.intp]


class Design(NamedTuple):
    """A comparison of groups of articles, each against all articles that are not in it."""

    matrix: Sparse  # how often each article has each term
    words: Counts  # of each article, terms that have no column among them
    group: Groups  # of each article, from 0; a number beyond `groups` is nothing but reference
    groups: int
    pseudo: Counts  # of each term
    prior: float  # pseudo-counts of all terms


def use_of(design: Design, group: Groups) -> Use:
    """How often each group uses each term; `group` as in the design, or dealt anew."""
    counts = np.asarray((members(group, design.groups) @ design.matrix).toarray(), np.float64)
    n = np.asarray(np.bincount(group, design.words, design.groups)[: design.groups, None], np.float64)
    return Use(counts, column_sums(design.matrix) - counts, n, design.words.sum() - n)


def members(group: Groups, groups: int) -> Sparse:
    """A matrix of groups × articles, 1 where an article is of a group."""
    from scipy.sparse import csr_matrix

    chosen = np.flatnonzero(group < groups)
    return csr_matrix((np.ones(len(chosen)), (group[chosen], chosen)), (groups, len(group)))


def in_articles(design: Design) -> NDArray[np.int64]:
    """How many articles of each group have each term."""
    return np.asarray((members(design.group, design.groups) @ (design.matrix > 0)).toarray(), np.int64)


def column_sums(matrix: Sparse) -> Counts:
    """The sum of each column."""
    return np.asarray(matrix.sum(axis=0), np.float64).reshape(-1)


def interval(design: Design, ratio: Counts) -> tuple[Counts, Counts]:
    """Lower and upper end of a 95 per cent interval for each log-ratio; null where a side never uses the term.

    A rate is a ratio of two sums over articles; its variance is that of the ratio estimator (Cochran 1977, ch. 6), the
    difference of two logarithms has the sum of theirs. The number of standard errors is Student's for one article less
    than have the term, on the side where fewer have it: a word of few articles comes in bursts, and the variance that
    they show is too small.
    """
    from scipy.stats import t

    spread = in_articles(design)
    fewer = np.minimum(spread, column_sums(design.matrix > 0) - spread)
    inside, outside = relative_variances(design)
    error = np.sqrt(inside + outside) / np.log(2)
    reach = np.where(fewer > 1, t.ppf((1 + LEVEL) / 2, np.maximum(fewer - 1, 1)) * error, np.nan)
    return ratio - reach, ratio + reach


def relative_variances(design: Design) -> tuple[Counts, Counts]:
    """The variance of each term's rate over its square, in each group and in its rest; null where the rate is 0."""
    one_hot = members(design.group, design.groups)
    squared = design.matrix.multiply(design.matrix)
    weighted = design.matrix.multiply(design.words[:, None]).tocsr()
    words = np.stack([design.words, design.words**2, np.ones(len(design.words))])
    inside = [np.asarray((one_hot @ part).toarray()) for part in (design.matrix, squared, weighted)]
    whole = [column_sums(part) for part in (design.matrix, squared, weighted)]
    sums = np.asarray(one_hot @ words.T).T[:, :, None]
    outside = [total - part for total, part in zip(whole, inside, strict=True)]
    return ratio_variance(inside, sums), ratio_variance(outside, words.sum(axis=1)[:, None, None] - sums)


def ratio_variance(uses: list[Counts], words: Counts) -> Counts:
    """Relative variance of uses over words from the sums over articles of y, y², yx and of x, x², 1."""
    (y, yy, yx), (x, xx, size) = uses, words
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(y > 0, y / x, np.nan)
        residual = np.maximum(yy - 2 * rate * yx + rate**2 * xx, 0)
        return np.asarray(residual * size / (size - 1) / x**2 / rate**2)


def adjusted(p: Counts) -> Counts:
    """Benjamini-Hochberg q values of the tests in each row; nulls are no tests."""
    q = np.full(p.shape, np.nan)
    for row, out in zip(p, q, strict=True):
        tests = np.flatnonzero(~np.isnan(row))
        order = tests[np.argsort(row[tests], kind="stable")]
        scaled = row[order] * len(order) / np.arange(1, len(order) + 1)
        out[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1)
    return q


def dispersion(design: Design) -> Counts:
    """How unevenly each group's articles share its uses of a term: Gries' DP in the normalised form of Lijffijt & Gries
    2012, doi:10.1075/ijcl.17.1.08lij: 0 where each has as much as its length asks for, 1 where the shortest has all;
    null where the group never uses it, or has one article.
    """
    found = np.full((design.groups, design.matrix.shape[1]), np.nan)
    for number in range(design.groups):
        rows = np.flatnonzero(design.group == number)
        words = design.words[rows] / design.words[rows].sum()
        part = design.matrix[rows].tocsr()
        uses = column_sums(part)
        has = uses > 0
        if len(rows) > 1 and has.any():
            entry = part.tocoo()
            least = np.minimum(entry.data / uses[entry.col], words[entry.row])
            alike = np.bincount(entry.col, least, len(uses))
            found[number, has] = np.clip((1 - alike[has]) / (1 - words.min()), 0, 1)
    return found
