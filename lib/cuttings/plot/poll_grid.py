"""Grids of reported polls: figures by outlet, and what each report discloses."""

from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from ..measure.group import groups
from ..measure.poll.disclosure import ITEMS
from ..measure.poll.report import percentage
from ..text import shorten
from ..trace import in_order
from .poll import asker
from .style import COLOURS, canvas, figure

MOST_ROWS, MOST_COLUMNS, MOST_POLLS = 25, 8, 30
MARKS = {
    "given": ("●", COLOURS[0]),
    "not given": ("–", "#888888"),
    "not applicable": ("n/a", "#888888"),
    "text cut off": ("?", COLOURS[5]),
}


@figure
def poll_outlets(poll_shares: pd.DataFrame) -> Figure | None:
    """Which outlet reports which share: pollster and share down, outlets across; null without a share.

    The shares that most outlets have stand on top, at most 25, with at most eight outlets.
    """
    if poll_shares.empty:
        return None
    drawn, outlets = fitting(poll_shares)
    rows = [f"{asker(first)}\n{share_of(first)}" for first in tables.rows(drawn.drop_duplicates("share"))]
    places = {share: place for place, share in enumerate(drawn["share"].unique())}
    made, axes = canvas(1.6 + 0.5 * len(rows), width=9)
    made.set_label("poll_outlets")
    for row in tables.rows(drawn):
        axes.plot(outlets.index(row.outlet), places[row.share], "o", color=COLOURS[0], markersize=9)
    frame(axes, rows, [fill(shorten(one, 40), 14) for one in outlets])
    every, carrying = poll_shares["share"].nunique(), poll_shares["outlet"].nunique()
    axes.set_title(
        f"Which outlet reports which share ({len(rows)} of {every} shares, {len(outlets)} of {carrying} outlets)"
    )
    return made


def fitting(poll_shares: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The rows that fit a grid, and its outlets: share by share, as long as there is room for the outlets of each."""
    outlets: list[str] = []
    shares: list[int] = []
    for share in poll_shares["share"].unique().tolist():
        own = poll_shares.loc[poll_shares["share"] == share, "outlet"]
        new = [outlet for outlet in own if outlet not in outlets]
        if len(shares) < MOST_ROWS and (not shares or len(outlets) + len(new) <= MOST_COLUMNS):
            shares.append(share)
            outlets += new[: MOST_COLUMNS - len(outlets)]
    return poll_shares[poll_shares["share"].isin(shares) & poll_shares["outlet"].isin(outlets)], outlets


def share_of(row: Any) -> str:
    """A share with its answer, in one of its wordings."""
    answer = shorten(row.options, 48) if isinstance(row.options, str) else "(answer not settled)"
    return f"{percentage(row)} {answer}"


def frame(axes: Any, rows: list[str], columns: list[str]) -> None:
    """The lines and names of a grid."""
    axes.set_yticks(range(len(rows)), rows, fontsize=8)
    axes.set_xticks(range(len(columns)), columns, fontsize=8)
    axes.xaxis.tick_top()
    axes.set_xlim(-0.6, len(columns) - 0.4)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.grid(visible=True, color="#dddddd")
    axes.tick_params(length=0)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)


@figure
def poll_disclosure(poll_disclosure: pd.DataFrame, polls: pd.DataFrame, articles: pd.DataFrame) -> Figure | None:
    """What each report of a poll discloses: reports down, the ten items across; at most 30; null without a poll."""
    if poll_disclosure.empty:
        return None
    names = groups(articles)
    shown = in_order(polls, articles).head(MOST_POLLS)
    rows = [f"{asker(row)}\n{shorten(names.get(row.article_id, ''), 46)}" for row in tables.rows(shown)]
    places = {(row.article_id, row.poll): place for place, row in enumerate(tables.rows(shown))}
    items = list(ITEMS)
    made, axes = canvas(1.8 + 0.42 * len(rows), width=11)
    made.set_label("poll_disclosure")
    for row in tables.rows(poll_disclosure):
        place = places.get((row.article_id, row.poll))
        if place is not None:
            mark, colour = MARKS[row.answer]
            axes.text(
                items.index(row.item),
                place,
                mark,
                color=colour,
                ha="center",
                va="center",
                fontsize=11,
                backgroundcolor="white",
            )
    frame(axes, rows, [fill(words, 11) for words in ITEMS.values()])
    given = int((poll_disclosure["answer"] == "given").sum())
    cut = f"{len(shown)} of {len(polls)} reports; " if len(polls) > len(shown) else ""
    axes.set_title(f"What the reports disclose ({cut}{given} of {len(poll_disclosure)} items given)")
    axes.set_xlabel("● given   – not given   n/a not applicable   ? text cut off")
    return made
