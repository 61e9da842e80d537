"""Answers: every figure of every poll with the answer that it counts, the group that gave it, and its wave."""

import re
from functools import lru_cache
from typing import NamedTuple

from ...text import fold
from .around import last_of
from .entry import Figure
from .group import group_of, peoples
from .option import option_of
from .phrase import NAME
from .place import WIDE, Place, Span
from .report import reports
from .respective import respective
from .times import Times
from .wave import Wave, wave_of

SERIES = re.compile(r",? ?\(?(?:including|and|plus|along with|,)(?: some| only| just| about| nearly)? $")
LIKELIER = re.compile(
    r"(?P<group>(?:[A-Z]\w+|\w+ \w+|\w+)) (?:are|is|were|was) (?:(?:far|much|more"
    r"|less|also|somewhat|twice as|significantly|slightly|still) )*(?:likelier|likely) than (?:are )?(?P<other>[\w"
    r"' -]{3,40}?) to (?P<option>[^.;()\d]{3,90}?)(?=,? (?:by )?\d|,? ?\(| - )"
)
ROW = re.compile(r",? and (?:[A-Z]\w+(?:'s)? )?(?:at |on )?")
LIST = re.compile(r"\),? (?:and )?")
APART = re.compile(r"\bto (?:[A-Z]\w+'s? )?$|\b(?:against|versus|vs\.?|over) $|^ ?[-/] ?$")

BRACKETED = re.compile(r"\([\d.]+(?:%| per ?cent)? (?:vs\.?|versus|compared (?:to|with)) [\d.]+(?:%| per ?cent)\)")
LIKELY = re.compile(r"\b(?:likely|likelier|more|less|fewer|higher|lower) (?:\w+ ){0,12}?than\b")
BETWEEN = re.compile(rf"\b(?:between (?P<one>{NAME}) and (?P<other>{NAME}))(?=,)")
PERSON = re.compile(NAME)
HE = re.compile(r"[Hh]e|[Ss]he")
FULL_NAME = re.compile(r"(?!The )[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}")
OTHERS = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
FAR_BACK = 400  # characters between a name and `he`
PAIR = 25  # characters between the two numbers of a pair


class Answer(NamedTuple):
    """A figure with its poll's number, the spans of the answer and of the group, and its wave; null where not told."""

    poll: int
    figure: Figure
    option: Span | None
    group: Span | None
    wave: Wave


@lru_cache(maxsize=64)
def answers(text: str) -> tuple[Answer, ...]:
    """Every figure of every poll of an article, in order."""
    if not reports(text):
        return ()
    folded, times = fold(text), Times(text)
    places = list(placed(text))
    first = {number: population(folded, report.sentences) for number, report in enumerate(reports(text), 1)}
    done: list[Answer] = []
    latest: dict[int, Answer] = {}
    people: dict[int, dict[str, Span]] = {}
    for at in places:
        beside = done[-1] if done and done[-1].figure.sentence == at.figure.sentence else None
        one = answer(times, folded, at, latest.get(at.poll), beside, first)
        one = named_for(folded, one, people.setdefault(at.poll, {}))
        done.append(one)
        latest[at.poll] = one
    return tuple(respective(folded, paired(folded, completed(folded, done))))


def named_for(folded: str, one: Answer, people: dict[str, Span]) -> Answer:
    """An answer that is `he` or `she` as the person whom the report of the poll has named, where that is only one."""
    if one.option is None:
        return one
    if HE.fullmatch(folded, *one.option):
        word, person = next(iter(people.items()), ("", one.option))
        between = OTHERS.findall(folded, person[1], one.option[0]) if one.option[0] - person[1] < FAR_BACK else ["far"]
        return one._replace(option=person) if len(people) == 1 and set(between) <= {word} else one
    if FULL_NAME.fullmatch(folded, *one.option):
        people.setdefault(last_word(folded, one.option), one.option)
    return one


