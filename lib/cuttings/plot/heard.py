"""Figure of measure.voices: a matrix of who is heard where."""

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from ..measure.side import UNSETTLED
from .matrix import SHADES, left_out
from .name import legible, short_names
from .style import canvas, figure

MOST_SPEAKERS, MOST_GROUPS = 24, 30
SPEAKER_WIDTH, GROUP_WIDTH = 36, 30
LABELS, COLUMN, ROW, HEAD = 3.2, 0.42, 0.27, 2.3
DARK = 0.6  # the share of the largest number from which ink is white


@figure
def heard(voices: pd.DataFrame) -> Figure | None:
    """Speakers by groups: quoted words in the cell, and its shade; an empty cell is a speaker whom the group does not
    quote; null without one.

    The 24 speakers whom most groups quote, then those with most words, and the 30 groups with most quoted words; the
    title says what is left out. Anonymous speakers are in italics.
    """
    tables.require(voices, "voices")
    named = voices[voices["speaker"] != UNSETTLED]
    if named.empty:
        return None
    groups = sorted(largest(voices.groupby("group")["n"].sum())[:MOST_GROUPS])
    shown = named[named["group"].isin(groups)]
    spread = shown.groupby("speaker").agg(groups=("group", "nunique"), n=("n", "sum"))
    ranked = spread.sort_values(["groups", "n"], ascending=False, kind="stable")
    speakers = list(ranked.index[:MOST_SPEAKERS])
    wide = shown.pivot_table(index="speaker", columns="group", values="n", aggfunc="sum")
    cells = wide.reindex(index=speakers, columns=groups)
    made, axes = canvas(HEAD + ROW * len(speakers), max(6.0, LABELS + COLUMN * len(groups)))
    made.set_label("heard")
    most = float(cells.max().max())
    axes.pcolormesh(cells.to_numpy(dtype=float) / most, cmap=SHADES, vmin=-0.15, vmax=1.15, edgecolors="#dddddd")
    axes.invert_yaxis()
    for line, row in enumerate(cells.to_numpy(dtype=float).tolist()):
        for column, count in enumerate(row):
            if count == count:  # nan is an empty cell
                ink = "white" if count > DARK * most else "#222222"
                place = (column + 0.5, line + 0.5)
                axes.text(*place, f"{count:.0f}", ha="center", va="center", color=ink, fontsize=8)
    axes.set_yticks([at + 0.5 for at in range(len(speakers))], [legible(name, SPEAKER_WIDTH) for name in speakers])
    anonymous = set(voices.loc[voices["anonymous"], "speaker"])
    for tick, name in zip(axes.get_yticklabels(), speakers, strict=True):
        tick.set_style("italic" if name in anonymous else "normal")
    places = [at + 0.5 for at in range(len(groups))]
    axes.set_xticks(places, list(short_names(groups, GROUP_WIDTH).values()), rotation=50, ha="left", fontsize=9)
    axes.tick_params(length=0, top=True, bottom=False, labeltop=True, labelbottom=False)
    axes.spines[:].set_visible(False)
    omitted = left_out(
        ("speakers", named["speaker"].nunique() - len(speakers)), ("groups", voices["group"].nunique() - len(groups))
    )
    made.suptitle(f"Who is heard where, in quoted words{omitted}", x=0.01, ha="left", fontsize=11)
    return made


def largest(numbers: pd.Series) -> list[str]:
    """The names under which the largest numbers stand, alphabetical among equals."""
    return list(numbers.sort_values(ascending=False, kind="stable").index)
