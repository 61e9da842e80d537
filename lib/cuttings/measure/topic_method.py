"""Methods of topics compared: whether another way of making them finds the same."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .. import tables
from .topic import topics

COMPARED = ("kmeans", "nmf", "hdbscan")


def topic_methods(
    articles: pd.DataFrame,
    k: int = 0,
    seed: int = 0,
    unit: str = "passages",
    copies: str = "once",
    methods: Sequence[str] = COMPARED,
) -> pd.DataFrame:
    """One row per method: how its topics fare in halves of the folder, and how far they agree with those of the first.

    All make as many topics as the first does, but for hdbscan, which finds its own number. `agreement` is the adjusted
    Rand index over the passages (or articles) that both put into a topic: 0 by chance, 1 for the same topics; null
    where there are none. `lda` takes many times as long as all others together, and has to be asked for.
    Raises InputError as `topics` does.
    """
    rows, first = [], None
    for method in methods:
        table, members, numbers = topics(articles, k, seed, unit, method, copies)
        first = members if first is None else first
        k = k or int(numbers.loc[numbers["chosen"], "k"].sum())
        figures = {"stable": int((table["status"] == "stable").sum()), "stability": weighted(table, "stability")}
        words = {"coherence": weighted(table, "coherence"), "exclusivity": weighted(table, "exclusivity")}
        common = {"method": method, "k": len(table), "n": len(members), "agreement": agreement(first, members)}
        rows.append({**common, **figures, **words})
    return tables.build("topic_methods", rows)


def weighted(table: pd.DataFrame, column: str) -> float | None:
    """The mean over topics, each weighing as it has passages."""
    return float(np.average(table[column], weights=table["n"])) if len(table) else None


def agreement(one: pd.DataFrame, other: pd.DataFrame) -> float | None:
    """Adjusted Rand index over what both put into a topic."""
    from sklearn.metrics import adjusted_rand_score

    both = one.merge(other, on=["article_id", "start"])
    return float(adjusted_rand_score(both["topic_x"], both["topic_y"])) if len(both) else None
