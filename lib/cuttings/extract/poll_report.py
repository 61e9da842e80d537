"""Poll reports: the sentences of an article that report one poll, and the figures in them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .. import lookups
from ..text import fold
from .sentence import sentence_spans

NUMBER = r"(?<![\w.,$£€])(?P<number>\d{1,3}(?:\.\d+)?)"
SHARE = re.compile(rf"{NUMBER} ?(?:%|per ?cent\b|pct\b)(?!age| points?\b|-point)", re.I)
OPENING = re.compile(
    r"\b(?:(?:opinion |exit |new |recent )?polls?(?! (?:opens?|opened|closed?|closes|workers?|watchers?|tax))"
    r"|pollsters?|surveys?"
    r"|surveyed|polled|respondents?|interviewees)\b(?! stations?)",
    re.I,
)
NO_POLL = re.compile(
    r"\b(?:to|at|head(?:ed|ing)? to|go(?:ing)? to|went to) the polls\b|\bland survey|\bgeological survey",
    re.I,
)
NEW_POLL = re.compile(
    r"\b(?:an?|another|one|separate|different|second|earlier|previous|recent|new|latest)\b[^.,;]{0,60}?\b(?:poll|survey)\b",
    re.I,
)
DEMONYM = r"[A-Z][\w'-]*(?:ans?|ese|ish|ch|eks?|ks|is|es|os|rs|ns|ts)"
QUALIFIERS = rf"(?:(?:{lookups.alternatives('poll_words', kind='qualifier')}|[A-Z]\w+n|[A-Z]\w+sh) )*"
GROUP = re.compile(
    rf" of (?P<group>{QUALIFIERS}(?:{DEMONYM}|{lookups.alternatives('poll_words', kind='people')})\b"
    r"(?: (?:surveyed|polled|asked|questioned|interviewed|aged [\w -]+))?)"
)
BEING = rf"(?:are|were|is|was|would(?: be)?|will)(?: \w+)? ?{lookups.alternatives('poll_words', kind='state')}"
OPINION = re.compile(
    r" ?(?:\([^)]*\) ?)?(?:(?:also|now|still|already|only|just|strongly|somewhat|who|and|that|either|both) )*"
    rf"(?:{lookups.alternatives('poll_words', kind='opinion')}|{BEING})\b",
    re.I,
)
RATED = re.compile(
    r"\b(?:approval|favou?rability|disapproval|support|backing|trust|confidence)\b[^.;]{0,50}?"
    r"\b(?:at|of|to|by|was|is|stood at) $",
    re.I,
)
NO_SHARE = re.compile(
    r"(?:margin of (?:sampling )?error\b[^.;]{0,60}|plus or minus |\+/-? ?|± ?|confidence\b[^.;]{0,30}|\bby "
    r"|turnout\b[^.;]{0,40})$",
    re.I,
)
NO_SHARE_AFTER = re.compile(
    r" ?(?:confidence|margin|turnout|pay|tariffs?|interest|inflation|tax|of (?:the )?(?:vote|votes|seats|GDP))\b",
    re.I,
)
MULTIPLE = re.compile(
    r"\b(?:(?P<fold>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-?fold|(?P<verb>doubl|tripl|trebl|quadrupl)(?:ed|ing)|"
    r"(?P<times>two|three|four|five|six|seven|eight|nine|ten) times (?:as many|more|higher|the share|as high))\b",
    re.I,
)
FACTORS = {
    **dict(zip(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], range(2, 11), strict=True)),
    "doubl": 2,
    "tripl": 3,
    "trebl": 3,
    "quadrupl": 4,
}
REACH = 2  # sentences without a figure after which a report has ended


class Figure(NamedTuple):
    """A share or a multiple: span, value, and the span of its sentence."""

    start: int
    end: int
    kind: str
    value: float
    sentence: tuple[int, int]


class Report(NamedTuple):
    """One poll as an article reports it: the sentences and the figures."""

    sentences: tuple[tuple[int, int], ...]
    figures: tuple[Figure, ...]


@lru_cache(maxsize=64)
def reports(text: str) -> tuple[Report, ...]:
    """The polls that an article reports with at least one share.

    1. A report opens with a sentence that names a poll, a survey, respondents or a pollster (lookups/pollsters.csv).
    2. It goes on while sentences give shares of people or what they think, and ends after two that do not.
    3. `Another poll`, or a pollster's name that is new, opens the next one.
    """
    folded = fold(text)
    found: list[Report] = []
    sentences: list[tuple[int, int]] = []
    figures: list[Figure] = []
    idle = 0
    for span in ((sentence.start, sentence.end) for sentence in sentence_spans(text)):
        piece = folded[span[0] : span[1]]
        opens = opening(piece)
        here = list(figures_in(folded, span, opens)) if opens or sentences else []
        if opens and sentences and is_new(folded, piece, sentences, figures):
            found.append(Report(tuple(sentences), tuple(figures)))
            sentences, figures = [], []
        if opens or here:
            sentences, figures, idle = [*sentences, span], [*figures, *here], 0
        elif sentences:
            idle += 1
            if idle >= REACH:
                found.append(Report(tuple(sentences), tuple(figures)))
                sentences, figures = [], []
    found.append(Report(tuple(sentences), tuple(figures)))
    return tuple(report for report in found if any(one.kind == "share" for one in report.figures))


def opening(piece: str) -> bool:
    """Whether a sentence speaks of a poll."""
    return bool((OPENING.search(piece) and not NO_POLL.search(piece)) or pollster_in(piece))


@cache
def pollsters() -> tuple[tuple[str, re.Pattern], ...]:
    """The rows of lookups/pollsters.csv as names and patterns."""
    return tuple((row["pollster"], re.compile(row["pattern"])) for row in lookups.rows("pollsters"))


def pollster_in(piece: str) -> tuple[str, re.Match] | None:
    """The first pollster of the lookup that a text names."""
    hits = [(match.start(), name, match) for name, pattern in pollsters() if (match := pattern.search(piece))]
    return min(hits)[1:] if hits else None


def is_new(folded: str, piece: str, sentences: list[tuple[int, int]], figures: list[Figure]) -> bool:
    """Whether a sentence that speaks of a poll opens another one than the sentences before."""
    here = pollster_in(piece)
    before = pollster_in(" ".join(folded[start:end] for start, end in sentences))
    if here and before:
        return here[0] != before[0]
    return bool(NEW_POLL.search(piece)) and (bool(figures) or bool(here))


def figures_in(folded: str, span: tuple[int, int], opens: bool) -> Iterator[Figure]:
    """The shares and multiples of a sentence that are a poll's."""
    piece = folded[span[0] : span[1]]
    shares = 0
    for match in SHARE.finditer(piece):
        if is_share(piece, match, opens, shares > 0):
            shares += 1
            yield Figure(span[0] + match.start(), span[0] + match.end(), "share", float(match["number"]), span)
    for match in MULTIPLE.finditer(piece) if shares else ():
        name = (match["fold"] or match["verb"] or match["times"]).lower()
        factor = float(name) if name.isdigit() else float(FACTORS[name])
        yield Figure(span[0] + match.start(), span[0] + match.end(), "multiple", factor, span)


def is_share(piece: str, match: re.Match, opens: bool, follows: bool) -> bool:
    """Whether a percentage counts people who gave an answer: those of a group, or those who think something."""
    before, after = piece[: match.start()], piece[match.end() :]
    if float(match["number"]) > 100 or NO_SHARE.search(before) or NO_SHARE_AFTER.match(after):
        return False
    if GROUP.match(after):
        return opens or OPINION.match(after[GROUP.match(after).end() :]) is not None  # type: ignore[union-attr]
    if re.match(r" of ", after):
        return False
    return (
        OPINION.match(after) is not None
        or (opens and RATED.search(before) is not None)
        or (follows and is_elliptic(before, after))
    )


def is_elliptic(before: str, after: str) -> bool:
    """Whether a percentage repeats the shape of the one before: `58% were for and 32% against`, `(32%)`."""
    return bool(
        re.search(r"(?:\band|\bwhile|\bbut|,|\() (?:only |just |another |a further |the remaining )?$|\($", before)
    ) and bool(re.match(r"\)|\.?$|,? (?:against|for|to|un|no|dis)", after))
