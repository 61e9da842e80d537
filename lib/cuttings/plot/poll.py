"""Figures of reported polls."""

from collections.abc import Mapping
from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from ..measure.group import groups
from ..measure.poll.reference import Wave, match, of_pollster
from ..measure.poll.report import percentage
from ..text import shorten
from ..trace import in_order
from .style import COLOURS, canvas, figure

MOST = 30


@figure
def poll_figures(poll_figures: pd.DataFrame, polls: pd.DataFrame, articles: pd.DataFrame) -> Figure | None:
    """Each reported share as a bar with the answer and the group that it counts, poll by poll, at most 30; those of an
    earlier wave paler; null without a share.
    """
    shares = in_order(poll_figures[poll_figures["kind"] == "share"], articles).merge(
        polls[["article_id", "poll", "pollster"]], on=["article_id", "poll"]
    )
    if shares.empty:
        return None
    drawn = shares.head(MOST)
    names = groups(articles)
    made, axes = canvas(1.2 + 0.75 * max(2, len(drawn)), width=9)
    made.set_label("poll_figures")
    rows = list(tables.rows(drawn))
    colours = [COLOURS[0] if row.wave == "current" else COLOURS[4] for row in rows]
    axes.barh(range(len(rows)), drawn["percent"], color=colours, height=0.6)
    axes.set_yticks(range(len(rows)), [f"{answer_of(row)}\n{asked_of(row)}" for row in rows], fontsize=9)
    for place, row in enumerate(rows):
        name = shorten(names.get(row.article_id, ""), 30)
        axes.text(row.percent, place, f" {percentage(row)}  {name}", va="center", fontsize=9)
    axes.set_xlim(0, 100)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlabel("per cent of those asked, as reported")
    axes.set_title(f"Poll figures as reported ({len(drawn)} of {len(shares)} shares)")
    return made


def answer_of(row: Any) -> str:
    """The answer that a share counts, on two lines."""
    return fill(shorten(row.option, 90), 46) if isinstance(row.option, str) else "(answer not settled)"


def asker(row: Any) -> str:
    """Who asked, as far as the report says."""
    return shorten(row.pollster, 40) if isinstance(row.pollster, str) else "pollster not named"


def asked_of(row: Any) -> str:
    """Who asked whom, and when, if not now."""
    whom = f", of {shorten(row.group, 30)}" if isinstance(row.group, str) else ""
    return asker(row) + whom + ("" if row.wave == "current" else f" ({shorten(row.wave, 20)})")


@figure
def poll_series(
    poll_figures: pd.DataFrame, polls: pd.DataFrame, reference: Mapping[str, pd.DataFrame]
) -> Figure | None:
    """The known series that has a reported poll, with its margins of error where it states them, and the report marked;
    null where no series has one.
    """
    dated = {name: table for name, table in reference.items() if "field_end" in table.columns}
    reports = ((of_poll(poll_figures, poll), poll) for poll in tables.rows(polls))
    found = ((figures, match(figures, of_pollster(dated, poll.pollster))) for figures, poll in reports)
    figures, wave = next(((figures, wave) for figures, wave in found if wave), (None, None))
    if figures is None or wave is None:
        return None
    made, axes = canvas(4.4)
    made.set_label("poll_series")
    draw_series(axes, wave)
    mark_report(axes, wave)
    mark_multiples(axes, wave, figures)
    axes.set_ylim(0, 100)
    axes.set_ylabel("per cent")
    axes.set_title(
        f"The reported shares in the series {shorten(wave.series, 60)},\nwith the margins of error that it states"
    )
    made.legend(loc="outside lower center", ncols=3, frameon=False)
    return made


def of_poll(table: pd.DataFrame, poll: Any) -> pd.DataFrame:
    """The rows of one poll."""
    found: pd.DataFrame = table[(table["article_id"] == poll.article_id) & (table["poll"] == poll.poll)]
    return found


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


def mark_multiples(axes: Any, wave: Wave, figures: pd.DataFrame) -> None:
    """An arrow from the first wave to the one reported for each multiple that the article claims, with its words; none
    where the share it is said of may be in several columns.
    """
    days = pd.to_datetime(wave.table["field_end"])
    for row in tables.rows(figures[figures["kind"] == "multiple"]):
        before = figures[(figures["kind"] == "share") & (figures["start"] < row.start)].tail(1)
        fitting = wave.columns.get(float(before["percent"].iloc[0]), []) if len(before) else []
        if len(fitting) != 1:
            continue
        series = wave.table[fitting[0]].iloc[: wave.row + 1].dropna()
        ends = [(days[place], float(series[place])) for place in (series.index[0], series.index[-1])]
        arrow = {"arrowstyle": "->", "color": "black", "linestyle": "dashed", "connectionstyle": "arc3,rad=-0.15"}
        axes.annotate("", ends[1], ends[0], arrowprops=arrow)
        told = f"“{row.text}”: {ends[0][1]:g} to {ends[1][1]:g} is × {ends[1][1] / max(ends[0][1], 0.1):.1f}"
        axes.annotate(told, ends[0], textcoords="offset points", xytext=(12, 60), fontsize=9)
