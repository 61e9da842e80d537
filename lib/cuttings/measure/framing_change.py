"""Change of framing: what changed within outlets, and what changed because other outlets write."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from .. import tables
from .framing import ALL, UNCUT, Row, measured, noted
from .survey import combined

CONFOUNDED, PARTLY, APART = "confounded", "partly confounded", "told apart"
KEY = ["codebook", "frame", "coder", "voice"]
TOLD = [*KEY, "validity"]

Key = tuple[str, ...]
Cells = dict[str, Row]  # of one period, by outlet
Pair = tuple[Row, Row]  # the earlier period and the later


class Shares(NamedTuple):
    """The columns that hold a share and its interval, those with its units, and what is before the columns made of it.

    A corrected share is of all units, with an answer or without.
    """

    share: str
    interval: tuple[str, str]
    units: tuple[str, ...]
    prefix: str

    def bounded(self, row: Row) -> tuple[float, float | None, float | None]:
        """The share and its interval; null where it has none."""
        low, high = (row.get(name) for name in self.interval)
        return row[self.share], low, high

    def size(self, row: Row) -> int:
        """How many units it is of."""
        return sum(int(row[name]) for name in self.units)


CODER = Shares("share", ("low", "high"), ("of_n",), "")
PEOPLE = Shares(UNCUT, ("corrected_low", "corrected_high"), ("of_n", "unanswered"), "corrected_")


def framing_change(
    frames: pd.DataFrame,
    units: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    period: str = "period",
    copies: str = "once",
    voice: str = "both",
    codes: pd.DataFrame | None = None,
    threshold: float = 0.0,
    unanswered: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per frame and pair of periods that follow on each other: how the share of all units changed, and why.

    1. The change of the share is taken apart after Kitagawa (1955, Journal of the American Statistical Association
       50:1168): `within` is what changed in the outlets that write in both periods, at the mean of their weights in
       both; `composition` is the rest: their weights have changed, and other outlets have come or gone. Where no outlet
       writes in both periods, a change over time cannot be told from a difference between outlets: the status is
       `confounded`, and both are null. `told apart` needs all outlets in both periods.
    2. With `codes` the same is made of the shares that people would have found (`framing`, `corrected`): a coder who
       errs more often in one period, or in the outlets of one, makes a change that is none. `corrected_change` needs
       both periods coded with a known chance, `corrected_within` every outlet that writes in both, in both; where
       either is null, `note` says why, and that the change is that of the coder's shares.
    3. Intervals of 95% are made of those of the shares by the method of variance estimates recovery (Zou, Huang & Zhang
       2009, Computational Statistics & Data Analysis 53:1080); null where a share has none, as it is of fewer than five
       articles.

    `period`, `copies` and the rest are those of `framing`. No row where there is one period or none.
    """
    how = (period, voice, codes, copies, threshold, unanswered)
    apart, whole = (
        by_frame(measured(frames, units, one, codebook, by, *how))
        for one, by in ((articles, "outlet"), (articles.assign(**{ALL: ALL}), ALL))
    )
    return tables.build("framing_change", [row for key in whole for row in changes(apart[key], whole[key])])


def by_frame(rows: Iterable[Row]) -> dict[Key, list[Row]]:
    """The rows of each frame."""
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(itemgetter(*KEY)(row), []).append(row)
    return found


def changes(apart: list[Row], whole: list[Row]) -> Iterator[Row]:
    """The rows of one frame, in the order of time, from the shares of each outlet and of all together."""
    together = {row["period"]: row for row in whole}
    for first, last in pairwise(in_order(sorted(together))):
        ends = together[first], together[last]
        before, after = ({row["group"]: row for row in apart if row["period"] == one} for one in (first, last))
        yield {**{name: whole[0][name] for name in TOLD}, "first": first, "last": last, **told(ends, before, after)}


def in_order(periods: list[str]) -> list[str]:
    """Periods in the order of time: what is before a day stands before what is from it."""
    return sorted(periods, key=lambda one: (not one.startswith("before "), one))


def told(ends: Pair, before: Cells, after: Cells) -> Row:
    """The shares of both periods, and their difference in two parts."""
    both = sorted(set(before) & set(after))
    every = set(before) | set(after)
    pairs = [(before[outlet], after[outlet]) for outlet in both]
    return {
        **{"n_first": ends[0]["n"], "of_first": ends[0]["of_n"], "n_last": ends[1]["n"], "of_last": ends[1]["of_n"]},
        **parted(ends, pairs, CODER),
        **parted(ends, pairs, PEOPLE),
        "unanswered": sum(end["unanswered"] for end in ends),
        "coded": sum(end["coded"] for end in ends),
        "outlets": len(every),
        "outlets_in_both": len(both),
        "status": CONFOUNDED if not both else APART if len(both) == len(every) else PARTLY,
        "note": note(ends, pairs),
    }


def parted(ends: Pair, pairs: Sequence[Pair], of: Shares) -> Row:
    """The change by one kind of shares, with what of it is within outlets; nothing where a share is not known."""
    if not all(known(end, of) for end in ends):
        return {}
    change, low, high = combined([(sign, *of.bounded(end)) for sign, end in zip((-1, 1), ends, strict=True)])
    found: Row = {"change": change, "change_low": low, "change_high": high}
    if pairs and all(known(row, of) for pair in pairs for row in pair):
        sizes = [of.size(end) for end in ends]
        weights = [sum(of.size(row) / size for row, size in zip(pair, sizes, strict=True)) / 2 for pair in pairs]
        parts = [
            (sign * weight, *of.bounded(row))
            for weight, pair in zip(weights, pairs, strict=True)
            for sign, row in zip((-1, 1), pair, strict=True)
        ]
        within, low, high = combined(parts)
        found |= {"within": within, "within_low": low, "within_high": high, "composition": change - within}
    return {f"{of.prefix}{name}": value for name, value in found.items()}


def known(row: Row, of: Shares) -> bool:
    """Whether a share is known."""
    return row.get(of.share) is not None and row[of.share] == row[of.share]


def note(ends: Pair, pairs: Sequence[Pair]) -> str | None:
    """What a reader must know: units without an answer, and what is not corrected for the coder's errors, and why."""
    same = ends[0]["note"] == ends[1]["note"]
    of_ends = [of_period(end) for end in ends] if not same else [ends[0]["note"] or ""]
    lacking = [row for pair in pairs for row in pair if not known(row, PEOPLE)]
    inside = lacking[0] if lacking and all(known(end, PEOPLE) for end in ends) else None
    return noted(*of_ends, f"within outlets: {inside['group']}, {of_period(inside)}" if inside else "")


def of_period(row: Row) -> str:
    """The note of a share, with its period; empty where there is none."""
    return f"{row['period']}: {row['note']}" if row["note"] else ""
