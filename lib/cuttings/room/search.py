"""A search: every place of a word or phrase, and its lines."""

from typing import Any

import pandas as pd

from .. import trace

WIDTH = 60


class Search:
    """The hits of a term in articles, in their order, with the lines of a concordance on demand."""

    def __init__(self, term: str, articles: pd.DataFrame) -> None:
        self.term, self.articles = term, articles
        self.hits = trace.find(term, articles)

    def places(self) -> list[tuple[int, int]]:
        """Where the hits begin and end."""
        return list(zip(self.hits["start"].tolist(), self.hits["end"].tolist(), strict=True))

    def lines(self, first: int, last: int) -> list[list[Any]]:
        """Hits `first` to `last`: file, words to the left, the words, words to the right, article_id, start, end."""
        some: pd.DataFrame = self.hits.iloc[first:last]
        articles = self.articles[self.articles["article_id"].isin(some["article_id"])]
        kwic = trace.kwic(some, articles, width=WIDTH)[["file", "left", "words", "right"]]
        return pd.concat([kwic, some[["article_id", "start", "end"]]], axis=1).to_numpy(dtype=object).tolist()
