"""Place: where a row of any table leads."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from .. import trace
from ..errors import InputError


class Place(NamedTuple):
    """Characters of an article; of none where the whole article is meant."""

    article_id: str
    start: int
    end: int


def place(row: Any, articles: pd.DataFrame) -> Place:
    """The place of a row: a Series, a named tuple, a mapping, or a table of one row.

    Its address counts, else article_id with start and end, else article_id alone. Raises InputError for a row without
    them, and for a place that is not among the articles.
    """
    cells = cells_of(row)
    if isinstance(cells.get("address"), str):
        return Place(*trace.place(cells["address"], articles))
    article_id = cells.get("article_id")
    if not isinstance(article_id, str):
        raise InputError(
            f"a row leads to a place by its address, or by article_id, start and end; this one has {', '.join(cells)}"
        )
    start, end = (0 if pd.isna(cells.get(name)) else int(cells[name]) for name in ("start", "end"))
    return Place(*trace.place(trace.at(article_id, start, end), articles))


def cells_of(row: Any) -> dict[str, Any]:
    """The cells of a row by column."""
    if isinstance(row, pd.DataFrame):
        if len(row) != 1:
            raise InputError(f"a place is that of one row; this table has {len(row)}")
        row = row.iloc[0]
    if hasattr(row, "_asdict"):
        row = row._asdict()
    if not isinstance(row, pd.Series | Mapping):
        raise InputError(f"{row!r} is no row of a table; an address is shown by show")
    return {str(name): value for name, value in row.items()}
