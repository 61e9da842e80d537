"""What the articles are about, in sentences."""

import pandas as pd

from ..tables import rows as rows_of
from .phrase import listed, number


def topics(topics: pd.DataFrame, article_topics: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """How many topics the passages fall into, which of them hold on parts of the folder, and what not to report."""
    if topics.empty:
        return [f"{number(len(articles), 'article')} with too few passages that share words: no topics were made."]
    held = topics[topics["status"] == "stable"]
    again = {0: "none of them comes", 1: "one of them comes"}.get(len(held), f"{len(held)} of them come")
    said = (
        f"{number(len(article_topics), 'passage')} of {number(len(articles), 'article')} fall into "
        f"{number(len(topics), 'topic')}; {again} out alike in both halves of the passages."
    )
    if held.empty:
        return [said, "None is stable enough to be reported: read the passages themselves."]
    cards = [
        f"{row.label} ({row.passages} of {len(article_topics)} passages, {number(int(row.articles), 'article')})"
        for row in rows_of(held)
    ]
    loose = len(topics) - len(held)
    rest = (
        f" The other {'one is' if loose == 1 else f'{loose} are'} not stable and not to be reported." if loose else ""
    )
    return [said, f"By their strongest terms: {listed(cards)}.{rest}"]
