"""Samples: the chance with which people coded each unit, from one sheet or several, and where it is not known.

1. Units of one sheet (see `draw.Draw`) are one sample, whoever coded them: parts of a sheet join again. Of each stratum
   as many units as were coded count as drawn at random of all that there are now; those not coded are taken to be a
   random part of the sheet, whose rows are in random order (poststratification, Holt & Smith 1979, Journal of the Royal
   Statistical Society A 142:33).
2. Each sheet alone gives an estimate that is right on average. Several are combined by their mean, weighted by how many
   units of each are coded (Kish 1999, Survey Methodology 25:129): a unit weighs the sum of the weights of the sheets in
   which it is, each divided by its chance there. Weights that do not look at what was found keep the mean unbiased.
3. A sheet says nothing of units that had no chance in it: those of no group, those of a group that has more units now
   than when the sheet was drawn, and those of a group of which nobody has coded any. Where no sheet says anything of a
   unit, nothing can be said of the share that it counts for.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from .draw import Draw, drawn_as, strata

UNDRAWN = "some of the units that people coded come from a sheet that does not say how they were drawn"
NO_CHANCE = "nobody says with which chance the units were drawn that people coded"
TWO_SAMPLES = "no coder coded all units that the others did, and no sheet says how each was drawn"
NO_GROUP = "some units belong to no group by which the sheet was drawn"
REGROUPED = "the groups by which the sheet was drawn are others now"
GROWN = "there are units that were not there when the sheet was drawn"
NOT_CODED = "of a group by which the sheet was drawn no unit is coded"


class Sample(NamedTuple):
    """Of each unit: the chance with which people coded it (null where nobody did), and why nothing is known of units
    such as it (empty where something is).
    """

    chance: np.ndarray
    why_not: np.ndarray


class Part(NamedTuple):
    """What one sheet says: the chance of each unit coded in it, how many these are, and why nothing of the others."""

    chance: np.ndarray
    coded: int
    why_not: np.ndarray


def sample(coded: pd.DataFrame, units: pd.DataFrame, articles: pd.DataFrame) -> Sample:
    """The sample that people's codes of one codebook make of the units, in the order of these; each code has the
    `number` of its unit.
    """
    told = coded.dropna(subset="draw")
    silent = coded["draw"].isna() & ~coded["number"].isin(told["number"])
    if told.empty:
        return undrawn(coded, len(units))
    if silent.any():
        return nothing(len(units), UNDRAWN)
    return combined(list(parts(told, units, articles)))


def undrawn(coded: pd.DataFrame, size: int) -> Sample:
    """Codes of sheets that say a chance and nothing else: one sample where one coder coded all that anybody did."""
    by_coder = [set(own["number"]) for _, own in coded.groupby("coder")]
    if by_coder and max(by_coder, key=len) != set().union(*by_coder):
        return nothing(size, TWO_SAMPLES)
    if coded["chance"].isna().any():
        return nothing(size, NO_CHANCE)
    chance = np.full(size, np.nan)
    chance[coded["number"]] = coded["chance"]
    return Sample(chance, np.full(size, "", dtype=object))


def nothing(size: int, why: str) -> Sample:
    """No chance of any unit is known."""
    return Sample(np.full(size, np.nan), np.full(size, why, dtype=object))


def parts(told: pd.DataFrame, units: pd.DataFrame, articles: pd.DataFrame) -> Iterator[Part]:
    """What each sheet says."""
    read = {cell: drawn_as(cell) for cell in told["draw"].unique()}
    drawn = told.assign(sheet=[read[cell].sheet for cell in told["draw"]])
    for _, own in drawn.drop_duplicates(["sheet", "number"]).groupby("sheet", sort=True):
        draws = [read[cell] for cell in own["draw"]]
        stratum = units["article_id"].map(strata(articles, draws[0].by)).to_numpy(dtype=object)
        yield part(own["number"].to_numpy(), draws, stratum)


def part(number: np.ndarray, draws: list[Draw], stratum: np.ndarray) -> Part:
    """What one sheet says, from the units coded in it and the stratum of each unit there is."""
    chance, why_not = np.full(len(stratum), np.nan), np.full(len(stratum), NOT_CODED, dtype=object)
    why_not[pd.isna(stratum)] = NO_GROUP
    size_of = dict(zip(stratum[number], (draw.units for draw in draws), strict=True))
    if regrouped(stratum[number], draws):
        return Part(chance, len(number), np.full(len(stratum), REGROUPED, dtype=object))
    for name, size in size_of.items():
        inside = stratum == name
        coded = number[inside[number]]
        if inside.sum() <= size:
            chance[coded], why_not[inside] = len(coded) / inside.sum(), ""
        else:
            why_not[inside] = GROWN
    return Part(chance, len(number), why_not)


def regrouped(names: np.ndarray, draws: list[Draw]) -> bool:
    """Whether units of one stratum are now in several, or units of several in one, or in none."""
    pairs = {(name, draw.stratum) for name, draw in zip(names, draws, strict=True)}
    apart = len(pairs) == len({name for name, _ in pairs}) == len({number for _, number in pairs})
    return bool(pd.isna(names).any()) or not apart


def combined(found: list[Part]) -> Sample:
    """Several sheets as one sample."""
    says = np.array([one.why_not == "" for one in found])
    counts = np.array([[one.coded] for one in found])
    of_all = (says * counts).sum(axis=0)
    weights = sum(np.nan_to_num(one.coded / one.chance) * tells for one, tells in zip(found, says, strict=True))
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = np.where(weights > 0, of_all / weights, np.nan)
    return Sample(chance, np.where(of_all > 0, "", found[0].why_not))
