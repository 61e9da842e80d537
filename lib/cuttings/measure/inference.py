"""Inference over articles: what random groups of the same articles show, intervals, and many tests at once."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .association import Counts, Use, weighted_log_odds

DRAWS, BATCH, ENOUGH = 9_999, 100, 20
LEVEL = 0.95
TIE = 1e-9

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


def column_sums(matrix: Sparse) -> Counts:
    """The sum of each column."""
    return np.asarray(matrix.sum(axis=0), np.float64).reshape(-1)


def permutation(design: Design, tested: NDArray[np.bool_], draws: int, seed: int) -> Counts:
    """For each group and each term `tested` (groups × terms), the share of random divisions of the same articles into
    groups of the same sizes that set the term apart as much, in either direction; null for what is not tested.

    The statistic is the z of the weighted log-odds. What the words of one article have in common does no harm: articles
    change places, not words. A term is done with once 20 divisions reach it, and its value is 20 over the number drawn
    (Besag & Clifford 1991, doi:10.1093/biomet/78.2.301); else it is (those that reach it + 1) over (draws + 1).
    """
    random = np.random.default_rng(seed)
    value = np.full(tested.shape, np.nan)
    cells = Cells(design, *np.nonzero(tested))
    observed, reached, drawn = cells.z(design.group), np.zeros(len(cells.term), int), 0
    while drawn < draws and len(cells.term):
        for _ in range(min(BATCH, draws - drawn)):
            drawn += 1
            reached += cells.z(random.permutation(design.group)) >= observed - TIE
            done = np.flatnonzero((reached >= ENOUGH) & np.isnan(value[cells.group, cells.term]))
            value[cells.group[done], cells.term[done]] = ENOUGH / drawn
        left = np.flatnonzero(reached < ENOUGH)
        cells, observed, reached = cells.only(left), observed[left], reached[left]
    value[cells.group, cells.term] = (reached + 1) / (draws + 1)
    return value


class Cells:
    """Pairs of a group and a term that are still tested, and what counting them needs."""

    def __init__(self, design: Design, group: Groups, term: Groups) -> None:
        columns, self.column = np.unique(term, return_inverse=True)
        self.design, self.group, self.term = design, group, term
        entry = design.matrix[:, columns].tocoo()
        self.row, self.place = entry.row.astype(np.intp), entry.col.astype(np.intp)
        self.times, self.width = entry.data.astype(np.float64), len(columns)
        self.total = np.bincount(entry.col, entry.data, self.width)[self.column]
        self.pseudo = design.pseudo[term]

    def only(self, chosen: Groups) -> "Cells":
        """Some of the pairs."""
        return Cells(self.design, self.group[chosen], self.term[chosen])

    def z(self, group: Groups) -> Counts:
        """How far each term is from being used alike by its group and the rest, whatever the direction."""
        size = self.design.groups * self.width
        place = (group * self.width)[self.row] + self.place
        counts = np.bincount(place, self.times, size)[self.group * self.width + self.column]
        n = np.asarray(np.bincount(group, self.design.words)[self.group], np.float64)
        use = Use(counts, self.total - counts, n, self.design.words.sum() - n)
        return np.abs(weighted_log_odds(use, self.pseudo, self.design.prior)[1])


def interval(design: Design, ratio: Counts) -> tuple[Counts, Counts]:
    """Lower and upper end of a 95 per cent interval for each log-ratio; null where a side never uses the term.

    A rate is a ratio of two sums over articles; its variance is that of the ratio estimator (Cochran 1977, ch. 6), the
    difference of two logarithms has the sum of theirs. The number of standard errors is Student's for one article less
    than have the term, on the side where fewer have it: a word of few articles comes in bursts, and the variance that
    they show is too small.
    """
    from scipy.stats import t

    has = design.matrix > 0
    spread = np.asarray((members(design.group, design.groups) @ has).toarray())
    fewer = np.minimum(spread, column_sums(has) - spread)
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
