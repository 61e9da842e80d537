"""Is a change more than sampling error, and of the direction told?"""

import math
from collections.abc import Iterator
from typing import Any

from ... import tables
from .pair import DOWN, UP, Pair, contradiction, told
from .sampling import LEVEL, base_of, effect_of, quantile, readings
from .verdict import HOLDS, INCOMPLETE, OPEN, Case, Row, check, plain


def changes(case: Case) -> Iterator[Row]:
    """Whether the change from an earlier wave is larger than sampling error: a test of two proportions, with the
    question's own number of respondents for both waves, and both readings of a design effect.

    It holds where the test finds it at 95 per cent in every reading, and no words tell of the other direction. A change
    that no reading finds, and that is reported as one, is incomplete: the report does not say that chance alone may
    explain it. Without the number of those asked it cannot be checked, and the number that would be needed is given.
    """
    pairs = list(waves(case))
    for number, pair in enumerate(pairs, 1):
        yield change(case, "change" if len(pairs) == 1 else f"change {number}", pair)


def waves(case: Case) -> Iterator[Pair]:
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
            yield Pair(earlier[0], now)


def change(case: Case, name: str, pair: Pair) -> Row:
    """The check of one change."""
    evidence = case.shares[case.shares["start"].isin([pair.before.start, pair.now.start])]
    low, high = sorted((pair.first, pair.last))
    against = contradiction(told(case, pair), pair)
    moved = f"{plain(pair.first)} to {plain(pair.last)}"
    base = base_of(case.poll)
    if is_part(case, pair.now):
        return check(
            name, OPEN, f"{moved} of {pair.now.group}: how many of them were asked is not given{against}", evidence
        )
    if base is None:
        needed = needed_for(low, high)
        ask = f"; {needed:,} respondents in each wave would show it" if needed else ""
        return check(name, OPEN, f"{moved}: the number of respondents is not given{ask}{against}", evidence)
    scores = [score(low, high, base) / factor for factor in readings(effect_of(case.poll)).values()]
    shown = f"{moved}: z = {' or '.join(f'{one:.1f}' for one in scores)} with {base:,} respondents in each wave"
    if min(scores) >= quantile(LEVEL):
        return check(name, OPEN if against else HOLDS, f"{shown}, more than sampling error{against}", evidence)
    sentence = case.text[int(pair.now.sentence_start) : int(pair.now.sentence_end)]
    claimed = UP.search(sentence) or DOWN.search(sentence)
    verdict = INCOMPLETE if claimed and not against and max(scores) < quantile(LEVEL) else OPEN
    return check(name, verdict, f"{shown}: sampling error alone may explain it{against}", evidence)


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
