"""Which frames each group uses, how sure that is, and in how many ways of measuring it holds, in sentences."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..measure.validity import UNVALIDATED
from ..tables import rows as rows_of
from .framing import limits
from .phrase import listed, number, percent

MOST = 4


def frames(
    framing: pd.DataFrame, multiverse: pd.DataFrame, codebook: pd.DataFrame, articles: pd.DataFrame, by: str = "outlet"
) -> list[str]:
    """The frames that differ most between groups, whether the largest difference holds, what is known of the coder's
    error, and whether the groups can be compared at all.
    """
    found = framing[framing["n"] > 0]
    if found.empty:
        name = codebook["codebook"].iloc[0]
        return [f"No unit of these articles has an indicator of the codebook {name}.", limits(articles, by)]
    return [*differences(framing, codebook), *held(multiverse, codebook), known(framing), limits(articles, by)]


def differences(framing: pd.DataFrame, codebook: pd.DataFrame) -> Iterator[str]:
    """A sentence for each of the frames whose shares differ most."""
    labels = dict(zip(codebook["code"], codebook["label"], strict=True))
    first = framing[(framing["coder"] == framing["coder"].min()) & (framing["period"] == framing["period"].min())]
    spread = first.groupby("frame")["share"].agg(lambda shares: shares.max() - shares.min())
    if first["group"].nunique() < 2:
        spread = first.groupby("frame")["share"].max()
    for frame in spread[spread > 0].sort_values(ascending=False, kind="stable").index[:MOST]:
        rows = list(rows_of(first[first["frame"] == frame].sort_values(["share", "group"], ascending=[False, True])))
        yield f"“{labels[frame]}”: {between(rows[0], rows[-1]) if len(rows) > 1 else counted(rows[0])}."


def between(most: Any, least: Any) -> str:
    """The groups with the largest and the smallest share, and whether their intervals lie apart."""
    apart = most.low > least.high
    known = all(bound == bound for bound in (most.low, least.high))
    sure = f"; their 95% intervals {'lie apart' if apart else 'overlap'}" if known else ""
    return f"most in {counted(most)}, least in {counted(least)}{sure}"


def counted(row: Any) -> str:
    """A group with its share and n, and the share as people would have found it where that is known."""
    known = row.corrected == row.corrected
    people = f"; {percent(row.corrected)} corrected for the coder's errors" if known else ""
    return f"{row.group} ({row.n} of {row.of_n}, {percent(row.share)}{people})"


def held(multiverse: pd.DataFrame, codebook: pd.DataFrame) -> Iterator[str]:
    """In how many universes the finding holds, by each coder where there are several."""
    if multiverse.empty:
        return
    row = next(rows_of(multiverse))
    label = dict(zip(codebook["code"], codebook["label"], strict=True))[row.frame]
    by_coder = multiverse.groupby("coder", sort=False)["holds"].agg(["sum", "size"])
    apart = listed([f"{n} of {size} by {coder}" for coder, n, size in by_coder.itertuples()])
    nothing = int(multiverse["difference"].isna().sum())
    holds, size = int(multiverse["holds"].sum()), len(multiverse)
    yield (
        f"That {row.first} has “{label}” more often than {row.second} holds in {holds} of {size} ways of measuring it "
        f"({percent(holds / size)})"
        + (f": {apart}" if len(by_coder) > 1 else "")
        + (f"; in {nothing} of them a group has nothing to count" if nothing else "")
        + "."
    )


def known(framing: pd.DataFrame) -> str:
    """What is known of the coder's error."""
    open_ends = framing["validity"].str.contains(UNVALIDATED)
    if open_ends.all():
        return (
            "These are indicators, unvalidated: words that speak for a frame, which nobody has coded by hand here; "
            "ct.coding.sheet draws a sample to be coded."
        )
    frames = framing["frame"].nunique()
    judged = framing.loc[~open_ends, "frame"].nunique()
    weak = framing.loc[framing["validity"].str.contains("too weak"), "frame"].nunique()
    rest = f"; on {weak} of these the coders agree too little to report it" if weak else ""
    return f"People coded a sample, by which {number(judged, 'frame')} of {frames} can be judged{rest}: see validity."
