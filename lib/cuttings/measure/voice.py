"""Voices: who is quoted, where, for whom, and at what length."""

import pandas as pd

from .. import tables
from .copy import settled
from .day import days_of
from .government import GOVERNMENT, speakers
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

    A state that speaks, by its name, its government or the seat of that, is one speaker, `Ukraine (government)`, who is
    not anonymous; `forms` has the names under which it does (`government.state_of`).

    side: see `siding`, which `sides`, the story's own table, comes before (`read.lookups(story).get("sides")`); null
    where the lookups do not settle it, or not alike for all articles of the group.
    """
    tables.require(quotations, "quotations", "article_id", "start", "kind", "speaker", "anonymous", "words")
    spoken = (
        quotations[quotations["kind"].isin(SOMEBODY)]
        .join(groups(settled(articles, copies), by), on="article_id")
        .dropna(subset="group")
    )
    spoken = attributed(spoken, articles, sides)
    counted = spoken.groupby(["group", "speaker"], as_index=False).agg(
        forms=("form", forms),
        side=("side", only),
        anonymous=("anonymous", "any"),
        articles=("article_id", "nunique"),
        quotations=("start", "size"),
        n=("words", "sum"),
    )
    counted["of_n"] = counted.groupby("group")["n"].transform("sum")
    return tables.check(counted.assign(share=counted["n"] / counted["of_n"]), "voices")


def attributed(spoken: pd.DataFrame, articles: pd.DataFrame, sides: pd.DataFrame | None) -> pd.DataFrame:
    """Quotations with their speaker, whether that is a description, the name of a government as written, and the side:
    of a government about whose name the lookups say nothing, that of its state.
    """
    side, published = siding(sides), days_of(articles)
    written, speaker = spoken["speaker"], speakers(spoken)
    state = written.notna() & (speaker != written)
    known = [
        None if pd.isna(name) else side(name, published[article]) or side(who, published[article])
        for name, who, article in zip(written, speaker.str.removesuffix(GOVERNMENT), spoken["article_id"], strict=True)
    ]
    return spoken.assign(
        speaker=speaker.fillna(UNSETTLED),
        anonymous=spoken["anonymous"] & ~state,
        form=written.where(state),
        side=pd.Series(known, index=spoken.index, dtype="str"),
    )


def only(values: pd.Series) -> str | None:
    """The one value that all have, else null."""
    return None if values.isna().any() or values.nunique() != 1 else str(values.iloc[0])


def forms(values: pd.Series) -> str | None:
    """The different values, most used first; null where there is none."""
    counts = values.dropna().value_counts().sort_index().sort_values(ascending=False, kind="stable")
    return ", ".join(counts.index) or None
