"""Association: how much more a group of texts uses each term than the rest, by counts alone.

`Use` says how often groups use terms. The functions say how large a difference is; none of them is a test, because the
words of one article are not independent.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]


class Use(NamedTuple):
    """How often each group (row) uses each term (column), how often its reference does, and the words of both in all
    (one column).
    """

    counts: Counts
    rest: Counts
    n: Counts
    of_rest: Counts


def weighted_log_odds(use: Use, pseudo: Counts, prior: float, terms: int = 2) -> tuple[Counts, Counts]:
    """Log-odds ratio of each term with an informative Dirichlet prior, and z, the ratio over its standard error.

    Monroe, Colaresi & Quinn 2008, doi:10.1093/pan/mpn018, equations 16 to 22. `pseudo` holds the prior's pseudo-counts
    of each term, the same for a group and for the rest, and `prior` their sum over all terms. The variance has two
    `terms`, as in the paper's approximation and in ConvoKit's FightingWords: 1/(n + a) + 1/(rest + a); or four, as in
    scattertext, those of all other words too.
    """
    inside, outside = use.counts + pseudo, use.rest + pseudo
    others = (use.n + prior - inside, use.of_rest + prior - outside)
    ratio = np.log(inside / others[0]) - np.log(outside / others[1])
    variance = 1 / inside + 1 / outside
    if terms == 4:
        variance = variance + 1 / others[0] + 1 / others[1]
    return ratio, ratio / np.sqrt(variance)


def log_ratio(use: Use) -> Counts:
    """Binary logarithm of a term's share of all words in a group over that in the rest; 1 is twice as often.

    Hardie 2014: a count of 0 is taken for a half.
    """
    inside, outside = (np.where(of > 0, of, 0.5) for of in (use.counts, use.rest))
    return np.asarray(np.log2(inside / use.n) - np.log2(outside / use.of_rest))


def log_likelihood(use: Use) -> Counts:
    """G² of each term, negative where the group uses it less: Dunning 1993, with all four cells and no correction."""
    both, of_both = use.counts + use.rest, use.n + use.of_rest
    cells = (use.counts, use.rest, use.n - use.counts, use.of_rest - use.rest)
    shares = (both / of_both, both / of_both, 1 - both / of_both, 1 - both / of_both)
    expected = [share * size for share, size in zip(shares, (use.n, use.of_rest) * 2, strict=True)]
    pairs = zip(cells, expected, strict=True)
    total = sum(np.where(seen > 0, seen * np.log(np.where(seen > 0, seen, 1) / due), 0) for seen, due in pairs)
    return np.asarray(2 * total * np.where(use.counts < expected[0], -1, 1))
