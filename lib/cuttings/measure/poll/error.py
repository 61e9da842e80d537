"""What sampling error allows: margins of error, and changes against them."""

import math
import re
from collections.abc import Iterator
from statistics import NormalDist
from typing import Any

import pandas as pd

from ... import tables
from .verdict import HOLDS, INCOMPLETE, OPEN, WRONG, Case, Row, check, plain

LEVEL = 95.0
WIDEST = 2.5  # times that margin: a design effect above six is rare
FAR_TOO_SMALL = 0.6  # of the margin of a simple random sample: less than an 80 per cent margin would be
COUNT = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d,.$£€])\d{3,6}(?![\d,%]|\.\d)")
CLAIM = re.compile(
    r"\b(?:rose|risen|rising|grew|grown|climb\w*|jump\w*|increas\w*|fell|fallen|dropp\w*|declin\w*|slipp?\w*|up|down)\b"
)


def quantile(level: float) -> float:
    """The number of standard errors in a margin at a level of confidence in per cent."""
    return NormalDist().inv_cdf(0.5 + level / 200)


def simple_margin(n: float, level: float = LEVEL) -> float:
    """The margin of a share of 50 per cent in a simple random sample, in points."""
    return quantile(level) * 50 / math.sqrt(n)


def readings(effect: float | None) -> dict[str, float]:
    """The factors by which a design effect may widen an error: its square root (it multiplies the variance, as in
    textbooks), or itself (it multiplies the error, as with some pollsters, Kyiv International Institute of Sociology
    among them).
    """
    if effect is None or not effect > 0:
        return {"simple random sample": 1.0}
    return {"on the variance": math.sqrt(effect), "on the error": float(effect)}


def margin(case: Case) -> Row | None:
    """Whether the margin of error is one that the number of respondents can have.

    It holds where it is that of a simple random sample or larger, for a design effect widens it; both readings of a
    design effect are tried. Smaller ones may be rounded, at another level of confidence, of a small population or of
    other respondents, and cannot be checked; less than six tenths of it, with no other number of respondents in the
    report that it would fit, no reading allows.
    """
    stated, base = case.poll.margin, base_of(case.poll)
    evidence = case.details[case.details["detail"].isin(["margin", "n_survey", "n_question"])]
    if pd.isna(stated):
        return None
    if base is None:
        return check("margin", OPEN, f"{plain(stated)} points; the number of respondents is not given", evidence)
    level = float(case.poll.margin_level) if pd.notna(case.poll.margin_level) else LEVEL
    simple = simple_margin(base, level)
    slack = 0.5 if float(stated).is_integer() else 0.06
    effect = float(case.poll.design_effect) if pd.notna(case.poll.design_effect) else None
    fitting = [name for name, factor in readings(effect).items() if abs(stated - simple * factor) <= slack]
    shown = f"{plain(stated)} points; {base:,} respondents give {simple:.1f} at {plain(level)} per cent"
    if effect is not None:
        widened = " or ".join(f"{simple * factor:.1f} ({name})" for name, factor in readings(effect).items())
        shown += f", with a design effect of {plain(effect)} {widened}"
    if stated > WIDEST * simple:
        return check("margin", OPEN, shown + ": much wider than chance makes it; of a part of them?", evidence)
    if fitting or stated >= simple - slack:
        wider = "" if fitting or effect is not None else f": as with a design effect of {(stated / simple) ** 2:.1f}"
        return check("margin", HOLDS, shown + wider, evidence)
    other = [n for n in sizes(case) if stated >= simple_margin(n, level) - slack]
    if stated + slack >= FAR_TOO_SMALL * simple or other:
        fits = f"; it would fit {min(other):,}" if other else "; rounding, level or a small population may explain it"
        return check("margin", OPEN, shown + fits, evidence)
    return check("margin", WRONG, shown + ": no rounding or level explains so small a margin", evidence)


