"""The shelf: the list of articles, and which of them a filter leaves."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from .. import trace
from ..errors import InputError
from ..text import shorten

UNKNOWN = "outlet unknown"
TITLE_WIDTH = 140
MOST_SPEAKERS = 2_000  # to choose from; another one can be typed


class Shelf:
    """The articles in the order given, as they are listed and filtered; `speakers` names those heard in each."""

    def __init__(self, articles: pd.DataFrame, speakers: pd.DataFrame | None) -> None:
        self.ids: list[str] = articles["article_id"].tolist()
        self.titles = titles(articles)
        self.outlets = column(articles, "outlet").fillna(UNKNOWN).astype("str").to_numpy()
        self.days = [days(first, last) for first, last in zip(*bounds(articles), strict=True)]
        self.first, self.last = (pd.to_datetime(bound).to_numpy() for bound in bounds(articles))
        self.undated = int((np.isnat(self.first) & np.isnat(self.last)).sum())
        self.files: list[str] = trace.places(articles).tolist()
        self.heard: dict[str, set[str]] | None = None if speakers is None else heard(speakers)

    def choices(self) -> dict[str, Any]:
        """What there is to filter by: outlets and speakers, those of most articles first, with the number of these."""
        outlets = [[str(name), int(n)] for name, n in pd.Series(self.outlets).value_counts().items()]
        speakers = [[name, len(ids)] for name, ids in (self.heard or {}).items()]
        return {
            "outlets": sorted(outlets, key=by_number),
            "speakers": None if self.heard is None else sorted(speakers, key=by_number)[:MOST_SPEAKERS],
        }

    def chosen(self, outlet: str = "", speaker: str = "", first: str = "", last: str = "") -> np.ndarray:
        """The places in the list that are left: of the outlet, with words of the speaker, and such as can have been
        published from `first` to `last` (ISO days); an article of which no day is known is left out by these.
        """
        kept = np.ones(len(self.ids), dtype=bool)
        if outlet:
            kept &= self.outlets == outlet
        if speaker:
            ids = (self.heard or {}).get(speaker, set())
            kept &= np.array([one in ids for one in self.ids], dtype=bool)
        if first or last:
            kept &= ~(np.isnat(self.first) & np.isnat(self.last))
        if first:
            kept &= np.isnat(self.last) | (self.last >= day(first))
        if last:
            kept &= np.isnat(self.first) | (self.first <= day(last))
        return np.flatnonzero(kept)

    def rows(self, places: Iterable[int]) -> list[list[str]]:
        """The lines of the list at these places: article_id, title, outlet, days, file."""
        return [
            [self.ids[one], self.titles[one], str(self.outlets[one]), self.days[one], self.files[one]] for one in places
        ]


def by_number(choice: list[Any]) -> tuple[int, str]:
    """Most first, then by name."""
    return -choice[1], choice[0]


def column(articles: pd.DataFrame, name: str) -> pd.Series:
    """A column of articles, null where the table has none."""
    return articles[name] if name in articles.columns else pd.Series(None, index=articles.index, dtype="object")


def bounds(articles: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The bounds of the days of publication."""
    return column(articles, "published_from"), column(articles, "published_to")


def titles(articles: pd.DataFrame) -> list[str]:
    """The headline of each article, or else its first words."""
    return [
        shorten(text[:1000] if pd.isna(headline) else headline, TITLE_WIDTH)
        for headline, text in zip(column(articles, "headline"), articles["text"], strict=True)
    ]


def days(first: Any, last: Any) -> str:
    """A range of days in words."""
    left, right = ("" if pd.isna(one) else f"{one:%Y-%m-%d}" for one in (first, last))
    if left == right:
        return left or "day unknown"
    return f"{left} to {right}" if left and right else f"from {left}" if left else f"until {right}"


def day(written: str) -> np.datetime64:
    """A day written as 2025-03-17."""
    try:
        return np.datetime64(written, "D")
    except ValueError as wrong:
        raise InputError(f"{written!r} is no day; one looks like 2025-03-17") from wrong


def heard(table: pd.DataFrame) -> dict[str, set[str]]:
    """The articles in which each speaker is heard."""
    known = table.dropna(subset=["speaker"])
    return {str(name): set(rows) for name, rows in known.groupby("speaker")["article_id"]}
