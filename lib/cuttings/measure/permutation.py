"""Permutation: would the same articles, dealt to the groups at random, set a term apart as much?"""

from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from .association import Counts
from .inference import Design, Groups, column_sums

DRAWS, BATCH, ENOUGH, FEW = 999, 100, 20, 10
COUNTED, WIDTH = 200_000, 500  # articles in all divisions that are looked at, and terms at a time
TIE = 1e-9


def permutation(design: Design, tested: NDArray[np.bool_], draws: int, seed: int) -> Counts:
    """For each group and each term `tested` (groups × terms), the share of all divisions of the same articles into
    groups of the same sizes that set the term apart as much, in either direction; null for what is not tested.

    The statistic is a group's uses less those that its words ask for at the rate of all articles. What the words of one
    article have in common does no harm: articles change places, not words.

    1. Divisions are drawn at random. A term is done with once 20 of them reach it, and its value is 20 over the number
       drawn (Besag & Clifford 1991, doi:10.1093/biomet/78.2.301); where ten or more of all `draws` do, it is (those +
       1) over (draws + 1).
    2. Where fewer do, and there are few ways to choose the articles of the group (such as eight of fifteen), all of
       them are looked at.
    3. Where there are more, the value is the tail of Pearson's type III distribution with the mean, variance and
       skewness that the statistic has over all divisions, which are known exactly (Mielke & Berry 2007, Permutation
       Methods); drawing could not tell such small shares apart.

    All are null where `draws` is 0.
    """
    value = np.full(tested.shape, np.nan)
    cells = Cells(design, *np.nonzero(tested))
    if not draws or not len(cells.term):
        return value
    random = np.random.default_rng(seed)
    observed, reached, drawn = cells.distance(design.group), np.zeros(len(cells.term), int), 0
    while drawn < draws and len(cells.term):
        size = min(BATCH, draws - drawn)
        found = np.stack([cells.distance(random.permutation(design.group)) >= observed - TIE for _ in range(size)])
        so_far = reached + np.cumsum(found, axis=0, dtype=np.int32)
        done, left = np.flatnonzero(so_far[-1] >= ENOUGH), np.flatnonzero(so_far[-1] < ENOUGH)
        value[cells.group[done], cells.term[done]] = ENOUGH / (drawn + 1 + (so_far[:, done] >= ENOUGH).argmax(axis=0))
        cells, observed, reached, drawn = cells.only(left), observed[left], so_far[-1][left], drawn + size
    value[cells.group, cells.term] = np.where(reached < FEW, cells.small(observed), (reached + 1) / (draws + 1))
    return value


class Cells:
    """Pairs of a group and a term that are still tested, and what counting them needs."""

    def __init__(self, design: Design, group: Groups, term: Groups) -> None:
        columns, self.column = np.unique(term, return_inverse=True)
        self.design, self.group, self.term = design, group, term
        self.matrix = design.matrix[:, columns]
        entry = self.matrix.tocoo()
        self.row, self.place = entry.row.astype(np.intp), entry.col.astype(np.intp)
        self.times, self.width = entry.data.astype(np.float64), len(columns)
        self.rates = column_sums(self.matrix) / design.words.sum()

    def only(self, chosen: Groups) -> "Cells":
        """Some of the pairs."""
        return Cells(self.design, self.group[chosen], self.term[chosen])

    def distance(self, group: Groups) -> Counts:
        """How many uses more or fewer each group has than its words ask for."""
        place = (group * self.width)[self.row] + self.place
        counts = np.bincount(place, self.times, self.design.groups * self.width)
        n = np.bincount(group, self.design.words)
        own = counts[self.group * self.width + self.column]
        return np.asarray(np.abs(own - self.rates[self.column] * n[self.group]))

    def small(self, observed: Counts) -> Counts:
        """The share of all divisions beyond each distance: counted for groups with few divisions, else the tail."""
        share, total = self.tail(observed), len(self.design.group)
        for group in np.unique(self.group):
            chosen = int((self.design.group == group).sum())
            if comb(total, chosen) * total <= COUNTED:
                own = np.flatnonzero(self.group == group)
                share[own] = self.counted(own, chosen, observed[own])
        return share

    def counted(self, own: Groups, chosen: int, observed: Counts) -> Counts:
        """The share of all ways to choose so many articles in which some of the terms are as far off."""
        total, share = len(self.design.group), np.zeros(len(own))
        ways = np.zeros((comb(total, chosen), total))
        np.put_along_axis(ways, np.array(list(combinations(range(total), chosen))), 1, axis=1)
        for first in range(0, len(own), WIDTH):
            column = self.column[own[first : first + WIDTH]]
            off = self.matrix[:, column].toarray() - self.rates[column] * self.design.words[:, None]
            share[first : first + WIDTH] = (np.abs(ways @ off) >= observed[first : first + WIDTH] - TIE).mean(axis=0)
        return share

    def tail(self, observed: Counts) -> Counts:
        """The share of all divisions beyond each distance, on both sides, by Pearson's type III distribution."""
        from scipy.stats import pearson3

        total, chosen = len(self.design.group), np.bincount(self.design.group)[self.group]
        squares, cubes = (sums[self.column] for sums in self.moments())
        left = total - chosen
        variance = chosen * left / (total * (total - 1)) * squares
        third = chosen * left * (left - chosen) / (total * (total - 1) * max(total - 2, 1)) * cubes
        with np.errstate(divide="ignore", invalid="ignore"):
            far, skewness = observed / np.sqrt(variance), third / variance**1.5
        both = pearson3.sf(far, skewness) + pearson3.cdf(-far, skewness)
        return np.asarray(np.where(variance > 0, np.minimum(both, 1), 1))

    def moments(self) -> tuple[Counts, Counts]:
        """The sums over articles of the squares and of the cubes of uses less the uses that their words ask for."""
        words, rate = self.design.words[:, None], self.rates
        once = self.matrix.astype(np.float64)
        twice = once.multiply(once).tocsr()
        y, yy, yyy = column_sums(once.multiply(words**2)), column_sums(twice), column_sums(twice.multiply(once))
        squares = yy - 2 * rate * column_sums(once.multiply(words)) + rate**2 * (words**2).sum()
        cubes = yyy - 3 * rate * column_sums(twice.multiply(words)) + 3 * rate**2 * y - rate**3 * (words**3).sum()
        return squares, cubes