def base_of(poll: Any) -> int | None:
    """How many were asked the question, else how many were surveyed; null where neither is told."""
    known = [int(value) for value in (poll.n_question, poll.n_survey) if pd.notna(value)]
    return known[0] if known else None


def sizes(case: Case) -> list[int]:
    """Every number in the report that may be a number of respondents."""
    span = case.text[int(case.poll.start) : int(case.poll.end)]
    return [int(found.replace(",", "")) for found in COUNT.findall(span) if int(found.replace(",", "")) >= 50]


def changes(case: Case) -> Iterator[Row]:
    """Whether the change from an earlier wave is larger than sampling error: a test of two proportions, with the
    question's own number of respondents for both waves, and both readings of a design effect.

    It holds where the test finds it at 95 per cent in every reading. A change that no reading finds, and that is
    reported as one, is incomplete: the report does not say that chance alone may explain it. Without the number of
    those asked it cannot be checked, and the number that would be needed is given.
    """
    pairs = list(waves(case))
    for number, (before, now) in enumerate(pairs, 1):
        name = "change" if len(pairs) == 1 else f"change {number}"
        yield change(case, name, before, now)


def waves(case: Case) -> Iterator[tuple[Any, Any]]:
    """Each current share with the earlier one of the same answer and group in its sentence."""
    shares = list(tables.rows(case.shares[case.shares["percent_to"].isna()]))
    for now in shares:
        if now.wave != "current":
            continue
        earlier = [
            one
            for one in shares
            if one.wave != "current"
            and one.sentence_start == now.sentence_start
            and (one.option, one.group) == (now.option, now.group)
        ]
        if len(earlier) == 1:
            yield earlier[0], now


def change(case: Case, name: str, before: Any, now: Any) -> Row:
    """The check of one change."""
    evidence = case.shares[case.shares["start"].isin([before.start, now.start])]
    low, high = sorted((before.percent, now.percent))
    moved = f"{plain(before.percent)} to {plain(now.percent)}"
    base = base_of(case.poll)
    if is_part(case, now):
        return check(name, OPEN, f"{moved} of {now.group}: how many of them were asked is not given", evidence)
    if base is None:
        needed = needed_for(low, high)
        ask = f"; {needed:,} respondents in each wave would show it" if needed else ""
        return check(name, OPEN, f"{moved}: the number of respondents is not given{ask}", evidence)
    effect = float(case.poll.design_effect) if pd.notna(case.poll.design_effect) else None
    scores = [score(low, high, base) / factor for factor in readings(effect).values()]
    shown = f"{moved}: z = {' or '.join(f'{one:.1f}' for one in scores)} with {base:,} respondents in each wave"
    if min(scores) >= quantile(LEVEL):
        return check(name, HOLDS, f"{shown}, more than sampling error", evidence)
    claimed = CLAIM.search(case.text[int(now.sentence_start) : int(now.sentence_end)])
    verdict = INCOMPLETE if claimed and max(scores) < quantile(LEVEL) else OPEN
    return check(name, verdict, f"{shown}: sampling error alone may explain it", evidence)


def is_part(case: Case, row: Any) -> bool:
    """Whether a share is of another group than the first share of its poll: of a part of the respondents."""
    return isinstance(row.group, str) and row.group != case.shares["group"].iloc[0]


def score(low: float, high: float, n: int) -> float:
    """The z of the difference of two shares in per cent, each of `n` respondents."""
    pooled = (low + high) / 200
    spread = math.sqrt(max(pooled * (1 - pooled), 1e-9) * 2 / n)
    return (high - low) / 100 / spread


def needed_for(low: float, high: float) -> int | None:
    """How many respondents in each wave it takes for a difference to be found."""
    if high <= low:
        return None
    pooled = (low + high) / 200
    return math.ceil(2 * pooled * (1 - pooled) * (quantile(LEVEL) / ((high - low) / 100)) ** 2)
