"""Regressions: what one kind of feature says for each code."""

from typing import Any, NamedTuple

import numpy as np

from .feature import Block
from .fold import Labels

# The inverse strength of the penalty for each kind of feature: chosen once on labelled texts, and not for a sheet.
FREEDOM = {"words": 5.0, "ratios": 3.0, "indicators": 0.5, "vectors": 3.0}
CERTAIN = 6.0


class Regression(NamedTuple):
    """The regressions on one kind of feature: how its counts are weighed, and one for each code; for a code that all
    units have, or none, the score itself.
    """

    weighing: Any
    codes: list[Any]

    def scores(self, block: Block) -> np.ndarray:
        """Units by codes, on the scale of log-odds."""
        weighed = block if self.weighing is None else self.weighing.transform(block)
        columns = [
            np.full(weighed.shape[0], code) if isinstance(code, float) else code.decision_function(weighed)
            for code in self.codes
        ]
        return np.column_stack(columns)


class Ratio(NamedTuple):
    """A regression of one code on words that are weighed by how much more often a unit with the code has them."""

    weights: np.ndarray
    one: Any

    def decision_function(self, block: Block) -> np.ndarray:
        """The score of each unit."""
        return np.asarray(self.one.decision_function(block.multiply(self.weights).tocsr()))


def regression(kind: str, block: Block, labels: Labels) -> Regression:
    """Logistic regressions for each code against all others, rare codes weighed up; words by tf-idf, and again by the
    ratio of their shares in units with and without the code (Wang & Manning 2012).
    """
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.linear_model import LogisticRegression

    weighing = TfidfTransformer(sublinear_tf=True).fit(block) if kind == "words" else None
    weighed = block if weighing is None else weighing.transform(block)
    codes: list[Any] = []
    for known in labels.T:
        if known.all() or not known.any():
            codes.append(CERTAIN if known.all() else -CERTAIN)
            continue
        one = LogisticRegression(C=FREEDOM[kind], class_weight="balanced", solver="liblinear", max_iter=1_000)
        if kind == "ratios":
            ratio = ratios(weighed, known)
            codes.append(Ratio(ratio, one.fit(weighed.multiply(ratio).tocsr(), known)))
        else:
            codes.append(one.fit(weighed, known))
    return Regression(weighing, codes)


def ratios(block: Block, known: np.ndarray) -> np.ndarray:
    """The logarithm of the share of each word in units with a code over that in units without, one added to each."""
    with_code, without = (1 + np.asarray((block[of] > 0).sum(axis=0)).ravel() for of in (known, ~known))
    return np.asarray(np.log(with_code / with_code.sum()) - np.log(without / without.sum()))
