"""Inference over articles: how often nothing is taken for something, and how often intervals hold."""

from itertools import combinations
from math import comb

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from cuttings.measure.association import log_ratio
from cuttings.measure.inference import Design, adjusted, dispersion, interval, use_of
from cuttings.measure.permutation import Cells, permutation


def design_of(matrix: np.ndarray, group: list[int] | np.ndarray, words: np.ndarray | None = None) -> Design:
    """A comparison of groups of articles (rows) that have these terms (columns)."""
    words = matrix.sum(axis=1) if words is None else words
    pooled = matrix.sum(axis=0)
    kinds = np.asarray(group)
    return Design(csr_matrix(matrix), words.astype(float), kinds, int(kinds.max()) + 1, pooled / 10, pooled.sum() / 10)


def bursty(random: np.random.Generator, articles: int, terms: int) -> tuple[np.ndarray, np.ndarray]:
    """Counts of terms that come in bursts, as words do, most articles having none; and the articles' lengths."""
    words = random.integers(150, 900, articles)
    rate = random.gamma(0.4, 1 / 0.4, (articles, terms)) * random.uniform(0.001, 0.01, terms)
    return random.poisson(rate * words[:, None]), words


def test_p_is_the_share_of_all_divisions_where_there_are_few():
    matrix = np.array([[5, 1], [4, 2], [6, 0], [0, 3], [1, 2], [0, 4]])
    design = design_of(matrix, [0, 0, 0, 1, 1, 1])
    cells = Cells(design, np.array([0, 0]), np.array([0, 1]))
    divisions = [np.isin(np.arange(6), chosen, invert=True).astype(int) for chosen in combinations(range(6), 3)]
    observed = cells.distance(design.group)
    exact = np.mean([cells.distance(group) >= observed - 1e-9 for group in divisions], axis=0)
    p = permutation(design, np.ones((2, 2), bool), 4_999, seed=1)[0]
    assert p == pytest.approx(exact, abs=0.03)
    assert exact[0] == pytest.approx(2 / 20)


@pytest.mark.parametrize(("first", "second"), [(5, 6), (6, 6), (5, 7), (7, 8)])
def test_no_value_is_below_what_the_fewest_divisions_can_give(first: int, second: int):
    group, words = np.repeat([0, 1], [first, second]), np.full(first + second, 300.0)
    uses = csr_matrix(np.where(group == 0, 3 + np.arange(len(group)), 0).reshape(-1, 1))
    value = permutation(Design(uses, words, group, 2, np.array([1.0]), 500.0), np.ones((2, 1), bool), 999, 0)
    reach = 2 if first == second else 1
    assert value == pytest.approx(reach / comb(first + second, first))


def test_the_tail_is_that_of_many_random_divisions():
    random = np.random.default_rng(5)
    matrix, words = bursty(random, 80, 40)
    design = design_of(matrix, (np.arange(80) >= 30).astype(int), words)
    cells = Cells(design, np.zeros(40, int), np.arange(40))
    residual = matrix - np.outer(words, matrix.sum(axis=0) / words.sum())
    drawn = np.abs(np.stack([residual[random.permutation(80)[:30]].sum(axis=0) for _ in range(20_000)]))
    for share in (0.01, 0.001):
        edge = np.quantile(drawn, 1 - share, axis=0)
        # Bursts make the tail cautious: up to three times too large, never much too small.
        assert 0.7 * share <= np.median(cells.tail(edge)) <= 3 * share


@pytest.mark.parametrize("groups", [2, 5])
def test_of_groups_dealt_at_random_five_per_cent_and_no_more_differ_at_five_per_cent(groups: int):
    random = np.random.default_rng(7)
    matrix, words = bursty(random, 60, 150)
    found = []
    for seed in range(12):
        design = design_of(matrix, random.permutation(np.arange(60) % groups), words)
        found.append(permutation(design, np.ones((groups, 150), bool), 999, seed))
    p = np.stack(found)
    # 12 divisions of the same articles: the figure itself is uncertain by about 0.005.
    assert (p <= 0.05).mean() <= 0.055
    assert (p <= 0.05).mean() >= 0.035


def test_a_term_that_one_group_alone_uses_often_is_found():
    matrix = np.array([[4, 3]] * 10 + [[0, 3]] * 10)
    p = permutation(design_of(matrix, [0] * 10 + [1] * 10, np.full(20, 100)), np.ones((2, 2), bool), 999, seed=0)
    assert p[0, 0] < 0.01
    assert p[0, 1] > 0.05


def test_what_is_not_tested_has_no_value():
    matrix = np.array([[4, 3]] * 5 + [[0, 3]] * 5)
    p = permutation(design_of(matrix, [0] * 5 + [1] * 5), np.array([[True, False], [False, False]]), 99, seed=0)
    assert np.isnan(p).tolist() == [[False, True], [True, True]]


def test_intervals_hold_the_true_ratio_nineteen_times_in_twenty():
    random = np.random.default_rng(3)
    held: list[float] = []
    for _ in range(60):
        matrix, words = bursty(random, 80, 60)
        design = design_of(matrix, np.arange(80) % 2, words)
        low, high = interval(design, log_ratio(use_of(design, design.group)))
        given = ~np.isnan(low)
        held += ((low <= 0) & (high >= 0))[given].tolist()
    assert 0.93 <= np.mean(held) <= 0.99


def test_a_side_that_never_uses_a_term_has_no_interval():
    matrix = np.array([[2, 1], [3, 2], [0, 2], [0, 1]])
    design = design_of(matrix, [0, 0, 1, 1])
    low, high = interval(design, log_ratio(use_of(design, design.group)))
    assert np.isnan(low).tolist() == [[True, False], [True, False]]
    assert np.isnan(high).tolist() == [[True, False], [True, False]]


def test_q_is_the_adjusted_p_of_the_textbook():
    # Benjamini & Hochberg 1995, table 1: of these fifteen, the four smallest are rejected at 0.05.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
    p += [0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    q = adjusted(np.array([[*p, np.nan]]))[0]
    assert (q[:15] <= 0.05).sum() == 4
    assert q[0] == pytest.approx(0.0015)
    assert np.isnan(q[15])


def test_dispersion_is_0_for_even_use_and_1_for_use_by_the_shortest_alone():
    matrix = np.array([[2, 0, 0], [4, 0, 0], [2, 5, 0], [1, 1, 1]])
    words = np.array([100, 200, 100, 100])
    found = dispersion(design_of(matrix, [0, 0, 0, 1], words))
    assert found[0, :2] == pytest.approx([0, 1])
    assert np.isnan(found[0, 2])
    assert np.isnan(found[1]).all()
