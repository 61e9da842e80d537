"""Figures of reported polls."""

from collections.abc import Mapping
from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from ..measure.group import groups
from ..measure.poll_check import Wave, match, of_poll, of_pollster
from ..text import shorten
from .style import COLOURS, canvas, figure

MOST = 30


@figure
def poll_figures(poll_figures: pd.DataFrame, polls: pd.DataFrame, articles: pd.DataFrame) -> Figure | None:
    """Each reported share as a bar with the answer that it counts, poll by poll, at most 30; null without a share."""
    shares = poll_figures[poll_figures["kind"] == "share"].merge(
        polls[["article_id", "poll", "pollster"]], on=["article_id", "poll"]
    )
    if shares.empty:
        return None
    drawn = shares.head(MOST)
    names = groups(articles)
    made, axes = canvas(1.2 + 0.75 * max(2, len(drawn)), width=9)
    made.set_label("poll_figures")
    axes.barh(range(len(drawn)), drawn["percent"], color=COLOURS[0], height=0.6)
    answers = [
        fill(shorten(str(option), 90), 46) if pd.notna(option) else "(answer not settled)" for option in drawn["option"]
    ]
    who = [
        shorten(str(row.pollster) if pd.notna(row.pollster) else "pollster not named", 46) for row in tables.rows(drawn)
    ]
    axes.set_yticks(range(len(drawn)), [f"{one}\n{two}" for one, two in zip(answers, who, strict=True)], fontsize=9)
    for place, row in enumerate(tables.rows(drawn)):
        axes.text(
            row.percent,
            place,
            f" {row.percent:g}%  {shorten(names.get(row.article_id, ''), 30)}",
            va="center",
            fontsize=9,
        )
    axes.set_xlim(0, 100)
    axes.invert_yaxis()
    axes.set_xlabel("per cent of those asked, as reported")
    axes.set_title(f"Poll figures as reported ({len(drawn)} of {len(shares)} shares)")
    return made


@figure
def poll_series(
    poll_figures: pd.DataFrame, polls: pd.DataFrame, reference: Mapping[str, pd.DataFrame]
) -> Figure | None:
    """The known series that has a reported poll, with its margins of error where it states them, and the report marked;
    null where no series has one.
    """
    dated = {name: table for name, table in reference.items() if "field_end" in table.columns}
    matches = (match(of_poll(poll_figures, poll), of_pollster(dated, poll.pollster)) for poll in tables.rows(polls))
    wave = next((wave for wave in matches if wave), None)
    if wave is None:
        return None
    made, axes = canvas(4.4)
    made.set_label("poll_series")
    draw_series(axes, wave)
    mark_report(axes, wave)
    axes.set_ylim(0, 100)
    axes.set_ylabel("per cent")
    axes.set_title(f"The reported shares in the series {wave.series}, with the margins of error that it states")
    made.legend(loc="outside lower center", ncols=3, frameon=False)
    return made


def draw_series(axes: Any, wave: Wave) -> None:
    """Each share of the series over time, a vertical line where a wave states its margin of error."""
    days = pd.to_datetime(wave.table["field_end"])
    unstated = pd.Series(0.0, index=wave.table.index)
    margins = wave.table.get("margin_of_error", unstated).fillna(0)
    look = {"marker": "o", "markersize": 4, "capsize": 2, "elinewidth": 1}
    shares = [name for name in wave.table.columns if str(name).endswith("_pct")]
    for colour, column in zip(COLOURS, shares, strict=False):
        there = wave.table[column].notna()
        name = column.removesuffix("_pct").replace("_", " ")
        axes.errorbar(days[there], wave.table[column][there], margins[there], color=colour, label=name, **look)


def mark_report(axes: Any, wave: Wave) -> None:
    """A ring round each share that the article reports."""
    day = pd.to_datetime(wave.table["field_end"])[wave.row]
    for share in wave.columns:
        axes.plot([day], [share], marker="o", markersize=12, fillstyle="none", color="black")
        above = {"textcoords": "offset points", "xytext": (0, 24), "ha": "center", "fontsize": 9}
        axes.annotate(f"{share:g}% reported", (day, share), **above)
