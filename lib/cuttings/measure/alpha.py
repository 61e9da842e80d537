"""Krippendorff's alpha: how far coders agree beyond what chance would bring, from their values unit by unit."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..errors import InputError

LEVELS = ("nominal", "ordinal", "interval", "ratio")
DRAWS, CONFIDENCE = 2_000, 0.95

Distance = Callable[[np.ndarray], np.ndarray]


class Agreement(NamedTuple):
    """How far coders agree: in how many units and values, in what share of pairs, alpha with its interval, and why it
    is not defined where it is not.
    """

    units: int
    n: int
    agree: float | None
    alpha: float | None
    low: float | None
    high: float | None
    why_not: str


def alpha(values: pd.DataFrame, level: str = "nominal", clusters: pd.Series | None = None, seed: int = 0) -> Agreement:
    """Krippendorff's alpha (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability) of a table of values.

    `values` has a row a unit and a column a coder, null where a coder did not code the unit; units with fewer than two
    values say nothing of agreement and are left out. `agree` is the share of pairs of values of one unit that are the
    same. The interval is that of the bootstrap, of units (Zapf et al. 2016, BMC Medical Research Methodology 16:93),
    or of whole clusters of units, such as articles, where `clusters` names that of each.

    Raises InputError for an unknown level, and for values that are no numbers where the level needs them.
    """
    if level not in LEVELS:
        raise InputError(f"level={level!r}: values are {', '.join(LEVELS)}")
    counts, kinds = tallied(values.reset_index(drop=True), level)
    shared = counts.sum(axis=1) >= 2
    counts = counts[shared]
    units, n = len(counts), int(counts.sum())
    if not units:
        return Agreement(0, 0, None, None, None, None, "no unit was coded by two")
    ranked = ordinal if level == "ordinal" else partial(given, METRICS[level](kinds))
    within = disagreement(counts, ranked)
    agree = 1 - disagreement(counts, partial(given, METRICS["nominal"](kinds))).sum() / n
    found = one_minus(within.sum(), expected(counts.sum(axis=0), ranked))
    if found is None:
        return Agreement(units, n, float(agree), None, None, None, "all values are the same")
    groups = pd.factorize(clusters.to_numpy()[shared])[0] if clusters is not None else np.arange(units)
    low, high = interval(counts, groups, ranked, level == "ordinal", seed)
    return Agreement(units, n, float(agree), found, low, high, "")


def tallied(values: pd.DataFrame, level: str) -> tuple[np.ndarray, np.ndarray]:
    """How often each unit has each value, units by values, and the values, in order."""
    filled = pd.Series(values.stack()).dropna()
    if level != "nominal":
        filled = pd.to_numeric(filled, errors="coerce")
        if filled.isna().any():
            raise InputError(f"level={level!r} needs numbers as values")
    codes, kinds = pd.factorize(filled, sort=True)
    rows = values.index.get_indexer(filled.index.get_level_values(0)) if len(filled) else np.array([], dtype=int)
    counts = np.zeros((len(values), len(kinds)))
    np.add.at(counts, (rows, codes), 1)
    return counts, np.asarray(kinds)


def ordinal(marginals: np.ndarray) -> np.ndarray:
    """Squared distances of ranks: half of each end's values and all of those between."""
    below = np.cumsum(marginals) - marginals / 2
    return np.asarray((below[:, None] - below[None, :]) ** 2)


def ratio(kinds: np.ndarray) -> np.ndarray:
    """Squared differences in relation to the sum; two zeros are no distance apart."""
    sums = kinds[:, None] + kinds[None, :]
    apart = kinds[:, None] - kinds[None, :]
    return np.asarray(np.divide(apart, sums, out=np.zeros_like(apart, dtype=float), where=sums != 0) ** 2)


METRICS: dict[str, Distance] = {
    "nominal": lambda kinds: 1.0 - np.eye(len(kinds)),
    "interval": lambda kinds: (kinds[:, None] - kinds[None, :]).astype(float) ** 2,
    "ratio": ratio,
}


def disagreement(counts: np.ndarray, distance: Distance) -> np.ndarray:
    """The disagreement within each unit, among its pairs of values."""
    apart = distance(counts.sum(axis=0))
    return np.asarray(np.einsum("uc,cd,ud->u", counts, apart, counts) / (counts.sum(axis=1) - 1))


def expected(marginals: np.ndarray, distance: Distance) -> float:
    """The disagreement among all values, were they paired at random."""
    n = marginals.sum()
    return float(marginals @ distance(marginals) @ marginals / (n - 1))


def one_minus(observed: float, by_chance: float) -> float | None:
    """Alpha; null where there is nothing that could differ."""
    return float(1 - observed / by_chance) if by_chance > 0 else None


def interval(
    counts: np.ndarray, groups: np.ndarray, distance: Distance, ranked: bool, seed: int
) -> tuple[float | None, float | None]:
    """Percentiles of alpha over clusters drawn anew; null for fewer than two. A draw in which all is the same is left
    out.
    """
    size = groups.max() + 1
    if size < 2:
        return None, None
    times = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), DRAWS)[:, groups]
    fixed = None if ranked else disagreement(counts, distance)
    found = []
    for weights in times:
        marginals = weights @ counts
        apart = distance(marginals)
        within = fixed if fixed is not None else disagreement(counts, partial(given, apart))
        by_chance = float(marginals @ apart @ marginals / (marginals.sum() - 1))
        if by_chance > 0:
            found.append(1 - float(weights @ within) / by_chance)
    if not found:
        return None, None
    low, high = np.quantile(found, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return float(low), float(high)


def given(apart: np.ndarray, _marginals: np.ndarray) -> np.ndarray:
    """Distances that are known already."""
    return apart
