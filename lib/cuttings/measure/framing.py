"""Framing: how much of what each group writes has a frame, by a coder whose error is known or is said not to be."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from .copy import settled
from .group import groups, status
from .hearing import VOICES
from .survey import bounds, corrected, estimate
from .validity import alphas, validity

HEARD = {"own": ("outlet", "mixed"), "quoted": ("quoted", "mixed"), "both": ("outlet", "quoted", "mixed")}
ALL = "all"
PLACE = ["article_id", "start"]


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
) -> pd.DataFrame:
    """One row per group, period, coder and frame of the codebook: in how many of its units the coder finds the frame.

    1. `frames` are the rows of one coder or several on the `units` given; a unit without a row has none. A row counts
       from a score above `threshold`. Groups and periods: see `groups`; an empty `period` is one for all.
    2. `voice`: own counts units that have words of the outlet, and frames in those; quoted those of people quoted.
    3. `low` and `high` are a 95% interval over articles, as units of one article are no independent evidence; null,
       and the status `descriptive`, below five articles.
    4. With `codes`, what people found in a sample of the units, `corrected` is the share that people would have found
       in all of them, with its interval: the coder's own errors are taken off by the difference estimator, as in
       design-based supervised learning (Egami, Hinck, Stewart & Wei 2023; see `survey.corrected`). It needs the chance
       with which units were drawn (`coding.sheet`), and is null where none of the group's was coded, and where no coder
       coded all units that the others did: they were drawn twice, or a sheet was parted, and nobody says which.
    5. `validity` says what is known of the coder's error.

    Left out: articles that belong to no group or period, groups without a unit in the voice, and a coder who finds no
    frame of the codebook in any unit.
    Raises InputError for an unknown voice, and for codes of another codebook alone.
    """
    tables.require(frames, "frames")
    tables.require(units, "frame_units")
    tables.require(codebook, "codebook")
    counted = placed(units, settled(articles, copies), by, period, voice)
    found = heard(frames[frames["score"] > threshold], voice)
    place = pd.MultiIndex.from_frame(counted[PLACE])
    rows: list[dict[str, Any]] = []
    for name, own in codebook.groupby("codebook", sort=True):
        judged = judgements(codes, str(name), counted)
        known = alphas(judged) if len(judged) else {}
        for coder in sorted(set(frames.loc[frames["codebook"] == name, "coder"])):
            said = found[(found["codebook"] == name) & (found["coder"] == coder)]
            for frame in own["code"]:
                values = valued(place, said[said["frame"] == frame], judged, frame)
                common = {"codebook": name, "frame": frame, "coder": coder, "voice": voice}
                told = validity(coder, str(name), frame, values["said"], values["human"], known)
                rows += [{**common, **row, "validity": told} for row in shares(counted, values)]
    return tables.build("framing", rows)


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


def judgements(codes: pd.DataFrame | None, codebook: str, counted: pd.DataFrame) -> pd.DataFrame:
    """People's codes of one codebook on the units that count."""
    if codes is None:
        return tables.build("codes", [])
    tables.require(codes, "codes")
    if len(codes) and codebook not in set(codes["codebook"]):
        return tables.build("codes", [])
    own = codes[codes["codebook"] == codebook]
    return own.merge(counted[[*PLACE, "end"]], on=[*PLACE, "end"])


def valued(index: pd.MultiIndex, said: pd.DataFrame, judged: pd.DataFrame, frame: str) -> dict[str, np.ndarray]:
    """Of each unit: whether the coder finds the frame, the share of people who do, and the chance of having been
    drawn; the last two are null where nobody coded it.
    """
    has = index.isin(pd.MultiIndex.from_frame(said[PLACE]))
    by_person = judged.assign(held=judged["frame"] == frame).groupby([*PLACE, "coder"])
    people = by_person["held"].max().groupby(PLACE).mean() if len(judged) else pd.Series(dtype=float)
    drawn = judged.groupby(PLACE)["chance"].first() if is_one_sample(judged) else pd.Series(dtype=float)
    human, chance = (
        of.reindex(index).to_numpy(dtype=float) if len(of) else np.full(len(index), np.nan) for of in (people, drawn)
    )
    return {"said": has.astype(float), "human": human, "chance": chance}


def is_one_sample(judged: pd.DataFrame) -> bool:
    """Whether one coder coded every unit that anybody did, so that its chance is that of one draw."""
    by_coder = [set(zip(own["article_id"], own["start"], strict=True)) for _, own in judged.groupby("coder")]
    return bool(by_coder) and max(by_coder, key=len) == set().union(*by_coder)


def shares(counted: pd.DataFrame, values: dict[str, np.ndarray]) -> Iterator[dict[str, Any]]:
    """The rows of one frame and coder."""
    for (group, period), own in counted.groupby(["group", "period"], sort=True):
        said, human, chance = (values[name][own.index] for name in ("said", "human", "chance"))
        article = own["article_id"].to_numpy()
        found = estimate(said, article)
        state = status(found.articles)
        low, high = bounds(found, found.articles) if state == "compared" else (None, None)
        yield {
            "group": group,
            "period": period,
            "n": int(said.sum()),
            "of_n": len(said),
            "articles": len(set(article[said > 0])),
            "of_articles": found.articles,
            "share": found.share,
            "low": low,
            "high": high,
            **by_people(said, human, chance, article, state),
            "status": state,
        }


def by_people(
    said: np.ndarray, human: np.ndarray, chance: np.ndarray, article: np.ndarray, state: str
) -> dict[str, Any]:
    """The share as people would have found it, where some of the units were coded with a known chance."""
    seen = ~np.isnan(human)
    coded = int(seen.sum())
    if not coded or np.isnan(chance[seen]).any():
        return {"coded": coded}
    found = corrected(said, human, chance, article)
    low, high = bounds(found, coded) if state == "compared" else (None, None)
    return {"coded": coded, "corrected": found.share, "corrected_low": low, "corrected_high": high}
