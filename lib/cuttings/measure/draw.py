"""Draws: how a unit came into a sample, as its row of a sheet says it in one cell."""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote, unquote

import pandas as pd

from .group import groups

JOIN = " · "
WRITTEN = re.compile(r"sheet=(\w{1,40}) seed=(\d{1,20}) by=(\S{0,400}) stratum=(\d{1,9}) drawn=(\d{1,9})/(\d{1,9})")

Place = tuple[str, int, int]


class Draw(NamedTuple):
    """The sheet that a unit was drawn for, the seed, by what it is stratified, and of the unit's stratum: its number
    (of the groups in the order of their names, whom it does not name), the units drawn, and all of its units.
    """

    sheet: str
    seed: int
    by: tuple[str, ...]
    stratum: int
    drawn: int
    units: int

    def written(self) -> str:
        """As a cell: `sheet=0f3a9c12d4e6 seed=0 by=outlet+period stratum=2 drawn=50/431`."""
        by = "+".join(quote(name, safe="") for name in self.by)
        return f"sheet={self.sheet} seed={self.seed} by={by} stratum={self.stratum} drawn={self.drawn}/{self.units}"


def drawn_as(cell: str) -> Draw:
    """What a cell says. Raises ValueError where it says nothing that can be."""
    found = WRITTEN.fullmatch(cell.strip())
    if not found:
        raise ValueError("it does not say how the unit was drawn")
    sheet, seed, by, *counts = found.groups()
    stratum, drawn, units = map(int, counts)
    if not 0 < drawn <= units:
        raise ValueError(f"{drawn} of {units} units cannot be drawn")
    return Draw(sheet, int(seed), tuple(unquote(name) for name in by.split("+") if name), stratum, drawn, units)


def sheet_id(design: Sequence[object], units: Iterable[Place]) -> str:
    """The id of a sheet: 12 hex digits of the SHA-256 of its design and of all units of which it is drawn. The same
    draw has the same id, whoever draws it.
    """
    digest = sha256(repr(tuple(design)).encode())
    for place in units:
        digest.update(repr(place).encode())
    return digest.hexdigest()[:12]


def strata(articles: pd.DataFrame, by: Sequence[str]) -> pd.Series:
    """The stratum of each article by one grouping or several (see `groups`), one for all by none; null where one of
    these has none for it.
    """
    if not by:
        return pd.Series("", articles["article_id"].to_numpy(), dtype="str")
    parts = pd.concat([groups(articles, name) for name in by], axis=1).dropna()
    return pd.Series([JOIN.join(row) for row in parts.itertuples(index=False)], parts.index, dtype="str")
