"""Figure of measure.topic_shares: what the passages of each group are about."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from .matrix import Row, left_out, matrix
from .name import legible
from .style import figure

MOST_GROUPS = 8
LABEL_WIDTH = 40


@figure
def topics(shares: pd.DataFrame, topics: pd.DataFrame) -> Figure | None:
    """Topics by groups: the share of the group's passages, with its n, in the cell; null without any row.

    The label of a topic that is not stable is grey and says so. Shown are the 8 groups with most passages;
    the title says how many are left out.
    """
    tables.require(shares, "topic_shares")
    tables.require(topics, "topics")
    if shares.empty:
        return None
    sizes = shares.groupby("group")["of_n"].first().sort_values(ascending=False, kind="stable")
    groups = sorted(sizes.index[:MOST_GROUPS])
    shown = shares[shares["group"].isin(groups)]
    rows = [topic_row(topic, shown[shown["topic"] == topic.topic]) for topic in topics.itertuples()]
    loose = sum(row.look == "faint" for row in rows)
    title = f"What each group's passages are about, share and number ({loose} of {len(rows)} topics not stable)"
    made = matrix(rows, groups, title + left_out(("groups", len(sizes) - len(groups))))
    made.set_label("topics")
    return made


def topic_row(topic: Any, rows: pd.DataFrame) -> Row:
    """A topic's number and label, and its share in each group."""
    stable = topic.status == "stable"
    label = legible(f"{topic.topic}  {topic.label}", LABEL_WIDTH) + ("" if stable else "\nnot stable")
    cells = {
        row["group"]: (row["share"], f"{row['share']:.0%}\n{row['n']} of {row['of_n']}")
        for row in rows.to_dict("records")
    }
    return Row(label, "plain" if stable else "faint", cells)
