"""Names: who and what is named, and in which forms."""

import pandas as pd

from .. import tables


def names(mentions: pd.DataFrame) -> pd.DataFrame:
    """One row per canonical name: its kind where one is settled, mentions, articles, and the forms, most used first."""
    tables.require(mentions, "mentions")
    counted = mentions.groupby("name", as_index=False).agg(
        kind=("kind", "first"),
        mentions=("text", "size"),
        articles=("article_id", "nunique"),
        forms=("form", most_used),
    )
    return tables.check(counted, "names")


def most_used(forms: pd.Series) -> str:
    """The different forms, by number and then by alphabet."""
    counts = forms.value_counts().sort_index()
    return ", ".join(counts.sort_values(ascending=False, kind="stable").index)
