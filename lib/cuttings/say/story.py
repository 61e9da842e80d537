"""Which stories a folder holds, in sentences."""

from typing import Any

import pandas as pd

from ..tables import rows as rows_of
from .phrase import day, listed, number
from .topic import cautions

MOST = 8


def stories(stories: pd.DataFrame, article_stories: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """How many stories the articles report, the largest of them, and how many articles stand alone."""
    empty = int(article_stories["story"].isna().sum())
    blank = f" {number(empty, 'article has', 'articles have')} no word that is counted, and no story." if empty else ""
    told = len(article_stories) - empty
    if told < 2:
        return [f"{number(told, 'article')} with words: there is nothing to group.{blank}", *cautions(articles)]
    several = stories[stories["articles"] > 1]
    alone = told - int(several["articles"].sum())
    if len(stories) == 1:
        only = stories.iloc[0]
        if pd.isna(only["likeness"]):
            return [f"All {told} articles are copies of one text: one story.{blank}", *cautions(articles)]
        return [
            f"All {told} articles report one story, or several that their words do not tell apart: on average, two of "
            f"them have {only['likeness']:.2f} times as much in common as each has with itself, and from half of it on "
            f"articles are one story.{blank}",
            *cautions(articles),
        ]
    if several.empty:
        return [f"{told} articles, and no two of them report the same events.{blank}", *cautions(articles)]
    rest = f"; {number(alone, 'stands', 'stand')} alone" if alone else ""
    said = (
        f"{told - alone} of {told} articles report {number(len(several), 'story', 'stories')} together with "
        f"others{rest}.{blank}"
    )
    return [
        said,
        f"By their strongest terms: {listed([card(row) for row in rows_of(several)], MOST)}.",
        *cautions(articles),
    ]


def card(row: Any) -> str:
    """A story's terms with its articles, the copies among them, outlets and days."""
    copies = f", {row.copies} of them {'a copy' if row.copies == 1 else 'copies'}" if row.copies else ""
    outlets = f", {number(int(row.outlets), 'known outlet')}" if row.outlets else ""
    days = "" if pd.isna(row.first) or pd.isna(row.last) else f", {day(row.first)} to {day(row.last)}"
    return f"“{row.label}” ({number(int(row.articles), 'article')}{copies}{outlets}{days})"
