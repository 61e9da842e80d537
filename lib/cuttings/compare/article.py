"""Articles of two runs: which are one, although the record was edited between them, and which only one run has."""

import re
from collections.abc import Mapping

import pandas as pd

from ..trace import ADDRESS, at

Found = Mapping[str, pd.DataFrame]


def aligned(old: Found, new: Found) -> tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
    """The tables of both runs, so that their rows can be found again.

    1. An edited record is another article by its id; it is the same one by its file and its number there. In the tables
       of the first run it gets the id that it has in the second.
    2. Rows of an article that only one run has say nothing but that: only its row in `articles` is kept.
    """
    before, after = places(old), places(new)
    renamed = {before[at]: after[at] for at in before.keys() & after.keys() if before[at] != after[at]}
    known = {renamed.get(one, one) for one in before.values()} & set(after.values())
    first = {name: rename(frame, renamed) for name, frame in old.items()} if renamed else dict(old)
    if not before or not after:
        return first, dict(new)
    return {name: of(frame, name, known) for name, frame in first.items()}, {
        name: of(frame, name, known) for name, frame in new.items()
    }


def places(found: Found) -> dict[tuple[str, str], str]:
    """The id of each article by its file and record; none where the run has no such table."""
    articles = found.get("articles")
    if articles is None or not {"article_id", "file", "record"} <= set(articles.columns):
        return {}
    return dict(
        zip(zip(articles["file"], articles["record"], strict=True), articles["article_id"].astype(str), strict=True)
    )


def rename(frame: pd.DataFrame, renamed: Mapping[str, str]) -> pd.DataFrame:
    """A table with other ids of articles, in the column of them and in addresses."""

    def readdress(match: re.Match[str]) -> str:
        return at(renamed.get(match[1], match[1]), match[2], match[3])

    changed = frame.copy()
    for column in frame.columns:
        if column == "article_id":
            changed[column] = frame[column].replace(dict(renamed))
        elif column != "text":
            changed[column] = frame[column].str.replace(ADDRESS, readdress, regex=True)
    return changed


def of(frame: pd.DataFrame, name: str, known: set[str]) -> pd.DataFrame:
    """The rows of articles that both runs have, and those that belong to no article."""
    if name == "articles" or "article_id" not in frame.columns:
        return frame
    return frame[frame["article_id"].isin(known | {""})]
