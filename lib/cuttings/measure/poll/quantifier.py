"""Do the words fit the number?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ... import lookups, tables
from ...extract.poll.number import numbers
from ...extract.poll.people import PERSONS
from ...text import fold
from .pair import DENIED
from .verdict import HOLDS, OPEN, WRONG, Case, Row, check, plain

BACK, AHEAD, PHRASE = 300, 60, 110
WHO = re.compile(rf"(?:the |all |these |those |its |their |our )*(?P<who>{PERSONS})(?P<rest>.*)", re.I)
OF = r"(?: of (?P<whom>(?:the |all )*[\w'&-]+(?: [\w'&.-]+){0,5}))?"
JOINT = r"(?P<joint>, | \(| -{1,2} ?)(?:or |some |about |exactly )*$"
SIZED = rf"(?:(?:very )?{lookups.alternatives('poll_claims', kind='size')} )?"
MAJORITY = re.compile(rf"\ban? {SIZED}(?P<word>majority){OF}{JOINT}", re.I)
MOST = re.compile(
    rf"(?<!the )\b(?P<word>most)(?P<whom>(?: (?!of\b)[\w'&-]+){{1,5}}| of (?:the|all) [\w' &-]+){JOINT}", re.I
)
ONE = re.compile(r"(?:^|(?<=\W))an? $", re.I)
MAJORITY_BEHIND = re.compile(rf" majority of (?=(?:the |all )*{PERSONS})", re.I)
MORE_THAN, LESS_THAN, NEARLY, ABOUT = (
    lookups.alternatives("poll_claims", kind=kind) for kind in ("more than", "less than", "nearly", "about")
)
HEDGE = rf"(?P<hedge>(?:{MORE_THAN}|{LESS_THAN}|{NEARLY}|{ABOUT}) )?"
FRACTION = re.compile(
    rf"\b{HEDGE}(?P<word>(?:(?:an?|one|two|three|four)[- ](?:half|thirds?|quarters?|fifths?|tenths?)|half)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|\d)[- ](?:in|out of)[- ](?:every )?"
    r"(?:three|four|five|ten|10|\d))"
    rf"(?P<whom>(?: of)?(?: (?!of\b|more\b|fewer\b|less\b|again\b|as\b)[\w'&.-]+){{1,6}})?{JOINT}",
    re.I,
)
CLOSE = {", ": re.compile(r",(?! ?\d)|[.;]"), " (": re.compile(r"\)"), "-": re.compile(r" ?-")}
BEHIND = re.compile(r"[,)]? ?-{0,2} ?of ", re.I)
OPENING = re.compile(
    rf"(?:^|[,:;(\"]|\b(?:{'|'.join(lookups.column('poll_claims', 'pattern', kind='opening'))}))[\s\"']*$", re.I
)
EVERYBODY = re.compile(
    r"(?:(?:the|all|likely|registered|eligible|adult) )*(?:voters|people|adults|respondents|citizens|residents"
    rf"|(?-i:{lookups.alternatives('poll_words', kind='demonym')}))",
    re.I,
)
ORDINAL = re.compile(r"(?:third|quarter|fifth|tenth)s?$", re.I)  # `a third candidate` is no fraction, `a third of` is
PART = re.compile(r"^\W*(?:of|among|amongst)\b", re.I)


class Claim(NamedTuple):
    """Words that stand for a share, directly before it: the words, what comes before them in the sentence, the hedge,
    whether they end where the share does, and the people whom they count.
    """

    words: str
    before: str
    hedge: str
    ends: bool
    who: str


def wordings(case: Case) -> Iterator[Row]:
    """Whether `a majority of Danes (52%)`, `nearly a third, 32%,` or `fewer than half (47%)` is what the number says.

    1. Words count where they stand directly before a share, and people are what they count: none of `the issue that
       matters most (27%)`, `in the second half of 2024, 30%`.
    2. None that are denied in their clause: `short of a majority`, `no more than half`, `nearly a majority`.
    3. `Most` and `majority` mean more than half; `nearly` allows eight points less and one more, no hedge four points
       to either side. What is further off by a few points more is left to the reader.
    4. Words do not hold only where they open their clause and the share ends with theirs: `most Danes (41%) say`, not
       `most Danes (41% strongly)`, `of the men, half (26% of all)`. A share below what is said of a part of the people
       may be of all of them: `a quarter of undecided voters (5%)`.
    """
    number = 0
    for row in tables.rows(case.shares[case.shares["percent_to"].isna()]):
        start = max(int(row.sentence_start), int(row.start) - BACK)
        before = fold(case.text[start : row.start])
        told = judged(before, fold(case.text[row.end : row.end + AHEAD]), float(row.percent))
        if told:
            number += 1
            name = "wording" if number == 1 else f"wording {number}"
            yield check(name, *told, case.shares[case.shares["start"] == row.start])


def judged(before: str, behind: str, percent: float) -> tuple[str, str] | None:
    """The verdict on the words around a share, and the arithmetic; null where none are held against it."""
    one = ONE.search(before)
    whole = (
        Claim("majority", before[: one.start()], "", True, "people") if one and MAJORITY_BEHIND.match(behind) else None
    )
    most = whole or claim(MAJORITY, before, behind) or claim(MOST, before, behind)
    found = most or claim(FRACTION, before, behind)
    if found is None or is_denied(found):
        return None
    value = 50.0
    if most:
        verdict = HOLDS if percent > 50 else OPEN if percent > 48.5 else WRONG
        detail = f"“{found.words}” is more than 50 per cent; the report gives {plain(percent)}"
    else:
        value = next((one.value for one in numbers(found.words, 0, len(found.words))), 0.0)
        if not value:
            return None
        verdict = bounds(found.hedge, value, percent)
        shown = f"{found.hedge} {found.words}".strip()
        detail = f"“{shown}” is {plain(value)} per cent; the report gives {plain(percent)}"
    sure = is_sure(found) and (percent > value or EVERYBODY.fullmatch(found.who))
    return OPEN if verdict == WRONG and not sure else verdict, detail


def claim(pattern: re.Pattern, before: str, behind: str) -> Claim | None:
    """The words of a kind that end where a share begins; null where they or the words behind it count no people."""
    cut = max(0, len(before) - PHRASE)
    found = pattern.search(before, cut)
    if not found:
        return None
    joint = found["joint"] if found["joint"] in CLOSE else "-"
    closed = CLOSE[joint].match(behind)
    if ORDINAL.search(found["word"]) and (found["whom"] or " of ").lower()[:4] != " of ":
        return None
    whom = re.sub(r"^ (?:of )?", "", found["whom"] or "")
    who = WHO.match(whom) if whom else WHO.match(behind, end) if (end := of_whom(behind)) else None
    if not who or (whom and BEHIND.match(behind)) or not (closed or not whom):
        return None
    exact = bool(closed) and not (whom and who["rest"])
    hedge = (found.groupdict().get("hedge") or "").strip().lower()
    return Claim(found["word"], before[: found.start()], hedge, exact, who["who"] if whom else "people")


def of_whom(behind: str) -> int:
    """Where those stand of whom a share is, directly behind it; zero where it does not say."""
    found = BEHIND.match(behind)
    return found.end() if found and not re.match("all|the total", behind[found.end() :], re.I) else 0


def is_denied(found: Claim) -> bool:
    """Whether the words are denied in their own clause."""
    return bool(DENIED.search(re.split("[,;:]", found.before)[-1]))


def is_sure(found: Claim) -> bool:
    """Whether the words can be held against the share: they open a clause, and nothing before them denies them or
    speaks of a part of the people.
    """
    opens = OPENING.search(found.before) is not None
    return found.ends and opens and not DENIED.search(found.before) and not PART.search(found.before)


def bounds(hedge: str, value: float, percent: float) -> str:
    """Whether a share is what a hedged fraction says."""
    off = percent - value
    if re.fullmatch(MORE_THAN, hedge):
        return HOLDS if off > -0.5 else OPEN if off > -3 else WRONG
    if re.fullmatch(LESS_THAN, hedge):
        return HOLDS if off < 0.5 else OPEN if off < 3 else WRONG
    if re.fullmatch(NEARLY, hedge):
        return HOLDS if -8 <= off <= 1 else OPEN if -15 <= off <= 5 else WRONG
    return HOLDS if abs(off) <= 4 else OPEN if abs(off) <= 12 else WRONG
