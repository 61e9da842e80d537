"""The same poll in several articles: what they say alike, and where they differ."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ... import tables
from ..group import groups
from .report import current_shares
from .same import answer_words, same_polls
from .verdict import HOLDS, OPEN, Row, check, plain

COMPARED = {"n_survey": "respondents", "margin": "margin of error", "fieldwork": "fieldwork", "mode": "mode"}


def comparisons(
    polls: pd.DataFrame, poll_figures: pd.DataFrame, articles: pd.DataFrame
) -> Iterator[tuple[tuple[str, int], Row]]:
    """One check per report of a poll that another article reports, too: alike, or how they differ. Which of two reports
    is right, the articles do not say.
    """
    names = groups(articles)
    differing: dict[tuple[str, int], list[str]] = {}
    for one, other in same_polls(polls, poll_figures, articles):
        for here, there in ((one, other), (other, one)):
            told = differing.setdefault((here.article_id, here.poll), [])
            told += [f"{line} in {names.get(there.article_id, there.article_id)}" for line in differences(here, there)]
            told += [
                f"{line} in {names.get(there.article_id, there.article_id)}"
                for line in other_shares(here, there, poll_figures)
            ]
    for key, lines in differing.items():
        own = polls[(polls["article_id"] == key[0]) & (polls["poll"] == key[1])]
        detail = "; ".join(dict.fromkeys(lines)) or "another article reports the same poll alike"
        yield key, check("other reports", OPEN if lines else HOLDS, detail, own)


def differences(here: Any, there: Any) -> Iterator[str]:
    """The details in which two reports of one poll differ."""
    for column, words in COMPARED.items():
        mine, other = getattr(here, column), getattr(there, column)
        if pd.notna(mine) and pd.notna(other) and str(mine).lower() != str(other).lower() and column != "mode":
            yield f"{words}: {shown(mine)} here, {shown(other)}"


def other_shares(here: Any, there: Any, poll_figures: pd.DataFrame) -> Iterator[str]:
    """Shares of the same answer and group that two reports of one poll give differently."""
    mine, other = (answers(poll_figures, one) for one in (here, there))
    for words, percent in mine.items():
        if words in other and abs(other[words] - percent) >= 0.5:
            yield f"“{' '.join(sorted(words)[:4])}”: {plain(percent)} here, {plain(other[words])}"


def answers(poll_figures: pd.DataFrame, poll: Any) -> dict[frozenset[str], float]:
    """The shares of a report by the words of their answers and groups; answers told twice are left out."""
    own = poll_figures[(poll_figures["article_id"] == poll.article_id) & (poll_figures["poll"] == poll.poll)]
    found: dict[frozenset[str], list[float]] = {}
    for row in tables.rows(current_shares(own).dropna(subset="option")):
        found.setdefault(answer_words(row), []).append(float(row.percent))
    return {words: values[0] for words, values in found.items() if len(values) == 1 and len(words) >= 2}


def shown(value: Any) -> str:
    """A detail as a reader writes it."""
    return str(value) if isinstance(value, str) else f"{value:,}" if float(value).is_integer() else plain(value)
