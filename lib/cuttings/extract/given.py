"""Fields given from outside the text: by the researcher in articles.csv, by a file, by a list."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from .. import tables


def with_given(found: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The evidence with a row for each field that was given from outside the text, at its first character and without
    words; what the text says is used only where it says the same.
    """
    if "given" not in articles or articles["given"].isna().all():
        return found
    rows = [one for article in tables.rows(articles[articles["given"].notna()]) for one in given_rows(article)]
    values = {(row["article_id"], row["field"]): row["value"] for row in rows}
    given = [values.get(key) for key in zip(found["article_id"], found["field"], strict=True)]
    used = [
        value == told if told is not None else used
        for value, told, used in zip(found["value"], given, found["used"], strict=True)
    ]
    return tables.check(pd.concat([found.assign(used=used), pd.DataFrame(rows)], ignore_index=True), "fields")


def given_rows(article: Any) -> Iterator[dict[str, Any]]:
    """The rows of the fields that were given of one article; an open bound of its day of publication has none."""
    for field, who in givers(article.given).items():
        for name in ("published_from", "published_to") if field == "published" else (field,):
            value = getattr(article, name)
            if not pd.isna(value):
                said = value.date().isoformat() if field == "published" else value
                row = {"article_id": article.article_id, "field": name, "start": 0, "end": 0, "text": ""}
                yield row | {"value": said, "basis": f"given by {who}", "used": True}


def givers(cell: Any) -> dict[str, str]:
    """Who gave each field, as a cell of the column `given` says; none where it is empty or null."""
    return dict(one.split(" ", 1) for one in cell.split("; ")) if isinstance(cell, str) and cell else {}
