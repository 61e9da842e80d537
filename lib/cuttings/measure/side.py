"""Sides: for whom a speaker speaks, and how much each side is heard."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from .. import lookups, tables
from ..errors import InputError
from .day import Days

UNKNOWN_SIDE = "(side not known)"
UNSETTLED = "(speaker not settled)"
NEEDED = ("name", "side")

Siding = Callable[[str, Days], str | None]


class Side(NamedTuple):
    """A row of the lookup: the side, and the days between which the name stands for it."""

    side: str
    first: pd.Timestamp | None
    last: pd.Timestamp | None


def sides(voices: pd.DataFrame) -> pd.DataFrame:
    """One row per group of articles, side and standing (named, anonymous, or the speaker not settled).

    Its speakers, quotations and quoted words, of the quoted words of the group.
    """
    tables.require(voices, "voices")
    unsettled = voices["speaker"] == UNSETTLED
    standing = voices["anonymous"].map({True: "anonymous", False: "named"}).mask(unsettled, "not settled")
    told = voices.assign(standing=standing, side=voices["side"].fillna(UNKNOWN_SIDE))
    counted = told.groupby(["group", "side", "standing"], as_index=False).agg(
        speakers=("speaker", "nunique"), quotations=("quotations", "sum"), n=("n", "sum"), of_n=("of_n", "first")
    )
    return tables.check(counted.assign(share=counted["n"] / counted["of_n"]), "sides")


def siding(table: pd.DataFrame | None = None) -> Siding:
    """The side of a speaker in an article that was published between two days; null where the lookups do not settle it.

    1. A name that the story's own table has is read there alone, any other in lookups/sides.csv. Capitals and a `the`
       before it are no difference.
    2. A row with days holds where the article lies between them for certain; one without any holds always.
    3. Where rows of different sides hold, none does.

    Raises InputError for a table without the columns name and side, and for a day that is none.
    """
    rows = {**read(tuple(lookups.rows("sides")), "sides.csv"), **(read_story(table) if table is not None else {})}

    def of(speaker: str, published: Days) -> str | None:
        found = {row.side for row in rows.get(plain(speaker), ()) if holds(row, published)}
        return found.pop() if len(found) == 1 else None

    return lru_cache(maxsize=65_536)(of)


def read_story(table: pd.DataFrame) -> Mapping[str, list[Side]]:
    """The rows of a story's own table."""
    missing = [name for name in NEEDED if name not in table.columns]
    if missing:
        raise InputError(f"a table of sides has the columns name, side, from, to; {', '.join(missing)} missing")
    return read(tuple(table.fillna("").astype("str").to_dict("records")), "the story's own sides")


def read(rows: tuple[dict, ...], origin: str) -> dict[str, list[Side]]:
    """The rows of a lookup by name; a row without a side takes the name out."""
    found: defaultdict[str, list[Side]] = defaultdict(list)
    for row in rows:
        first, last = (day_of(row.get(end, ""), origin, row["name"]) for end in ("from", "to"))
        found[plain(row["name"])].extend([Side(row["side"], first, last)] if row["side"] else [])
    return dict(found)


def day_of(written: str, origin: str, name: str) -> pd.Timestamp | None:
    """A day of a lookup, null where none is given."""
    try:
        return pd.Timestamp(date.fromisoformat(written)) if written else None
    except ValueError:
        raise InputError(f"{origin}, {name}: {written!r} is no day such as 2025-01-20") from None


def plain(name: str) -> str:
    """A name without capitals, blanks around it and `the` before it."""
    return name.strip().lower().removeprefix("the ")


def holds(row: Side, published: Days) -> bool:
    """Whether an article certainly lies within the days of a row."""
    first, last = published
    after = row.first is None or (first is not None and first >= row.first)
    return after and (row.last is None or (last is not None and last <= row.last))
