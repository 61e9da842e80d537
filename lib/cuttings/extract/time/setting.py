"""The setting of a time expression in its sentence: does it tell of the past or look ahead?"""

import re
from collections.abc import Callable
from functools import cache, cached_property

from ... import lookups

REACH = 200
SIGNS = ("will", "ahead", "either", "unclear", "past", "participle")
UPDATED = re.compile(rf"\b{lookups.alternatives('time_words', kind='updated')}\b")
ATTRIBUTE = re.compile(r" (?=[a-z])")
HAPPENED = re.compile(
    rf" (?:(?:[\w-]+ ){{0,2}}{lookups.alternatives('time_words', kind='happened')}"
    rf"|{lookups.alternatives('time_words', kind='no_noun')})\b"
)
NAME = re.compile(r" [A-Z]")
BOUND = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our)|'s?) $", re.I)
STOP = re.compile(
    r"[.!?](?<!\b[A-Z].)(?<!\b(?:Mr|Ms|Dr|St|Jr).)(?<!\b(?:Mrs|Gen|Sen|Rep|Gov).)"
    r"[\"')\]]*\d{0,2} +(?=[\"'(\[]*[A-Z\d])"
)
OPENING = re.compile(
    r"[\"'(]*(?:(?:And|But|Yet|So|Then),? )?"
    r"(?:(?:[Ii]n|[Oo]n|Since|Back in|As \w+ as|As of|Following|After|From|Between|During|At)\b.{0,25})?"
)
GOVERNED = re.compile(r"(?:(?<=before)|(?<=after)) \w| than\b")


class Setting:
    """What surrounds an expression: whether the words are quoted, stand behind a year that their paragraph names, and
    have a noun behind them that they count from (`two days before the vote`). The kind of the sign that decides
    (lookups/time_words.csv), and whether nothing stands in its way, are found out when they are first asked for.
    """

    def __init__(self, told: Callable[[], tuple[str, bool]], quoted: bool, dated: bool, governs: bool) -> None:
        self.told = told
        self.quoted = quoted
        self.dated = dated
        self.governs = governs

    @cached_property
    def signed(self) -> tuple[str, bool]:
        """The sign, and whether it is sure."""
        return self.told()

    @property
    def sign(self) -> str:
        """The kind of the sign that decides; empty for none."""
        return self.signed[0]

    @property
    def sure(self) -> bool:
        """Whether nothing stands in its way."""
        return self.signed[1]

    @property
    def past(self) -> bool:
        """Whether it tells of the past."""
        return self.sign in ("past", "participle")

    @property
    def ahead(self) -> bool:
        """Whether it looks ahead."""
        return self.sign in ("will", "ahead")


@cache
def signs() -> re.Pattern:
    """The signs of lookups/time_words.csv; those of several words use up the verbs in them."""
    groups = "|".join(f"(?P<{kind}>{lookups.alternatives('time_words', kind=kind)})" for kind in SIGNS)
    return re.compile(rf"\b(?:{groups})(?![-\w])")


def sign_of(folded: str, words: tuple[int, int], own: tuple[int, int], left: int, describes: bool) -> tuple[str, bool]:
    """The sign that decides for the words of an expression in their paragraph, and whether it does so for sure.

    `left` is the end of the expression before, or the start of the paragraph.

    1. The nearest verb or word of time before it in its sentence decides, unless another expression stands between.
    2. Failing that, the first one behind it in its sentence.
    3. A form in -ing says nothing and is passed over, but then nothing is sure.
    4. Words behind `updated`, and a year or month before a noun (`the 2024 race`), unless that has happened
       (`the 2022 invasion`), have no sign.
    5. Behind a participle (`products released in 2026`) and before a verb, nothing is sure while the sentence looks
       ahead elsewhere; before a verb, only at the start of the sentence.
    """
    start, end = words
    before, behind = sides(folded, start, end, left, own[1])
    if UPDATED.search(before) or (describes and is_attribute(before, behind)):
        return "", False
    seen = signs_in(before)
    telling = [sign for sign in seen if sign != "unclear"]
    if telling:
        hopes = any(sign in ("will", "ahead") for sign in seen[:-1])
        sure = seen[-1] != "unclear" and not hopes and not (telling[-1] == "participle" and looks_ahead(behind))
        return telling[-1], sure
    telling = [sign for sign in signs_in(behind) if sign != "unclear"]
    if not telling:
        return "", False
    opens = OPENING.fullmatch(before) is not None and (left == own[0] or len(before) < start - left)
    sure = opens and not seen and (telling[0] == "past" or not looks_ahead(behind))
    return telling[0], sure


def signs_in(piece: str) -> list[str]:
    """The kinds of the signs in a stretch, in order."""
    return [str(match.lastgroup) for match in signs().finditer(piece)]


def looks_ahead(piece: str) -> bool:
    """Whether a stretch has a sign that it tells of what is to come."""
    return any(sign in ("will", "ahead", "either") for sign in signs_in(piece))


def sides(folded: str, start: int, end: int, left: int, right: int) -> tuple[str, str]:
    """What stands before and behind some words in their sentence, between two offsets."""
    before = last_sentence(folded[max(left, start - REACH) : start])
    return before, STOP.split(folded[end : min(right, end + REACH)], maxsplit=1)[0]


def sentence_around(folded: str, start: int, end: int, left: int, right: int) -> str:
    """The sentence that some words stand in, as far as it reaches between two offsets."""
    before, behind = sides(folded, start, end, left, right)
    return before + folded[start:end] + behind


def last_sentence(piece: str) -> str:
    """What a stretch holds behind its last full stop."""
    ends = [match.end() for match in STOP.finditer(piece + "A")]
    return piece[ends[-1] :] if ends else piece


def is_attribute(before: str, behind: str) -> bool:
    """Whether a noun follows that the words only describe."""
    if HAPPENED.match(behind):
        return False
    return ATTRIBUTE.match(behind) is not None or (NAME.match(behind) is not None and BOUND.search(before) is not None)
