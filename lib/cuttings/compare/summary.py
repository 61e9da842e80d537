"""The summary of a comparison, as the command prints it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from ..say.phrase import number
from ..text import shorten
from .difference import CHANGED

SHOWN, WIDTH, AROUND = 20, 240, 30


def summary(found: pd.DataFrame, around: Sequence[str], kept: Path | None = None) -> str:
    """What differs (`runs`), first what else does (`circumstances`): the first differences of each table in lines."""
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
    yield f"{number(len(beyond) or within, 'finding')} {'beyond' if len(beyond) else 'within'} tolerance{aside}."
    for name, rows in beyond.groupby("table", sort=False):
        yield f"\n{name}"
        yield from (f"  {line(row)}" for row in rows.head(SHOWN).itertuples())
        if len(rows) > SHOWN:
            yield f"  and {len(rows) - SHOWN} more"
    if kept:
        yield f"\nAll of them in {kept}"
    elif len(beyond) > SHOWN:
        yield "\nWith --out FILE.csv all of them are written."


def line(row: Any) -> str:
    """One difference in a line."""
    what = f"{row.key}  {row.column}" if row.column else row.key
    values = [value for value in (row.old, row.new) if isinstance(value, str)]
    if row.change == CHANGED:
        told = " → ".join(apart(*values)) if len(values) == 2 else f"{said(row.old)} → {said(row.new)}"
    else:
        told = ": ".join([row.change, *values])
    return shorten(f"{what}  {told}", WIDTH) + (f"  {row.address}" if isinstance(row.address, str) else "")


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
