"""Usage: how often each article uses each term."""

from collections import Counter
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .. import tables
from ..extract.each import pages
from .hearing import hearing
from .term import terms


class Usage(NamedTuple):
    """Articles × terms: how often each article, in the order of their ids, uses each term, in alphabetical order."""

    articles: list[str]
    terms: list[str]
    matrix: Any  # in compressed rows

    @property
    def words(self) -> NDArray[np.float64]:
        """The counted words of each article."""
        return np.asarray(self.matrix.sum(axis=1), np.float64).reshape(-1)

    def of(self, articles: set[str]) -> "Usage":
        """The usage of some of the articles."""
        chosen = [place for place, one in enumerate(self.articles) if one in articles]
        return Usage([self.articles[place] for place in chosen], self.terms, self.matrix[chosen])


def usage(articles: pd.DataFrame, voice: str = "both", quotations: pd.DataFrame | None = None) -> Usage:
    """Count the terms (see `wording.terms`) of each article in the voice asked for (see `wording.hearing`)."""
    from scipy.sparse import csr_matrix

    tables.require(articles, "articles", "article_id", "text")
    heard = hearing(voice, quotations)
    found = {key: Counter(term for start, term in terms(text) if heard(key, start)) for key, text in pages(articles)}
    ids = sorted(found)
    vocabulary = sorted(set().union(*found.values()))
    number = {term: place for place, term in enumerate(vocabulary)}
    entries = [(row, number[term], n) for row, key in enumerate(ids) for term, n in found[key].items()]
    rows, columns, values = np.array(entries, np.int64).reshape(-1, 3).T
    matrix = csr_matrix((values, (rows, columns)), (len(ids), len(vocabulary)), dtype=np.int64)
    return Usage(ids, vocabulary, matrix)
