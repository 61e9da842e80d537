"""Combination: the scores of several kinds of features as one probability for each unit and code."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .fold import Labels

GRID = np.linspace(0.05, 0.8, 31)
SMOOTH = 5


class Combination(NamedTuple):
    """A weight for each kind of feature and a level for each code; whether each unit has exactly one code."""

    weights: np.ndarray
    levels: np.ndarray
    exclusive: bool

    def probabilities(self, scores: Sequence[np.ndarray]) -> np.ndarray:
        """Units by codes; where these exclude each other, those of a unit add up to one."""
        odds = sum(weight * score for weight, score in zip(self.weights, scores, strict=True)) + self.levels
        if not self.exclusive:
            return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))
        powers = np.exp(odds - odds.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def combine(scores: Sequence[np.ndarray], labels: Labels) -> Combination:
    """The weights and levels under which the codes are most likely, each held by a penalty of half its square.

    `scores` must be of units that their regressions have not seen: then the probabilities are calibrated, as by Platt
    (1999), for all codes at once. Codes exclude each other where every unit has exactly one.
    """
    from scipy.optimize import minimize

    exclusive = bool((labels.sum(axis=1) == 1).all())
    kinds = len(scores)

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        known = Combination(values[:kinds], values[kinds:], exclusive).probabilities(scores)
        short = np.clip(known, 1e-12, 1 - 1e-12)
        likely = np.log(short[labels]).sum() + (0.0 if exclusive else np.log(1 - short[~labels]).sum())
        apart = known - labels
        slope = np.concatenate([[(apart * score).sum() for score in scores], apart.sum(axis=0)])
        return float((values**2).sum() / 2 - likely), slope + values

    start = np.concatenate([np.full(kinds, 1 / kinds), np.zeros(labels.shape[1])])
    best = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return Combination(best[:kinds], best[kinds:], exclusive)


def thresholds(probabilities: np.ndarray, labels: Labels) -> np.ndarray:
    """For each code the probability from which F1 is best, on a curve smoothed over its neighbours."""
    return np.array([threshold(known, code) for known, code in zip(probabilities.T, labels.T, strict=True)])


def threshold(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """That of one code."""
    given = probabilities >= GRID[:, None]
    curve = 2 * (labels & given).sum(axis=1) / (labels.sum() + given.sum(axis=1)).clip(1)
    smooth = np.convolve(np.pad(curve, SMOOTH // 2, mode="edge"), np.full(SMOOTH, 1 / SMOOTH), "valid")
    return float(GRID[int(np.round(smooth, 9).argmax())])
