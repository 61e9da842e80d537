"""Shares of topics: what the passages of each outlet, month or period are about."""

import pandas as pd

from .. import tables
from .copy import settled
from .group import groups, status
from .survey import bounds, ratio


def topic_shares(
    article_topics: pd.DataFrame, articles: pd.DataFrame, by: str = "outlet", copies: str = "once"
) -> pd.DataFrame:
    """One row per group and topic: how many of the group's passages (or articles) belong to it.

    `low` and `high` are a 95% interval of the share over the group's articles, because passages of one article are no
    independent evidence: the one that shares of frames have (`survey.bounds`). Both are null, and the status is
    descriptive, below five articles.

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
            rows += shares_of(str(group), own)
    return tables.build("topic_shares", rows)


def shares_of(group: str, counts: pd.DataFrame) -> list[dict]:
    """The rows of one group, of its articles by topics."""
    units, state = counts.sum(axis=1).to_numpy(), status(len(counts))
    common = {"group": group, "of_n": int(units.sum()), "of_articles": len(counts), "status": state}
    rows = []
    for topic in counts.columns:
        hits = counts[topic].to_numpy()
        found = ratio(hits, units)
        low, high = bounds(found, found.articles) if state == "compared" else (None, None)
        figures = {"n": int(hits.sum()), "articles": int((hits > 0).sum()), "share": found.share}
        rows.append({**common, "topic": topic, **figures, "low": low, "high": high})
    return rows
