"""Krippendorff's alpha: the published examples to their printed digits, and a word where it is not defined."""

import numpy as np
import pandas as pd
import pytest

from cuttings import InputError
from cuttings.measure.alpha import alpha

_ = np.nan
# Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, examples A to D, and the example of the article on
# Krippendorff's alpha in Wikipedia.
A = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
B = [[1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1], [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4]]
C = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
W = [
    [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
    [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
    [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
]


@pytest.mark.parametrize(
    ("data", "level", "published"),
    [
        (A, "nominal", 0.095),
        (B, "nominal", 0.692),
        (C, "nominal", 0.743),
        (C, "ordinal", 0.815),
        (C, "interval", 0.849),
        (C, "ratio", 0.797),
        (W, "nominal", 0.691),
        (W, "interval", 0.811),
    ],
)
def test_the_published_examples_come_out_to_their_digits(data, level, published):
    found = alpha(pd.DataFrame(data).T, level)
    assert round(found.alpha, 3) == published
    assert found.low <= found.alpha <= found.high


def test_units_of_one_value_are_left_out_and_counted_so():
    found = alpha(pd.DataFrame(C).T)
    assert (found.units, found.n) == (11, 40)


def test_words_are_values_of_the_nominal_level_alone():
    values = pd.DataFrame({"ann": ["war", "peace", "war"], "ben": ["war", "peace", "peace"]})
    assert alpha(values).agree == pytest.approx(2 / 3)
    with pytest.raises(InputError, match="needs numbers"):
        alpha(values, "interval")
    with pytest.raises(InputError, match="values are nominal, ordinal"):
        alpha(values, "other")


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"ann": [1, 1, None], "ben": [None, None, 1]}, "no unit was coded by two"),
        ({"ann": [1, 1, 1]}, "no unit was coded by two"),
        ({"ann": [1, 1, 1], "ben": [1, 1, 1]}, "all values are the same"),
        ({}, "no unit was coded by two"),
    ],
)
def test_where_it_is_not_defined_it_is_null_with_a_reason(values, why):
    found = alpha(pd.DataFrame(values))
    assert (found.alpha, found.low, found.high, found.why_not) == (None, None, None, why)


def test_full_agreement_is_1_and_systematic_disagreement_below_0():
    ann = [0, 1] * 20
    assert alpha(pd.DataFrame({"ann": ann, "ben": ann})).alpha == 1
    assert alpha(pd.DataFrame({"ann": ann, "ben": [1 - one for one in ann]})).alpha < 0


def test_clusters_of_units_make_the_interval_wider():
    random = np.random.default_rng(0)
    right = np.repeat(random.random(12) < 0.5, 10)  # whole articles on which the coders agree, or do not
    ann = random.integers(0, 2, 120)
    ben = np.where(right, ann, 1 - ann)
    values = pd.DataFrame({"ann": ann, "ben": ben})
    single = alpha(values)
    together = alpha(values, clusters=pd.Series(np.repeat(np.arange(12), 10)))
    assert together.alpha == single.alpha
    assert together.high - together.low > 2 * (single.high - single.low)


def test_the_interval_covers_and_the_same_seed_gives_the_same():
    """Two coders of whom one throws a coin for 40% of the units: alpha of very many of them is 0.6."""

    def values(size, seed):
        random = np.random.default_rng(seed)
        ann = random.integers(0, 2, size)
        return pd.DataFrame({"ann": ann, "ben": np.where(random.random(size) < 0.4, random.integers(0, 2, size), ann)})

    found = [alpha(values(100, seed)) for seed in range(60)]
    assert np.mean([one.low <= 0.6 <= one.high for one in found]) >= 0.9
    assert alpha(values(50, 1)) == alpha(values(50, 1))
