"""Figure of measure.topic_shares: what the passages of each group are about."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from .matrix import Row, left_out, matrix
from .name import legible
from .style import figure

MOST_GROUPS, MOST_TOPICS = 8, 20
LABEL_WIDTH = 40


@figure
def topics(shares: pd.DataFrame, topics: pd.DataFrame) -> Figure | None:
    """Topics by groups: the share of the group's passages with its n, and its interval where it has one; null without
    any row.

    The label of a topic that is not stable is grey and says so. Shown are the 8 groups with most passages
    and the 20 largest topics; the title says how many are left out.
    """
    tables.require(shares, "topic_shares")
    tables.require(topics, "topics")
    if shares.empty:
        return None
    sizes = shares.groupby("group")["of_n"].first().sort_values(ascending=False, kind="stable")
    groups = sorted(sizes.index[:MOST_GROUPS])
    shown = shares[shares["group"].isin(groups)]
    rows = [topic_row(topic, shown[shown["topic"] == topic.topic]) for topic in topics.head(MOST_TOPICS).itertuples()]
    loose = int((topics["status"] != "stable").sum())
    hold = f"{loose} of {len(topics)} topics not stable" if loose else "all topics stable"
    rest = left_out(("groups", len(sizes) - len(groups)), ("topics", len(topics) - len(rows)))
    made = matrix(rows, groups, f"What each group writes about, share and number ({hold}){rest}")
    made.set_label("topics")
    return made


def topic_row(topic: Any, rows: pd.DataFrame) -> Row:
    """A topic's number and label, and its share in each group."""
    stable = topic.status == "stable"
    label = legible(f"{topic.topic}  {topic.label}", LABEL_WIDTH) + ("" if stable else "\nnot stable")
    cells = {
        row["group"]: (row["share"], f"{row['share']:.0%}\n{row['n']} of {row['of_n']}{bounds(row)}")
        for row in rows.to_dict("records")
    }
    return Row(label, "plain" if stable else "faint", cells)


def bounds(row: dict) -> str:
    """The interval as a line of its own; nothing where there is none."""
    return "" if pd.isna(row["low"]) else f"\n({row['low']:.0%} to {row['high']:.0%})"
