"""Entries: one poll as an article reports it, and whether a naming means it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ... import lookups
from .mention import Naming
from .number import Number

GENERIC = frozenset(lookups.column("poll_words", "pattern", kind="generic"))
TOKEN = re.compile(r"[A-Z0-9][\w&+-]*")
INITIAL = re.compile(r"\b[A-Z](?=[a-z])")
SHORT = 3  # letters from which on the first letters of a name are a name


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
    """One poll as an article reports it: its names, its sentences, its figures, and its own part of each sentence.

    `apart` says of a poll without a name that it is told from the others: `another poll`, `polls`, `In May, a poll`;
    `medium` that its name is that of who published it; `aside` that it is named only to date another, or as a past one.
    """

    pollster: str | None = None
    at: tuple[int, int] | None = None
    known: bool = False
    names: set[str] = field(default_factory=set)
    short: set[str] = field(default_factory=set)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    tails: list[tuple[int, int]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    headline: bool = False
    plural: bool = False
    study: bool = False
    apart: bool = False
    medium: bool = False
    aside: bool = False


def is_blank(poll: Report) -> bool:
    """Whether a poll was only announced: it has no name and no figure but those of a headline."""
    return poll.pollster is None and (poll.headline or not poll.figures)


def is_same(poll: Report, one: Naming) -> bool:
    """Whether a naming has the name of a poll: the same pollster, for no other client; or words or the first letters
    of the name.
    """
    words = tokens(one.name or "")
    if poll.pollster is None:
        return False
    if poll.known and one.known and poll.pollster == one.pollster:
        mine, other = poll.names - tokens(poll.pollster), words - tokens(poll.pollster)
        return not mine or not other or bool(poll.names & words) or len(other) == len(words)
    if not (poll.known and one.known) and (words & poll.short or initials(one.name or "") & poll.names):
        return True
    return bool(words & poll.names) and (words <= poll.names or poll.names <= words)


def is_kin(poll: Report, other: Report) -> bool:
    """Whether two polls that have names have the same pollster."""
    if poll.known and other.known:
        return poll.pollster == other.pollster
    shared = poll.names & other.names
    return bool(shared) and (other.names <= poll.names or poll.names <= other.names)


def tokens(name: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {word for word in TOKEN.findall(name.replace("'s", "")) if word not in GENERIC}


def initials(name: str) -> set[str]:
    """The first letters of the words of a name that have a capital: `Institute for Rural Studies` is IRS."""
    letters = "".join(INITIAL.findall(name))
    return {letters} if len(letters) >= SHORT else set()


def enlarged(poll: Report, one: Naming) -> Report:
    """A poll with what a naming adds: its words, who asked where that was not known, and the long form of a name."""
    poll.names |= tokens(one.name or "")
    told = one.pollster is not None and not poll.known and (one.known or one.asks in ("by", "who"))
    told = told or (one.asks == "by" and one.known)
    told = told or (poll.medium and one.pollster is not None and not one.medium)
    if poll.pollster is None or told or (not poll.known and poll.pollster in initials(one.name or "")):
        poll.pollster, poll.at, poll.known, poll.medium = one.pollster, one.at, one.known, one.medium
    poll.short |= initials(one.name or "")
    poll.headline = poll.plural = False
    return poll
