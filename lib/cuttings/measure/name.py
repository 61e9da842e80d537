"""Names: who and what is named, and in which forms."""

import pandas as pd

from .. import tables
from ..extract.name.spelling import spelled
from .copy import counting

LEAST_LETTERS = 6  # shorter single words can be alike by chance


def names(mentions: pd.DataFrame, articles: pd.DataFrame | None = None, copies: str = "once") -> pd.DataFrame:
    """One row per canonical name: its kind where one is settled, mentions, articles, and the forms, most used first.

    Names that differ only in spelling (`Andriy Kovalenko`, `Andrii Kovalenko`) are one, under the one most used; given
    names of two languages (`Aleksandr`, `Oleksandr`) are two. Names that one article uses side by side stay apart,
    because it may mean two people.

    `copies`: see `copy.settled`; without `articles`, all mentions count.
    """
    tables.require(mentions, "mentions")
    if articles is not None:
        mentions = counting(mentions, articles, copies)
    unified = mentions.assign(name=mentions["name"].map(one_spelling(mentions)))
    counted = unified.groupby("name", as_index=False).agg(
        kind=("kind", commonest),
        mentions=("described", lambda described: int((~described).sum())),
        described=("described", "sum"),
        articles=("article_id", "nunique"),
        forms=("form", most_used),
    )
    return tables.check(counted, "names")


def one_spelling(mentions: pd.DataFrame) -> dict[str, str]:
    """The name that each canonical name goes under."""
    uses = mentions["name"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    alike: dict[str, list[str]] = {}
    for name in uses.index:
        if " " in name or len(name) >= LEAST_LETTERS:
            alike.setdefault(spelled(name), []).append(name)
    articles = mentions.groupby("name")["article_id"].agg(set)
    chosen = {name: name for name in uses.index}
    for group in alike.values():
        if len(group) > 1 and sum(len(articles[name]) for name in group) == len(set.union(*articles[group])):
            chosen.update(dict.fromkeys(group, group[0]))
    return chosen


def commonest(kinds: pd.Series) -> str | None:
    """The kind that most mentions have; null where none has one."""
    counts = kinds.dropna().value_counts().sort_index()
    return None if counts.empty else str(counts.sort_values(ascending=False, kind="stable").index[0])


def most_used(forms: pd.Series) -> str:
    """The different forms, by number and then by alphabet."""
    counts = forms.value_counts().sort_index()
    return ", ".join(counts.sort_values(ascending=False, kind="stable").index)
