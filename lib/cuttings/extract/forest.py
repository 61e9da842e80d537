"""Trees of yes-no questions, fitted to labelled lines: their weights are data, evaluated here in a few array steps."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

MODEL = Path(__file__).parents[1] / "models" / "lines.json"
CHUNK = 4096  # lines judged at once: so few that their answers stay in the cache of a processor


class Asked(NamedTuple):
    """The questions about one feature: their place among all questions, and borders (questions × 1); the answer is yes
    where the feature is above.
    """

    feature: int
    place: slice
    border: NDArray[np.float32]


class Forest(NamedTuple):
    """Oblivious trees: on each level of a tree, one question for all. The answers, read as bits, number the leaf."""

    asked: list[Asked]
    question: NDArray[np.intp]  # levels × trees
    leaf: NDArray[np.float32]  # trees × leaves
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
    features, starts = np.unique(questions[:, 0], return_index=True)
    places = map(slice, starts.tolist(), [*starts[1:].tolist(), len(questions)])
    border = questions[:, 1:].astype(np.float32)
    return Forest(
        asked=[Asked(int(one), place, border[place]) for one, place in zip(features, places, strict=True)],
        question=np.ascontiguousarray(of.reshape(np.shape(part["feature"])).T),
        leaf=np.array(part["leaf"], np.float32),
        bias=float(part["bias"]),
    )


def probabilities(name: str, features: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probability that a model gives each line, of which `features` has a column."""
    trees, n = forest(name), features.shape[1]
    chunks = [features[:, begin : begin + CHUNK] for begin in range(0, n, CHUNK)]
    score = np.concatenate([scores(trees, chunk) for chunk in chunks])
    return np.asarray(1 / (1 + np.exp(-score)), np.float32)


def scores(trees: Forest, features: NDArray[np.float32]) -> NDArray[np.float32]:
    """The sum of what the trees say of each line."""
    answers = np.empty((trees.asked[-1].place.stop, features.shape[1]), bool)
    for one in trees.asked:
        np.greater(features[one.feature], one.border, out=answers[one.place])
    bits = answers.view(np.uint8)
    number = bits.take(trees.question[-1], axis=0)
    for question in trees.question[-2::-1]:
        number += number
        number |= bits.take(question, axis=0)
    score = np.zeros(features.shape[1], np.float32)
    for leaf, place in zip(trees.leaf, number, strict=True):
        score += leaf.take(place)
    return score + trees.bias
