"""Trained: a coder that learns from a sample which people have coded, and says how well it does."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from .. import tables
from ..measure.thread import one_thread
from .codebook import codebooks
from .coded import Coded, coded
from .feature import Reader, reader
from .fold import Labels
from .learner import learn, unseen_by
from .report import reported
from .unit import units
from .vector import WORDS, vectors_of

CODER, PLACE = "trained", ["article_id", "start"]


@one_thread
def trained(
    articles: pd.DataFrame,
    sheet: pd.DataFrame,
    unit: str = "sentence",
    vectors: str = WORDS,
    codebook: pd.DataFrame | None = None,
    quotations: pd.DataFrame | None = None,
    model: str | Path | None = None,
    cache: str | Path | None = None,
    seed: int = 0,
) -> pd.DataFrame:
    """One row per unit (see `units`) and code that a coder trained on the sheet gives it: the table `frames`.

    `sheet` has a row per coded unit, coder and code (`coding.read` gives it), of these or other articles.
    1. What it sees of a text: its words and pairs of words and their parts, by tf-idf; words and pairs by how much more
       often units with a code have them; how many indicators it has of each code of every codebook, the project's and
       the one given; with `vectors="model"`, its vector
       (`model`, `cache`: see `vector.vectors_of`).
    2. What it learns: a logistic regression on each of these, combined by what they say of articles that they have not
       seen (`learner.learn`). `score` is the probability of the code.
    3. Where each unit of the sheet has exactly one code, so has each unit here; else a code is given from the threshold
       on that gave the best F1. A code that fewer than five units have, or one article only, is never given.

    4. Of units that are in the sheet themselves it says what a coder says that has not seen their articles, as in
       `trained_report`: held against people (`measure.framing`), it must not have learnt from these very answers.

    How well it does, `trained_report` says: it should stand beside every use of these rows.
    Raises InputError for a sheet that nothing can be learnt from (see `coded`), and for missing packages.
    """
    known = coded(sheet, unit, codebook)
    found = units(articles, unit, quotations)
    if found.empty:
        return tables.build("frames", [])
    reading = reader_of(known, codebook, vectors_of(vectors, model, cache))
    blocks = reading.blocks(known.units["text"].tolist())
    places = [pd.MultiIndex.from_frame(of[PLACE]) for of in (found, known.units)]
    others = found[~places[0].isin(places[1])]
    at = places[0].get_indexer(places[1])
    rows = [tables.build("frames", [])]
    if len(others):
        learner = learn(blocks, known.labels, known.owners, known.learnable(), seed)
        probabilities = learner.probabilities(reading.blocks(others["text"].tolist()))
        rows.append(framed(others, known, probabilities, learner.given(probabilities)))
    if (at >= 0).any():
        unseen, given = unseen_by(blocks, known.labels, known.owners, known.learnable(), seed)
        rows.append(framed(found.iloc[at[at >= 0]], known, unseen[at >= 0], given[at >= 0]))
    return tables.check(pd.concat(rows), "frames")


@one_thread
def trained_report(
    sheet: pd.DataFrame,
    unit: str = "sentence",
    vectors: str = WORDS,
    codebook: pd.DataFrame | None = None,
    model: str | Path | None = None,
    cache: str | Path | None = None,
    seed: int = 0,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """How well such a coder does: the table `frame_report`, one row per code and one for all of them, and the table
    `frames` of what it gives to the coded units.

    Nested cross-validation by article, in five parts: each unit is judged by a coder that has seen nothing of its
    article, and that has made all its choices (weights, levels, thresholds) on other articles.
    """
    known = coded(sheet, unit, codebook)
    reading = reader_of(known, codebook, vectors_of(vectors, model, cache))
    blocks = reading.blocks(known.units["text"].tolist())
    probabilities, given = unseen_by(blocks, known.labels, known.owners, known.learnable(), seed)
    found = known.units.assign(unit=unit)
    if "voice" not in found:
        found = found.assign(voice=None)
    return reported(known, probabilities, given), framed(found, known, probabilities, given)


def reader_of(known: Coded, codebook: pd.DataFrame | None, vectors: Any) -> Reader:
    """The reader of texts like those of the sheet."""
    books = pd.concat([codebooks(), codebook]).drop_duplicates(["codebook", "code"], keep="last")
    return reader(known.units["text"].tolist(), books, vectors)


def framed(units: pd.DataFrame, known: Coded, probabilities: np.ndarray, given: Labels) -> pd.DataFrame:
    """The codes given to units, as the table `frames`."""
    place, code = np.nonzero(given)
    rows = units.iloc[place].assign(
        codebook=known.codebook,
        frame=[known.codes[number] for number in code],
        coder=CODER,
        indicator=None,
        score=np.round(probabilities[place, code], 6),
    )
    return tables.check(rows, "frames")
