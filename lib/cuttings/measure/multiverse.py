"""Multiverse: whether a difference between two groups holds in whichever defensible way it is measured."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from .copy import POLICIES, settled
from .framing import by_coder, by_people, has_none, heard, judgements, places
from .group import groups, status
from .hearing import VOICES
from .validity import INDICATOR, alphas, validity

THRESHOLDS = (0.0, 0.5)  # as the coder gives it; of indicators two, of a probability what is more likely than not
ABOVE = ("headline", "deck")
WITH, WITHOUT = "with", "without"

Coding = tuple[pd.DataFrame, pd.DataFrame]  # frames, and the units in which they were sought


class Coded(NamedTuple):
    """What a coder found: the kind of unit, the units with their group and whether they have an answer, the frames with
    the number of their unit.
    """

    codebook: str
    coder: str
    unit: str
    units: pd.DataFrame
    frames: pd.DataFrame


class Ways(NamedTuple):
    """Whose words count, and the articles that count by each treatment of copies; in both the one reported first."""

    voices: tuple[str, ...]
    copies: Mapping[str, set[str]]


class Counts(NamedTuple):
    """Units of a group with a frame, of all that have an answer, and those without one."""

    n: int
    of_n: int
    unanswered: int


class Finding(NamedTuple):
    """A frame that the first of two groups has more often than the second."""

    frame: str
    first: str
    second: str


def multiverse(
    codings: Sequence[Coding],
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    frame: str = "",
    pair: Sequence[str] = (),
    by: str = "outlet",
    voice: str = "own",
    copies: str = "once",
    codes: pd.DataFrame | None = None,
    unanswered: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per universe (Steegen, Tuerlinckx, Gelman & Vanpaemel 2016, Perspectives on Psychological Science
    11:702): the difference of two groups' shares of a frame, by each combination of choices that could be defended.

        codings = [*ct.frames.codings(articles, codebook), (trained, units)]

    1. The choices: whose words count; headline and deck counted or not; copies counted once, each or not at all; the
       coder and the kind of unit, as `codings` has them: pairs of frames and the units in which they were sought; and
       from which score on a frame counts.
    2. The finding is that the first of `pair` has `frame` more often than the second. Without them it is the largest
       difference between two groups in the first universe: the first coding with all its frames and headlines, `voice`
       and `copies` as given (see `framing`).
    3. What makes no difference by its nature is no choice: the treatment of copies where there are none, headlines
       where the unit is the article, a score of 0.5 where a coder gives none below.
    4. `unanswered` are the units that a coder left without an answer (`frame_problems`): in its universes they do not
       count, and the column of that name says how many of the two groups these are.

    `validity` says what is known of a coder's error, by what people found in a sample of these units (`codes`).

    No row where there are not two groups with a unit, or no frame is found.
    Raises InputError for a frame that the codebook does not have, a group that is not there, a pair that is none, an
    unknown voice, and an unknown policy of copies.
    """
    tables.require(codebook, "codebook")
    if frame and frame not in set(codebook["code"]):
        raise InputError(f"no frame {frame!r}; the codebook has {', '.join(codebook['code'])}")
    group_of = groups(articles, by).dropna()
    if pair and (len(set(pair)) != 2 or not set(pair) <= set(group_of)):
        raise InputError(f"pair={tuple(pair)!r}: give two of the groups {', '.join(sorted(set(group_of)))}")
    kept = {how: set(settled(articles, how)["article_id"]) for how in begun_by(copies, POLICIES)}
    ways = Ways(
        begun_by(voice, VOICES), kept if len({len(ids) for ids in kept.values()}) > 1 else {copies: kept[copies]}
    )
    name = codebook["codebook"].iloc[0]
    coded = list(coders(codings, str(name), group_of, unanswered))
    found = finding(coded, ways, codebook, frame, pair)
    if found is None:
        return tables.build("multiverse", [])
    sizes = group_of[group_of.index.isin(next(iter(ways.copies.values())))].value_counts()
    common = {**found._asdict(), "status": status(int(min(sizes.get(of, 0) for of in found[1:])))}
    rows = universes(coded, found, ways, codes)
    return tables.build(
        "multiverse", [{"codebook": name, "universe": place, **common, **row} for place, row in enumerate(rows, 1)]
    )


def begun_by(first: str, choices: Sequence[str]) -> tuple[str, ...]:
    """The choices, the one given first."""
    return first, *(one for one in choices if one != first)


