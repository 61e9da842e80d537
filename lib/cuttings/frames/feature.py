"""Features: what a trained coder sees of a text: its words and their parts, the indicators of codebooks, a vector."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from ..extract.sentence import cut
from ..text import fold
from .codebook import listed
from .indicator import hits
from .notation import Index, indexed, tokens
from .vector import Vectors

LONG = 200
SHARE = 0.3  # of the indicators, beside a vector: with them it tells more than both apart
WORDS: dict[str, Any] = {"ngram_range": (1, 2), "min_df": 2, "max_features": 100_000, "strip_accents": "unicode"}
PARTS: dict[str, Any] = WORDS | {"analyzer": "char_wb", "ngram_range": (2, 5)}

Block = Any  # a matrix, one row per text: sparse counts, or numbers


class Reader(NamedTuple):
    """How texts are read, fixed by the texts of a coded sheet."""

    counters: list[Any]
    indicators: Index
    keys: list[str]
    vectors: Vectors | None

    def blocks(self, texts: Sequence[str]) -> dict[str, Block]:
        """Each kind of feature of some texts."""
        counts = [counted(counter, texts) for counter in self.counters]
        found: dict[str, Block] = {"words": joined(counts), "ratios": present(counts[0])}
        if self.keys:
            found["indicators"] = np.array([self.spoken(text) for text in texts])
        if self.vectors:
            near = [SHARE * found["indicators"]] if self.keys else []
            found["vectors"] = np.hstack([self.vectors(texts), *near])
        return found

    def spoken(self, text: str) -> np.ndarray:
        """How many indicators of each code a text has, on the scale of logarithms; of a long text, for 200 words."""
        folded = fold(text)
        sentences = [tokens(folded, *span) for span in cut(folded, 0, len(folded))]
        found = Counter(code for sentence in sentences for _, _, code in hits(sentence, self.indicators))
        length = sum(map(len, sentences))
        counts = np.array([found[key] for key in self.keys], dtype=float)
        return np.log1p(counts * min(1.0, LONG / max(length, 1)))


def reader(texts: Sequence[str], codebooks: pd.DataFrame, vectors: Vectors | None) -> Reader:
    """A reader of texts like these: the words and parts of words that stand in two of them or more, the indicators of
    these codebooks (denied or not: who denies a frame speaks of it), and vectors where there are any.
    """
    from sklearn.feature_extraction.text import CountVectorizer

    least = min(WORDS["min_df"], len(texts))
    counters = [fitted(CountVectorizer(**(kind | {"min_df": least})), texts) for kind in (WORDS, PARTS)]
    codes = codebooks.dropna(subset="indicators")
    keys = (codes["codebook"] + " " + codes["code"]).tolist()
    written = [(key, one) for key, cell in zip(keys, codes["indicators"], strict=True) for one in listed(cell)]
    return Reader(counters, indexed(written), keys, vectors)


def fitted(counter: Any, texts: Sequence[str]) -> Any:
    """A counter that knows what it counts; null where the texts have nothing of it in common."""
    try:
        return counter.fit(texts)
    except ValueError:  # scikit-learn's word for an empty vocabulary
        return None


def counted(counter: Any, texts: Sequence[str]) -> Block:
    """What a counter counts in texts: nothing, in one column, where it knows nothing."""
    from scipy.sparse import csr_matrix

    return counter.transform(texts) if counter else csr_matrix((len(texts), 1), dtype=np.int64)


def joined(counts: Sequence[Block]) -> Block:
    """Matrices side by side."""
    from scipy.sparse import hstack

    return hstack(counts).tocsr()


def present(counts: Block) -> Block:
    """Which words a text has, however often; each text at length 1."""
    from sklearn.preprocessing import normalize

    return normalize(counts.sign())
