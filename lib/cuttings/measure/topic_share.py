"""Shares of topics: what the passages of each outlet, month or period are about."""

import numpy as np
import pandas as pd

from .. import tables
from .copy import settled
from .group import groups, status

DRAWS, LEVEL = 2_000, 0.95


def topic_shares(
    article_topics: pd.DataFrame, articles: pd.DataFrame, by: str = "outlet", seed: int = 0, copies: str = "once"
) -> pd.DataFrame:
    """One row per group and topic: how many of the group's passages (or articles) belong to it.

    `low` and `high` are a 95% interval of the share over the group's articles, which are drawn anew with their
    passages (cluster bootstrap, percentiles): passages of one article are no independent evidence. Where no article of
    the group, or each with all its passages, is of the topic, drawing anew shows nothing, and the open bound is that of
    so many articles (Clopper & Pearson 1934). Both are null, and the status is descriptive, below five articles.

    A topic that a group does not touch has a row with n = 0. `copies`: see `copy.settled`; that copies count once, or
    not at all, where topics are made says nothing of how their passages are counted here.
    Left out: articles that belong to no group, and groups without a passage.
    """
    tables.require(article_topics, "article_topics", "article_id", "topic")
    group_of = groups(settled(articles, copies), by).dropna()
    rows = []
    counts = pd.crosstab(article_topics["article_id"], article_topics["topic"])
    for group, listed in group_of.groupby(group_of, sort=True):
        own = counts[counts.index.isin(listed.index)].sort_index()
        if len(own):
            rows += shares_of(str(group), own, seed)
    return tables.build("topic_shares", rows)


def shares_of(group: str, counts: pd.DataFrame, seed: int) -> list[dict]:
    """The rows of one group, of its articles by topics."""
    of_n, state = int(counts.to_numpy().sum()), status(len(counts))
    low, high = interval(counts.to_numpy(), seed) if state == "compared" else [[None] * counts.shape[1]] * 2
    common = {"group": group, "of_n": of_n, "of_articles": len(counts), "status": state}
    rows = []
    for place, topic in enumerate(counts.columns):
        n, articles = int(counts[topic].sum()), int((counts[topic] > 0).sum())
        figures = {"n": n, "articles": articles, "share": n / of_n, "low": low[place], "high": high[place]}
        rows.append({**common, "topic": topic, **figures})
    return rows


def interval(counts: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Both bounds of each topic's share, over articles (rows)."""
    size = len(counts)
    times = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), DRAWS)
    sums = times @ counts
    shares = sums / sums.sum(axis=1, keepdims=True)
    low, high = np.quantile(shares, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    total, tail = counts.sum(), ((1 - LEVEL) / 2) ** (1 / size)
    none, every = counts.sum(axis=0) == 0, counts.sum(axis=0) == total
    return np.where(every, tail, low), np.where(none, 1 - tail, high)
