"""Marks: why a word that sets a group apart may say less of it than it seems."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .. import lookups
from .association import Counts, Use
from .inference import Design, in_articles, members

BORNE_OUT = 2 / 3
ARTICLE, STYLE, OUTLET, UNEVEN = "one article", "house style", "one outlet", "uneven"


class Caution(NamedTuple):
    """For each group and term, the mark (null for none), and the share of outlets and other groups behind the sign."""

    mark: NDArray[np.object_]
    consistency: Counts


def cautions(design: Design, use: Use, outlets: list[str], terms: list[str]) -> Caution:
    """The marks of every group and term; the first of these that holds: see `keyness`.

    `consistency` is the smaller of two shares: of the group's outlets, those whose own rate lies on the same side of
    the rest's rate as the group's; of the other groups, those whose rate lies on the other side of the group's.
    """
    shared = consistency(design, use, outlets)
    spread = in_articles(design)
    who = number_of(outlets)
    carriers = np.asarray(((members(who, who.max() + 1) @ design.matrix) > 0).sum(axis=0)).reshape(-1)
    mark = np.full(spread.shape, None, object)
    used = spread > 0
    mark[used & (shared < BORNE_OUT)] = UNEVEN
    mark[used & (carriers == 1) & (spread > 1)] = OUTLET
    mark[used & np.isin(terms, list(house_words()))] = STYLE
    mark[spread == 1] = ARTICLE
    return Caution(mark, shared)


def number_of(names: list[str]) -> NDArray[np.intp]:
    """Names as numbers from 0."""
    return np.unique(names, return_inverse=True)[1]


def consistency(design: Design, use: Use, outlets: list[str]) -> Counts:
    """For each group and term, the share of outlets and of other groups that bear the sign of the difference out."""
    rate, rest = use.counts / use.n, use.rest / use.of_rest
    cell = number_of([f"{group}\0{outlet}" for group, outlet in zip(design.group, outlets, strict=True)])
    cells = int(cell.max()) + 1
    owner = np.zeros(cells, np.intp)
    owner[cell] = design.group
    words = np.bincount(cell, design.words, cells)[:, None]
    own = np.asarray((members(cell, cells) @ design.matrix).toarray()) / np.maximum(words, 1)
    found = np.empty(rate.shape)
    for group in range(design.groups):
        sign = np.sign(rate[group] - rest[group])
        inside = np.sign(own[(owner == group) & (words[:, 0] > 0)] - rest[group]) == sign
        outside = np.sign(rate[group] - np.delete(rate, group, axis=0)) == sign
        found[group] = np.minimum(inside.mean(axis=0), outside.mean(axis=0))
    return found


@cache
def house_words() -> frozenset[str]:
    """The words of lookups/house_style.csv."""
    return frozenset(lookups.column("house_style", "word"))
