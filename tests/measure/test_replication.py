"""Replication: halves matched topic by topic, overlaps and coherence as worked out by hand."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from cuttings.measure import replication
from cuttings.measure.bag import corpus_of
from cuttings.measure.cluster import NONE

SEA, LAW = ["ship", "wave", "port"], ["judge", "trial", "jury"]


def corpus(words: list[list[str]]):
    return corpus_of(words, np.arange(len(words)), sorted(SEA + LAW))


def test_counterparts_are_matched_one_to_one() -> None:
    assert replication.matched(np.eye(3), np.eye(3)[[2, 0, 1]]).tolist() == [1, 2, 0]


def test_a_topic_without_a_counterpart_has_none_and_counts_nothing() -> None:
    places = replication.matched(np.eye(3), np.eye(3)[:2])
    assert places.tolist() == [0, 1, NONE]
    assert replication.taken(np.eye(3)[:2], places)[2].tolist() == [0, 0, 0]
    own = np.array([0, 0, 1, 1])
    assert replication.overlaps(own, places, own, places).tolist() == [1, 1, 0]


def test_overlap_is_what_both_halves_take_of_what_either_takes() -> None:
    own, given = np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1])
    assert replication.overlaps(own, np.array([0, 1]), given, np.array([0, 1])) == pytest.approx([2 / 3, 1 / 2])


def test_what_sets_topics_apart_leaves_out_what_they_share() -> None:
    apart = replication.contrasts(np.array([[0.6, 0.8, 0.0], [0.6, 0.0, 0.8]]))
    assert apart.tolist() == [[0, 1, 0], [0, 0, 1]]
    assert replication.contrasts(np.array([[0.6, 0.8]])).tolist() == [[0.6, 0.8]]


@pytest.mark.parametrize(
    ("present", "value"),
    [
        ([[1, 1], [1, 1], [0, 0], [0, 0]], 1.0),
        ([[1, 0], [0, 1]], -1.0),
        ([[1, 1], [1, 0], [0, 1], [0, 0]], 0.0),
        ([[1, 1], [1, 1]], 1.0),
        ([[1, 0], [1, 0]], 0.0),
    ],
)
def test_coherence_by_hand(present: list[list[int]], value: float) -> None:
    assert replication.coherence(csr_matrix(np.array(present, float))) == pytest.approx(value)


def test_the_strongest_terms_have_weight_and_the_alphabet_decides_between_equals() -> None:
    assert replication.strongest(np.array([0.2, 0.0, 0.5, 0.2])).tolist() == [2, 0, 3]


def test_two_themes_hold_in_halves_and_one_theme_cut_in_two_does_not() -> None:
    chooser = np.random.default_rng(1)
    words = [list(chooser.choice(theme, 12)) for theme in (SEA, LAW) for _ in range(30)]
    halves = replication.halvings(corpus(words), 0, "kmeans")
    two, four = replication.overall(halves, 2), replication.overall(halves, 4)
    assert two["agreement"] == pytest.approx(1)
    assert two["likeness"] > 0.95
    assert four["agreement"] < 0.8


def test_halves_are_of_whole_articles_where_there_are_ten() -> None:
    words = [SEA + LAW] * 40
    ten = corpus(words)._replace(owners=np.repeat(np.arange(10), 4))
    for one, other in replication.halvings(ten, 0, "nmf"):
        assert not set(one.corpus.owners) & set(other.corpus.owners)
    nine = corpus(words)._replace(owners=np.minimum(np.arange(40) // 4, 8))
    shared = [set(one.corpus.owners) & set(other.corpus.owners) for one, other in replication.halvings(nine, 0, "nmf")]
    assert any(shared)
