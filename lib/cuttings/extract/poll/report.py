"""Reports: the polls of an article, each with its sentences and its figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ... import lookups
from ...text import fold
from ..sentence import Sentence, sentence_spans
from .around import Around
from .gate import may_report
from .known import known_in
from .naming import Naming, namings, speaker
from .number import Number, numbers
from .share import judged

REACH, FAR, MANY, WAITING = 2, 8, 40, 4
GENERIC = frozenset(lookups.column("poll_words", "pattern", kind="generic"))
TOKEN = re.compile(r"[A-Z0-9][\w&+-]*")
POSTPOSED = re.compile(
    r"^[^.;:]{0,70}?(?:\b(?:in|by|from|to|of|for|according to|per|told|shown|say[s]?"
    r"|said|finds?|found|suggests?|shows?)\b|[,(]| - |^ ?$)[^.;:]{0,45}$"
)
DIRECT = re.compile(r"(?: of \w+(?: \w+)?)? (?:in|by|from|according to) [^,;]{0,40}$")
TURN = re.compile(
    r"(?:;|\bwhile\b|\bwhereas\b|\bbut\b|\band (?:an?|another|in)\b|\bcompared with\b"
    r"|, (?:and )?(?:an?|another) (?:separate|different|other|second)\b)[^.;]{0,40}$"
)


class Figure(NamedTuple):
    """A figure of a poll: its number, what kind it is (share, change, multiple or lead), and its sentence."""

    number: Number
    kind: str
    sentence: tuple[int, int]

    @property
    def start(self) -> int:
        """Its first character."""
        return self.number.start

    @property
    def end(self) -> int:
        """The character behind it."""
        return self.number.end


@dataclass
class Report:
    """One poll as an article reports it: its names, its sentences, its figures, and its own part of each sentence."""

    pollster: str | None = None
    at: tuple[int, int] | None = None
    known: bool = False
    names: set[str] = field(default_factory=set)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    tails: list[tuple[int, int]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    headline: bool = False


@lru_cache(maxsize=64)
def reports(text: str) -> tuple[Report, ...]:
    """The polls that an article reports with at least one figure, in the order in which it comes to speak of them.

    1. A sentence that names a poll, a survey, respondents or a pollster (lookups/pollsters.csv) opens a report.
    2. It goes on in the sentences that follow while they give figures, and ends after two that do not; shares of people
       who think something belong to it for longer, and so does every sentence that speaks of `the poll`.
    3. Another name, `another poll` or `a poll` behind one that has figures is the next poll; a name met before leads
       back to its poll. `The survey was conducted by X` says who asked in the poll before.
    4. A figure belongs to the poll last named before it in its sentence; to one named behind it, where the words lead
       there (`39% in a Gallup poll`); else to the poll of the sentence before.
    5. Shares of people who think something directly before the first poll that is named are that poll's.
    """
    if not may_report(text):
        return ()
    folded = fold(text)
    reader = Reader(folded)
    for sentence in sentence_spans(text):
        reader.read(sentence)
    return tuple(report for report in reader.polls if report.figures)


class Reader:
    """Reads the sentences of one article in their order and keeps the polls met so far."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.polls: list[Report] = []
        self.current: Report | None = None
        self.idle = FAR + 1
        self.pending: list[tuple[Sentence, list[Figure]]] = []
        self.known = known_in(folded)
        self.next_known = 0
        self.last = (0, 0)

    def read(self, sentence: Sentence) -> None:
        """Take in one sentence."""
        span = (sentence.start, sentence.end)
        found = namings(self.folded, *span, self.known_between(*span))
        figures = self.figures(span, found)
        taken = [one for one in found if one.kind == "method" or not one.weak or figures]
        opens = any(one.kind != "method" for one in taken)
        if not opens and not (self.current and (found or (figures and self.idle <= FAR))):
            self.rest(sentence, figures)
            self.last = span
            return
        self.attach(sentence, taken, figures)
        self.idle, self.pending, self.last = 0, [], span

    def known_between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The known pollsters of a sentence; sentences come in order."""
        while self.next_known < len(self.known) and self.known[self.next_known][0] < start:
            self.next_known += 1
        last = self.next_known
        while last < len(self.known) and self.known[last][0] < end:
            last += 1
        return list(self.known[self.next_known : last])

    def rest(self, sentence: Sentence, figures: list[Figure]) -> None:
        """A sentence that belongs to no report yet: kept for the next one that opens, or as the end of the last."""
        self.idle += 1
        waits = bool(figures) or any(one[1] for one in self.pending[-1:])
        self.pending = [*self.pending, (sentence, figures)][-WAITING:] if waits else []
        if self.current and self.idle <= REACH:
            self.current.tails.append((sentence.start, sentence.end))

    def figures(self, span: tuple[int, int], found: list[Naming]) -> list[Figure]:
        """The figures of a sentence."""
        strong = any(one.kind != "method" and not one.weak for one in found)
        weak = not strong and any(one.weak for one in found) and self.idle > REACH
        taken: list[Figure] = []
        other = False
        for number in numbers(self.folded, *span):
            if any(one.at and one.at[0] <= number.start < one.at[1] for one in found):
                continue
            near = 0 if strong else self.idle
            kind = judged(self.folded, number, Around(*span, strong, bool(taken), near, weak, other))
            if kind and not restated(self.folded, taken, number):
                taken.append(Figure(number, kind, span))
            other = other or (kind is None and not taken and number.form == "percent")
        shares = any(one.kind == "share" for one in taken)
        return taken if shares or strong or self.idle <= 1 or self.pending else []

    def attach(self, sentence: Sentence, found: list[Naming], figures: list[Figure]) -> None:
        """Give the sentence and its figures to their polls, and move on to the poll named last."""
        span = (sentence.start, sentence.end)
        before = self.current
        named: list[tuple[Naming, Report]] = []
        for one in found:
            near = (
                named
                and named[-1][0].asks
                and one.start - named[-1][0].end < 40
                and one.known
                and not named[-1][1].known
            )
            named.append((one, enlarged(named[-1][1], one) if near else self.resolved(one, bool(figures))))
        for place, (one, poll) in enumerate(named):
            limit = named[place + 1][0].start if place + 1 < len(named) else span[1]
            poll.sentences.append((one.start if place else span[0], limit))
        for number, figure in enumerate(figures):
            behind = figures[number + 1].start if number + 1 < len(figures) else span[1]
            self.owner(figure, figures, named, before, behind).figures.append(figure)
        if not named and self.current:
            self.current.sentences.append(span)
        if named and not before:
            for earlier, waiting in reversed(self.pending):
                named[0][1].sentences.insert(0, (earlier.start, earlier.end))
                named[0][1].figures[:0] = waiting
        if self.current and sentence.role in ("headline", "deck") and not self.current.sentences[1:]:
            self.current.headline = True

    def owner(
        self,
        figure: Figure,
        figures: list[Figure],
        named: list[tuple[Naming, Report]],
        before: Report | None,
        behind: int,
    ) -> Report:
        """The poll of a figure; rule 4."""
        earlier = [one for one in named if one[0].start <= figure.start]
        later = [one for one in named if one[0].start > figure.start and one[0].kind in ("named", "new")]
        if later and later[0][0].start <= behind:
            between = self.folded[figure.end : later[0][0].start]
            leads = POSTPOSED.match(between) and not TURN.search(between)
            nameless = all(one.kind == "new" and poll.pollster is None for one, poll in earlier)
            if (nameless and leads) or DIRECT.match(between):
                return later[0][1]
        if earlier:
            return earlier[-1][1]
        free = [one for one in later if not self.is_taken(one[0], figure, figures)]
        if free:
            last = max(one.end for one in figures if one.end <= free[0][0].start)
            if not TURN.search(self.folded[last : free[0][0].start][-90:]):
                return free[0][1]
        if before:
            return before
        return (later or named)[0][1] if later or named else self.started()

    def is_taken(self, naming: Naming, figure: Figure, figures: list[Figure]) -> bool:
        """Whether another figure leads to a poll: `compared with 39% in a Gallup poll`."""
        nearest = max((one for one in figures if one.end <= naming.start), key=lambda one: one.end, default=figure)
        return nearest is not figure and DIRECT.match(self.folded[nearest.end : naming.start]) is not None

    def resolved(self, one: Naming, gives: bool) -> Report:
        """The poll that a naming means; rule 3."""
        current = self.current
        if one.kind == "its" and (current is None or current.pollster is None):
            who = speaker(self.folded, self.last[0], one.start) or speaker(self.folded, one.end, one.end + 120)
            self.current = enlarged(current or self.started(), who) if who else current or self.started()
        elif one.kind in ("same", "its", "method") or (one.kind == "new" and current and is_blank(current)):
            self.current = current or self.started()
        elif one.kind == "new":
            self.current = self.started()
        else:
            self.current = self.by_name(one, gives)
        return self.current

    def by_name(self, one: Naming, gives: bool) -> Report:
        """The poll of a name: the one that has it, the current one where the words say who asked in it, or a new."""
        current = self.current
        met = next((poll for poll in reversed(self.polls[-MANY:]) if is_same(poll, one)), None)
        if met:
            return enlarged(met, one)
        if current and (
            is_blank(current) or (current.pollster is None and one.asks) or (one.asks == "by" and not current.known)
        ):
            return enlarged(current, one)
        if current and one.asks == "who" and not current.known and not gives:
            return enlarged(current, one)
        return enlarged(self.started(), one)

    def started(self) -> Report:
        """A poll without a name yet."""
        self.polls.append(Report())
        return self.polls[-1]


def is_blank(poll: Report) -> bool:
    """Whether a poll was only announced: it has no name and no figure but those of a headline."""
    return poll.pollster is None and (poll.headline or not poll.figures)


def is_same(poll: Report, one: Naming) -> bool:
    """Whether a naming has the name of a poll: the same pollster, for no other client; or words of the name."""
    words = tokens(one.name or "")
    if poll.pollster is None:
        return False
    if poll.known and one.known and poll.pollster == one.pollster:
        mine, other = poll.names - tokens(poll.pollster), words - tokens(poll.pollster)
        return not mine or not other or bool(poll.names & words) or len(other) == len(words)
    return bool(words & poll.names) and (words <= poll.names or poll.names <= words)


def tokens(name: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {word for word in TOKEN.findall(name.replace("'s", "")) if word not in GENERIC}


def enlarged(poll: Report, one: Naming) -> Report:
    """A poll with what a naming adds: its words, and who asked where that was not known."""
    poll.names |= tokens(one.name or "")
    if poll.pollster is None or (one.known and not poll.known) or (one.asks and not poll.known):
        poll.pollster, poll.at, poll.known = one.pollster, one.at, one.known
    poll.headline = False
    return poll


def restated(folded: str, taken: list[Figure], number: Number) -> bool:
    """Whether an exact percentage behind a fraction says the same again: then the fraction is taken back.

    `Nearly two-thirds (64%)`, `a third, or 34 percent,` are one figure.
    """
    if not taken or number.form != "percent" or taken[-1].number.form != "fraction":
        return False
    between = folded[taken[-1].end : number.start]
    close = re.fullmatch(r"[^;()]{0,45}?(?: ?\(|, or |, | - )(?:exactly |or |some |about )?", between)
    if close and abs(taken[-1].number.value - number.value) <= 7 and len(between) < 50:
        taken[-1] = taken[-1]._replace(number=number)
        return True
    return False


def own_sentences(report: Report) -> Iterator[tuple[int, int]]:
    """The stretches that tell of a poll, in order, and the few sentences behind them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted({*report.sentences, *report.tails}):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    yield from joined
