"""Replication: whether the topics found in a collection are found again in either half of it."""

import warnings
from typing import Any

import numpy as np

# Halves and not larger parts: two parts of 80 per cent share most passages, so that even words dealt out at
# random give topics that agree (0.65 to 0.95 in trials), and the figure says nothing.
RUNS = 6
# Above this number of passages, the halves are those of a random sample of so many, drawn fewer times.
SAMPLE, SAMPLE_RUNS = 2_000, 3
# Above this number, topics are fitted on so many passages drawn at random, and the others are only assigned to
# them; fitting in mini-batches instead put four of five passages into one topic in a trial.
LARGE = 10_000

Matrix = Any  # a sparse matrix, one row per passage, one column per term


def fit(matrix: Matrix, k: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Non-negative factors of a matrix: weights (passage by topic), parts (topic by term, at length 1)."""
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    model = NMF(k, init="nndsvda", random_state=seed, max_iter=100, tol=1e-3)
    with warnings.catch_warnings():
        # A fit that stops early replicates badly, and that is what is measured.
        warnings.simplefilter("ignore", ConvergenceWarning)
        if matrix.shape[0] <= LARGE:
            weights = model.fit_transform(matrix)
        else:
            weights = model.fit(matrix[drawn(matrix, LARGE, seed)]).transform(matrix)
    return weights * np.linalg.norm(model.components_, axis=1), unit(model.components_)


def drawn(matrix: Matrix, most: int, seed: int) -> np.ndarray:
    """The numbers of at most so many rows, drawn at random, in order."""
    return np.sort(np.random.default_rng(seed).permutation(matrix.shape[0])[:most])


def unit(parts: np.ndarray) -> np.ndarray:
    """The rows at length 1; a row of zeros stays."""
    lengths = np.linalg.norm(parts, axis=1, keepdims=True)
    scaled: np.ndarray = parts / np.where(lengths > 0, lengths, 1)
    return scaled


def replication(matrix: Matrix, parts: np.ndarray, seed: int) -> np.ndarray:
    """For each topic, how alike its counterparts in two disjoint halves of the passages are, over all runs.

    A counterpart is the topic of the half that the Hungarian assignment on the cosines of term vectors gives;
    alike means the cosine of the two counterparts' term vectors, 0 to 1. After Greene, O'Callaghan &
    Cunningham 2014, doi:10.1007/978-3-662-44848-9_32, who compare subsamples with the whole.
    """
    size, k = matrix.shape[0], len(parts)
    random = np.random.default_rng(seed)
    scores = []
    for _ in range(RUNS if size <= SAMPLE else SAMPLE_RUNS):
        order = random.permutation(size)[:SAMPLE]
        middle = len(order) // 2
        halves = (np.sort(order[:middle]), np.sort(order[middle:]))
        left, right = (matched(parts, fit(matrix[half], k, seed)[1]) for half in halves)
        scores.append((left * right).sum(axis=1))
    mean: np.ndarray = np.mean(scores, axis=0)
    return mean


def matched(parts: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The other model's topics in the order of the topics that they match best, each used once."""
    from scipy.optimize import linear_sum_assignment

    order = linear_sum_assignment(-(parts @ others.T))[1]
    found: np.ndarray = others[order]
    return found


def best_number(matrix: Matrix, chance: Matrix, candidates: list[int], seed: int) -> int:
    """The number of topics whose mean replication leads chance most; the smaller of two that tie.

    Chance is the same for words dealt out at random. The lead and not the mean itself, because few broad
    topics replicate even where there is nothing to find.
    """
    leads = [mean_replication(matrix, k, seed) - mean_replication(chance, k, seed) for k in candidates]
    return candidates[int(np.argmax(np.round(leads, 6)))]


def mean_replication(matrix: Matrix, k: int, seed: int) -> float:
    """Replication of k topics, averaged."""
    sample = matrix[drawn(matrix, SAMPLE, seed)]
    return float(replication(sample, fit(sample, k, seed)[1], seed).mean())
