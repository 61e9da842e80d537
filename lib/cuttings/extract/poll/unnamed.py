"""Polls of no name: those that can only be the one poll that an article names, or of the one body that it cites."""

import re

from ... import lookups
from .entry import Report, is_kin, tokens
from .institute import AUTHORITY, HEADS, INSTITUTE, PLACE, trimmed
from .known import pollster_called, pollster_in
from .named import is_person

OF_BODY = [*HEADS, *lookups.column("poll_words", "pattern", kind="research body")]
BODY = re.compile(rf"\b(?:{'|'.join(OF_BODY)})\b")
CITED = (
    re.compile(
        r"\b(?:[Aa]ccording to|[Ff]igures from|(?:[Rr]esearch|[Aa]nalysis|[Ff]indings|[Rr]anking|[Ii]ndex)"
        r" (?:by|from))(?: the)?"
        rf" (?P<who>{INSTITUTE})"
    ),
    re.compile(
        rf"(?P<who>{INSTITUTE})(?: \([A-Z]{{2,8}}\))?(?P<what>, (?:an?|the) [^,.;]{{3,60}})?,? (?:has |have )?"
        r"(?:said|says|found|finds|discovered|reported|reports|concluded|warned|added)\b"
    ),
)
CALLED = re.compile(
    rf"\b(?i:{lookups.alternatives('poll_words', kind='asking body')}) (?P<who>{INSTITUTE}(?: for [A-Z]\w+)?)"
    r" (?:has |have )?(?:found|finds|discovered|revealed|reveals)\b"
)
WHAT = re.compile(rf"\b{lookups.alternatives('poll_words', kind='asking body')}\b")
NEAR = 600  # characters from a poll within which a body is cited for it
MEMBER = re.compile(r"\b(?:of|at|from|with|in)(?: the)? $")


def joined(polls: list[Report], folded: str) -> list[Report]:
    """The polls of an article, those of no name given to the only one that it names.

    1. An article that names one pollster and speaks of `a poll` or `the survey` besides means the same one; not where
       it says `another poll`, `an earlier one`, `polls` or `In May, a poll`, nor where it names two.
    2. Where it reports one poll and names nobody for it, but cites one institute, foundation or other body that does
       research (`according to the X Foundation's figures`), the poll is that body's.
    3. Where one poll has all the figures and one pollster is named without any, elsewhere and not for an earlier poll,
       the poll is that pollster's: `Research contact: X`.
    """
    named = [one for one in polls if one.pollster is not None]
    if not named:
        return cited(polls, folded)
    if not all(is_kin(named[0], one) for one in named[1:]):
        return polls
    told = next((one for one in named if one.figures), named[0])
    rest = [one for one in polls if one.pollster is None and not one.apart and one is not told]
    rest = rest or only(polls, named, folded)
    for one in rest:
        told.sentences = sorted([*told.sentences, *one.sentences])
        told.tails = sorted([*told.tails, *one.tails])
        told.figures = sorted([*told.figures, *one.figures], key=lambda figure: figure.start)
    gone = {id(one) for one in rest}
    return sorted((one for one in polls if id(one) not in gone), key=lambda one: one.sentences[:1])


def only(polls: list[Report], named: list[Report], folded: str) -> list[Report]:
    """The one poll of no name that has all figures, which is that of the one pollster named: rule 3 of joined."""
    given = [one for one in polls if one.figures]
    if any(one.figures or one.aside for one in named) or len(given) != 1 or given[0].plural:
        return []
    if any(one.at and MEMBER.search(folded, max(0, one.at[0] - 12), one.at[0]) for one in named):
        return []
    return given


def cited(polls: list[Report], folded: str) -> list[Report]:
    """The polls, where one is reported and one body cited: rule 2 of joined."""
    told = [one for one in polls if one.figures]
    if len(told) != 1 or told[0].plural:
        return polls
    first, last = told[0].sentences[0][0] - NEAR, told[0].sentences[-1][1] + NEAR
    bodies = [one for one in sources(folded) if first <= one[1][0] <= last]
    if bodies and all(tokens(name) <= tokens(bodies[0][0]) for name, _ in bodies):
        name, told[0].at = bodies[0]
        known = pollster_in(name) or pollster_called(name)
        told[0].pollster, told[0].known = known or name, known is not None
    return polls


def sources(folded: str) -> list[tuple[str, tuple[int, int]]]:
    """The bodies that an article cites for what it says, the fullest name first."""
    found = []
    for pattern in (*CITED, CALLED):
        for match in pattern.finditer(folded):
            start, end = trimmed(folded, *match.span("who"))
            name = folded[start:end]
            member = MEMBER.search(folded, max(0, start - 12), start)
            what = match["what"] if "what" in pattern.groupindex else None
            told = pattern is CALLED or (what and WHAT.search(what)) or BODY.search(name)
            if told and not (AUTHORITY.search(name) or member or PLACE.fullmatch(name) or is_person(what or "", name)):
                found.append((name, (start, end)))
    return sorted(found, key=lambda one: (-len(one[0]), one[1]))
