"""Is the margin of error one that the number of respondents can have?"""

import math
import re
from collections.abc import Iterator

import pandas as pd

from ... import lookups, tables
from ...extract.poll.people import PERSONS
from ...text import fold
from .sampling import base_of, effect_of, level_of, readings, simple_margin
from .verdict import HOLDS, OPEN, WRONG, Case, Row, check, plain

WIDEST = 2.5  # times that margin: a design effect above six is rare
FAR_TOO_SMALL = 0.6  # of the margin of a simple random sample: less than an 80 per cent margin would be
NUMBER = r"\d{1,3}(?:[, ]\d{3})+(?![\d,])|(?<![$£€])\d{3,6}(?![\d,%]|\.\d)"
COUNT = re.compile(rf"(?<![\d,.])(?:{NUMBER})")
COUNTED = re.compile(rf"(?<![\d,.])({NUMBER})(?=(?: [\w-]+){{0,2}}? {PERSONS})", re.I)
YEAR = re.compile(r"(?:19|20)\d\d")
OTHER = re.compile(rf"\b(?:{'|'.join(lookups.column('poll_claims', 'pattern', kind='other margin'))})\b", re.I)
NEAR, AROUND = 120, 5_000


def margin(case: Case) -> Row | None:
    """Whether the margin of error is one that the number of respondents can have.

    It holds where it is that of a simple random sample or larger, for a design effect widens it; both readings of a
    design effect are tried. Smaller ones may be rounded, at another level of confidence, of a small population, of a
    small share or of other respondents, and cannot be checked. One that is less than six tenths of it does not hold,
    unless another number in the report or a share that it gives would fit, or its words speak of another error, of
    several waves or of a range.
    """
    stated, base = case.poll.margin, base_of(case.poll)
    evidence = case.details[case.details["detail"].isin(["margin", "n_survey", "n_question"])]
    if pd.isna(stated):
        return None
    if base is None:
        return check("margin", OPEN, f"{plain(stated)} points; the number of respondents is not given", evidence)
    level, effect = level_of(case.poll), effect_of(case.poll)
    if level is None:
        shown = f"{plain(stated)} points; a level of {plain(case.poll.margin_level)} per cent is none of a margin"
        return check("margin", OPEN, shown, evidence)
    simple = simple_margin(base, level)
    slack = 0.5 if float(stated).is_integer() else 0.06
    widened = {name: simple * factor for name, factor in readings(effect).items()}
    shown = f"{plain(stated)} points; {base:,} respondents give {simple:.1f} at {plain(level)} per cent"
    if effect is not None:
        told = " or ".join(f"{value:.1f} ({name})" for name, value in widened.items())
        shown += f", with a design effect of {plain(effect)} {told}"
    if stated > WIDEST * simple:
        return check("margin", OPEN, shown + ": much wider than chance makes it; of a part of them?", evidence)
    fitting = any(abs(stated - value) <= slack for value in widened.values())
    if fitting or stated >= simple - slack:
        wider = "" if fitting or effect is not None else f": as with a design effect of {(stated / simple) ** 2:.1f}"
        return check("margin", HOLDS, shown + wider, evidence)
    reason = excuse(case, base, level, slack)
    if reason or stated + slack >= FAR_TOO_SMALL * simple:
        reason = reason or "rounding, level or a small population may explain it"
        return check("margin", OPEN, f"{shown}; {reason}", evidence)
    return check("margin", WRONG, shown + ": no rounding or level explains so small a margin", evidence)


def excuse(case: Case, base: int, level: float, slack: float) -> str | None:
    """What in the report may explain a margin that is too small for its number of respondents; null where nothing."""
    enough = case.poll.margin + slack
    others = list(sizes(case))
    fits = [n for n in others if enough >= simple_margin(n, level)]
    if fits:
        return f"it would fit {min(fits):,}"
    whole = [n for n in others if n > base and enough >= simple_margin(base, level) * math.sqrt((n - base) / (n - 1))]
    if whole:
        return f"it would fit if there are no more than {min(whole):,} of them"
    shares = [value for value in case.shares["percent"] if enough >= simple_margin(base, level, value)]
    if shares:
        return f"it would fit a share of {plain(shares[0])} per cent"
    at = case.details[case.details["detail"] == "margin"]
    text = case.text
    near = " ".join(text[max(0, int(row.start) - NEAR) : int(row.end) + NEAR] for row in tables.rows(at))
    other = OTHER.search(fold(near))
    return f"“{other[0]}” may explain it" if other else None


def sizes(case: Case) -> Iterator[int]:
    """Every number in the report of the poll, and every number of people around it, that may be a number of
    respondents or of a population; no year.
    """
    span = fold(case.text[int(case.poll.start) : int(case.poll.end)])
    around = fold(case.text[max(0, int(case.poll.start) - AROUND) : int(case.poll.end) + AROUND])
    for found in [*COUNT.findall(span), *(match[1] for match in COUNTED.finditer(around))]:
        number = int(re.sub(r"\D", "", found))
        if number >= 50 and not YEAR.fullmatch(found):
            yield number
