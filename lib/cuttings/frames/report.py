"""Reports: how far a coder agrees with what people coded, code by code."""

from typing import Any

import numpy as np
import pandas as pd

from .. import tables
from .coded import LEAST, Coded
from .fold import Labels

ALL = "(all codes)"
BINS = 10
RARE = f"given to fewer than {LEAST} units, or in one article only"


def reported(known: Coded, probabilities: np.ndarray, given: Labels) -> pd.DataFrame:
    """The table `frame_report`: one row per code, and one with the mean of all codes that could be learnt.

    Precision, recall and F1 are null for a code that fewer than five units have. `ece` is the expected calibration
    error (Guo et al. 2017) in ten bins of equal width: how far on average a probability is from the share of units that
    have the code; of the row for all codes, over all units and codes.
    """
    learnable = known.learnable()
    rows = [
        row(known, code, probabilities[:, number], given[:, number], known.labels[:, number], bool(learnable[number]))
        for number, code in enumerate(known.codes)
    ]
    means = pd.DataFrame(rows)[["precision", "recall", "f1"]].mean().round(6).to_dict()
    whole = {"codebook": known.codebook, "frame": ALL, "n": int(known.labels.sum()), "given": int(given.sum()), **means}
    whole |= {"of_n": len(known.labels), "ece": calibration_error(probabilities.ravel(), known.labels.ravel())}
    return tables.build("frame_report", [*rows, whole])


def refused(codebook: str, codes: pd.DataFrame, reason: str) -> pd.DataFrame:
    """The table `frame_report` of sheets that nothing can be learnt from: one row that says why."""
    given = codes[codes["frame"].fillna("") != ""]
    units = len(codes[["article_id", "start"]].drop_duplicates())
    row = {"codebook": codebook, "frame": ALL, "n": len(given), "of_n": units, "given": 0, "reason": reason}
    return tables.build("frame_report", [row])


def row(
    known: Coded, code: str, probabilities: np.ndarray, given: np.ndarray, labels: np.ndarray, learnable: bool
) -> dict[str, Any]:
    """The row of one code."""
    right, found, wanted = int((given & labels).sum()), int(given.sum()), int(labels.sum())
    base = {"codebook": known.codebook, "frame": code, "n": wanted, "of_n": len(labels), "given": found}
    if not learnable:
        return base | {"precision": None, "recall": None, "f1": None, "ece": None, "reason": RARE}
    return base | {
        "precision": round(right / found, 6) if found else None,
        "recall": round(right / wanted, 6),
        "f1": round(2 * right / (found + wanted), 6),
        "ece": calibration_error(probabilities, labels),
    }


def calibration_error(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """The expected calibration error of some probabilities."""
    places = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    gaps = np.abs(np.bincount(places, probabilities - labels, BINS))
    return round(float(gaps.sum() / len(labels)), 6)
