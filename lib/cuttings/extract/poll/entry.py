"""Entries: one poll as an article reports it, and whether a naming means it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ... import lookups
from .mention import Naming
from .number import Number

GENERIC = frozenset(lookups.column("poll_words", "pattern", kind="generic"))
TOKEN = re.compile(r"[A-Z0-9][\w&+-]*")


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
    plural: bool = False
    study: bool = False


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
    if poll.pollster is None or (one.known and not poll.known) or (one.asks in ("by", "who") and not poll.known):
        poll.pollster, poll.at, poll.known = one.pollster, one.at, one.known
    poll.headline = poll.plural = False
    return poll
