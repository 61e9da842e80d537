"""The summary of a comparison, as the command prints it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from ..say.phrase import listed, number
from ..text import shorten
from .difference import ADDED, ALL, ANSWERS, CHANGED, REMOVED

SHOWN, NAMED, WIDTH, AROUND = 10, 3, 240, 30
PART = re.compile(r", (?=\w+=)")  # between the columns of a key


def summary(found: pd.DataFrame, around: Sequence[str], kept: Path | None = None) -> str:
    """What differs (`runs`), and first what else does (`circumstances`).

    All sentences of the answers come first, then the first rows of each table that has no place in a text, because
    these are the measures, then those of the others.
    """
    return "\n".join(lines(found, around, kept))


def lines(found: pd.DataFrame, around: Sequence[str], kept: Path | None) -> Iterator[str]:
    """The lines: what went in, how many findings differ, and those beyond the tolerance."""
    yield f"What went in differs: {'; '.join(around)}." if around else "The same went in: files, parameters, versions."
    beyond = found[~found["within"]]
    within = len(found) - len(beyond)
    if found.empty:
        yield "Every finding is the same."
        return
    aside = f"; {number(within, 'other')} within it" if within and len(beyond) else ""
    where = f": {places(beyond)}" if len(beyond) > 1 else ""
    yield f"{number(len(beyond) or within, 'finding')} {'beyond' if len(beyond) else 'within'} tolerance{where}{aside}."
    for name in ordered(beyond):
        yield from of_table(name, beyond[beyond["table"] == name])
    if kept:
        yield f"\nAll of them in {kept}"
    elif len(beyond) > SHOWN:
        yield "\nWith --out FILE.csv all of them are written."


def places(beyond: pd.DataFrame) -> str:
    """In how many sentences, and in cells and rows of how many tables they are."""
    counts = beyond["table"].value_counts()
    said = int(counts.pop(ANSWERS)) if ANSWERS in counts else 0
    found = [number(said, "sentence") + " of the answers"] if said else []
    if len(counts):
        found.append(f"{number(int(counts.sum()), 'cell or row', 'cells and rows')} of {number(len(counts), 'table')}")
    return listed(found)


def ordered(beyond: pd.DataFrame) -> list[str]:
    """The tables: the answers, then measures, then what has a place in a text."""
    spans = set(beyond.loc[beyond["address"].notna(), "table"])
    return sorted(beyond["table"].unique(), key=lambda name: (name != ANSWERS, name in spans, name))


def of_table(name: str, rows: pd.DataFrame) -> Iterator[str]:
    """The lines of one table: what its rows have in common, the rows that changed, how many came and went."""
    most = len(rows) if name == ANSWERS else SHOWN
    common = shared_parts(rows["key"])
    yield f"\n{name}{f' ({listed(common, len(common))})' if common else ''}"
    whole = rows["column"].eq("") & rows["key"].ne(ALL) & rows["change"].ne(CHANGED) & (name != ANSWERS)
    changed = [cells for _, cells in rows[~whole].groupby("key", sort=False)]
    for cells in changed[:most]:
        yield f"  {row(cells, common)}"
    if len(changed) > most:
        yield f"  and {len(changed) - most} more rows with other values"
    for change in (REMOVED, ADDED):
        gone = [label(key, common) for key in rows.loc[whole & (rows["change"] == change), "key"]]
        if gone:
            yield shorten(f"{number(len(gone), 'row')} {change}: {'; '.join(gone[:NAMED])}", WIDTH).join(
                ("  ", f"; and {len(gone) - NAMED} more" if len(gone) > NAMED else "")
            )


def shared_parts(keys: pd.Series) -> list[str]:
    """The parts that several keys have in common."""
    found = [PART.split(key) for key in keys.unique()]
    if len(found) < 2 or len({len(parts) for parts in found}) > 1:
        return []
    return [column[0] for column in zip(*found, strict=True) if len(set(column)) == 1]


def label(key: str, common: Sequence[str]) -> str:
    """A key without what all have in common."""
    return ", ".join(part for part in PART.split(key) if part not in common)


def row(cells: pd.DataFrame, common: Sequence[str]) -> str:
    """A row of a table, or a sentence, with its cells that differ."""
    told = "; ".join(cell(one) for one in cells.itertuples())
    first = cells.iloc[0]
    what = label(first["key"], common)
    place = first["address"]
    return shorten(f"{what}: {told}", WIDTH) + (f"  {place}" if isinstance(place, str) else "")


def cell(one: Any) -> str:
    """One difference."""
    values = [value for value in (one.old, one.new) if isinstance(value, str)]
    column = f"{one.column} " if one.column else ""
    if one.change == CHANGED:
        return column + (" → ".join(apart(*values)) if len(values) == 2 else f"{said(one.old)} → {said(one.new)}")
    return column + ": ".join([one.change, *values])


def apart(old: str, new: str) -> tuple[str, str]:
    """Two texts without most of what they begin and end with in common."""
    same = shared(old, new)
    first = max(same - AROUND, 0)
    behind = shared(old[same:][::-1], new[same:][::-1])
    last = max(behind - AROUND, 0)
    ends = ("…" if first else "", "…" if last else "")
    cut = [f"{ends[0]}{text[first : len(text) - last]}{ends[1]}" for text in (old, new)]
    return cut[0], cut[1]


def shared(old: str, new: str) -> int:
    """How many characters two texts have in common before the first that differs."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(old), len(new)))


def said(value: object) -> str:
    """A value, or a word for none."""
    return value if isinstance(value, str) else "unknown"
