"""Topics: what the passages or articles of a collection are about, and whether that is more than chance."""

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from .bag import Corpus, Words, bags, corpus_of, dealt_out, readable, shared_terms
from .cluster import IN_SPACE, METHODS, NONE, OWN_NUMBER, drawn, nearest
from .copy import settled
from .embedding import VECTORS, WORDS, embedded
from .replication import SAMPLE, Found, Half, found_in, halvings, held, overall
from .thread import one_thread
from .topic_row import described, numbered, placed

CANDIDATES = (*range(2, 11), 12, 15, 20, 25, 30, 40, 50, 60, 80)
# A topic of a number that is tried has ten units on average, so that each half has five of it.
EACH = 10
Tables = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]


@one_thread
def topics(
    articles: pd.DataFrame,
    k: int = 0,
    seed: int = 0,
    unit: str = "passages",
    method: str = "kmeans",
    copies: str = "once",
    vectors: str = "words",
) -> Tables:
    """Three tables: one row per topic (`topics`), one per passage or article with its topic (`article_topics`), and
    one per number of topics that was tried (`topic_numbers`).

    1. Passages (extract.passages) or whole articles, as `unit` says, become vectors of their terms (`wording.terms`),
       weighted by tf-idf with the logarithm of the frequency; terms of a single one (of many, of less than 0.2 per
       cent) and of more than four in five are left out.
    2. `method` puts each into one topic (`cluster`): kmeans in latent semantic space, nmf, lda, or hdbscan, which finds
       its own number and leaves some out. A topic's terms are those in which it exceeds the average topic most.
    3. k = 0: of up to 80 topics, with ten passages a topic at least, the number at which two random halves of the
       collection agree best: the mean of agreement, likeness and coherence in the half that was not fitted (`held`),
       each 1 at best and about 0 by chance. The smaller of two that tie.
    4. `stability` is how far the two halves give a topic the same passages; `chance` is the most that any topic reaches
       when the words are dealt out at random. A topic below 0.75, or not above chance, is `not stable, do not
       report`: the rule with few articles.

    `vectors`: `words` for the space that the folder's own words make; `wordllama` for word vectors made of other texts
    (an extra), which know synonyms, but found no more in labelled news; kmeans and hdbscan take them.
    `copies` (see `copy.settled`): `once`, the first of them counts, and the others get the topic that they are nearest
    to; `each`, all count; `drop`, none does, and they get no rows.

    Passages of one article share its names, so that the topic of a single article can be stable: see `articles`. With
    ten articles and more, the halves are of whole articles.
    Left out: units without a term in common with another, and articles in scripts without blanks between words.
    Same articles, k and seed: same tables.
    No rows where k is 0 and there are too few units for two topics. Raises InputError for an unknown unit, method,
    vectors or policy for copies, for a k of 1 or below 0, for fewer than 2 * k units, and for fewer than k terms.
    """
    agreed(method, vectors)
    counted = settled(readable(articles), copies)
    spans, words = bags(counted if copies == "drop" else readable(articles), unit)
    once = spans["article_id"].isin(counted["article_id"]).to_numpy()
    listed = sorted(shared_terms([words[row] for row in np.flatnonzero(once)]))
    spans, words, once = sharing(spans, words, once, set(listed))
    numbers = admitted(k, unit, int(once.sum()), len(listed))
    if not numbers:
        return tables.build("topics", []), tables.build("article_topics", []), tables.build("topic_numbers", [])
    owners = np.unique(spans["article_id"], return_inverse=True)[1]
    every = corpus_of(words, owners, listed)
    if vectors != WORDS:
        every = every._replace(vectors=embedded(spans["text"].tolist()))
    corpus = every.part(np.flatnonzero(once))
    halves = halvings(corpus, seed, method)
    tried = compared_numbers(halves, numbers[:1] if method in OWN_NUMBER else numbers)
    number = int(tried.loc[tried["chosen"], "k"].iloc[0])
    found = found_in(corpus, METHODS[method](corpus, seed)(number))
    fared = held(halves, number, found.contrast)
    chance = by_chance(corpus, number, seed, method)
    found = extended(found, every, once)
    table, members = numbered(described(every, found, fared, chance), placed(spans, every, found), articles)
    return table, members, tables.check(tried.assign(k=len(table)) if method in OWN_NUMBER else tried, "topic_numbers")


def agreed(method: str, vectors: str) -> None:
    """Raise InputError for a method or vectors that there are not, or that do not go together."""
    if method not in METHODS:
        raise InputError(f"method={method!r}: topics are made by {', '.join(METHODS)}")
    if vectors not in VECTORS:
        raise InputError(f"vectors={vectors!r}: vectors are of {' or '.join(VECTORS)}")
    if vectors != WORDS and method not in IN_SPACE:
        raise InputError(
            f"method={method!r} counts words: vectors={vectors!r} go with {' and '.join(sorted(IN_SPACE))}"
        )


def sharing(
    spans: pd.DataFrame, words: Words, once: np.ndarray, vocabulary: set[str]
) -> tuple[pd.DataFrame, Words, np.ndarray]:
    """The units that have a term in common with another."""
    kept = [not vocabulary.isdisjoint(unit) for unit in words]
    return spans[kept], [unit for unit, keep in zip(words, kept, strict=True) if keep], once[kept]


def admitted(k: int, unit: str, count: int, vocabulary: int) -> list[int]:
    """The numbers of topics to try, none where there are too few units: each half must have one for every topic."""
    if k == 1 or k < 0:
        raise InputError(f"k={k}: the number of topics is 0 (let it be chosen) or at least 2")
    if k and min(count // 2, vocabulary) < k:
        raise InputError(
            f"{k} topics need {2 * k} {unit} and {k} terms that they share; "
            f"there are {count} {unit} and {vocabulary} term(s)"
        )
    most = min(count // 2, vocabulary, max(2, count // EACH))
    return [k] if k else [number for number in CANDIDATES if number <= most]


def compared_numbers(halves: list[tuple[Half, Half]], numbers: list[int]) -> pd.DataFrame:
    """One row per number of topics; the chosen one has the highest score, and of two that tie it is the smaller."""
    table = pd.DataFrame([{"k": number, **overall(halves, number)} for number in numbers])
    table["score"] = table[["agreement", "likeness", "coherence"]].mean(axis=1)
    table["chosen"] = np.arange(len(table)) == int(np.round(table["score"], 4).argmax())
    return table


def by_chance(corpus: Corpus, number: int, seed: int, method: str) -> float:
    """The most that any topic reaches when the terms of the units, or of a sample of them, are dealt out at random."""
    rows = drawn(len(corpus.owners), SAMPLE, seed)
    words = dealt_out(corpus.part(rows), seed)
    dealt = corpus_of(words, corpus.owners[rows], corpus.vocabulary)
    if corpus.vectors is not None:
        dealt = dealt._replace(vectors=embedded([" ".join(unit) for unit in words]))
    found = found_in(dealt, METHODS[method](dealt, seed)(number))
    fared = held(halvings(dealt, seed, method), number, found.contrast)
    return float(fared.stability.max(initial=0))


def extended(found: Found, every: Corpus, once: np.ndarray) -> Found:
    """The same topics, with the units that took no part in making them put where they are nearest."""
    labels = nearest(every.weights, found.centre) if len(found.centre) else np.full(len(once), NONE)
    labels[once] = found.labels
    return found._replace(labels=labels)
