"""Bags of words: the terms of each passage or article, and what is counted of them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from ..errors import InputError
from ..extract.each import pages, spans
from ..extract.paragraph import paragraphs
from ..extract.passage import passages
from ..text import words as words_of
from .term import terms

UNITS = ("passages", "articles")
LEAST, LEAST_SHARE, MOST_SHARE, MOST_TERMS = 2, 0.002, 0.8, 20_000
# Chinese, Japanese, Thai, Lao, Burmese and Khmer are written without blanks between words.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
BEGINNING = 2_000

Matrix = Any  # a sparse matrix, one row per unit, one column per term
Words = list[list[str]]


class Corpus(NamedTuple):
    """What topics are made of: units by terms, weighed and counted, and the article that each unit is of; with vectors
    of another kind where they are asked for (`embedding`).
    """

    weights: Matrix
    counts: Matrix
    owners: np.ndarray
    vocabulary: list[str]
    vectors: np.ndarray | None = None

    def part(self, rows: np.ndarray) -> "Corpus":
        """The same for some units."""
        vectors = None if self.vectors is None else self.vectors[rows]
        return Corpus(self.weights[rows], self.counts[rows], self.owners[rows], self.vocabulary, vectors)


def units(articles: pd.DataFrame, unit: str) -> pd.DataFrame:
    """One row per passage (`passages`), or per article from its first word to its last (`articles`), as spans.

    Left out: articles without a word of their own. Raises InputError for another unit.
    """
    if unit not in UNITS:
        raise InputError(f"unit={unit!r}: topics are made of {' or '.join(UNITS)}")
    return passages(articles) if unit == "passages" else spans(articles, "passages", whole)


def bags(articles: pd.DataFrame, unit: str) -> tuple[pd.DataFrame, Words]:
    """The units, and the terms of each."""
    found = units(articles, unit)
    texts = dict(pages(articles))
    collected: Words = []
    for article_id, rows in found.groupby("article_id", sort=False):
        collected += within(texts[str(article_id)], rows["start"].tolist(), rows["end"].tolist())
    return found, collected


def whole(text: str) -> Iterator[dict[str, int]]:
    """The one span of an article that has any words of its own."""
    own = paragraphs(text)
    if own:
        length = sum(len(words_of(text[paragraph.start : paragraph.end])) for paragraph in own)
        yield {"start": own[0].start, "end": own[-1].end, "words": length}


def within(text: str, starts: list[int], ends: list[int]) -> Words:
    """The terms of each span of one article, but for single letters, which are initials and broken characters."""
    found: Words = [[] for _ in starts]
    for place, term in terms(text):
        index = bisect_right(starts, place) - 1
        if index >= 0 and place < ends[index] and len(term) > 1:
            found[index].append(term)
    return found


def shared_terms(words: Words) -> set[str]:
    """The terms neither too rare nor too common to tell units apart; of very many, the most widespread."""
    spread = Counter(term for unit in words for term in set(unit))
    least, most = max(LEAST, LEAST_SHARE * len(words)), MOST_SHARE * len(words)
    usable = [term for term, count in spread.items() if least <= count <= most]
    return set(sorted(usable, key=lambda term: (-spread[term], term))[:MOST_TERMS])


def corpus_of(words: Words, owners: np.ndarray, vocabulary: list[str]) -> Corpus:
    """The matrices of some units: counts, and tf-idf with the logarithm of the frequency, each row at length 1."""
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

    counts = CountVectorizer(analyzer=list, vocabulary=vocabulary).fit_transform(words)
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    return Corpus(weights, counts, owners, vocabulary)


def dealt_out(corpus: Corpus, seed: int) -> Words:
    """The same terms in units of the same lengths, at random."""
    flat = np.repeat(corpus.counts.indices, corpus.counts.data)
    np.random.default_rng(seed).shuffle(flat)
    ends = np.cumsum(np.asarray(corpus.counts.sum(axis=1)).reshape(-1))
    return [[corpus.vocabulary[place] for place in part] for part in np.split(flat, ends[:-1])]


def unspaced(text: str) -> bool:
    """Whether a text is written, as far as its beginning shows, in a script without blanks between words."""
    begun = text[:BEGINNING]
    return len(UNSPACED.findall(begun)) > sum(map(str.isalpha, begun)) / 2


def readable(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles whose words can be told apart."""
    closed = np.array([unspaced(text) for text in articles["text"]], dtype=bool)
    kept: pd.DataFrame = articles[~closed]
    return kept
