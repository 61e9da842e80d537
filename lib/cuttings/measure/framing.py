"""Framing: how much of what each group writes has a frame, by a coder whose error is known or is said not to be."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from .copy import settled
from .group import groups, status
from .hearing import VOICES
from .sample import sample
from .survey import bounds, corrected, estimate
from .validity import alphas, validity

HEARD = {"own": ("outlet", "mixed"), "quoted": ("quoted", "mixed"), "both": ("outlet", "quoted", "mixed")}
ALL = "all"
PLACE = ["article_id", "start"]
UNCUT = "uncut"  # the corrected share as it comes out, which sums of several are made of; no column of the table
NONE_CODED = "nobody coded any of these units"

Row = dict[str, Any]


class Values(NamedTuple):
    """Of each unit: whether the coder finds the frame (null without an answer), the share of people who do and the
    chance with which they coded it (null where nobody did), and why nothing is known of units such as it.
    """

    said: np.ndarray
    human: np.ndarray
    chance: np.ndarray
    why_not: np.ndarray


def framing(
    frames: pd.DataFrame,
    units: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    by: str = "outlet",
    period: str = "",
    voice: str = "both",
    codes: pd.DataFrame | None = None,
    copies: str = "once",
    threshold: float = 0.0,
    unanswered: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per group, period, coder and frame of the codebook: in how many of its units the coder finds the frame.

    1. `frames` are the rows of one coder or several on the `units` given; a unit without a row has none. A row counts
       from a score above `threshold`. Groups and periods: see `groups`; an empty `period` is one for all.
    2. `voice`: own counts units that have words of the outlet, and frames in those; quoted those of people quoted.
    3. `unanswered` are the units that a coder left without an answer (`frame_problems`): of them nothing is known. They
       are not in `of_n`, and `note` says how many there are.
    4. `low` and `high` are a 95% interval over articles, as units of one article are no independent evidence; null,
       and the status `descriptive`, below five articles.
    5. With `codes`, what people found in a sample of the units, `corrected` is the share that people would have found
       in all of them, answered or not, with its interval: the coder's own errors are taken off by the difference
       estimator, as in design-based supervised learning (Egami, Hinck, Stewart & Wei 2023; see `survey.corrected`; a
       unit without an answer counts for the coder's share there, which is right on average as any number would be). It
       needs the chance with which units were coded, which their sheets tell, one or several (see `sample`); where it is
       null although people coded, `note` says why.
    6. `validity` says what is known of the coder's error, on the units that it answered.

    Left out: articles that belong to no group or period, groups without a unit in the voice, and a coder who finds no
    frame of the codebook in any unit.
    Raises InputError for an unknown voice, and for codes of another codebook alone.
    """
    given = (codebook, by, period, voice, codes, copies, threshold, unanswered)
    return tables.build("framing", list(measured(frames, units, articles, *given)))


def measured(
    frames: pd.DataFrame,
    units: pd.DataFrame,
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    by: str,
    period: str,
    voice: str,
    codes: pd.DataFrame | None,
    copies: str,
    threshold: float,
    unanswered: pd.DataFrame | None,
) -> Iterator[Row]:
    """The rows of `framing`."""
    tables.require(frames, "frames")
    tables.require(units, "frame_units")
    tables.require(codebook, "codebook")
    counted = placed(units.assign(number=np.arange(len(units))), settled(articles, copies), by, period, voice)
    found, place = heard(frames[frames["score"] > threshold], voice), places(counted)
    for name, own in codebook.groupby("codebook", sort=True):
        judged = judgements(codes, str(name), units)
        drawn = [of[counted["number"]] for of in sample(judged, units, articles)]
        inside = judged[judged["number"].isin(counted["number"])]
        known = alphas(inside) if len(inside) else {}
        for coder in sorted(set(frames.loc[frames["codebook"] == name, "coder"])):
            said = found[(found["codebook"] == name) & (found["coder"] == coder)]
            silent = has_none(counted, unanswered, str(name), str(coder))
            for frame in own["code"]:
                answers = by_coder(place, said[said["frame"] == frame], silent)
                values = Values(answers, by_people(counted, inside, frame), *drawn)
                common = {"codebook": name, "frame": frame, "coder": coder, "voice": voice}
                told = validity(coder, str(name), frame, values.said, values.human, known)
                yield from ({**common, **row, "validity": told} for row in shares(counted, values))


def heard(rows: pd.DataFrame, voice: str) -> pd.DataFrame:
    """The rows of `frame_units`, or of `frames`, that count for a voice: own has words of the outlet, quoted words of
    people quoted, both either; a unit of mixed voice has both. Raises InputError for an unknown voice.
    """
    if voice not in VOICES:
        raise InputError(f"voice={voice!r}: the voice is one of {', '.join(VOICES)}")
    return rows[rows["voice"].isin(HEARD[voice])]


