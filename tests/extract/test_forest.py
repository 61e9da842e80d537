"""The evaluation of trees agrees with walking down each of them."""

import numpy as np
import pytest

from cuttings.extract.feature import lines_of
from cuttings.extract.forest import forest, probabilities, weights
from cuttings.extract.neighbour import again, around
from cuttings.extract.unit import units


def walked(name, row):
    part = weights(name)
    score = part["bias"]
    for questions, borders, leaves in zip(part["feature"], part["border"], part["leaf"], strict=True):
        answers = [row[question] > np.float32(border) for question, border in zip(questions, borders, strict=True)]
        score += leaves[sum(answer << level for level, answer in enumerate(answers))]
    return 1 / (1 + np.exp(-score))


@pytest.mark.parametrize("seed", ["000", "004"])
def test_trees(seed_texts, seed):
    text = seed_texts[seed]
    lines = lines_of(text, units(text))
    features = around(lines)
    first = probabilities("first", features)
    assert first == pytest.approx([walked("first", row) for row in features.T], abs=1e-5)
    second = again(lines, features, first)
    assert probabilities("second", second) == pytest.approx([walked("second", row) for row in second.T], abs=1e-5)
    assert forest("first").feature.max() < len(features)
    assert forest("second").feature.max() < len(second)
