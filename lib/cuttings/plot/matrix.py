"""A matrix of shares, groups in columns, with the numbers written in its cells."""

from textwrap import fill
from typing import NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from ..measure.group import DESCRIPTIVE
from .name import short_names
from .style import canvas

SHADES = "Blues"  # one hue from light to dark, the same for every kind of sight
DARK, DARKEST = 0.6, 1.15  # the share from which ink is white; the value of the colour map's end
NAME_WIDTH, NAME_LINE, TITLE_LINE = 23, 14, 105
LINE, PADDING, HEAD, COLUMN, LABELS = 0.18, 0.12, 1.25, 1.3, 2.8
LOOKS = {"head": ("bold", "black"), "plain": ("normal", "black"), "faint": ("normal", "#707070")}


class Row(NamedTuple):
    """A row's label, its look (head, plain or faint), and the share and text of each group's cell."""

    label: str
    look: str
    cells: dict[str, tuple[float, str]]


def matrix(rows: list[Row], groups: list[str], title: str) -> Figure:
    """Shares (0 to 1) as shades with their texts; a group that a row does not have gets an empty cell."""
    lines = 1 + max((text.count("\n") for row in rows for _, text in row.cells.values()), default=0)
    height = HEAD + (PADDING + LINE * lines) * len(rows)
    made, axes = canvas(height, max(8.0, LABELS + COLUMN * len(groups)))
    shares = [[row.cells.get(group, (float("nan"), ""))[0] for group in groups] for row in rows]
    axes.pcolormesh(shares, cmap=SHADES, vmin=0, vmax=DARKEST, edgecolors="white", linewidth=2)
    axes.invert_yaxis()
    for line, row in enumerate(rows):
        for group, (share, text) in row.cells.items():
            ink = "white" if share > DARK else "#222222" if share else "#707070"
            place = (groups.index(group) + 0.5, line + 0.5)
            axes.text(*place, text, ha="center", va="center", color=ink, fontsize=9)
    names = [fill(name, NAME_LINE) for name in short_names(groups, NAME_WIDTH).values()]
    axes.set_xticks([at + 0.5 for at in range(len(groups))], names, fontsize=9)
    axes.set_yticks([at + 0.5 for at in range(len(rows))], [row.label for row in rows], fontsize=9)
    for label, row in zip(axes.get_yticklabels(), rows, strict=True):
        weight, colour = LOOKS[row.look]
        label.set(fontweight=weight, color=colour)
    axes.tick_params(length=0, top=True, bottom=False, labeltop=True, labelbottom=False)
    axes.spines[:].set_visible(False)
    made.suptitle(fill(title, TITLE_LINE), x=0.01, ha="left", fontsize=11)
    return made


def left_out(*counts: tuple[str, int]) -> str:
    """What a title says of the things that the figure does not show; nothing where it shows all."""
    named = [f"{count} {what}" for what, count in counts if count]
    return f" (left out: {', '.join(named)})" if named else ""


def descriptive(rows: pd.DataFrame) -> str:
    """What a title says of groups that are too small to be compared; nothing where all are large enough."""
    small = rows["status"] == DESCRIPTIVE
    return "; descriptive" if small.all() else "; some groups descriptive" if small.any() else ""
