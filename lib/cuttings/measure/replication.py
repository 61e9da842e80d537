"""Replication: whether topics found in a collection are found again by either half of it, and hang together there."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from .bag import Corpus, Matrix
from .cluster import METHODS, NONE, Cut, centres, drawn, nearest, unit

# Halves and not larger parts: two parts of 80 per cent share most units, so that even words dealt out at random give
# topics that agree. Few units are halved many times, many a few times: WORK units in all.
FEWEST_RUNS, MOST_RUNS, WORK = 3, 20, 10_000
# Above this number of units, the halves are those of a random sample of so many.
SAMPLE = 2_000
# Halves are of whole articles where each has as many as inference over articles asks for.
WHOLE = 10
STRONGEST = 10


class Half(NamedTuple):
    """One half of the units: the half itself, and its clusters at any number."""

    corpus: Corpus
    cut: Cut


class Found(NamedTuple):
    """Clusters of some units: their numbers, from 0 without a gap; their centres; and what sets these apart."""

    labels: np.ndarray
    centre: np.ndarray
    contrast: np.ndarray


class Held(NamedTuple):
    """What two halves say of each topic, 0 to 1 but for coherence, which is from -1; and of all together."""

    stability: np.ndarray
    likeness: np.ndarray
    coherence: np.ndarray
    agreement: float


def halvings(corpus: Corpus, seed: int, method: str) -> list[tuple[Half, Half]]:
    """Random halves of the units, of whole articles where there are enough of them, each ready to be cut."""
    size = corpus.weights.shape[0]
    sample = corpus.part(drawn(size, SAMPLE, seed))
    owners = np.unique(sample.owners, return_inverse=True)[1]
    if owners.max() + 1 < WHOLE:
        owners = np.arange(len(owners))
    random = np.random.default_rng(seed)
    made = []
    for _ in range(max(FEWEST_RUNS, min(MOST_RUNS, WORK // size))):
        order = random.permutation(owners.max() + 1)
        left = np.isin(owners, order[: len(order) // 2])
        halves = [sample.part(np.flatnonzero(side)) for side in (left, ~left)]
        one, other = (Half(half, METHODS[method](half, seed)) for half in halves)
        made.append((one, other))
    return made


def found_in(corpus: Corpus, labels: np.ndarray) -> Found:
    """The clusters of labels; a number that no unit has is closed up."""
    used = np.unique(labels[labels >= 0])
    closed = np.where(labels >= 0, np.searchsorted(used, labels), NONE)
    if not len(used):
        nothing = np.zeros((0, corpus.weights.shape[1]))
        return Found(closed, nothing, nothing)
    centre = centres(corpus.weights, closed)
    return Found(closed, centre, contrasts(centre))


def contrasts(centre: np.ndarray) -> np.ndarray:
    """What each centre has more of than all have on average: what two topics share says nothing of either."""
    above = np.maximum(centre - centre.mean(axis=0), 0)
    return unit(np.where(above.any(axis=1, keepdims=True), above, centre))


def overall(halves: list[tuple[Half, Half]], k: int) -> dict[str, float]:
    """How k topics fare in all halvings, on average over topics and halvings: see `held`."""
    runs = [compared(pair, k) for pair in halves]
    return {
        "agreement": float(np.mean([run.agreement for run in runs])),
        "likeness": float(np.mean([mean(run.likeness) for run in runs])),
        "coherence": float(np.mean([mean(run.coherence) for run in runs])),
    }


def mean(values: np.ndarray) -> float:
    """The mean; 0 of nothing."""
    return float(values.mean()) if len(values) else 0.0


def held(halves: list[tuple[Half, Half]], k: int, whole: np.ndarray) -> Held:
    """How each of k topics fares in all halvings, on average; in the order of `whole`, what sets those of all apart.

    - stability: of the units that either half's counterpart takes in a half, the share that both take (Jaccard), as
      Hennig 2007, doi:10.1016/j.csda.2006.11.025, takes it for clusters.
    - likeness: the cosine of what sets the two halves' counterparts apart.
    - coherence: mean normalised pointwise mutual information of the ten strongest terms, in the half that they are
      not from (Lau, Newman & Baldwin 2014).
    - agreement, of all topics: adjusted Rand index of a half's own topics and those that the other half would give it.

    Counterparts are matched one to one by the Hungarian method. A half without a counterpart counts 0.
    """
    runs = [compared(pair, k, whole) for pair in halves]
    return Held(
        np.mean([run.stability for run in runs], axis=0),
        np.mean([run.likeness for run in runs], axis=0),
        np.mean([run.coherence for run in runs], axis=0),
        float(np.mean([run.agreement for run in runs])),
    )


def compared(pair: tuple[Half, Half], k: int, whole: np.ndarray | None = None) -> Held:
    """One halving; without `whole`, topic by topic of the first half."""
    from sklearn.metrics import adjusted_rand_score

    one, other = (found_in(half.corpus, half.cut(k)) for half in pair)
    base = one.contrast if whole is None else whole
    if not len(one.centre) or not len(other.centre):
        return Held(np.zeros(len(base)), np.zeros(len(base)), np.zeros(len(base)), 0.0)
    places = [matched(base, side.contrast) for side in (one, other)]
    like = (taken(one.contrast, places[0]) * taken(other.contrast, places[1])).sum(axis=1)
    shares, agree, strong = [], [], []
    for half, own, foreign, mine, theirs in (
        (pair[0], one, other, places[0], places[1]),
        (pair[1], other, one, places[1], places[0]),
    ):
        given = nearest(half.corpus.weights, foreign.centre)
        inside = own.labels >= 0
        agree.append(float(adjusted_rand_score(own.labels[inside], given[inside])))
        shares.append(overlaps(own.labels[inside], mine, given[inside], theirs))
        strong.append(npmi(half.corpus.counts, taken(foreign.contrast, theirs)))
    return Held(np.mean(shares, axis=0), like, np.mean(strong, axis=0), float(np.mean(agree)))


def matched(base: np.ndarray, others: np.ndarray) -> np.ndarray:
    """For each topic the place of its counterpart among the others, each used once; NONE where none is left."""
    from scipy.optimize import linear_sum_assignment

    found = np.full(len(base), NONE)
    rows, columns = linear_sum_assignment(-np.round(base @ others.T, 6))
    found[rows] = columns
    return found


def taken(rows: np.ndarray, places: np.ndarray) -> np.ndarray:
    """The rows at some places; zeros for NONE."""
    chosen: np.ndarray = np.where((places >= 0)[:, None], rows[places], 0) if len(rows) else np.zeros((len(places), 0))
    return chosen


def overlaps(own: np.ndarray, mine: np.ndarray, given: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """For each topic, the share of the units that one or the other half's counterpart takes which both take."""
    pairs = [(own == place, given == counterpart) for place, counterpart in zip(mine, theirs, strict=True)]
    return np.array(
        [
            (left & right).sum() / max(1, (left | right).sum()) if place >= 0 and counterpart >= 0 else 0.0
            for (left, right), place, counterpart in zip(pairs, mine, theirs, strict=True)
        ]
    )