def placed(units: pd.DataFrame, articles: pd.DataFrame, by: str, period: str, voice: str) -> pd.DataFrame:
    """The units that count, with their group and period."""
    group_of = groups(articles, by)
    period_of = groups(articles, period) if period else pd.Series(ALL, index=group_of.index)
    found = heard(units, voice)
    found = found.assign(group=found["article_id"].map(group_of), period=found["article_id"].map(period_of))
    return found.dropna(subset=["group", "period"]).reset_index(drop=True)


def judgements(codes: pd.DataFrame | None, codebook: str, units: pd.DataFrame) -> pd.DataFrame:
    """People's codes of one codebook on these units, each with the number of its unit."""
    if codes is None:
        codes = tables.build("codes", [])
    tables.require(codes, "codes")
    own = codes[(codes["codebook"] == codebook) & codes["unit"].isin(units["unit"].unique())]
    if own.empty:
        return own.assign(number=pd.Series(dtype=int))
    number = places(units, "end").get_indexer(places(own, "end"))
    return own.assign(number=number)[number >= 0]


def has_none(counted: pd.DataFrame, unanswered: pd.DataFrame | None, codebook: str, coder: str) -> np.ndarray:
    """Which units a coder left without an answer."""
    if unanswered is None:
        unanswered = tables.build("frame_problems", [])
    tables.require(unanswered, "frame_problems")
    own = unanswered[(unanswered["codebook"] == codebook) & (unanswered["coder"] == coder)]
    if own.empty:
        return np.zeros(len(counted), dtype=bool)
    return np.asarray(places(counted, "unit").isin(places(own, "unit")))


def places(rows: pd.DataFrame, *others: str) -> pd.MultiIndex:
    """Where each row is, by which rows of other tables are found."""
    return pd.MultiIndex.from_frame(rows[[*PLACE, *others]])


def by_coder(place: pd.MultiIndex, said: pd.DataFrame, silent: np.ndarray) -> np.ndarray:
    """Of each unit whether a coder finds the frame; null where there is no answer."""
    return np.where(silent, np.nan, place.isin(places(said)))


def by_people(counted: pd.DataFrame, judged: pd.DataFrame, frame: str) -> np.ndarray:
    """Of each unit the share of people who find the frame; null where nobody coded it."""
    held = (judged["frame"] == frame).groupby([judged["number"], judged["coder"]]).max()
    return np.asarray(held.groupby(level=0).mean().reindex(counted["number"]), dtype=float)


def shares(counted: pd.DataFrame, values: Values) -> Iterator[Row]:
    """The rows of one frame and coder."""
    for (group, period), own in counted.groupby(["group", "period"], sort=True):
        yield {"group": group, "period": period, **share(own["article_id"].to_numpy(), at(values, own.index))}


def at(values: Values, index: Any) -> Values:
    """The values of some units."""
    return Values(*(of[index] for of in values))


def share(article: np.ndarray, values: Values) -> Row:
    """The share of one group, by the coder and as people would have found it, and what a reader must know of it."""
    answered = ~np.isnan(values.said)
    said, owner = values.said[answered], article[answered]
    found = estimate(said, owner)
    state = status(found.articles)
    low, high = bounds(found, found.articles) if state == "compared" else (None, None)
    silent = len(article) - len(said)
    told = f"{silent} of {len(article)} units have no answer and are not counted" if silent else ""
    people, why_not = correction(values, found.share, article)
    return {
        "n": int(said.sum()),
        "of_n": len(said),
        "unanswered": silent,
        "articles": len(set(owner[said > 0])),
        "of_articles": found.articles,
        "share": found.share,
        "low": low,
        "high": high,
        **people,
        "status": state,
        "note": noted(told, why_not),
    }


def correction(values: Values, of_coder: float, article: np.ndarray) -> tuple[Row, str]:
    """The share as people would have found it, where units were coded with a known chance; else why there is none."""
    coded = int((~np.isnan(values.human)).sum())
    whys = [why for why in values.why_not if why] if coded else [NONE_CODED]
    if whys:
        return {"coded": coded}, f"not corrected: {whys[0]}"
    said = np.where(np.isnan(values.said), np.nan_to_num(of_coder), values.said)
    found = corrected(said, values.human, values.chance, article)
    low, high = bounds(found, coded) if status(found.articles) == "compared" else (None, None)
    cut = min(max(found.share, 0.0), 1.0)
    return {"coded": coded, "corrected": cut, "corrected_low": low, "corrected_high": high, UNCUT: found.share}, ""


def noted(*notes: str) -> str | None:
    """What is to be noted; null for nothing."""
    return "; ".join(one for one in notes if one) or None
