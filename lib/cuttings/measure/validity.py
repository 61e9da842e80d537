"""Validity: what is known of a coder's error, from units that people coded as well."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from .agreement import TENTATIVE, agreement

UNVALIDATED = "unvalidated"
INDICATOR = "indicators"

Alphas = Mapping[tuple[str, str], float]


def alphas(codes: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Krippendorff's alpha of people's codes by codebook and frame, where it is defined."""
    found = agreement(codes)
    keys = zip(found["codebook"], found["frame"], strict=True)
    return {key: value for key, value in zip(keys, found["alpha"], strict=True) if value == value}


def validity(coder: str, codebook: str, frame: str, said: np.ndarray, human: np.ndarray, known: Alphas) -> str:
    """What may be said of a coder's rows of a frame: `unvalidated`, or `validated` with what was measured.

    `said` and `human` are the values of the coder and of people, null where there is none; a unit on which people are
    evenly divided is left out of F1. Below an alpha of 0.667 people themselves do not agree on the frame, and what a
    coder does is too weak to report.
    """
    seen = ~np.isnan(human) & ~np.isnan(said) & (human != 0.5)
    if not seen.any():
        return f"indicator, {UNVALIDATED}" if coder == INDICATOR else UNVALIDATED
    measured = f"F1 {f1(said[seen] > 0, human[seen] > 0.5)}, n {int(seen.sum())}"
    alpha = known.get((codebook, frame))
    if alpha is None:
        return f"validated by one coder ({measured})"
    told = f"(alpha {alpha:.2f}, {measured})"
    return f"validated {told}" if alpha >= TENTATIVE else f"validated, too weak to report {told}"


def f1(said: np.ndarray, true: np.ndarray) -> str:
    """The harmonic mean of precision and recall; a word where neither says that the frame is there."""
    both, either = int((said & true).sum()), int(said.sum() + true.sum())
    return f"{2 * both / either:.2f}" if either else "none, as the frame was not there"
