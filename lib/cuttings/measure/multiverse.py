"""Multiverse: whether a difference between two groups holds in whichever defensible way it is measured."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import pandas as pd

from .. import tables
from ..errors import InputError
from ..frames import indicators
from ..frames import units as cut
from .copy import POLICIES, settled
from .framing import heard
from .group import groups
from .wording import VOICES

UNITS = ("sentence", "passage", "article")
THRESHOLDS = (0.0, 0.5)  # of the indicators: one that speaks for the frame is enough, or it takes two
ABOVE = ("headline", "deck")
WITH, WITHOUT = "with", "without"
PLACE = ["article_id", "start"]

Coded = tuple[str, str, pd.DataFrame, pd.DataFrame]  # coder, unit, units, their frames


class Finding(NamedTuple):
    """A frame that the first of two groups has more often than the second."""

    frame: str
    first: str
    second: str


def multiverse(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    frame: str = "",
    pair: Sequence[str] = (),
    by: str = "outlet",
    quotations: pd.DataFrame | None = None,
    others: Sequence[tuple[pd.DataFrame, pd.DataFrame]] = (),
) -> pd.DataFrame:
    """One row per universe (Steegen, Tuerlinckx, Gelman & Vanpaemel 2016, Perspectives on Psychological Science
    11:702): the difference of two groups' shares of a frame, by each combination of choices that could be defended.

    1. The choices: whose words count; headline and deck counted or not; copies counted once, each or not at all;
       sentences, passages or articles; how many indicators it takes; and the coder: indicators, and each pair of
       frames and units in `others`, as other coders give them.
    2. The finding is that the first of `pair` has `frame` more often than the second. Without them it is the largest
       difference between two groups in the first universe: own words, with headlines, copies once, sentences, by one
       indicator.
    3. What makes no difference by its nature is no choice: the treatment of copies where there are none, headlines
       where the unit is the article.

    No row where there are not two groups with a unit, or no frame is found.
    Raises InputError for a frame that the codebook does not have, a group that is not there, and a pair that is none.
    """
    tables.require(codebook, "codebook")
    if frame and frame not in set(codebook["code"]):
        raise InputError(f"no frame {frame!r}; the codebook has {', '.join(codebook['code'])}")
    group_of = groups(articles, by).dropna()
    if pair and (len(set(pair)) != 2 or not set(pair) <= set(group_of)):
        raise InputError(f"pair={tuple(pair)!r}: give two of the groups {', '.join(sorted(set(group_of)))}")
    kept = {how: set(settled(articles, how)["article_id"]) for how in POLICIES}
    ways = POLICIES if len({len(ids) for ids in kept.values()}) > 1 else POLICIES[:1]
    coded = list(every_coding(articles, codebook, quotations, others))
    found = finding(coded[0], group_of[group_of.index.isin(kept[ways[0]])], codebook, frame, pair)
    if found is None:
        return tables.build("multiverse", [])
    rows = universes(coded, found, ways, kept, group_of)
    name = codebook["codebook"].iloc[0]
    return tables.build(
        "multiverse", [{"codebook": name, "universe": place, **row} for place, row in enumerate(rows, 1)]
    )


def every_coding(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    quotations: pd.DataFrame | None,
    others: Sequence[tuple[pd.DataFrame, pd.DataFrame]],
) -> Iterator[Coded]:
    """Each coder's frames by unit, with the units; the indicators' come first."""
    for unit in UNITS:
        yield (
            "indicators",
            unit,
            cut(articles, unit, quotations),
            indicators(articles, codebook, unit, quotations=quotations),
        )
    for frames, units in others:
        tables.require(frames, "frames")
        tables.require(units, "frame_units")
        for coder, own in frames.groupby("coder", sort=True):
            yield str(coder), str(units["unit"].iloc[0]), units, own


def finding(
    coded: Coded, group_of: pd.Series, codebook: pd.DataFrame, frame: str, pair: Sequence[str]
) -> Finding | None:
    """The finding asked for, or the largest difference in the first universe; null where there is none."""
    if frame and pair:
        return Finding(frame, *pair)
    _, _, units, frames = coded
    best, found = 0.0, None
    for code in [frame] if frame else codebook["code"]:
        shares = share_of(units, frames, code, group_of, "own", 0.0)
        shares = shares[shares.index.isin(pair)] if pair else shares
        if len(shares) > 1 and float(shares.max() - shares.min()) > best:
            best, found = float(shares.max() - shares.min()), Finding(code, str(shares.idxmax()), str(shares.idxmin()))
    return found


def universes(
    coded: Sequence[Coded], found: Finding, ways: Sequence[str], kept: dict[str, set[str]], group_of: pd.Series
) -> Iterator[dict]:
    """The row of each universe, the first one first."""
    for coder, unit, units, frames in coded:
        heads = (WITH,) if unit == "article" else (WITH, WITHOUT)
        thresholds = THRESHOLDS if coder == "indicators" else THRESHOLDS[1:]
        for copies, head, threshold, voice in product(ways, heads, thresholds, VOICES):
            shown = units if head == WITH else units[~units["role"].isin(ABOVE)]
            counted = group_of[group_of.index.isin(kept[copies])]
            sizes = counts(shown, frames, found.frame, counted, voice, threshold)
            (n_first, of_first), (n_second, of_second) = (sizes.get(one, (0, 0)) for one in (found.first, found.second))
            difference = n_first / of_first - n_second / of_second if of_first and of_second else None
            yield {
                **found._asdict(),
                **{"coder": coder, "unit": unit, "voice": voice, "headline": head},
                **{"copies": copies, "threshold": threshold, "difference": difference},
                **{"n_first": n_first, "of_first": of_first, "n_second": n_second, "of_second": of_second},
                "holds": difference is not None and difference > 0,
            }


def counts(
    units: pd.DataFrame, frames: pd.DataFrame, frame: str, group_of: pd.Series, voice: str, threshold: float
) -> dict[str, tuple[int, int]]:
    """For each group the units with the frame, and all of its units."""
    counted = heard(units, voice)
    held = heard(frames[(frames["frame"] == frame) & (frames["score"] > threshold)], voice)
    has = pd.MultiIndex.from_frame(counted[PLACE]).isin(pd.MultiIndex.from_frame(held[PLACE]))
    grouped = pd.DataFrame({"group": counted["article_id"].map(group_of), "has": has}).dropna(subset="group")
    sums = grouped.groupby("group")["has"].agg(["sum", "size"])
    return {str(group): (int(n), int(of_n)) for group, n, of_n in sums.itertuples()}


def share_of(
    units: pd.DataFrame, frames: pd.DataFrame, frame: str, group_of: pd.Series, voice: str, threshold: float
) -> pd.Series:
    """The share of each group."""
    sizes = counts(units, frames, frame, group_of, voice, threshold)
    return pd.Series({group: n / of_n for group, (n, of_n) in sorted(sizes.items())}, dtype=float)
