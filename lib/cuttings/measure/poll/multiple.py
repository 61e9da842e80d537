"""Are multiples what the shares of the same sentence say?"""

import re
from collections.abc import Iterator
from typing import Any

from ... import tables
from ...text import fold
from .pair import Pair, between, contradiction, is_joined
from .verdict import HOLDS, OPEN, WRONG, Case, Row, check, plain

ALMOST = re.compile(r"\b(?:almost|nearly|close to|about|roughly|around|some|virtually) (?:\w+ )?$", re.I)
MORE = re.compile(r"\b(?:more than|at least|over) (?:\w+ )?$", re.I)
GROUPS = re.compile(r"twice|thrice|times", re.I)
LEAST = 1.0  # per cent: below it, a rounded share has no multiple
FAR = 0.8  # of the factor: `threefold` for less than 2.4 is more than loose


def multiples(case: Case) -> Iterator[Row]:
    """Whether `doubled, from 10% to 21%` is a factor of two, with room for rounded shares, `almost` and `more than`.

    Of shares below one per cent it cannot be checked. It is said not to hold only where the shares have moved that way
    and less than the word says, and stand in one clause with it (see `pair.is_joined`); and no `twice as many`, which
    may be of two groups.
    """
    rows = [row for row in tables.rows(case.figures[case.figures["kind"] == "multiple"]) if between(case, row)]
    for number, row in enumerate(rows, 1):
        pair = between(case, row)
        if pair is None:
            continue
        name = "multiple in words" if number == 1 else f"multiple in words {number}"
        verdict, detail = judged(case, row, pair)
        yield check(name, verdict, detail, case.figures[case.figures["start"] == row.start])


def judged(case: Case, figure: Any, pair: Pair) -> tuple[str, str]:
    """The verdict on one multiple, and the arithmetic."""
    first, last, factor = pair.first, pair.last, float(figure.factor)
    moved = f"{plain(first)} to {plain(last)}"
    if min(first, last) < LEAST or factor <= 0:
        return OPEN, f"{moved}: below one per cent, rounding leaves no multiple; the report says {plain(factor)}"
    shown = f"{moved} is a factor of {last / first:.1f}; the report says {plain(factor)}"
    against = contradiction((factor > 1) - (factor < 1), pair)
    if against:
        return OPEN, shown + against
    before = fold(case.text[max(0, figure.start - 25) : figure.start])
    verdict = fits(factor, pair, bool(ALMOST.search(before)), bool(MORE.search(before)))
    sure = is_joined(case, figure, pair) and not GROUPS.search(figure.text) and of_one_time(figure, pair)
    return OPEN if verdict == WRONG and not (sure and pair.sign) else verdict, shown


def fits(factor: float, pair: Pair, almost: bool, more: bool) -> str:
    """Whether a factor lies between the bounds that rounded shares leave, with the room that words give it."""
    low, high = (pair.last - 0.5) / (pair.first + 0.5), (pair.last + 0.5) / (pair.first - 0.5)
    if factor < 1:
        low, high, factor = 1 / high, 1 / low, 1 / factor
    least = factor * (0.75 if almost else 0.9)
    if high < least:
        return OPEN if high >= FAR * least else WRONG
    return HOLDS if more or low <= 1.25 * factor else OPEN


def of_one_time(figure: Any, pair: Pair) -> bool:
    """Whether a multiple is counted from no other time than that of the earlier share."""
    return figure.wave == "current" or pair.before.wave in ("earlier", figure.wave)
