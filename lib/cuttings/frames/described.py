"""Described: the codebook's own words as a coder, before anybody has coded anything."""

from pathlib import Path

import numpy as np
import pandas as pd

from .. import tables
from ..measure.thread import one_thread
from .unit import units
from .vector import MODEL, vectors_of

CODER = "described"
LEAST = 0.2


@one_thread
def described(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    unit: str = "sentence",
    quotations: pd.DataFrame | None = None,
    model: str | Path | None = None,
    cache: str | Path | None = None,
    least: float = LEAST,
) -> pd.DataFrame:
    """One row per unit (see `units`) and codebook with the code whose description it is nearest to: the table `frames`.

    A description is the label, the definition and the indicators of a code; how near, says the cosine of its vector and
    the unit's (`score`; `model`, `cache`: see `vector.vectors_of`). A unit nearer than `least` to none has no row.
    A start where there is no coded sheet, and nothing to report: one code a unit at most, no probability, and an error
    that nobody knows.

    Raises InputError for another unit, and where the packages of the extra are missing.
    """
    tables.require(codebook, "codebook", "codebook", "code", "label", "definition", "indicators")
    vectors, found = vectors_of(MODEL, model, cache), units(articles, unit, quotations)
    if found.empty or vectors is None:
        return tables.build("frames", [])
    texts = vectors(found["text"].tolist())
    rows = [nearest(found, texts, book, vectors(descriptions(book)), least) for _, book in codebook.groupby("codebook")]
    return tables.check(pd.concat(rows), "frames")


def descriptions(book: pd.DataFrame) -> list[str]:
    """What is said of each code, as one text."""
    indicators = book["indicators"].fillna("").str.replace(r"[*~^]|\.\.", "", regex=True)
    return (book["label"] + ": " + book["definition"] + " " + indicators).tolist()


def nearest(
    found: pd.DataFrame, texts: np.ndarray, book: pd.DataFrame, codes: np.ndarray, least: float
) -> pd.DataFrame:
    """The rows of one codebook."""
    likeness = np.round(texts @ codes.T, 6)
    best = likeness.argmax(axis=1)
    rows = found.assign(
        codebook=book["codebook"].iloc[0],
        frame=book["code"].to_numpy()[best],
        coder=CODER,
        indicator=None,
        score=likeness.max(axis=1).clip(0, 1),
    )
    kept: pd.DataFrame = rows[rows["score"] >= least]
    return kept
