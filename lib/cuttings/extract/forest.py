"""Trees of yes-no questions, fitted to labelled lines: their weights are data, evaluated here in a few array steps."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

MODEL = Path(__file__).parents[1] / "models" / "lines.json"


class Forest(NamedTuple):
    """Oblivious trees: on each level of a tree, one question for all. The answers, read as bits, number the leaf."""

    feature: NDArray[np.int64]  # trees × levels
    border: NDArray[np.float32]  # trees × levels: the answer is yes where the feature is above
    leaf: NDArray[np.float32]  # trees × 2**levels
    bias: float


@cache
def weights(name: str) -> dict[str, Any]:
    """One part of the fitted weights."""
    with MODEL.open(encoding="utf-8") as handle:
        return dict(json.load(handle)[name])


@cache
def forest(name: str) -> Forest:
    """The trees of one model."""
    part = weights(name)
    feature, border, leaf = (np.array(part[key]) for key in ("feature", "border", "leaf"))
    return Forest(feature, border.astype(np.float32), leaf.astype(np.float32), float(part["bias"]))


def probabilities(name: str, features: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probability that a model gives each row of features."""
    trees, columns = forest(name), np.ascontiguousarray(features.T)
    count, levels = trees.feature.shape
    answers = columns[trees.feature.ravel()] > trees.border.ravel()[:, None]
    leaf = np.packbits(answers.reshape(count, levels, -1), axis=1, bitorder="little")[:, 0].astype(np.intp)
    leaf += np.arange(0, trees.leaf.size, trees.leaf.shape[1])[:, None]
    score = trees.leaf.ravel()[leaf].sum(axis=0) + trees.bias
    return np.asarray(1 / (1 + np.exp(-score)), np.float32)