def coders(
    codings: Sequence[Coding], codebook: str, group_of: pd.Series, unanswered: pd.DataFrame | None
) -> Iterator[Coded]:
    """Each coder's frames of a codebook in the units of articles that have a group."""
    for frames, units in codings:
        tables.require(frames, "frames")
        tables.require(units, "frame_units")
        grouped = units.assign(group=units["article_id"].map(group_of)).dropna(subset="group").reset_index(drop=True)
        number = places(grouped)
        for coder, own in frames[frames["codebook"] == codebook].groupby("coder", sort=True):
            placed = own.assign(number=number.get_indexer(places(own)))
            told = grouped.assign(answered=~has_none(grouped, unanswered, codebook, str(coder)))
            yield Coded(codebook, str(coder), str(units["unit"].iloc[0]), told, placed[placed["number"] >= 0])


def finding(
    coded: Sequence[Coded], ways: Ways, codebook: pd.DataFrame, frame: str, pair: Sequence[str]
) -> Finding | None:
    """The finding asked for, or the largest difference in the first universe; null where there is none."""
    if frame and pair:
        return Finding(frame, *pair)
    best, found = 0.0, None
    for one in coded[:1]:
        counted = one.units[one.units["article_id"].isin(next(iter(ways.copies.values())))]
        for code in [frame] if frame else codebook["code"]:
            sizes = counts(counted, one.frames[one.frames["frame"] == code], ways.voices[0], THRESHOLDS[0])
            shares = {
                group: n / of_n for group, (n, of_n, _) in sorted(sizes.items()) if of_n and (not pair or group in pair)
            }
            first, second = (of(shares, key=shares.__getitem__, default="") for of in (max, min))
            if shares and shares[first] - shares[second] > best:
                best, found = shares[first] - shares[second], Finding(code, first, second)
    return found


def universes(
    coded: Sequence[Coded], found: Finding, ways: Ways, codes: pd.DataFrame | None
) -> Iterator[dict[str, Any]]:
    """The row of each universe, the first one first."""
    for one in coded:
        heads = (WITH,) if one.unit == "article" else (WITH, WITHOUT)
        lower = one.coder == INDICATOR or (one.frames["score"] <= THRESHOLDS[1]).any()
        thresholds = THRESHOLDS if lower else THRESHOLDS[:1]
        frames = one.frames[one.frames["frame"] == found.frame]
        told = known_of(one, frames, found.frame, codes)
        for (copies, kept), head in product(ways.copies.items(), heads):
            counted = one.units[one.units["article_id"].isin(kept)]
            counted = counted if head == WITH else counted[~counted["role"].isin(ABOVE)]
            for threshold, voice in product(thresholds, ways.voices):
                sizes = counts(counted, frames, voice, threshold)
                yield {
                    **{"coder": one.coder, "unit": one.unit, "voice": voice, "headline": head},
                    **{"copies": copies, "threshold": threshold, "validity": told},
                    **compared(*(sizes.get(group, Counts(0, 0, 0)) for group in (found.first, found.second))),
                }


def known_of(one: Coded, frames: pd.DataFrame, frame: str, codes: pd.DataFrame | None) -> str:
    """What is known of a coder's error on a frame, in all units."""
    units = one.units.assign(number=np.arange(len(one.units)))
    judged = judgements(codes, one.codebook, units)
    said, human = by_coder(places(units), frames, ~units["answered"].to_numpy()), by_people(units, judged, frame)
    return validity(one.coder, one.codebook, frame, said, human, alphas(judged) if len(judged) else {})


def compared(first: Counts, second: Counts) -> dict[str, Any]:
    """The difference of two shares; null where one of them is of nothing."""
    difference = first.n / first.of_n - second.n / second.of_n if first.of_n and second.of_n else None
    return {
        **{"difference": difference, "holds": difference is not None and difference > 0},
        **{"n_first": first.n, "of_first": first.of_n, "n_second": second.n, "of_second": second.of_n},
        "unanswered": first.unanswered + second.unanswered,
    }


def counts(units: pd.DataFrame, frames: pd.DataFrame, voice: str, threshold: float) -> dict[str, Counts]:
    """For each group the units with a frame, all of its units that have an answer, and those that have none."""
    counted = heard(units, voice)
    held = heard(frames[frames["score"] > threshold], voice)
    answered = counted["answered"]
    has = answered & counted.index.isin(held["number"])
    sums = pd.DataFrame({"n": has, "of_n": answered, "unanswered": ~answered}).groupby(counted["group"]).sum()
    return {str(group): Counts(*map(int, row)) for group, *row in sums.itertuples()}
