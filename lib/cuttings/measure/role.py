"""Roles: how much of the records is the articles themselves."""

import pandas as pd

from .. import tables
from ..text import words


def roles(segments: pd.DataFrame) -> pd.DataFrame:
    """One row per role of segments: in how many records, how many stretches, words, and their share of all words."""
    tables.require(segments, "segments")
    counted = (
        segments.assign(n=segments["text"].map(lambda text: len(words(text))))
        .groupby("role", as_index=False)
        .agg(articles=("article_id", "nunique"), segments=("start", "size"), n=("n", "sum"))
    )
    counted = counted.assign(of_n=counted["n"].sum(), share=counted["n"] / counted["n"].sum())
    return tables.check(counted, "roles")
