"""Figure of measure.framing: in how many units of each group a coder finds each frame."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from ..measure.validity import INDICATOR
from .label import largest
from .matrix import Row, descriptive, left_out, matrix
from .name import legible
from .style import figure

MOST_FRAMES, MOST_GROUPS = 16, 8
LABEL_WIDTH = 44


@figure
def framing(framing: pd.DataFrame, codebook: pd.DataFrame) -> Figure | None:
    """Frames by groups: the share, and `n of of_n` below it; null where no frame was found.

    Where people coded a sample, the share is the one corrected for the coder's errors, marked with a star. One coder
    and one period, the first of each; the 16 frames found most often and the 8 groups with most units; the title says
    what is known of the coder's error, and what is left out.
    """
    tables.require(framing, "framing")
    own = framing[(framing["coder"] == framing["coder"].min()) & (framing["period"] == framing["period"].min())]
    found = own.groupby("frame").filter(lambda rows: rows["n"].sum() > 0)
    if found.empty:
        return None
    sizes = found.groupby("group")["of_n"].max().sort_values(ascending=False, kind="stable")
    groups = sorted(sizes.index[:MOST_GROUPS])
    shown = found[found["group"].isin(groups)]
    frames = largest(shown, "frame", MOST_FRAMES)
    labels = dict(zip(codebook["code"], codebook["label"], strict=True))
    ordered = [code for code in codebook["code"] if code in frames]
    rows = [Row(legible(labels[code], LABEL_WIDTH), "plain", cells(shown[shown["frame"] == code])) for code in ordered]
    nowhere = codebook["code"].nunique() - found["frame"].nunique()
    omitted = left_out(
        ("frame not found" if nowhere == 1 else "frames not found", nowhere),
        ("frames found less", found["frame"].nunique() - len(frames)),
        ("groups", found["group"].nunique() - len(groups)),
    )
    made = matrix(rows, groups, title(shown) + omitted)
    made.set_label("framing")
    return made


def cells(rows: pd.DataFrame) -> dict[str, tuple[float, str]]:
    """The share and its text, by group."""
    return {row.group: cell(row) for row in tables.rows(rows)}


def cell(row: Any) -> tuple[float, str]:
    """One cell: the share as people would have found it where that is known, else the coder's."""
    known = row.corrected == row.corrected
    share = row.corrected if known else row.share
    return share, f"{share:.0%}{'*' if known else ''}\n{row.n} of {row.of_n}"


def title(rows: pd.DataFrame) -> str:
    """What is counted, by whom, and what is known of the error."""
    first = next(tables.rows(rows))
    starred = "; * corrected for the coder's errors" if rows["corrected"].notna().any() else ""
    found = f"{first.coder} {'find' if first.coder == INDICATOR else 'finds'} a frame of {first.codebook}"
    silent = int(rows.groupby("group")["unanswered"].first().sum())
    missing = f"; {silent} units without an answer are not counted" if silent else ""
    return f"Units in which {found}, {first.voice} words ({known(rows)}{starred}{missing})"


def known(rows: pd.DataFrame) -> str:
    """What is known of the coder's error, and whether groups can be compared: of a table that has both."""
    told = rows["validity"].unique()
    return f"{told[0] if len(told) == 1 else 'see validity'}{descriptive(rows)}"
