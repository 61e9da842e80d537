"""Map of measure.topics: passages in the plane in which the topics lie farthest apart."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from .name import legible
from .style import COLOURS, canvas, figure

MOST_TOPICS, MOST_POINTS, LABEL_WIDTH = 6, 3_000, 44
MARKERS = "osD^vP"
FAINT = "#B8B8B8"


@figure
def topic_map(article_topics: pd.DataFrame, topics: pd.DataFrame) -> Figure | None:
    """Each passage as a point: colour and shape for its topic, grey rings where the topic is not stable or not among
    the six largest; null where no topic is stable.

    Points lie near each other where their words weigh alike in the two directions in which the topics' centres differ
    most. Points that are apart differ; points that are close may still differ in what the plane does not show.
    """
    tables.require(article_topics, "article_topics")
    tables.require(topics, "topics")
    stable = topics[topics["status"] == "stable"].head(MOST_TOPICS)
    if stable.empty:
        return None
    shown = article_topics.iloc[:: -(-len(article_topics) // MOST_POINTS)]
    made, axes = canvas(6.4)
    made.set_label("topic_map")
    rest = shown[~shown["topic"].isin(stable["topic"])]
    if len(rest):
        name = f"other topics, not stable or smaller ({len(topics) - len(stable)})"
        axes.scatter(rest["x"], rest["y"], s=16, facecolors="none", edgecolors=FAINT, linewidths=0.8, label=name)
    for topic, colour, marker in zip(tables.rows(stable), COLOURS, MARKERS, strict=False):
        draw(axes, topic, shown[shown["topic"] == topic.topic], colour, marker)
    axes.set_xlabel("the direction in which the topics differ most", fontsize=9)
    axes.set_ylabel("the direction in which they differ most but for that", fontsize=9)
    axes.set_xticks([])
    axes.set_yticks([])
    drawn = "" if len(shown) == len(article_topics) else f" (drawn: {len(shown):,} of {len(article_topics):,})"
    axes.set_title(f"Passages or articles by their words; the nearer, the more alike in this plane{drawn}")
    made.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=9)
    return made


def draw(axes: Any, topic: Any, rows: pd.DataFrame, colour: str, marker: str) -> None:
    """The points of one topic, and its number in their middle."""
    label = f"{topic.topic}  {legible(topic.label, LABEL_WIDTH)} ({topic.n})"
    axes.scatter(rows["x"], rows["y"], s=20, c=colour, marker=marker, alpha=0.7, linewidths=0, label=label)
    if len(rows):
        box = {"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": colour}
        middle = (rows["x"].median(), rows["y"].median())
        axes.text(*middle, str(topic.topic), ha="center", va="center", fontsize=10, bbox=box)
