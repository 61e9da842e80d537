"""Figure of measure.multiverse: the difference in each universe, and the choices that make it."""

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from ..text import shorten
from .framing import known
from .name import legible, short_names
from .style import COLOURS, figure

CHOICES = ("voice", "unit", "coder", "headline", "copies", "threshold")
HOLDS, NOT, NONE = COLOURS[0], COLOURS[1], "#999999"
LINE, CURVE = 0.2, 2.6


@figure
def multiverse(multiverse: pd.DataFrame, codebook: pd.DataFrame) -> Figure | None:
    """A specification curve (Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208): above, the difference
    of the two groups' shares in each universe, from the smallest to the largest; below, a mark for each choice of that
    universe.

    Choices that all universes share have no line. Universes in which a group has no unit are not drawn; the title
    counts them. Null without a universe to draw.
    """
    tables.require(multiverse, "multiverse")
    drawn = multiverse.dropna(subset="difference").sort_values(["difference", "universe"], ignore_index=True)
    if drawn.empty:
        return None
    lines = [(name, value) for name in CHOICES for value in varied(drawn, name)]
    made = Figure(figsize=(8.6, 1.4 + CURVE + LINE * len(lines)), layout="constrained")
    made.set_label("multiverse")
    above, below = made.subplots(2, 1, sharex=True, height_ratios=[CURVE, max(LINE * len(lines), 0.3)])
    colours = [HOLDS if value > 0 else NOT if value < 0 else NONE for value in drawn["difference"]]
    above.axhline(0, color="#444444", linewidth=0.8)
    above.scatter(drawn.index, drawn["difference"] * 100, c=colours, s=14)
    first = drawn[drawn["universe"] == multiverse["universe"].min()]
    above.scatter(first.index, first["difference"] * 100, facecolors="none", edgecolors="black", s=70)
    above.set_ylabel("difference of shares,\npercentage points")
    for place, (name, value) in enumerate(lines):
        chosen = drawn.index[drawn[name].astype("str") == value]
        below.scatter(chosen, [place] * len(chosen), c=[colours[at] for at in chosen], s=7, marker="s")
    labels = [f"{name}: {legible(said(name, value), 24)}" for name, value in lines]
    below.set_yticks(range(len(lines)), labels, fontsize=8)
    below.set_ylim(len(lines) - 0.4, -0.6)
    below.set_xlabel("ways of measuring it, from the smallest difference to the largest (ring: the one reported)")
    below.set_xticks([])
    made.suptitle(title(multiverse, codebook), x=0.01, ha="left", fontsize=11)
    return made


def varied(drawn: pd.DataFrame, name: str) -> list[str]:
    """The values of a choice, where there are several."""
    values = list(dict.fromkeys(drawn.sort_values("universe")[name].astype("str")))
    return values if len(values) > 1 else []


def said(name: str, value: str) -> str:
    """A choice as the figure has it."""
    return (
        f"score above {value}"
        if name == "threshold" and float(value)
        else "any score"
        if name == "threshold"
        else value
    )


def title(multiverse: pd.DataFrame, codebook: pd.DataFrame) -> str:
    """The finding, and in how many universes it holds."""
    row = next(tables.rows(multiverse))
    label = dict(zip(codebook["code"], codebook["label"], strict=True)).get(row.frame, row.frame)
    first, second = short_names([row.first, row.second], 34).values()
    held, size = int(multiverse["holds"].sum()), len(multiverse)
    undefined = int(multiverse["difference"].isna().sum())
    rest = f"; {undefined} cannot be measured" if undefined else ""
    so = f"so in {held} of {size} ways of measuring it{rest}"
    silent = sorted(set(multiverse.loc[multiverse["unanswered"] > 0, "coder"]))
    missing = f"; units without an answer by {', '.join(silent)} are not counted" if silent else ""
    return f"“{shorten(label, 46)}” more in {first}\nthan in {second}: {so}\n({known(multiverse)}{missing})"