def placed(text: str) -> list[Place]:
    """Every figure in its place, in the order of the text."""
    owned = sorted(
        ((figure, number, report) for number, report in enumerate(reports(text), 1) for figure in report.figures),
        key=lambda one: one[0].start,
    )
    found = []
    for place, (figure, poll, report) in enumerate(owned):
        beside = [one[0] for one in owned[max(0, place - 1) : place + 2] if one[0].sentence == figure.sentence]
        left = max((one.end for one in beside if one.end <= figure.start), default=figure.sentence[0])
        right = min((one.start for one in beside if one.start >= figure.end), default=figure.sentence[1])
        names = frozenset().union(*(one[2].names for one in owned[max(0, place - 2) : place + 3]), report.names)
        found.append(Place(figure, poll, names, max(left, figure.start - WIDE), min(right, figure.end + WIDE)))
    return found


def population(folded: str, sentences: list[Span]) -> Span | None:
    """The people that the first sentences of a report speak of."""
    for start, end in sentences[:3]:
        found = peoples(folded, start, end)
        if found:
            return found
    return None


def answer(
    times: Times, folded: str, at: Place, before: Answer | None, beside: Answer | None, first: dict[int, Span | None]
) -> Answer:
    """One figure: what it lacks, it has from the figure of its poll before it, and its group from the first."""
    group, cut = group_of(folded, at)
    option = option_of(folded, at, cut, group)
    likelier = compared(folded, at)
    if likelier:
        group, option = likelier
    together = before is not None and before.figure.sentence == at.figure.sentence
    if before and together and group and in_list(folded, before, at, group):
        option, group = group, before.group
    if option is None and before and (together or refers(folded, at)) and not is_rival(folded, at, before):
        option = before.option
    if (
        option is None
        and beside is not None
        and beside.poll != at.poll
        and at.figure.number.form not in ("pair", "bare")
    ):
        option = beside.option
    if group is None:
        group = before.group if together and before else first.get(at.poll)
    if first.get(at.poll) is None and group is not None and not folded[group[0] : group[1]].lower().startswith("in "):
        first[at.poll] = group
    wave = wave_of(times, folded, at, option)
    if beside and beside.poll == at.poll and wave.name == "current" and is_row(folded, beside, at):
        wave = beside.wave
    return Answer(at.poll, at.figure, option, group, wave)


def in_list(folded: str, before: Answer, at: Place, group: Span) -> bool:
    """Whether what seems a group is the next answer of a list: `Fenn Party (3%), Balt (2%)`."""
    if before.option is None or not LIST.fullmatch(folded, before.figure.end, group[0]):
        return False
    return folded[group[1] : at.figure.start] == folded[before.option[1] : before.figure.start] == " ("


def compared(folded: str, at: Place) -> tuple[Span, Span] | None:
    """`Democrats are likelier than Republicans to back it, 71% to 38%`: the group of a figure, and the answer."""
    start = max(at.figure.sentence[0], at.figure.start - WIDE)
    found = last_of(LIKELIER.finditer(folded, start, at.figure.start))
    if found is None or at.figure.kind != "share":
        return None
    between = folded[found.end() : at.figure.start]
    which = (
        "group"
        if re.fullmatch(r" ?(?:,|,? by|\(|-)? ?", between)
        else "other"
        if re.fullmatch(r".{1,16}?(?: to|,? vs\.?|,? versus| and|-|,| compared (?:with|to)) ", between)
        else ""
    )
    return (found.span(which), found.span("option")) if which else None


def refers(folded: str, at: Place) -> bool:
    """Whether a sentence goes on with the answer of the one before: `in March it was 57%`."""
    return (
        re.search(
            r"\b(?:it|that|this|the (?:figure|number|share|proportion|level|rate)|which|they)\b",
            at.before(folded),
            re.I,
        )
        is not None
    )


def is_rival(folded: str, at: Place, before: Answer) -> bool:
    """Whether a figure is the other one of a pair, whose answer is not named."""
    if at.figure.kind != "share" or before.figure.sentence != at.figure.sentence or before.figure.kind != "share":
        return False
    between = folded[before.figure.end : at.figure.start]
    if BRACKETED.fullmatch(folded, before.figure.start - 1, at.figure.end + 1) and LIKELY.search(
        folded, max(at.figure.sentence[0], before.figure.start - WIDE), before.figure.start
    ):
        return False
    return at.figure.number.form in ("pair", "bare") and APART.search(between) is not None and "from" not in between


