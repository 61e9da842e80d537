"""How a share is best corrected for a coder's errors: ours, that of Rogan & Gladen (1978, American Journal of
Epidemiology 107:71), and none, by simulation, where the coder errs alike in two outlets and where it does not.
"""

from typing import NamedTuple

import numpy as np
import pytest

from cuttings.measure.survey import bounds, corrected, estimate

RUNS, ARTICLES, UNITS, CODED = 400, 30, 20, 100
SPREAD = 0.1  # how far articles differ in their own shares
NORMAL = 1.96


class Outlet(NamedTuple):
    """The share of its units that have the frame, and how the coder fares there."""

    share: float
    sensitivity: float
    specificity: float


class Drawn(NamedTuple):
    """The units of an outlet: their articles, what the coder says, what people say of a sample, null elsewhere."""

    article: np.ndarray
    said: np.ndarray
    human: np.ndarray


ALIKE = (Outlet(0.2, 0.75, 0.90), Outlet(0.2, 0.75, 0.90))
APART = (Outlet(0.2, 0.90, 0.88), Outlet(0.2, 0.55, 0.97))


def drawn(random: np.random.Generator, outlet: Outlet) -> Drawn:
    """An outlet's articles with a sample coded by people."""
    own = random.beta(outlet.share * (1 / SPREAD - 1), (1 - outlet.share) * (1 / SPREAD - 1), ARTICLES)
    article = np.repeat(np.arange(ARTICLES), UNITS)
    true = random.random(len(article)) < own[article]
    draws = random.random(len(article))
    said = np.where(true, draws < outlet.sensitivity, draws >= outlet.specificity).astype(float)
    human = np.full(len(article), np.nan)
    chosen = random.choice(len(article), CODED, replace=False)
    human[chosen] = true[chosen]
    return Drawn(article, said, human)


def ours(one: Drawn, _both: tuple[Drawn, ...]) -> tuple[float, float, float]:
    """As `measure.framing` corrects."""
    found = corrected(one.said, one.human, np.full(len(one.said), CODED / len(one.said)), one.article)
    return found.share, *bounds(found, CODED)


def uncorrected(one: Drawn, _both: tuple[Drawn, ...]) -> tuple[float, float, float]:
    """The coder's share, as it is."""
    found = estimate(one.said, one.article)
    return found.share, *bounds(found, found.articles)


def rogan_gladen(one: Drawn, samples: tuple[Drawn, ...]) -> tuple[float, float, float]:
    """By the sensitivity and the specificity in these samples, each with one hit and one miss added (Lang & Reiczigel
    2014, Preventive Veterinary Medicine 113:13), and an interval by the delta method.
    """
    said, human = (np.concatenate([getattr(of, name) for of in samples]) for name in ("said", "human"))
    rates, variances = [], []
    for value in (1, 0):
        right = said[human == value] == value
        rate = (right.sum() + 1) / (len(right) + 2)
        rates.append(rate)
        variances.append(rate * (1 - rate) / (len(right) + 2))
    found = estimate(one.said, one.article)
    youden = sum(rates) - 1
    share = min(max((found.share + rates[1] - 1) / youden, 0.0), 1.0)
    variance = found.variance + share**2 * variances[0] + (1 - share) ** 2 * variances[1]
    reach = NORMAL * variance**0.5 / youden
    return share, share - reach, share + reach


def rogan_gladen_apart(one: Drawn, _both: tuple[Drawn, ...]) -> tuple[float, float, float]:
    """By the sample of the outlet alone."""
    return rogan_gladen(one, (one,))


class Score(NamedTuple):
    """The larger bias of the two shares, the lesser coverage of their intervals, the mean width of these, and the bias
    of the difference of the two shares.
    """

    bias: float
    covered: float
    width: float
    difference: float


def scored(method, outlets: tuple[Outlet, Outlet]) -> Score:
    """How a method fares in many samples of two outlets."""
    random = np.random.default_rng(11)
    found = []
    for _ in range(RUNS):
        both = tuple(drawn(random, outlet) for outlet in outlets)
        found.append([method(one, both) for one in both])
    share, low, high = np.moveaxis(np.array(found), 2, 0)
    true = np.array([outlet.share for outlet in outlets])
    bias = share.mean(axis=0) - true
    covered = ((low <= true) & (true <= high)).mean(axis=0)
    return Score(abs(bias).max(), covered.min(), (high - low).mean(), bias[0] - bias[1])


METHODS = (uncorrected, rogan_gladen, rogan_gladen_apart, ours)


@pytest.fixture(scope="module")
def scores() -> dict:
    """The scores of each method where the coder errs alike, and where it does not; printed with pytest -s."""
    found = {(method, case): scored(method, case) for method in METHODS for case in (ALIKE, APART)}
    print("\n" + " " * 26 + "  ".join(Score._fields))
    for (method, case), score in found.items():
        case_name = "alike" if case is ALIKE else "apart"
        print(f"{method.__name__:20}{case_name:6}", *(f"{value:7.3f}" for value in score))
    return found


@pytest.mark.parametrize("case", [ALIKE, APART], ids=["alike", "apart"])
def test_ours_is_right_in_each_outlet_and_covers_however_the_coder_errs(scores, case):
    score = scores[ours, case]
    assert score.bias < 0.01
    assert abs(score.difference) < 0.01
    assert score.covered >= 0.95


def test_an_uncorrected_share_makes_a_difference_that_is_none(scores):
    assert scores[uncorrected, APART].difference > 0.1
    assert scores[uncorrected, APART].covered < 0.8


def test_one_sensitivity_for_all_makes_that_difference_larger(scores):
    assert scores[rogan_gladen, ALIKE].covered >= 0.95
    assert scores[rogan_gladen, APART].difference > scores[uncorrected, APART].difference
    assert scores[rogan_gladen, APART].covered < 0.5


def test_a_sensitivity_of_each_outlet_takes_wider_intervals_than_ours(scores):
    assert scores[rogan_gladen_apart, APART].covered >= 0.95
    for case in (ALIKE, APART):
        assert scores[rogan_gladen_apart, case].width > 1.2 * scores[ours, case].width
