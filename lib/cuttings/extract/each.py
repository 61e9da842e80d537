"""The one loop of every extractor: article by article, so that part by part is the whole."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import pandas as pd

from .. import tables
from ..text import Page, layout_of
from .given import givers

TOGETHER = 500  # articles
Row = dict[str, Any]
T = TypeVar("T")


def spans(
    articles: pd.DataFrame, name: str, find: Callable[[str], Iterable[Row]], where: Callable[[str], bool] | None = None
) -> pd.DataFrame:
    """Apply `find` to each article's text and collect the rows of the table `name`, with the words of each span.

    `where` is a cheap look at a text that says whether it can have a row at all. The segments of those that can are
    found together, because that takes a quarter of the time of one by one, and remembered.
    """
    from .segment import partitions  # here, because segments are found by the loops of this module

    tables.require(articles, "articles", "article_id", "text")
    found: list[Row] = []
    asked = ((key, page) for key, page in pages(articles) if where is None or where(page))
    for block in batches(asked, TOGETHER):
        partitions([page for _, page in block])
        found += [located(key, page, row) for key, page in block for row in find(page)]
    return tables.build(name, found)


def pages(articles: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Each article's id and text; where the table has them, with its layout and the days of publication given."""
    blank = [None] * len(articles)
    columns = [articles.get(name, blank) for name in ("layout", "given", "published_from", "published_to")]
    for key, text, layout, given, first, last in zip(articles["article_id"], articles["text"], *columns, strict=True):
        days = [None if pd.isna(day) else day.date() for day in (first, last)] if "published" in givers(given) else []
        marks = [] if pd.isna(layout) else layout_of(layout)
        yield key, Page(text, marks, *days) if days or not pd.isna(layout) else text


def batches(items: Iterable[T], most: int, weight: Callable[[T], int] = lambda _: 1) -> Iterator[list[T]]:
    """Items in lists of as many as weigh at most so much together, or of one."""
    batch: list[T] = []
    total = 0
    for item in items:
        own = weight(item)
        if batch and total + own > most:
            yield batch
            batch, total = [], 0
        batch.append(item)
        total += own
    if batch:
        yield batch


def located(article_id: str, text: str, row: Row) -> Row:
    """A row with its article and the words between start and end."""
    return {"article_id": article_id, "text": text[row["start"] : row["end"]], **row}
