"""Figure of measure.keyness: the words that set each group apart."""

import math
from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from .matrix import left_out
from .name import legible, short_names
from .style import COLOURS, figure

MOST_GROUPS, COLUMNS = 6, 2
LINE, HEAD, WIDTH, TITLE_LINE = 0.22, 1.0, 9.0, 115
TERM_WIDTH, NAME_WIDTH = 22, 26
ROOM = 1.3  # room right of the farthest dot, for the numbers beside it


@figure
def keyness(table: pd.DataFrame, top: int = 10) -> Figure | None:
    """A panel for each group: its `top` words by z, their n beside them; null where no z is above 0.

    A hollow dot: a single article of the group carries the word. Shown are the 6 groups with most articles;
    the title says how many are left out.
    """
    tables.require(table, "keyness")
    sizes = table.groupby("group")["of_articles"].first().sort_values(ascending=False, kind="stable")
    groups = sorted(sizes.index[:MOST_GROUPS])
    leading = table[table["group"].isin(groups) & (table["z"].round(3) > 0)]
    if leading.empty:
        return None
    lines = math.ceil(len(groups) / COLUMNS)
    made = Figure(figsize=(WIDTH, 0.6 + lines * (HEAD + LINE * top)), layout="constrained")
    panels = made.subplots(lines, COLUMNS, squeeze=False).ravel()
    names = short_names(groups, NAME_WIDTH)
    for group, axes in zip(groups, panels, strict=False):
        strongest = leading[leading["group"] == group].nlargest(top, "z")
        panel(axes, strongest, top)
        axes.set_xlim(0, ROOM * leading["z"].max())
        axes.set_title(f"{names[group]}: {counted(int(sizes[group]))}", fontsize=10)
    for axes in panels[len(groups) :]:
        axes.remove()
    title = "Words that each group uses more than the others; beside each, times in the group of times in all"
    omitted = left_out(("groups", len(sizes) - len(groups)))
    made.suptitle(fill(title + omitted, TITLE_LINE), x=0.01, ha="left", fontsize=11)
    made.supxlabel(
        "z of the weighted log-odds, for ranking only; hollow: the word is in a single article of the group",
        fontsize=9,
    )
    made.set_label("keyness")
    return made


def panel(axes: Any, rows: pd.DataFrame, top: int) -> None:
    """The dots of one group, strongest on top."""
    for place, row in enumerate(rows.to_dict("records")):
        inside = "white" if row["one_article"] else COLOURS[0]
        axes.hlines(place, 0, row["z"], color="#cccccc", linewidth=1)
        axes.plot(row["z"], place, "o", color=COLOURS[0], markerfacecolor=inside)
        uses = f"{row['n']} of {row['n'] + row['reference']}"
        axes.annotate(uses, (row["z"], place), (7, 0), textcoords="offset points", va="center", fontsize=9)
    axes.set_yticks(range(len(rows)), [legible(term, TERM_WIDTH) for term in rows["term"]])
    axes.set_ylim(top - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)


def counted(articles: int) -> str:
    """A number of articles in words."""
    return "1 article" if articles == 1 else f"{articles} articles"
