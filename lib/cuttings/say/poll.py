"""Which polls are reported, and how their checks came out, in sentences."""

from typing import Any

import pandas as pd

from ..measure.group import groups
from ..tables import rows as rows_of
from ..text import shorten
from .corpus import foreign
from .phrase import listed, number

MOST_POLLS = 5


def polls(
    polls: pd.DataFrame, poll_figures: pd.DataFrame, poll_checks: pd.DataFrame, articles: pd.DataFrame
) -> list[str]:
    """Which polls are reported with which figures, and what the checks give."""
    if polls.empty:
        return [f"No figure from a poll was found in {number(len(articles), 'article')}.", *foreign(articles, "polls")]
    carriers = polls["article_id"].nunique()
    counted = f"{number(len(polls), 'poll')}, {number(int((poll_figures['kind'] == 'share').sum()), 'share')}"
    verb = "reports" if carriers == 1 else "report"
    said = [f"{carriers} of {number(len(articles), 'article')} {verb} figures from polls: {counted}."]
    names = groups(articles)
    for poll in rows_of(polls.head(MOST_POLLS)):
        own = poll_figures[(poll_figures["article_id"] == poll.article_id) & (poll_figures["poll"] == poll.poll)]
        who = poll.pollster if pd.notna(poll.pollster) else "A poll for which no pollster was found"
        figures = "; ".join(figure(row) for row in rows_of(own[own["kind"] == "share"].head(6)))
        said.append(f"{who}, as reported by {names[poll.article_id]}: {figures}.")
    if len(polls) > MOST_POLLS:
        said.append(f"{len(polls) - MOST_POLLS} more are in the table.")
    return [*said, verdicts(poll_checks), *foreign(articles, "polls")]


def verdicts(poll_checks: pd.DataFrame) -> str:
    """How the checks came out."""
    counts = poll_checks["verdict"].value_counts()
    phrases = {
        "holds": "hold",
        "does not hold": "do not hold",
        "incomplete": "find the report incomplete",
        "cannot be checked": "cannot be made",
    }
    found = [f"{counts[verdict]} {phrase}" for verdict, phrase in phrases.items() if verdict in counts]
    return f"Of {number(len(poll_checks), 'check')} {listed(found)}."


def figure(row: Any) -> str:
    """`58% of Ukrainians, “under no circumstances” …`."""
    group = f" of {row.group}" if pd.notna(row.group) else ""
    option = f", {shorten(row.option, 90)}" if pd.notna(row.option) else ""
    return f"{row.percent:g}%{group}{option}"
