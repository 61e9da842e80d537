"""Reported statements: what somebody is said to say, think or want, outside or around quotation marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from ..text import words
from .antecedent import is_anonymous, resolve
from .content import content, is_indirect
from .each import Row, spans
from .mark import marked
from .reporting import is_reporting
from .saying import Saying, sayings
from .sentence import Sentence
from .subject import Subject, View, view_of

NAMED_COLON = re.compile(r"[^:\"]{3,50}:")
KINDS = {"stance": "stance", "thought": "thought"}


class Statement(NamedTuple):
    """One reported statement: the span of its content, and what is known of its speaker."""

    start: int
    end: int
    kind: str
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str
    anonymous: bool
    cue_start: int
    cue_end: int


def statements(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per statement that the article itself reports in its own words, wholly or around quoted ones.

    1. A cue (lookups/cues.csv) reports what it takes: a clause (`said that …`), or a thing (`criticised the plan`).
       `text` is that, without the cue; of `A, she said, B` it is the stretch from A to B.
    2. kind: `speech` for verbs of saying and asking and `according to`, `thought` for verbs of thinking, `stance`
       for what somebody wants, knows, shows, supports or opposes.
    3. A statement inside another one is part of it and no row: `She said that he denied it` is hers.
    4. What is wholly in quotation marks is a quotation and no row here. Nor is what somebody is asked by a medium.
    5. speaker as in `quotations`: a name or a description, null where the text does not settle it; speaker_start
       and speaker_end point to the words for the speaker, also where these are a pronoun that nobody fits.

    Not found: statements of several sentences of which only the first has a cue; cues that are idioms (`made it
    clear`); `In a poll, …`. Where a clause ends inside a sentence is often a matter of meaning, and then the
    content goes on too far. The term is that of PolNeAR (Newell, Margolin and Ruths 2018).
    """
    return spans(articles, "statements", rows)


def rows(text: str) -> Iterator[Row]:
    """The rows of one article."""
    for one in reported(text):
        yield {**one._asdict(), "words": len(words(text[one.start : one.end]))}


@lru_cache(maxsize=64)
def reported(text: str) -> tuple[Statement, ...]:
    """The statements of one article, in order."""
    view = view_of(text, list(marked(text)), whole=True)
    found: dict[int, Statement] = {}
    last: Subject | None = None
    for sentence in view.sentences:
        for saying, begin, end in outermost(contents(view, sentence)):
            subject = resolve(view, saying.subject, last) if saying.subject else None
            if subject and subject.name:
                last = subject
            found.setdefault(begin, told(saying, begin, end, subject))
    return tuple(found[begin] for begin in sorted(found))


def told(saying: Saying, begin: int, end: int, subject: Subject | None) -> Statement:
    """The row of a statement."""
    kind = KINDS.get(saying.kind.split()[-1] if saying.kind.startswith("passive") else saying.kind.split()[0], "speech")
    words_for = saying.subject
    return Statement(
        begin,
        end,
        kind,
        subject.name if subject else None,
        words_for.start if words_for else None,
        words_for.end if words_for else None,
        saying.cue,
        subject is not None and is_anonymous(subject),
        saying.start,
        saying.end,
    )


Reported = tuple[Saying, int, int]


def contents(view: View, sentence: Sentence) -> Iterator[Reported]:
    """The statements of a sentence, one inside another too."""
    said = heading(view, sentence) or [
        saying for saying in sayings(view, sentence.start, sentence.end, stances=True) if is_reporting(view, saying)
    ]
    for number, saying in enumerate(said):
        if leaves_it(view, sentence, said, number):
            continue
        found = content(view, (sentence.start, sentence.end), said, number)
        trimmed = found and trim(view.host, *found)
        if trimmed and trimmed[1] > trimmed[0] + 1 and is_indirect(view, saying, trimmed):
            yield saying, *trimmed


def leaves_it(view: View, sentence: Sentence, said: list[Saying], number: int) -> bool:
    """Whether another cue follows that reports instead: `wants to say that …`, but not `declined to comment`."""
    following = said[number + 1] if number + 1 < len(said) else None
    if following is None or following.kind != "infinitive":
        return False
    directly = view.host[said[number].end : following.start] == " to "
    return directly and any(map(str.isalnum, view.host[following.end : min(sentence.end, following.end + 20)]))


def trim(host: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch without blanks, commas and full stops around it."""
    piece = host[begin:end]
    return begin + len(piece) - len(piece.lstrip(" ,.;:")), begin + len(piece.rstrip(" ,.;:"))


def heading(view: View, sentence: Sentence) -> list[Saying]:
    """The speaker before the colon of a headline: `Rivera: No harbour without a crane`."""
    match = NAMED_COLON.match(view.host, sentence.start, sentence.end) if sentence.role != "body" else None
    if match is None:
        return []
    place = bisect_left(view.firsts, sentence.start)
    named = [subject for subject in view.subjects[place : place + 3] if subject.end == match.end() - 1]
    return [Saying(named[0].end, named[0].end + 1, ":", "colon", named[0])] if named else []


def outermost(found: Iterator[Reported]) -> Iterator[Reported]:
    """The statements of a sentence that are inside no other one."""
    every = list(found)
    for number, one in enumerate(every):
        near = every[max(0, number - 12) : number + 13]
        if not any(other is not one and holds(other, one) and not holds(one, other) for other in near):
            yield one


def holds(outer: Reported, inner: Reported) -> bool:
    """Whether a statement's content has the cue of another one."""
    return outer[1] <= inner[0].start and inner[0].end <= outer[2]
