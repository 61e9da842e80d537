"""Occasions: through which medium, and when, something was said, as far as the clause of the saying tells."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from .. import lookups
from .content import INTRODUCTION
from .name.lexicon import variants
from .saying import Saying
from .subject import QUOTED, View
from .time.date import Resolution, resolutions
from .time.expression import Expression, expressions

NAME = r"(?:[Tt]he )?[A-Z][\w.&-]*\b(?:(?: of| and| the)? [A-Z][\w.&-]*\b){0,4}"
OUTLET = re.compile(
    rf"\b(?:(?:with|on|to|for|in|by|via|told|tells|telling) |(?:told|tells|telling) )(?P<medium>{NAME}|this newspaper)"
)
CLAUSE_END = re.compile(r'[";:]|, (?!(?:in|on|at)\b)|\b(?:that|he|she|they|it|we|I|there|who|which|when|if|whether)\b')
ASIDE = re.compile(r", ((?:in|on|at) [^,\"]{2,60}),")
TEMPORAL = re.compile(
    r"\d|day\b|\b(?:week|month|year|night|morning|evening|afternoon|hour|ago|later|earlier|last|today|yesterday|spring"
    r"|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.I,
)
OPENING = re.compile(rf"{INTRODUCTION.pattern}|\W*(?:an?|the|one|two|three|\w+) (?:day|week|month|year)s?\b", re.I)
PREPOSITION = re.compile(r"(?:^|(?<=\W))(?:on|in|at|during|since|late|early)(?: the)? $", re.I)
DIRECTLY = re.compile(r"[ ,]*(?:[\w.&'-]+,? ){0,14}")


class Occasion(NamedTuple):
    """Medium and time of a saying: the words as written with their places, and the days that the time can mean."""

    medium: str | None = None
    medium_start: int | None = None
    said_on: str | None = None
    said_on_start: int | None = None
    said_from: date | None = None
    said_to: date | None = None


NOWHERE = Occasion()


class Calendar:
    """The time expressions of an article with the days that they can mean, found when they are first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def found(self) -> tuple[Expression, ...]:
        """The expressions, in order."""
        return expressions(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each begins."""
        return [one.start for one in self.found]

    @cached_property
    def days(self) -> tuple[Resolution, ...]:
        """What each can mean, by the rules of `dates`."""
        return resolutions(self.text)

    def within(self, start: int, end: int) -> Iterator[int]:
        """The numbers of the expressions between two offsets."""
        for number in range(bisect_left(self.starts, start), len(self.starts)):
            if self.found[number].end > end:
                return
            yield number


def occasion(view: View, saying: Saying, calendar: Calendar) -> Occasion:
    """Medium and time of a saying.

    1. They stand behind the cue and its subject, up to the clause that is said, between subject and cue, or in words
       that introduce the sentence: `told Sky News on Tuesday that`, `Rivera on Tuesday said`, `In an interview with Sky
       News on Tuesday, Rivera said`.
    2. medium: an outlet by its name (lookups/outlets.csv), this newspaper, a platform, else the kind of text or event
       (lookups/grammar.csv): `on X`, `in a joint statement`, `at a news conference`.
    3. said_on: the time expression with its preposition; its days are those that `dates` gives it.
    """
    places = list(around(view, saying))
    medium, place = next(media(view, places), (None, None))
    written = next(times(view, places, calendar), None)
    if written is None:
        return Occasion(medium, place)
    start, number = written
    first, last, _ = calendar.days[number]
    return Occasion(medium, place, view.text[start : calendar.found[number].end], start, first, last)


def around(view: View, saying: Saying) -> Iterator[tuple[int, int]]:
    """The stretches of its sentence that can tell of a saying's occasion."""
    sentence, subject = view.sentence_at(saying.start), saying.subject
    follows = subject is not None and saying.start < subject.start < sentence.end
    right = subject.end if subject and follows else saying.end
    aside = ASIDE.match(view.host, right, min(sentence.end, right + 80))
    stop = CLAUSE_END.search(view.host, right, min(sentence.end, right + 160))
    yield right, aside.end() if aside else stop.start() if stop else min(sentence.end, right + 160)
    begun = subject.start if subject and not follows else saying.start
    if subject and not follows and saying.start - subject.end <= 120:
        yield subject.end, saying.start
    lead = view.host[sentence.start : max(sentence.start, begun)]
    if len(lead) <= 200 and QUOTED not in lead and OPENING.match(lead):
        comma = lead.find(",")
        yield sentence.start, begun if subject and not follows else sentence.start + max(comma, 0)


def media(view: View, places: list[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """The media in some stretches: first those with a name, then kinds of texts and events."""
    for start, end in places:
        for match in OUTLET.finditer(view.host, max(0, start - 8), end):
            named = match["medium"].removeprefix("the ").removeprefix("The ")
            at = match.end() - len(named)
            if at >= start and is_medium(named, match.group().startswith("on ")):
                yield view.text[at : match.end()], at
        for match in platform().finditer(view.host, start, end):
            yield view.text[match.start(1) : match.end(1)], match.start(1)
    for start, end in places:
        for match in kind_of_text().finditer(view.host, start, end):
            yield view.text[match.start(1) : match.end(1)], match.start(1)


def is_medium(name: str, on: bool) -> bool:
    """Whether a name is an outlet's, or, behind `on`, capitals that are nobody else's: `on RBC`."""
    bare = name.removesuffix("'s")
    canonical = variants().get(bare, (bare, None))[0].removeprefix("The ")
    if bare in outlets() or canonical in outlets() or bare == "this newspaper":
        return True
    return on and bare.isupper() and 2 < len(bare) < 6 and bare not in variants()


@cache
def outlets() -> frozenset[str]:
    """The names of outlets, with and without their article."""
    signs = [row["sign"] for row in lookups.rows("outlet_signs") if row["kind"] in ("alias", "short")]
    listed = [*signs, *(row["outlet"] for row in lookups.rows("outlets"))]
    return frozenset(name.removeprefix("The ") for name in listed)


@cache
def platform() -> re.Pattern:
    """`on X`, `via Telegram`: the platforms of lookups/grammar.csv."""
    return re.compile(rf"\b(?:on|via) ({lookups.literal('grammar', 'form', kind='platform')})\b")


@cache
def kind_of_text() -> re.Pattern:
    """`in a joint statement`, `at a news conference`: the kinds of texts and events of lookups/grammar.csv."""
    return re.compile(
        r"\b(?:in|at|during|on) (?:an?|the|his|her|their|its|this) "
        rf"((?:[\w-]+ ){{0,3}}?{lookups.literal('grammar', 'form', kind='medium')})\b"
    )


def times(view: View, places: list[tuple[int, int]], calendar: Calendar) -> Iterator[tuple[int, int]]:
    """The time expressions in some stretches: where each begins with its preposition, and its number."""
    for start, end in places:
        if TEMPORAL.search(view.host, start, end):
            for number in calendar.within(start, end):
                at = calendar.starts[number]
                if DIRECTLY.fullmatch(view.host, start, at):
                    before = PREPOSITION.search(view.host[max(start, at - 12) : at])
                    yield at - (len(before.group()) if before else 0), number
