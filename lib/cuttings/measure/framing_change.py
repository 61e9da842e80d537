"""Change of framing: what changed within outlets, and what changed because other outlets write."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd

from .. import tables
from .framing import framing

CONFOUNDED, PARTLY, APART = "confounded", "partly confounded", "told apart"
KEY = ["codebook", "frame", "coder", "voice"]
TOLD = [*KEY, "validity"]


def framing_change(
    frames: pd.DataFrame,
    units: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    period: str = "period",
    copies: str = "once",
    **how: Any,
) -> pd.DataFrame:
    """One row per frame and pair of periods that follow on each other: how the share of all units changed, and why.

    The change of the share is taken apart after Kitagawa (1955, Journal of the American Statistical Association
    50:1168): `within` is what changed in the outlets that write in both periods, at the mean of their weights in both;
    `composition` is the rest: their weights have changed, and other outlets have come or gone. Where no outlet writes
    in both periods, a change over time cannot be told from a difference between outlets: the status is `confounded`,
    and both are null. `told apart` needs all outlets in both periods.

    `period`, `copies` and `how` (voice, codes, threshold) are those of `framing`, but the shares are not corrected. No
    row where there is one period or none.
    """
    found = framing(frames, units, articles, codebook, by="outlet", period=period, copies=copies, **how)
    rows = [row for _, own in found.groupby(KEY, sort=True) for row in changes(own)]
    return tables.build("framing_change", rows)


def changes(own: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows of one frame, in the order of time."""
    key = {name: own[name].iloc[0] for name in TOLD}
    periods = in_order(sorted(set(own["period"])))
    for first, last in pairwise(periods):
        before, after = (own[own["period"] == one].set_index("group") for one in (first, last))
        yield {**key, "first": first, "last": last, **parted(before, after)}


def in_order(periods: list[str]) -> list[str]:
    """Periods in the order of time: what is before a day stands before what is from it."""
    return sorted(periods, key=lambda one: (not one.startswith("before "), one))


def parted(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, Any]:
    """The shares of both periods, and their difference in two parts."""
    sums = [(int(of["n"].sum()), int(of["of_n"].sum())) for of in (before, after)]
    shares = [n / of_n for n, of_n in sums]
    both = before.index.intersection(after.index)
    every = before.index.union(after.index)
    within = None
    if len(both):
        moved = after.loc[both, "share"] - before.loc[both, "share"]
        weights = (before.loc[both, "of_n"] / sums[0][1] + after.loc[both, "of_n"] / sums[1][1]) / 2
        within = float((moved * weights).sum())
    change = shares[1] - shares[0]
    return {
        "n_first": sums[0][0],
        "of_first": sums[0][1],
        "n_last": sums[1][0],
        "of_last": sums[1][1],
        "change": change,
        "within": within,
        "composition": None if within is None else change - within,
        "outlets": len(every),
        "outlets_in_both": len(both),
        "status": CONFOUNDED if not len(both) else APART if len(both) == len(every) else PARTLY,
    }
