"""What is quoted, and how outlets render the same words, in sentences."""

import pandas as pd

from ..measure.edit import ADDED, BRACKETED, CUT, FULLEST, PARAPHRASED, REWORDED, VERBATIM
from ..measure.group import groups
from ..measure.quote_group import telling
from ..measure.voice import SOMEBODY
from ..tables import rows as rows_of
from ..text import shorten
from .corpus import foreign
from .phrase import listed, number, percent

SHOWN = 140  # characters of an utterance
NAMES = {
    VERBATIM: "word for word the same",
    CUT: "cut",
    BRACKETED: "with words in brackets",
    REWORDED: "reworded",
    ADDED: "with words added",
    PARAPHRASED: "paraphrased",
}


def quotations(quotations: pd.DataFrame, quote_groups: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """For how many quotations the speaker is settled, how many utterances two outlets have, and how these differ."""
    spoken = quotations[quotations["kind"].isin(SOMEBODY)]
    if spoken.empty:
        return [
            f"No direct quotation was found in {number(len(articles), 'article')}.",
            *foreign(articles, "quotations"),
        ]
    settled = int(spoken["speaker"].notna().sum())
    return [
        f"{number(len(spoken), 'direct quotation')} in {number(len(articles), 'article')}; for {settled} "
        f"({percent(settled / len(spoken))}) the text settles who speaks.",
        *renderings(quote_groups, articles),
        *foreign(articles, "quotations"),
    ]


def renderings(quote_groups: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """How many utterances two outlets render, how their renderings differ, and the one that most outlets have."""
    if groups(articles).nunique() < 2:
        return ["There is one outlet: no rendering can be held against another outlet's."]
    across = quote_groups[quote_groups["across"]]
    if across.empty:
        return ["No utterance was found in articles of two outlets that are no copies of each other."]
    others = across[across["relation"] != FULLEST]
    kinds = others["relation"].str.split(", ").explode().value_counts()
    how = listed([f"{kinds[kind]} {name}" for kind, name in NAMES.items() if kind in kinds])
    several = " (one may be several of these)" if kinds.sum() > len(others) > 1 else ""
    count = number(across["group"].nunique(), "utterance is", "utterances are")
    return [
        f"{count} quoted in two outlets or more, in {number(len(others), 'rendering')} beside the fullest: "
        f"{how}{several}.",
        foremost(across[across["group"] == telling(across)], articles),
    ]


def foremost(rows: pd.DataFrame, articles: pd.DataFrame) -> str:
    """One utterance, and what each other outlet made of it."""
    named = rows.assign(outlet=rows["article_id"].map(groups(articles)))
    full = named[named["relation"] == FULLEST].iloc[0]
    who = next(iter(rows["speaker"].dropna()), "A speaker not settled")
    others = named[named["outlet"] != full["outlet"]].sort_values("edits").drop_duplicates("outlet")
    told = [
        f"{row.outlet}: {row.relation}" + (f" ({row.edits})" if pd.notna(row.edits) else "")
        for row in rows_of(others.head(4))
    ]
    return f"{who}, “{shorten(full['text'], SHOWN)}” in {full['outlet']}; in {'; in '.join(told)}."
