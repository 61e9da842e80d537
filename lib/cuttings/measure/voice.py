"""Voices: who is quoted, where, for whom, and at what length."""

import pandas as pd

from .. import tables
from .copy import settled
from .day import days_of
from .group import groups
from .side import UNSETTLED, siding

SOMEBODY = ("full", "partial")


def voices(
    quotations: pd.DataFrame,
    articles: pd.DataFrame,
    by: str = "outlet",
    sides: pd.DataFrame | None = None,
    copies: str = "once",
) -> pd.DataFrame:
    """One row per group of articles and speaker: side, quotations, quoted words, and their share of the group's.

    Counts quotations of kind full and partial; terms in quotation marks, questions, survey answers and what a headline
    repeats of the body's quotations are not counted.
    `by`: see `groups`; articles of no group are left out. `copies`: see `copy.settled`.

    side: see `siding`, which `sides`, the story's own table, comes before (`read.lookups(story).get("sides")`); null
    where the lookups do not settle it, or not alike for all articles of the group.
    """
    tables.require(quotations, "quotations", "article_id", "start", "kind", "speaker", "anonymous", "words")
    spoken = (
        quotations[quotations["kind"].isin(SOMEBODY)]
        .join(groups(settled(articles, copies), by), on="article_id")
        .dropna(subset="group")
    )
    side, published = siding(sides), days_of(articles)
    cells = zip(spoken["speaker"], spoken["article_id"], strict=True)
    known = [None if pd.isna(speaker) else side(speaker, published[article]) for speaker, article in cells]
    spoken = spoken.assign(
        speaker=spoken["speaker"].fillna(UNSETTLED), side=pd.Series(known, index=spoken.index, dtype="str")
    )
    counted = spoken.groupby(["group", "speaker"], as_index=False).agg(
        side=("side", only),
        anonymous=("anonymous", "any"),
        articles=("article_id", "nunique"),
        quotations=("start", "size"),
        n=("words", "sum"),
    )
    counted["of_n"] = counted.groupby("group")["n"].transform("sum")
    return tables.check(counted.assign(share=counted["n"] / counted["of_n"]), "voices")


def only(values: pd.Series) -> str | None:
    """The one value that all have, else null."""
    return None if values.isna().any() or values.nunique() != 1 else str(values.iloc[0])
