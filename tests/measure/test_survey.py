"""Shares over articles, and shares corrected for a coder's errors: right on average, and in their intervals."""

import numpy as np
import pytest

from cuttings.measure.survey import Estimate, bounds, corrected, estimate

RUNS = 300


def articles(random, number, units, share, spread):
    """The article of each unit, and whether people would find the frame in it; articles differ in their own shares."""
    own = random.beta(share * (1 - spread) / spread, (1 - share) * (1 - spread) / spread, number)
    article = np.repeat(np.arange(number), random.integers(max(units // 2, 1), units * 3 // 2 + 1, number))
    return article, (random.random(len(article)) < own[article]).astype(float)


def coder(random, true, sensitivity, specificity):
    """What a coder finds who errs on both sides."""
    found = np.where(true == 1, random.random(len(true)) < sensitivity, random.random(len(true)) >= specificity)
    return found.astype(float)


def drawn(random, true, n):
    """People's codes of `n` units, null elsewhere, and the chance of each."""
    human = np.full(len(true), np.nan)
    chosen = random.choice(len(true), min(n, len(true)), replace=False)
    human[chosen] = true[chosen]
    return human, np.full(len(true), min(n, len(true)) / len(true))


# articles, units in each, true share, a coder's sensitivity and specificity, units coded by hand, how articles differ
CASES = [
    (30, 20, 0.10, 0.7, 0.95, 100, 0.1),
    (30, 20, 0.10, 0.7, 0.95, 50, 0.1),
    (30, 20, 0.03, 0.6, 0.98, 200, 0.05),
    (10, 20, 0.20, 0.7, 0.90, 100, 0.1),
    (6, 15, 0.20, 0.7, 0.90, 50, 0.1),
    (60, 20, 0.30, 0.8, 0.90, 200, 0.1),
]


@pytest.mark.parametrize("case", CASES)
def test_corrected_shares_are_right_on_average_and_their_intervals_cover(case):
    number, units, share, sensitivity, specificity, n, spread = case
    random = np.random.default_rng(7)
    found, covered, naive = [], [], []
    for _ in range(RUNS):
        article, true = articles(random, number, units, share, spread)
        said = coder(random, true, sensitivity, specificity)
        human, chance = drawn(random, true, n)
        one = corrected(said, human, chance, article)
        low, high = bounds(one, n)
        found.append(one.share)
        covered.append(low <= share <= high)
        naive.append(said.mean())
    assert np.mean(covered) >= 0.93
    error = abs(np.mean(found) - share)
    assert error < 4 * np.std(found) / RUNS**0.5 + 0.01  # cutting at 0 moves the mean of rare frames a little
    if abs(np.mean(naive) - share) > 0.03:
        assert error < abs(np.mean(naive) - share) / 2


@pytest.mark.parametrize("case", [(8, 20, 0.2, 0.1), (30, 20, 0.05, 0.1), (30, 1, 0.3, 0.1), (100, 10, 0.5, 0.3)])
def test_intervals_of_plain_shares_cover(case):
    number, units, share, spread = case
    random = np.random.default_rng(3)
    covered = []
    for _ in range(RUNS):
        article, true = articles(random, number, units, share, spread)
        low, high = bounds(estimate(true, article), number)
        covered.append(low <= share <= high)
    assert np.mean(covered) >= 0.93


@pytest.mark.parametrize("case", [(5, 10, 0.2, 0.1), (5, 20, 0.2, 0.4), (6, 20, 0.05, 0.1)])
def test_with_few_articles_this_interval_covers_where_drawing_articles_anew_does_not(case):
    number, units, share, spread = case
    random = np.random.default_rng(5)
    covered, anew = [], []
    for _ in range(RUNS):
        article, true = articles(random, number, units, share, spread)
        low, high = bounds(estimate(true, article), number)
        covered.append(low <= share <= high)
        hits, sizes = np.bincount(article, true), np.bincount(article)
        times = random.multinomial(number, np.full(number, 1 / number), 500)
        low, high = np.quantile(times @ hits / (times @ sizes), [0.025, 0.975])
        anew.append(low <= share <= high)
    assert np.mean(covered) >= 0.95
    assert np.mean(anew) < 0.9


def test_units_of_one_article_are_no_independent_evidence():
    values = np.repeat([1.0, 0.0, 1.0, 0.0, 0.0, 1.0], 20)
    alike = estimate(values, np.repeat(np.arange(6), 20))
    mixed = estimate(values, np.tile(np.arange(6), 20))
    assert alike.share == mixed.share == 0.5
    assert alike.variance > 10 * mixed.variance


def test_a_coder_without_errors_is_left_as_it_is():
    random = np.random.default_rng(0)
    article, true = articles(random, 10, 20, 0.3, 0.1)
    human, chance = drawn(random, true, 40)
    assert corrected(true, human, chance, article) == estimate(true, article)


def test_where_nothing_was_found_the_interval_is_not_empty():
    none = estimate(np.zeros(100), np.repeat(np.arange(10), 10))
    low, high = bounds(none, 10)
    assert low == 0
    assert 0.2 < high < 0.5
    every = estimate(np.ones(100), np.repeat(np.arange(10), 10))
    assert bounds(every, 10) == (pytest.approx(1 - high), 1.0)


def test_one_article_has_a_share_and_no_variance():
    found = estimate(np.array([1.0, 0.0]), np.array(["a", "a"]))
    assert found.share == 0.5
    assert np.isnan(found.variance)


def test_an_interval_does_not_jump_where_the_articles_are_all_alike():
    widths = [np.ptp(bounds(Estimate(0.5, variance, 10), 10)) for variance in (0.0, 1e-12, 1e-6)]
    assert widths == pytest.approx([widths[0]] * 3)
