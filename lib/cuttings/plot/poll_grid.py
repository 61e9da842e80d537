"""Grids of reported polls: figures by outlet, and what each report discloses."""

from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from ..measure.group import groups
from ..measure.poll.disclosure import ITEMS
from ..text import shorten
from .style import COLOURS, canvas, figure

MOST_ROWS, MOST_COLUMNS, MOST_POLLS = 25, 8, 30
MARKS = {
    "given": ("●", COLOURS[0]),
    "not given": ("–", "#888888"),
    "not applicable": ("n/a", "#888888"),
    "text cut off": ("?", COLOURS[5]),
}


@figure
def poll_outlets(poll_figures: pd.DataFrame, polls: pd.DataFrame, articles: pd.DataFrame) -> Figure | None:
    """Which outlet reports which share: pollster and share down, outlets across; null without a share.

    Shares are alike where pollster, number and group are; those that most outlets have stand on top, at most 25.
    """
    shares = poll_figures[(poll_figures["kind"] == "share") & (poll_figures["wave"] == "current")]
    told = shares.merge(polls[["article_id", "poll", "pollster"]], on=["article_id", "poll"])
    if told.empty:
        return None
    told = told.assign(
        outlet=told["article_id"].map(groups(articles)), who=told["pollster"].fillna("pollster not named")
    )
    told["key"] = told["who"] + "\n" + told["percent"].map("{:g}%".format) + told["option"].map(named)
    spread = told.groupby("key")["outlet"].nunique()
    rows = list(spread.sort_values(ascending=False, kind="stable").index[:MOST_ROWS])
    outlets = list(told["outlet"].value_counts().index[:MOST_COLUMNS])
    made, axes = canvas(1.6 + 0.5 * len(rows), width=9)
    made.set_label("poll_outlets")
    drawn = told[told["key"].isin(rows) & told["outlet"].isin(outlets)].drop_duplicates(["key", "outlet"])
    for row in tables.rows(drawn):
        axes.plot(outlets.index(row.outlet), rows.index(row.key), "o", color=COLOURS[0], markersize=9)
    frame(axes, rows, [fill(shorten(one, 40), 14) for one in outlets])
    axes.set_title(f"Which outlet reports which share ({len(rows)} of {len(spread)} shares; outlets: {len(outlets)})")
    return made


def named(option: Any) -> str:
    """An answer as it stands behind a share."""
    return f" {shorten(str(option), 48)}" if isinstance(option, str) else " (answer not settled)"


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
    shown = polls.head(MOST_POLLS)
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


def asker(row: Any) -> str:
    """Who asked, as far as the report says."""
    return shorten(row.pollster, 40) if isinstance(row.pollster, str) else "pollster not named"
