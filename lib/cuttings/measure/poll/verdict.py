"""One check of one reported poll: its verdict, the arithmetic in words, and where the words stand."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

HOLDS, WRONG, INCOMPLETE, OPEN = "holds", "does not hold", "incomplete", "cannot be checked"

Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One reported poll with what is needed to check it: its row, its figures and details, the article's own text (see
    `paragraph.own_text`), and whether that ends before its end.
    """

    poll: Any
    figures: pd.DataFrame
    details: pd.DataFrame
    text: str
    cut: bool

    @property
    def shares(self) -> pd.DataFrame:
        """All shares."""
        return self.figures[self.figures["kind"] == "share"]

    @property
    def current(self) -> pd.DataFrame:
        """The shares of the wave reported."""
        return self.shares[self.shares["wave"] == "current"]


def check(name: str, verdict: str, detail: str, evidence: pd.DataFrame) -> Row:
    """A check's row; the address spans the evidence from its first word to its last."""
    at = None
    if len(evidence):
        span = f"{int(evidence['start'].min())},{int(evidence['end'].max())}"
        at = f"{evidence['article_id'].iloc[0]}#char={span}"
    return {"check": name, "verdict": verdict, "detail": detail, "address": at}


def plain(value: float) -> str:
    """A number without needless decimals."""
    return f"{value:g}"
