"""Figure of who is quoted where."""

import pandas as pd
from matplotlib.figure import Figure

from ..text import shorten
from .style import COLOURS, canvas, figure

MOST_SPEAKERS, MOST_GROUPS = 24, 7


@figure
def voices(voices: pd.DataFrame) -> Figure | None:
    """Quoted words of each speaker, a colour a group; anonymous speakers in italics; null without one.

    The 24 most quoted speakers and the 7 groups with most quoted words; the title says what is left out.
    """
    if voices.empty:
        return None
    groups = voices.groupby("group")["n"].sum().nlargest(MOST_GROUPS).index
    wide = voices[voices["group"].isin(groups)].pivot_table(
        index="speaker", columns="group", values="n", aggfunc="sum", fill_value=0
    )
    order = wide.sum(axis="columns").sort_values(kind="stable")
    drawn = wide.loc[order.tail(MOST_SPEAKERS).index]
    anonymous = set(voices.loc[voices["anonymous"], "speaker"])
    made, axes = canvas(1.5 + 0.3 * max(3, len(drawn)))
    made.set_label("voices")
    base = pd.Series(0.0, index=drawn.index)
    for colour, group in zip(COLOURS, sorted(groups), strict=False):
        axes.barh(range(len(drawn)), drawn[group], left=base, color=colour, label=shorten(group, 40), height=0.7)
        base = base + drawn[group]
    axes.set_yticks(range(len(drawn)), [shorten(name, 44) for name in drawn.index])
    for tick, name in zip(axes.get_yticklabels(), drawn.index, strict=True):
        tick.set_style("italic" if name in anonymous else "normal")
    for place, total in enumerate(base):
        axes.text(total, place, f" {total:.0f}", va="center", fontsize=9)
    axes.set_xlabel("quoted words")
    axes.margins(x=0.08, y=0.01)
    axes.set_title(f"Who is quoted: {len(drawn)} of {len(order)} speakers, anonymous ones in italics")
    made.legend(loc="outside lower center", ncols=2, frameon=False)
    return made
