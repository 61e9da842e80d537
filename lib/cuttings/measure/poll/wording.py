"""Do the words fit the number?"""

import re
from collections.abc import Iterator

from ... import tables
from ...extract.poll.number import numbers
from ...text import fold
from .verdict import HOLDS, OPEN, WRONG, Case, Row, check, plain

BACK = 60
MOST = re.compile(
    r"\b(?:(?P<small>slim |narrow |bare )|vast |large |clear |overwhelming )?(?P<word>majority|most)"
    r"(?: of (?:the )?[\w' -]{2,30}| [\w']+s| Americans| people)?(?:,| \(| -) ?(?:or |some |about )?$",
    re.I,
)
MAJORITY_BEHIND = re.compile(r" majority\b")
HEDGE = (
    r"(?P<hedge>more than|over|just over|slightly more than|at least|fewer than|less than"
    r"|under|just under|nearly|almost|"
    r"close to|about|around|roughly|some|exactly)? ?"
)
FRACTION = re.compile(
    rf"\b{HEDGE}(?P<words>(?:an? |one[- ]|two[- ]|three[- ]|four[- ])?(?:half|thirds?|quarters?|fifths?|tenths?)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|\d)[- ](?:in|out of)[- ](?:every )?(?:three"
    r"|four|five|ten|10|\d))"
    r"(?: of (?:the )?[\w' -]{2,40}| [\w']+s?| [\w']+ [\w']+s)?(?:,| \(| -|, or) ?(?:or |exactly |some |about )?$",
    re.I,
)
ABOVE = frozenset(["more than", "over", "just over", "slightly more than", "at least"])
BELOW = frozenset(["fewer than", "less than", "under", "just under"])
CLOSE = frozenset(["nearly", "almost", "close to"])


def wordings(case: Case) -> Iterator[Row]:
    """Whether `a majority (52%)`, `nearly a third, 32%,` or `fewer than half (47%)` is what the number says.

    Only words that stand directly before a share are held against it. `Most` and `majority` mean more than half;
    `nearly` allows eight points less and one more, no hedge four points to either side. What is further off by a few
    points more is left to the reader.
    """
    number = 0
    for row in tables.rows(case.shares[case.shares["percent_to"].isna()]):
        before = fold(case.text[max(0, row.start - BACK) : row.start])
        told = judged(before, fold(case.text[row.end : row.end + 12]), float(row.percent))
        if told:
            number += 1
            name = "wording" if number == 1 else f"wording {number}"
            yield check(name, *told, case.shares[case.shares["start"] == row.start])


def judged(before: str, behind: str, percent: float) -> tuple[str, str] | None:
    """The verdict on the words before or behind a share, and the arithmetic; null where none are held against it."""
    most = MOST.search(before)
    if most or MAJORITY_BEHIND.match(behind):
        word = most["word"] if most else "majority"
        verdict = HOLDS if percent > 50 else OPEN if percent > 48.5 else WRONG
        return verdict, f"“{word}” is more than 50 per cent; the report gives {plain(percent)}"
    part = FRACTION.search(before)
    value = next((one.value for one in numbers(part["words"], 0, len(part["words"]))), None) if part else None
    if part is None or value is None:
        return None
    hedge = (part["hedge"] or "").lower()
    words = f"{hedge} {part['words']}".strip()
    return bounds(hedge, value, percent), f"“{words}” is {plain(value)} per cent; the report gives {plain(percent)}"


def bounds(hedge: str, value: float, percent: float) -> str:
    """Whether a share is what a hedged fraction says."""
    off = percent - value
    if hedge in ABOVE:
        return HOLDS if off > -0.5 else OPEN if off > -3 else WRONG
    if hedge in BELOW:
        return HOLDS if off < 0.5 else OPEN if off < 3 else WRONG
    if hedge in CLOSE:
        return HOLDS if -8 <= off <= 1 else OPEN if -15 <= off <= 5 else WRONG
    return HOLDS if abs(off) <= 4 else OPEN if abs(off) <= 12 else WRONG
