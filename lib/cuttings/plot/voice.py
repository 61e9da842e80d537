"""Figure of measure.voices: on which side, and how far by name, each group's quoted words are spoken."""

from typing import NamedTuple

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from .. import tables
from ..measure.side import UNKNOWN_SIDE, sides
from .matrix import left_out
from .name import legible, short_names
from .style import COLOURS, canvas, figure

MOST_GROUPS, MOST_SIDES = 30, 6
NAME_WIDTH, SIDE_WIDTH = 40, 30
ANONYMOUS, UNSETTLED, OTHER = "////", "#FFFFFF", "other sides"
GREY, EDGE = "#BBBBBB", "#444444"


class Look(NamedTuple):
    """How a part of a bar is drawn: its colour, and the lines across it where the speakers are anonymous."""

    colour: str
    hatch: str


@figure
def voices(voices: pd.DataFrame) -> Figure | None:
    """One bar a group: the shares of its quoted words by side, hatched where the speakers are anonymous, white where
    the text does not settle who speaks; null without a quotation.

    The 30 groups with most quoted words and the 6 sides that are heard most; the title says what is left out.
    """
    tables.require(voices, "voices")
    if voices.empty:
        return None
    counted = sides(voices)
    sizes = counted.groupby("group")["of_n"].first().sort_values(ascending=False, kind="stable")
    groups = list(sizes.index[:MOST_GROUPS])
    known = (
        counted[counted["side"] != UNKNOWN_SIDE].groupby("side")["n"].sum().sort_values(ascending=False, kind="stable")
    )
    colours = dict(zip(known.index[:MOST_SIDES], COLOURS, strict=False))
    made, axes = canvas(1.5 + 0.34 * max(2, len(groups)), 9.0)
    made.set_label("voices")
    short = short_names(groups, NAME_WIDTH)
    drawn: dict[tuple[int, str], tuple[str, Look]] = {}
    for place, group in enumerate(groups):
        base = 0.0
        for key, (name, look, share) in parts(counted[counted["group"] == group], colours).items():
            axes.barh(place, share, left=base, color=look.colour, hatch=look.hatch, edgecolor=EDGE, linewidth=0.6)
            base, drawn[key] = base + share, (name, look)
        axes.text(1.01, place, f"n = {sizes[group]:,}", va="center", fontsize=9)
    axes.set_yticks(range(len(groups)), [short[group] for group in groups])
    axes.set_ylim(len(groups) - 0.4, -0.6)
    axes.set_xlim(0, 1.12)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    axes.set_xlabel("share of the quoted words (n) of each group")
    axes.set_title("On which side speakers are quoted" + left_out(("groups", len(sizes) - len(groups))))
    entries = [drawn[key] for key in sorted(drawn)]
    handles = [Patch(facecolor=look.colour, edgecolor=EDGE, hatch=look.hatch) for _, look in entries]
    made.legend(handles, [name for name, _ in entries], loc="outside lower center", ncols=3, frameon=False, fontsize=9)
    return made


def parts(rows: pd.DataFrame, colours: dict[str, str]) -> dict[tuple[int, str], tuple[str, Look, float]]:
    """The parts of a bar in their order: the sides as their colours go, named before anonymous, then other sides,
    unknown ones and the unsettled.
    """
    order = {side: place for place, side in enumerate([*colours, OTHER, UNKNOWN_SIDE])}
    found: dict[tuple[int, str], tuple[str, Look, float]] = {}
    for row in tables.rows(rows):
        side = row.side if row.side in order else OTHER
        colour = colours.get(side, COLOURS[7] if side == OTHER else GREY)
        key, name, look = (order[side], "a"), legible(side, SIDE_WIDTH), Look(colour, "")
        if row.standing == "not settled":
            key, name, look = (len(order), ""), "speaker not settled", Look(UNSETTLED, "")
        elif row.standing == "anonymous":
            key, name, look = (order[side], "b"), f"{name}, anonymous", Look(colour, ANONYMOUS)
        before = found[key][2] if key in found else 0.0
        found[key] = name, look, before + row.share
    return {key: found[key] for key in sorted(found)}
