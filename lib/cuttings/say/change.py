"""How the use of frames changed between two periods, in sentences."""

from typing import Any

import pandas as pd

from ..measure.framing_change import CONFOUNDED
from ..tables import rows as rows_of
from .phrase import number, percent

MOST = 3


def changes(changes: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """The frames that changed most within the outlets that write in both periods, by the first coder, its errors taken
    off where they are known; none where no outlet does.
    """
    told = changes[(changes["coder"] == changes["coder"].min()) & (changes["status"] != CONFOUNDED)]
    within = told["corrected_within"].fillna(told["within"])
    within = within[within.round(3).fillna(0) != 0]
    order = within.abs().sort_values(ascending=False, kind="stable").index
    labels = dict(zip(codebook["code"], codebook["label"], strict=True))
    return [changed(row, labels[row.frame]) for row in rows_of(told.loc[order[:MOST]])]


def changed(row: Any, label: str) -> str:
    """One frame in two periods."""
    shares = [
        f"{n} of {of_n} {when} ({percent(n / of_n)})"
        for n, of_n, when in (
            (row.n_first, row.of_first, row.first),
            (row.n_last, row.of_last, row.last),
        )
    ]
    return (
        f"“{label}”: {shares[0]}, {shares[1]}: {points(row.change)}, of which {points(row.within)} within "
        f"{number(row.outlets_in_both, 'outlet that writes', 'outlets that write')} in both ({row.validity}; "
        f"{corrected(row)})."
    )


def corrected(row: Any) -> str:
    """The same as people would have found it, or that it is not known."""
    if pd.isna(row.corrected_change):
        return "not corrected for the coder's errors"
    parts = [
        f"{points(of)}{f' (95% interval {points(low)} to {points(high)})' if pd.notna(low) else ''}"
        for of, low, high in (
            (row.corrected_change, row.corrected_change_low, row.corrected_change_high),
            (row.corrected_within, row.corrected_within_low, row.corrected_within_high),
        )
        if pd.notna(of)
    ]
    return f"corrected for the coder's errors {', of which '.join(parts)}{' within these' if len(parts) > 1 else ''}"


def points(difference: float) -> str:
    """A difference of shares in percentage points, with its sign."""
    return f"{difference * 100:+.1f}".replace("-", "−") + " points"
