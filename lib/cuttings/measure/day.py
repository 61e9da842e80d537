"""Days: between which days each article can have been published."""

import pandas as pd

Days = tuple[pd.Timestamp | None, pd.Timestamp | None]


def days_of(articles: pd.DataFrame) -> dict[str, Days]:
    """The range of days on which each article can have been published, open where the table does not say."""
    blank = [None] * len(articles)
    ends = [articles.get(name, blank) for name in ("published_from", "published_to")]
    first, last = ([None if pd.isna(day) else day for day in end] for end in ends)
    return dict(zip(articles["article_id"], zip(first, last, strict=True), strict=True))
