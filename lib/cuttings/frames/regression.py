"""Regressions: what one kind of feature says for each code."""

from typing import Any, NamedTuple

import numpy as np

from .feature import Block
from .fold import Labels

# The inverse strength of the penalty for each kind of feature: chosen once on labelled texts, and not for a sheet.
FREEDOM = {"words": 5.0, "indicators": 0.5, "vectors": 3.0}
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


def regression(kind: str, block: Block, labels: Labels) -> Regression:
    """Logistic regressions for each code against all others, rare codes weighed up; words by tf-idf."""
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.linear_model import LogisticRegression

    weighing = TfidfTransformer(sublinear_tf=True).fit(block) if kind == "words" else None
    weighed = block if weighing is None else weighing.transform(block)
    codes = []
    for known in labels.T:
        if known.all() or not known.any():
            codes.append(CERTAIN if known.all() else -CERTAIN)
            continue
        one = LogisticRegression(C=FREEDOM[kind], class_weight="balanced", solver="liblinear", max_iter=1_000)
        codes.append(one.fit(weighed, known))
    return Regression(weighing, codes)
