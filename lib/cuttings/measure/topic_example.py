"""Examples of topics: the passages that are most of a topic, from different articles as far as there are any."""

import pandas as pd

from .. import tables
from .copy import counting

MOST = 3


def topic_examples(
    article_topics: pd.DataFrame, most: int = MOST, articles: pd.DataFrame | None = None, copies: str = "once"
) -> pd.DataFrame:
    """One row per topic and example: the passages nearest the topic's centre, the nearest of each article first.

    A second passage of an article comes only after one of every other article of the topic. `copies`: see
    `copy.settled`; without `articles`, two copies of one passage may be two examples.
    """
    tables.require(article_topics, "article_topics")
    if articles is not None:
        article_topics = counting(article_topics, articles, copies)
    order = ["topic", "likeness", "article_id", "start"]
    sorted_ = article_topics.sort_values(order, ascending=[True, False, True, True])
    turn = sorted_.groupby(["topic", "article_id"]).cumcount()
    listed = sorted_.assign(turn=turn).sort_values(["topic", "turn"], kind="stable")
    listed["rank"] = listed.groupby("topic").cumcount() + 1
    return tables.check(listed[listed["rank"] <= most], "topic_examples")
