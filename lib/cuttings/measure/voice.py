"""Voices: who is quoted, where, and at what length."""

import pandas as pd

from .. import tables
from .group import groups

UNSETTLED = "(speaker not settled)"
SOMEBODY = ("full", "partial")


def voices(quotations: pd.DataFrame, articles: pd.DataFrame, by: str = "outlet") -> pd.DataFrame:
    """One row per group of articles and speaker: quotations, quoted words, and their share of the group's quoted words.

    Counts quotations of kind full and partial; terms in quotation marks and survey answers are nobody's speech.
    `by`: see `groups`; articles of no group are left out.
    """
    tables.require(quotations, "quotations")
    spoken = (
        quotations[quotations["kind"].isin(SOMEBODY)].join(groups(articles, by), on="article_id").dropna(subset="group")
    )
    spoken = spoken.assign(speaker=spoken["speaker"].fillna(UNSETTLED))
    counted = spoken.groupby(["group", "speaker"], as_index=False).agg(
        anonymous=("anonymous", "any"),
        articles=("article_id", "nunique"),
        quotations=("start", "size"),
        n=("words", "sum"),
    )
    counted["of_n"] = counted.groupby("group")["n"].transform("sum")
    return tables.check(counted.assign(share=counted["n"] / counted["of_n"]), "voices")
