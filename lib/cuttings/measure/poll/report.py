"""Reports of polls: which count, where articles copy each other, and the shares that they give."""

from typing import Any

import pandas as pd

from ..copy import copies as copies_of
from ..copy import counting

NUMBERS = ["kind", "percent", "percent_to", "points", "factor"]
OF_POLL = ["pollster", "n_survey", "n_question", "margin"]


def reports(polls: pd.DataFrame, poll_figures: pd.DataFrame, articles: pd.DataFrame, copies: str) -> pd.DataFrame:
    """The polls that count (see `copy.settled`); but where copies count `once`, a report in a copy counts again if its
    numbers are not those of a report that counts: what a reprint gets wrong is what a check is for.
    """
    kept = counting(polls, articles, copies)
    if copies != "once" or len(kept) == len(polls):
        return kept
    again = polls[~polls.index.isin(kept.index)]
    group = copies_of(articles).set_index("article_id")["copy_group"]
    every = pd.concat([kept, again])
    told = every.assign(of=every["article_id"].map(group), numbers=numbers(every, poll_figures))
    other = told.index.isin(kept.index) | ~told.duplicated(["of", "numbers"])
    return every[other].sort_index()


def current_shares(figures: pd.DataFrame) -> pd.DataFrame:
    """The shares of the wave that is reported."""
    found: pd.DataFrame = figures[(figures["kind"] == "share") & (figures["wave"] == "current")]
    return found


def percentage(row: Any) -> str:
    """A share as it is reported: `58%`, `82-87%`."""
    upper = f"-{row.percent_to:g}" if pd.notna(row.percent_to) else ""
    return f"{row.percent:g}{upper}%"


def numbers(polls: pd.DataFrame, poll_figures: pd.DataFrame) -> list[str]:
    """All numbers of each report as one text, in any order; a report that is told in other words has the same."""
    figures = poll_figures.groupby(["article_id", "poll"])[NUMBERS]
    known = {key: sorted(map(repr, rows.astype("str").to_numpy().tolist())) for key, rows in figures}
    heads = polls[OF_POLL].astype("str").to_numpy().tolist()
    keys = zip(polls["article_id"], polls["poll"], strict=True)
    return [repr((head, known.get(key, []))) for head, key in zip(heads, keys, strict=True)]
