"""Which polls are reported, and how their checks came out, in sentences."""

from typing import Any

import pandas as pd

from ..measure.group import groups
from ..measure.poll.report import percentage
from ..tables import rows as rows_of
from ..text import shorten
from ..trace import in_order
from .corpus import foreign
from .phrase import listed, number

MOST_POLLS, MOST_FIGURES = 5, 6
PHRASES = {
    "holds": "hold",
    "does not hold": "do not hold",
    "incomplete": "find the report incomplete",
    "cannot be checked": "cannot be made",
}


def polls(
    polls: pd.DataFrame, poll_figures: pd.DataFrame, poll_checks: pd.DataFrame, articles: pd.DataFrame
) -> list[str]:
    """Which polls are reported with which figures, and what the checks give."""
    if polls.empty:
        return [f"No figure from a poll was found in {number(len(articles), 'article')}.", *foreign(articles, "polls")]
    carriers = polls["article_id"].nunique()
    kinds = poll_figures["kind"].value_counts()
    counted = [number(len(polls), "poll")]
    counted += [number(int(kinds[kind]), kind) for kind in ("share", "change", "lead", "multiple") if kind in kinds]
    verb = "reports" if carriers == 1 else "report"
    said = [f"{carriers} of {number(len(articles), 'article')} {verb} figures from polls: {listed(counted)}."]
    names = groups(articles)
    for poll in rows_of(in_order(polls, articles).head(MOST_POLLS)):
        own = poll_figures[(poll_figures["article_id"] == poll.article_id) & (poll_figures["poll"] == poll.poll)]
        who = poll.pollster if pd.notna(poll.pollster) else "A poll for which no pollster was found"
        said.append(f"{who}, as reported by {names[poll.article_id]}: {figures(own)}.")
    if len(polls) > MOST_POLLS:
        said.append(f"{number(len(polls) - MOST_POLLS, 'more poll')} stand in the table.")
    return [*said, *verdicts(poll_checks), *foreign(articles, "polls")]


def figures(own: pd.DataFrame) -> str:
    """The figures of one poll: its shares, or where it has none, its leads and changes."""
    shares = own[own["kind"] == "share"]
    told = shares if len(shares) else own
    more = f"; {len(told) - MOST_FIGURES} more" if len(told) > MOST_FIGURES else ""
    return "; ".join(figure(row) for row in rows_of(told.head(MOST_FIGURES))) + more


def figure(row: Any) -> str:
    """`58% of Ukrainians, “under no circumstances” …`."""
    group = f" of {row.group}" if pd.notna(row.group) and not row.group.lower().startswith("in ") else ""
    group = f" {row.group}" if pd.notna(row.group) and not group else group
    option = f", {shorten(row.option, 90)}" if pd.notna(row.option) else ""
    wave = "" if row.wave == "current" else f" ({shorten(row.wave, 40)})"
    return f"{amount(row)}{group}{option}{wave}"


def amount(row: Any) -> str:
    """The number of a figure with its unit."""
    if row.kind == "share":
        return percentage(row)
    if row.kind == "multiple":
        return f"a factor of {row.factor:g}"
    return f"{row.points:+g} points" if row.kind == "change" else f"a lead of {row.points:g} points"


def verdicts(poll_checks: pd.DataFrame) -> list[str]:
    """How the checks came out, and what does not hold, in its own words."""
    counts = poll_checks["verdict"].value_counts()
    found = [f"{counts[verdict]} {phrase}" for verdict, phrase in PHRASES.items() if verdict in counts]
    said = [f"Of {number(len(poll_checks), 'check')} {listed(found)}."]
    wrong = poll_checks[poll_checks["verdict"] == "does not hold"].head(MOST_POLLS)
    return said + [f"Does not hold: {row.check}: {row.detail}." for row in rows_of(wrong)]
