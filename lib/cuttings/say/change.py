"""How the use of frames changed between two periods, in sentences."""

from typing import Any

import pandas as pd

from ..measure.framing_change import CONFOUNDED
from ..tables import rows as rows_of
from .phrase import number, percent

MOST = 3


def changes(changes: pd.DataFrame, codebook: pd.DataFrame) -> list[str]:
    """The frames that changed most within the outlets that write in both periods, by the first coder; none where no
    outlet does.
    """
    told = changes[(changes["coder"] == changes["coder"].min()) & (changes["status"] != CONFOUNDED)]
    order = told["within"].abs().sort_values(ascending=False, kind="stable").index
    moved = told.loc[order][told.loc[order, "within"].round(3) != 0]
    labels = dict(zip(codebook["code"], codebook["label"], strict=True))
    return [changed(row, labels[row.frame]) for row in rows_of(moved.head(MOST))]


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
        f"{number(row.outlets_in_both, 'outlet that writes', 'outlets that write')} in both ({row.validity})."
    )


def points(difference: float) -> str:
    """A difference of shares in percentage points, with its sign."""
    return f"{difference * 100:+.1f}".replace("-", "−") + " points"
