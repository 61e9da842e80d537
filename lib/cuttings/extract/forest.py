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

    feature: NDArray[np.intp]  # of each question
    border: NDArray[np.float32]  # questions × 1: the answer is yes where the feature is above
    question: NDArray[np.intp]  # levels × trees
    leaf: NDArray[np.float32]  # the leaves of one tree behind those of the other
    first: NDArray[np.intp]  # trees × 1: where a tree's leaves begin
    bias: float


@cache
def weights(name: str) -> dict[str, Any]:
    """One part of the fitted weights."""
    with MODEL.open(encoding="utf-8") as handle:
        return dict(json.load(handle)[name])


@cache
def forest(name: str) -> Forest:
    """The trees of one model; a question that several ask is asked once."""
    part = weights(name)
    asked = np.stack([np.ravel(part["feature"]), np.ravel(part["border"])], axis=1)
    questions, of = np.unique(asked, axis=0, return_inverse=True)
    leaf = np.array(part["leaf"], np.float32)
    return Forest(
        feature=questions[:, 0].astype(np.intp),
        border=questions[:, 1:].astype(np.float32),
        question=np.ascontiguousarray(of.reshape(np.shape(part["feature"])).T),
        leaf=leaf.ravel(),
        first=np.arange(0, leaf.size, leaf.shape[1])[:, None],
        bias=float(part["bias"]),
    )


def probabilities(name: str, features: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probability that a model gives each line, of which `features` has a column."""
    trees = forest(name)
    answers = (features[trees.feature] > trees.border).view(np.uint8)
    number = answers[trees.question[0]]
    for level, question in enumerate(trees.question[1:], 1):
        number |= answers[question] << level
    score = trees.leaf[number + trees.first].sum(axis=0) + trees.bias
    return np.asarray(1 / (1 + np.exp(-score)), np.float32)
