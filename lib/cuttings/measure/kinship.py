"""Kinship: how much two articles have in common, on the scale of what each has in common with itself."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..extract.each import pages
from ..extract.paragraph import paragraphs
from ..text import WORD, fold
from .bag import Matrix, readable
from .term import term_of

# Words to a run: long enough to hold its pairs of words, short enough that each half has something of everything.
RUN = 20
FEWEST = 0.25
FREQUENT = 0.02
CELLS = 10_000_000  # of a full array: 80 MB

Halves = tuple[list[str], list[str]]


class Kin(NamedTuple):
    """Articles as vectors whose products are their kinship, and their terms' weights by which stories are named."""

    articles: list[str]
    vectors: Matrix
    named: Matrix
    vocabulary: list[str]


def kin(articles: pd.DataFrame) -> Kin:
    """The articles whose words can be told apart, in the order of their ids; none without any word.

    1. An article is two halves: alternate runs of twenty of its counted words (`wording.terms`) and numbers, each with
       the pairs of words that follow each other. A half is the set of these, each weighing the square root of its
       inverse document frequency: the full weight would take all weight from what a folder of one story is about.
    2. What two articles have in common is the mean cosine of the halves of one with those of the other.
    3. What an article has in common with itself is the cosine of its own halves; expected of it, and less exposed to
       accident, is the straight line of that cosine over the logarithm of length.
    4. Kinship is the first over the geometric mean of the two expected ones (the correction for attenuation, Spearman
       1904): near 1 where two articles have as much in common as each has with itself, whatever their length, their
       language and the rest of the folder; and above it for copies, which have more.
    """
    ids, halves = [], []
    for article_id, text in sorted(pages(readable(articles))):
        found = halved(list(tokens(text)))
        if found[0]:
            ids.append(str(article_id))
            halves.append(found)
    return weighed(ids, halves)


def tokens(text: str) -> Iterator[str]:
    """The counted words and the numbers of the article itself; a number begins with `#`."""
    folded = fold(text)
    for paragraph in paragraphs(text):
        for match in WORD.finditer(folded, paragraph.start, paragraph.end):
            term = term_of(match[0])
            if term:
                yield term
            elif any(map(str.isdigit, match[0])):
                yield "#" + match[0].lower()


def halved(listed: list[str]) -> Halves:
    """The words of alternate runs, and their pairs; an article of less than two runs is two shorter ones."""
    halves: Halves = ([], [])
    size = max(1, min(RUN, (len(listed) + 1) // 2))
    for start in range(0, len(listed), size):
        run = listed[start : start + size]
        halves[start // size % 2].extend([*run, *(f"{left} {right}" for left, right in pairwise(run))])
    return halves


def weighed(ids: list[str], halves: list[Halves]) -> Kin:
    """Vectors of the articles; a term of one article alone tells its length, but nothing that it shares."""
    from scipy.sparse import diags
    from sklearn.feature_extraction.text import CountVectorizer

    if not ids:
        return Kin([], None, None, [])
    counter = CountVectorizer(analyzer=list)
    counts = counter.fit_transform([left + right for left, right in halves])
    vocabulary = list(counter.get_feature_names_out())
    spread = np.asarray((counts > 0).sum(axis=0)).reshape(-1)
    inverse = np.log((1 + len(ids)) / (1 + spread)) + 1
    one, other = (unit_rows(counter.transform(side) > 0, np.sqrt(inverse)) for side in zip(*halves, strict=True))
    own = np.asarray(one.multiply(other).sum(axis=1)).reshape(-1)
    lengths = np.asarray(counts.sum(axis=1)).reshape(-1)
    scale = diags(1 / (2 * np.sqrt(expected(own, lengths))))
    shared = np.flatnonzero(spread > 1)
    words = np.flatnonzero([term[0] != "#" and " " not in term and len(term) > 1 for term in vocabulary])
    named = counts[:, words].astype(float)
    named.data = 1 + np.log(named.data)
    listed = [vocabulary[place] for place in words]
    return Kin(ids, (scale @ (one + other))[:, shared].tocsr(), (named @ diags(inverse[words])).tocsr(), listed)


def unit_rows(present: Matrix, weights: np.ndarray) -> Matrix:
    """Rows of weights at length 1."""
    from scipy.sparse import diags
    from sklearn.preprocessing import normalize

    return normalize(present.astype(float) @ diags(weights))


def expected(own: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """What each article is expected to have in common with itself; 1 where no article says anything of it."""
    mean = own.mean()
    if mean <= 0:
        return np.ones(len(own))
    longer = np.log(lengths) - np.log(lengths).mean()
    slope = max(0.0, float(longer @ (own - mean)) / max(float(longer @ longer), 1e-12))
    return np.asarray(np.maximum(mean + slope * longer, FEWEST * mean))


def pairs(vectors: Matrix, least: float) -> Matrix:
    """The kinship of each two articles that have at least `least` of it, as a sparse matrix.

    Words of many articles are multiplied as full arrays and the others as sparse ones: the first are few, the others
    meet seldom.
    """
    from scipy.sparse import csr_matrix, vstack

    size = vectors.shape[0]
    spread = vectors.getnnz(axis=0)
    frequent = np.flatnonzero(spread > max(FREQUENT * size, 10))
    rest = vectors[:, np.flatnonzero(spread <= max(FREQUENT * size, 10))].tocsr()
    full = vectors[:, frequent].toarray()
    rows, step = [], max(1, CELLS // max(size, 1))
    for start in range(0, size, step):
        block = full[start : start + step] @ full.T + (rest[start : start + step] @ rest.T).toarray()
        block = np.round(block, 6)
        block[block < least] = 0
        rows.append(csr_matrix(block))
    return vstack(rows).tocsr()
