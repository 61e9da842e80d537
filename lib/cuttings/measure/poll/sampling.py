"""Sampling error: how far a share may be off by chance, and what is known of it for a poll."""

import math
from statistics import NormalDist
from typing import Any

import pandas as pd

LEVEL = 95.0
LEVELS = (50, 99.999)  # what a report can mean by a level of confidence, in per cent


def quantile(level: float) -> float:
    """The number of standard errors in a margin at a level of confidence in per cent."""
    return NormalDist().inv_cdf(0.5 + level / 200)


def simple_margin(n: float, level: float = LEVEL, share: float = 50) -> float:
    """The margin of a share in a simple random sample, in points; that of 50 per cent is the widest."""
    return quantile(level) * math.sqrt(share * (100 - share) / n)


def readings(effect: float | None) -> dict[str, float]:
    """The factors by which a design effect may widen an error: its square root (it multiplies the variance, as in
    textbooks), or itself (it multiplies the error, as with some pollsters, Kyiv International Institute of Sociology
    among them).
    """
    if effect is None or not effect > 0:
        return {"simple random sample": 1.0}
    return {"on the variance": math.sqrt(effect), "on the error": float(effect)}


def base_of(poll: Any) -> int | None:
    """How many were asked the question, else how many were surveyed; null where neither is told."""
    known = [int(value) for value in (poll.n_question, poll.n_survey) if pd.notna(value) and value >= 1]
    return known[0] if known else None


def level_of(poll: Any) -> float | None:
    """The level of confidence of a margin, in per cent: 95 where none is told, null where none can be that is told."""
    if pd.isna(poll.margin_level):
        return LEVEL
    return float(poll.margin_level) if LEVELS[0] <= poll.margin_level <= LEVELS[1] else None


def effect_of(poll: Any) -> float | None:
    """The design effect, where it is told."""
    return float(poll.design_effect) if pd.notna(poll.design_effect) else None