def is_row(folded: str, before: Answer, at: Place) -> bool:
    """Whether a figure is of the wave of the one before: the other of a pair, or next to it in a row."""
    pair = ("pair", "bare")
    if at.figure.number.form in pair and before.figure.number.form in pair:
        return at.figure.start - before.figure.end < PAIR
    return ROW.fullmatch(folded[before.figure.end : at.figure.start]) is not None


def completed(folded: str, done: list[Answer]) -> list[Answer]:
    """`69% of adults, including 88% of Democrats, want …`: a figure in a row has the answer behind the last of it."""
    for place in range(len(done) - 2, -1, -1):
        one, behind = done[place], done[place + 1]
        if one.figure.sentence != behind.figure.sentence or not behind.option or behind.option[0] < behind.figure.end:
            continue
        own = one.group is not None and one.group[0] >= one.figure.end
        left = one.group[1] if own and one.group else one.figure.end
        open_end = one.option is None or (own and one.option[1] <= one.figure.start)
        if open_end and SERIES.fullmatch(folded[left : behind.figure.start]):
            done[place] = one._replace(option=behind.option)
    return done


def paired(folded: str, done: list[Answer]) -> list[Answer]:
    """What the figures of a pair have from each other and from the pairs beside them.

    1. Both have the group that stands behind the second: `A leads B 43% to 41% in Ohio`.
    2. `… and 42% to 39% in Iowa`: the first of the next pair has the answer of the first one, where it has no own.
    3. `Men favoured A 57% to 22%, women B 51% to 24%`, `between A and B, A was preferred 51% to 38%`: where a sentence
       names two in all, the one that a pair does not name is its other.
    """
    firsts = dict.fromkeys(place for place in range(len(done) - 1) if is_pair(done[place], done[place + 1]))
    for place in firsts:
        one, other = done[place], done[place + 1]
        if other.group and other.group[0] >= other.figure.end and not (one.group and one.group[0] > one.figure.end):
            done[place] = one = one._replace(group=other.group)
        if place - 2 in firsts and one.figure.sentence == done[place - 1].figure.sentence:
            led, rival = done[place - 2], done[place - 1]
            if one.option in (None, rival.option):
                done[place] = one._replace(option=led.option)
    named = named_in(folded, [done[place] for place in firsts])
    for place in firsts:
        one, other = done[place], done[place + 1]
        if other.option is None and one.option and PERSON.fullmatch(folded, *one.option):
            both = named[one.figure.sentence]
            rivals = [both[word] for word in both if word != last_word(folded, one.option)] if len(both) == 2 else []
            done[place + 1] = other._replace(option=rivals[0] if len(rivals) == 1 else None)
    return done


def named_in(folded: str, firsts: list[Answer]) -> dict[Span, dict[str, Span]]:
    """Whom each sentence of a pair names, by the last word of the name."""
    named: dict[Span, dict[str, Span]] = {}
    for one in firsts:
        if one.option and PERSON.fullmatch(folded, *one.option):
            named.setdefault(one.figure.sentence, {})[last_word(folded, one.option)] = one.option
    for sentence, names in named.items():
        both = BETWEEN.search(folded, *sentence)
        names |= {last_word(folded, both.span(which)): both.span(which) for which in ("one", "other")} if both else {}
    return named


def last_word(folded: str, span: Span) -> str:
    """The last word of a name."""
    return folded[slice(*span)].split()[-1]


def is_pair(one: Answer, other: Answer) -> bool:
    """Whether two figures are the numbers of one pair."""
    near = one.figure.sentence == other.figure.sentence and other.figure.start - one.figure.end < PAIR
    return near and one.figure.number.form in ("pair", "bare") and other.figure.number.form in ("pair", "bare")
