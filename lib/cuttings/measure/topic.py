"""Topics: what the passages of a collection are about, and whether that is more than chance."""

from bisect import bisect_right
from collections import Counter

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from ..extract.passage import passages
from .group import groups, status
from .replication import Matrix, best_number, fit, replication
from .wording import terms

CANDIDATES = range(2, 9)
MIN_PASSAGES, MIN_SHARE, MAX_SHARE, MAX_TERMS = 2, 0.002, 0.5, 20_000
# Below a cosine of 0.7, less than half (0.7 squared) of what one half of the passages says of a topic is in
# the other.
STABLE = 0.7
STATES = {True: "stable", False: "not stable, do not report"}
LABEL, STRONGEST = 3, 10
SMALL = 1_000_000  # cells: 8 MB as a full array

Words = list[list[str]]


def topics(articles: pd.DataFrame, k: int = 0, seed: int = 0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two tables: one row per topic (`topics`), and one row per passage with its topic (`article_topics`).

    1. Passages (extract.passages) become vectors of their terms (see `wording.terms`), weighted by tf-idf
       with the logarithm of the frequency; terms of a single passage (of many, of less than 0.2 per cent)
       and of more than half of the passages are left out.
    2. Non-negative matrix factorisation gives `k` topics; a passage belongs to the topic with the largest
       weight.
    3. `stability` is how alike a topic's counterparts in two random halves of the passages are
       (`replication`). `chance` is the most that any topic reaches when the words are dealt out to the
       passages at random.
    4. k = 0: of 2 to 8 topics, the number whose mean stability leads that of chance most.
    5. A topic below STABLE, or not above chance, is `not stable, do not report`: the rule with few articles.

    Passages of one article share its names, so that the topic of a single article can be stable: see `articles`.
    Left out: passages without a term in common with another. Same articles, k and seed: same tables.
    No rows where k is 0 and there are too few passages for two topics. Raises InputError for a k of 1 or below 0,
    for fewer than 2 * k passages, and for fewer than k terms in common.
    """
    spans = passages(articles)
    words = passage_terms(articles, spans)
    vocabulary = shared_terms(words)
    kept = [not vocabulary.isdisjoint(passage) for passage in words]
    words = [passage for passage, keep in zip(words, kept, strict=True) if keep]
    numbers = admitted(k, len(words), len(vocabulary))
    if not numbers:
        return tables.build("topics", []), tables.build("article_topics", [])
    listed = sorted(vocabulary)
    matrix, chance = weighted(words, listed), weighted(dealt_out(words, seed), listed)
    number = k or best_number(matrix, chance, numbers, seed)
    weights, parts = fit(matrix, number, seed)
    by_chance = replication(chance, fit(chance, number, seed)[1], seed).max()
    members = assigned(spans[kept], weights)
    found = described(members, parts, listed).assign(stability=replication(matrix, parts, seed), chance=by_chance)
    return numbered(found, members)


def topic_shares(article_topics: pd.DataFrame, articles: pd.DataFrame, by: str = "outlet") -> pd.DataFrame:
    """One row per group and topic: how many of the group's passages belong to it most.

    A topic that a group does not touch has a row with n = 0.
    Left out: articles that belong to no group, and groups without a passage.
    """
    tables.require(article_topics, "article_topics", "article_id", "topic")
    group_of = groups(articles, by).dropna()
    group = article_topics["article_id"].map(group_of).rename("group")
    counts = pd.crosstab(group, article_topics["topic"])
    shares = counts.reset_index().melt(id_vars="group", var_name="topic", value_name="n")
    of_n = shares.groupby("group")["n"].transform("sum")
    states = shares["group"].map(group_of.value_counts().map(status))
    return tables.check(shares.assign(of_n=of_n, share=shares["n"] / of_n, status=states), "topic_shares")


def passage_terms(articles: pd.DataFrame, spans: pd.DataFrame) -> Words:
    """The terms of each passage, in the order of the spans."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    collected: Words = []
    for article_id, rows in spans.groupby("article_id", sort=False):
        starts, ends = rows["start"].tolist(), rows["end"].tolist()
        within: Words = [[] for _ in starts]
        for place, term in terms(texts[article_id]):
            index = bisect_right(starts, place) - 1
            if index >= 0 and place < ends[index]:
                within[index].append(term)
        collected += within
    return collected


def shared_terms(words: Words) -> set[str]:
    """The terms neither too rare nor too common to tell passages apart; of very many, the most widespread."""
    spread = Counter(term for passage in words for term in set(passage))
    least, most = max(MIN_PASSAGES, MIN_SHARE * len(words)), MAX_SHARE * len(words)
    usable = [term for term, count in spread.items() if least <= count <= most]
    return set(sorted(usable, key=lambda term: (-spread[term], term))[:MAX_TERMS])


def admitted(k: int, count: int, vocabulary: int) -> list[int]:
    """The numbers of topics to try, none where there are too few passages: each half must have one for every topic."""
    if k == 1 or k < 0:
        raise InputError(f"k={k}: the number of topics is 0 (let it be chosen) or at least 2")
    if k and min(count // 2, vocabulary) < k:
        raise InputError(
            f"{k} topics need {2 * k} passages and {k} terms that passages share; "
            f"there are {count} passage(s) and {vocabulary} term(s)"
        )
    return [k] if k else [number for number in CANDIDATES if number <= min(count // 2, vocabulary)]


def weighted(words: Words, vocabulary: list[str]) -> Matrix:
    """Passages by terms, tf-idf; as a full array where it is small, which halves the time of a fit."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    matrix = TfidfVectorizer(analyzer=list, vocabulary=vocabulary, sublinear_tf=True).fit_transform(words)
    return matrix.toarray() if len(words) * len(vocabulary) <= SMALL else matrix


def dealt_out(words: Words, seed: int) -> Words:
    """The same words in passages of the same lengths, at random."""
    flat = np.array([term for passage in words for term in passage], dtype=object)
    np.random.default_rng(seed).shuffle(flat)
    ends = np.cumsum([len(passage) for passage in words])
    return [part.tolist() for part in np.split(flat, ends[:-1])]


def assigned(spans: pd.DataFrame, weights: np.ndarray) -> pd.DataFrame:
    """The passages with the topic, counted from 0, that has the largest share of their weights."""
    sums = weights.sum(axis=1)
    fitting = sums > 0
    shares = weights[fitting] / sums[fitting, None]
    members: pd.DataFrame = spans[fitting]
    return members.assign(topic=shares.argmax(axis=1), weight=shares.max(axis=1))


def described(members: pd.DataFrame, parts: np.ndarray, vocabulary: list[str]) -> pd.DataFrame:
    """Each topic's strongest terms, passages and articles, in the model's order."""
    strongest = [[vocabulary[place] for place in np.argsort(-row, kind="stable")] for row in parts]
    of_topic = [members[members["topic"] == topic] for topic in range(len(parts))]
    return pd.DataFrame(
        {
            "label": [", ".join(listed[:LABEL]) for listed in strongest],
            "terms": [", ".join(listed[:STRONGEST]) for listed in strongest],
            "passages": [len(rows) for rows in of_topic],
            "articles": [rows["article_id"].nunique() for rows in of_topic],
        }
    )


def numbered(found: pd.DataFrame, members: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both tables with the topics numbered from 1, largest first."""
    found = found[found["passages"] > 0]
    holds = (found["stability"] >= STABLE) & (found["stability"] > found["chance"])
    ordered = found.assign(status=holds.map(STATES)).sort_values(["passages", "label"], ascending=[False, True])
    ordered["topic"] = range(1, len(ordered) + 1)
    renamed = members.assign(topic=members["topic"].map(ordered["topic"]))
    return tables.check(ordered, "topics"), tables.check(renamed, "article_topics")