def npmi(counts: Matrix, contrast: np.ndarray) -> np.ndarray:
    """Coherence of each topic's strongest terms in some units; 0 where fewer than two of them occur at all."""
    present = (counts > 0).astype(float).tocsc()
    return np.array([coherence(present[:, strongest(row)]) for row in contrast])


def strongest(row: np.ndarray) -> np.ndarray:
    """The places of the strongest terms, strongest first; the alphabet decides between equals."""
    order = np.argsort(-np.round(row, 6), kind="stable")[:STRONGEST]
    return order[row[order] > 0]


def coherence(present: Matrix) -> float:
    """Mean NPMI of all pairs of columns that occur; -1 for a pair that never occurs together."""
    together = np.asarray((present.T @ present).todense()) / present.shape[0]
    values = list(pair_values(together))
    return float(np.mean(values)) if values else 0.0


def pair_values(together: np.ndarray) -> Iterator[float]:
    """NPMI of each two terms, of the shares of units that have both."""
    alone = together.diagonal()
    for left in range(len(alone)):
        for right in range(left):
            both = together[left, right]
            if alone[left] > 0 and alone[right] > 0:
                yield -1.0 if both == 0 else 1.0 if both == 1 else measured(both, alone[left] * alone[right])


def measured(both: float, independent: float) -> float:
    """NPMI of a share of units against what independence would give."""
    return float(np.log(both / independent) / -np.log(both))


def exclusivity(centre: np.ndarray, contrast: np.ndarray) -> np.ndarray:
    """For each topic, the mean share of the weight of its strongest terms that is in this topic and in no other."""
    shares = centre / np.maximum(centre.sum(axis=0), 1e-12)
    return np.array([shares[place, strongest(row)].mean() if row.any() else 0.0 for place, row in enumerate(contrast)])
