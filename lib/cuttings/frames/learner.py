"""The learner: regressions on each kind of feature, combined by what they say of units that they have not seen."""

from typing import NamedTuple

import numpy as np

from .combination import Combination, combine, thresholds
from .feature import Block
from .fold import Labels, folds
from .regression import Regression, regression

PARTS = 5

Blocks = dict[str, Block]


class Learner(NamedTuple):
    """What has been learnt; without thresholds, each unit is given the code of the highest probability."""

    regressions: dict[str, Regression]
    combination: Combination
    thresholds: np.ndarray | None
    learnable: np.ndarray

    def probabilities(self, blocks: Blocks) -> np.ndarray:
        """Units by codes."""
        return self.combination.probabilities([one.scores(blocks[kind]) for kind, one in self.regressions.items()])

    def given(self, probabilities: np.ndarray) -> Labels:
        """Whether each unit is given each code."""
        if self.thresholds is None:
            best = np.where(self.learnable, probabilities, -1).argmax(axis=1)
            return np.asarray(np.arange(probabilities.shape[1]) == best[:, None])
        return np.asarray((probabilities >= self.thresholds) & self.learnable)


def learn(blocks: Blocks, labels: Labels, owners: np.ndarray, learnable: np.ndarray, seed: int) -> Learner:
    """Learn from coded units; only codes that are `learnable` will be given.

    1. For each kind of feature and each code a logistic regression.
    2. What these make of units whose articles they have not seen (five parts) is combined (`combine`).
    3. The threshold of a code is where its F1 on these units is best. Where each unit of the sheet has exactly one
       code there are none.
    """
    unseen = {kind: np.zeros(labels.shape) for kind in blocks}
    for seen, held in folds(owners, labels, PARTS, seed):
        for kind, block in blocks.items():
            unseen[kind][held] = regression(kind, block[seen], labels[seen]).scores(block[held])
    combination = combine(list(unseen.values()), labels)
    known = combination.probabilities(list(unseen.values()))
    levels = None if combination.exclusive else thresholds(known, labels)
    made = {kind: regression(kind, block, labels) for kind, block in blocks.items()}
    return Learner(made, combination, levels, learnable)


def unseen_by(
    blocks: Blocks, labels: Labels, owners: np.ndarray, learnable: np.ndarray, seed: int
) -> tuple[np.ndarray, Labels]:
    """For each unit the probabilities of a learner that has not seen its article, and the codes that it gives: all
    choices are made anew within the other four parts.
    """
    known, given = np.zeros(labels.shape), np.zeros(labels.shape, dtype=bool)
    for seen, held in folds(owners, labels, PARTS, seed + 1):
        learner = learn(
            {kind: block[seen] for kind, block in blocks.items()}, labels[seen], owners[seen], learnable, seed
        )
        known[held] = learner.probabilities({kind: block[held] for kind, block in blocks.items()})
        given[held] = learner.given(known[held])
    return known, given
