"""What came back from those who coded, and how far they agree, in lines."""

from typing import Any

import pandas as pd

from ..tables import rows as rows_of
from .phrase import number, percent

MOST = 4


def coded(codes: pd.DataFrame, problems: pd.DataFrame) -> list[str]:
    """How many units each coder coded by each codebook, and of each file how many rows could not be taken, and why."""
    units = codes.drop_duplicates(["codebook", "coder", "article_id", "start", "end"])
    sizes = units.groupby(["codebook", "coder"], sort=True).size().rename("units").reset_index()
    said = [f"{row.coder}: {number(row.units, 'unit')} coded by {row.codebook}" for row in rows_of(sizes)]
    for file, own in problems.groupby("file", sort=True):
        reasons = [f"{reason} ({count})" for reason, count in own["reason"].value_counts().items()]
        said.append(f"{file}: {number(len(own), 'row')} not taken: {'; '.join(reasons[:MOST])}{more(reasons)}")
    return said or ["no sheet is filled: cuttings coding sheet draws one"]


def more(reasons: list[str]) -> str:
    """What is said of the reasons that are not shown."""
    left = len(reasons) - MOST
    return f"; and {number(left, 'other reason')}" if left > 0 else ""


def agreement(agreement: pd.DataFrame) -> list[str]:
    """A line a code: alpha with its interval, per cent agreement, what they are of, and what that is worth."""
    return [line(row) for row in rows_of(agreement)]


def line(row: Any) -> str:
    """One code."""
    base = f"{row.codebook}, {row.frame}: "
    if pd.isna(row.alpha):
        return f"{base}no alpha, {row.status}"
    bounds = f" (95% interval {row.low:.2f} to {row.high:.2f})" if pd.notna(row.low) else ""
    of = f"{percent(row.agree)} alike in {number(row.units, 'unit')} by {number(row.coders, 'coder')}"
    return f"{base}alpha {row.alpha:.2f}{bounds}, {of}: {row.status}"
