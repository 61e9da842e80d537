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
    lines = lines_of([text], [units(text)])
    features = around(lines)
    first = probabilities("first", features)
    assert first == pytest.approx([walked("first", row) for row in features.T], abs=1e-5)
    second = again(lines, features, first)
    assert probabilities("second", second) == pytest.approx([walked("second", row) for row in second.T], abs=1e-5)
    assert forest("first").asked[-1].feature < len(features)
    assert forest("second").asked[-1].feature < len(second)


def test_a_record_has_the_same_numbers_alone_as_beside_others(seed_texts):
    texts = [*seed_texts.values(), "One line", "  two\n\n words  \n"]
    rows = [units(text) for text in texts]
    together = lines_of(texts, rows)
    features = around(together)
    first = probabilities("first", features)
    second = again(together, features, first)
    for text, own, (window, _) in zip(texts, rows, together.each, strict=True):
        alone = lines_of([text], [own])
        assert (around(alone) == features[:, window]).all()
        assert (again(alone, features[:, window], first[window]) == second[:, window]).all()
        assert (probabilities("first", features[:, window]) == first[window]).all()
