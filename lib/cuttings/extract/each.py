"""The one loop of every extractor: article by article, so that part by part is the whole."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from .. import tables

Row = dict[str, Any]


def spans(articles: pd.DataFrame, name: str, find: Callable[[str], Iterable[Row]]) -> pd.DataFrame:
    """Apply `find` to each article's text and collect the rows of the table `name`, with the words of each span."""
    tables.require(articles, "articles", "article_id", "text")
    pairs = zip(articles["article_id"], articles["text"], strict=True)
    return tables.build(name, [located(key, text, row) for key, text in pairs for row in find(text)])


def located(article_id: str, text: str, row: Row) -> Row:
    """A row with its article and the words between start and end."""
    return {"article_id": article_id, "text": text[row["start"] : row["end"]], **row}
