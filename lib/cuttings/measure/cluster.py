"""Clusters: the ways in which units are put into topics by their words."""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from .bag import Corpus, Matrix

# Latent dimensions: one for every ten units. With more, the space of a few hundred units is as noisy as their words; of
# many units, more than a hundred add nothing.
EACH, FEWEST, MOST = 10, 10, 100
# Above these numbers of units, the latent space is fitted on so many of them, the tree on fewer, each drawn at random.
LARGE, TREE = 10_000, 4_000
NONE = -1

Cut = Callable[[int], np.ndarray]


def kmeans(corpus: Corpus, seed: int) -> Cut:
    """k-means on the unit sphere of latent semantic space, started from the k branches of a tree (Ward 1963).

    The tree makes the start, and with it the outcome, the same for every seed; its objective was better than the best
    of twenty random starts wherever both were tried.
    """
    space = space_of(corpus, seed)
    rows = drawn(len(space), TREE, seed)
    branches = tree(space[rows])

    def cut(k: int) -> np.ndarray:
        from sklearn.cluster import KMeans

        start = centres(space[rows], branches(k))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # fewer different units than clusters: empty ones are dropped behind it
            ends = KMeans(len(start), init=start, n_init=1).fit(space).cluster_centers_
        return nearest(space, unit(ends))

    return cut


def nmf(corpus: Corpus, seed: int) -> Cut:
    """Non-negative matrix factorisation (Lee & Seung 1999): the topic that weighs most."""

    def cut(k: int) -> np.ndarray:
        from sklearn.decomposition import NMF

        model = NMF(k, init="nndsvda", random_state=seed, max_iter=200, tol=1e-3)
        weights = fitted(model, corpus.weights, seed) * np.linalg.norm(model.components_, axis=1)
        return np.asarray(np.round(weights, 6).argmax(axis=1))

    return cut


def lda(corpus: Corpus, seed: int) -> Cut:
    """Latent Dirichlet allocation (Blei, Ng & Jordan 2003) on counts: the topic that weighs most."""

    def cut(k: int) -> np.ndarray:
        from sklearn.decomposition import LatentDirichletAllocation

        weights = fitted(LatentDirichletAllocation(k, random_state=seed), corpus.counts, seed)
        return np.asarray(np.round(weights, 6).argmax(axis=1))

    return cut


def hdbscan(corpus: Corpus, seed: int) -> Cut:
    """HDBSCAN (Campello, Moulavi & Sander 2013) in latent space: it finds its own number, and leaves units out."""
    space = space_of(corpus, seed)

    def cut(_k: int) -> np.ndarray:
        from sklearn.cluster import HDBSCAN

        rows = drawn(len(space), LARGE, seed)
        least = max(3, len(rows) // 100)
        if len(rows) <= least:
            return np.full(len(space), NONE)
        found = HDBSCAN(min_cluster_size=least, min_samples=2, copy=True).fit_predict(space[rows])
        if len(rows) == len(space) or found.max() < 0:
            return found if len(rows) == len(space) else np.full(len(space), NONE)
        return nearest(space, centres(space[rows][found >= 0], found[found >= 0]))

    return cut


METHODS: dict[str, Callable[[Corpus, int], Cut]] = {"kmeans": kmeans, "nmf": nmf, "hdbscan": hdbscan, "lda": lda}
OWN_NUMBER, IN_SPACE = {"hdbscan"}, {"kmeans", "hdbscan"}


def space_of(corpus: Corpus, seed: int) -> np.ndarray:
    """The vectors of a corpus; without any, latent semantic space."""
    return latent(corpus.weights, seed) if corpus.vectors is None else corpus.vectors


def latent(weights: Matrix, seed: int) -> np.ndarray:
    """Units in latent semantic space (Deerwester et al. 1990), each at length 1; rounded, so that the last digits of a
    sum, which differ by machine, decide nothing.
    """
    from sklearn.decomposition import TruncatedSVD

    rows = drawn(weights.shape[0], LARGE, seed)
    wanted = min(MOST, max(FEWEST, len(rows) // EACH))
    size = max(1, min(wanted, len(rows) - 1, weights.shape[1] - 1))
    model = TruncatedSVD(size, random_state=seed).fit(weights[rows])
    return np.asarray(np.round(unit(model.transform(weights)), 6))


def fitted(model: Any, matrix: Matrix, seed: int) -> np.ndarray:
    """The weights of all units under a model fitted on at most LARGE of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a fit that stops early replicates badly, and that is what is measured
        if matrix.shape[0] <= LARGE:
            return np.asarray(model.fit_transform(matrix))
        return np.asarray(model.fit(matrix[drawn(matrix.shape[0], LARGE, seed)]).transform(matrix))


def tree(space: np.ndarray) -> Cut:
    """A tree of units; cut, it gives each unit the number of its branch."""
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(space) < 2:
        return lambda _k: np.zeros(len(space), int)
    joined = linkage(space, "ward")
    return lambda k: np.asarray(fcluster(joined, k, "maxclust")) - 1


def drawn(size: int, most: int, seed: int) -> np.ndarray:
    """The numbers of at most so many rows, drawn at random, in order."""
    return np.sort(np.random.default_rng(seed).permutation(size)[:most])


def unit(rows: np.ndarray) -> np.ndarray:
    """The rows at length 1; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: np.ndarray = rows / np.where(lengths > 0, lengths, 1)
    return scaled


def centres(rows: Matrix, labels: np.ndarray) -> np.ndarray:
    """The mean of the rows of each label, at length 1."""
    from scipy.sparse import csr_matrix

    size = int(labels.max()) + 1
    inside = np.flatnonzero(labels >= 0)
    member = csr_matrix((np.ones(len(inside)), (labels[inside], inside)), (size, len(labels)))
    sums = member @ rows
    return unit(sums.toarray() if hasattr(sums, "toarray") else np.asarray(sums))


def nearest(rows: Matrix, ends: np.ndarray) -> np.ndarray:
    """The centre that each row is nearest to by cosine; the first of several that are equally near."""
    return np.asarray(np.round(np.asarray(rows @ ends.T), 6).argmax(axis=1))
