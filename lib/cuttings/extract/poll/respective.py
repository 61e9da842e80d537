"""Lists: `A, B and C had 10, 20 and 30 per cent respectively`, in which each figure has its own answer or group."""

import re
from typing import TYPE_CHECKING

from .phrase import FILLER, VERB
from .place import WIDE, Span

if TYPE_CHECKING:
    from .answer import Answer

JOINER = re.compile(r",? and (?:just |only |about )?|, (?:just |only |about )?")
BEHIND = re.compile(r"[^.;%\d]{0,60}?\brespectively\b")
BEFORE = re.compile(r"\brespectively,? (?:at |by |with |on |to )?$")
AMONG = re.compile(r"\W*(?:[Aa]mong|[Ii]n)(?: the)? (?P<list>[^;:%]{3,120}?),(?! and\b)(?! [^,]{2,40}(?:,| and) )")
MEMBERS = re.compile(r"\bamong(?:st)? (?P<list>[^;:%]{3,120})$", re.I)
PART = re.compile(r",? and |, ")
FIRST = re.compile(
    r"(?:.*\b(?:among|that|for|by|of|in|with|says?|shows?|found|finds|puts?|had|has|have|between|while|but|and)\b )?"
    r"(?P<np>\S.*)$",
    re.I | re.S,
)
LAST = re.compile(rf"(?P<np>.+?)(?= (?:{VERB}|came|come|both|all|respectively)\b|,? *$)", re.I | re.S)
LONG = 60


def respective(folded: str, done: "list[Answer]") -> "list[Answer]":
    """The answers with those of every list that ends in `respectively`: one for each figure, in order."""
    place = 0
    while place < len(done):
        end = place + 1
        while end < len(done) and is_joined(folded, done[end - 1], done[end]):
            end += 1
        if end - place > 1:
            done[place:end] = assigned(folded, done[place:end], done[place - 1] if place else None)
        place = end
    return done


def is_joined(folded: str, one: "Answer", other: "Answer") -> bool:
    """Whether a figure stands next to another in a list."""
    near = one.poll == other.poll and one.figure.sentence == other.figure.sentence
    return near and JOINER.fullmatch(folded, one.figure.end, other.figure.start) is not None


def assigned(folded: str, run: "list[Answer]", before: "Answer | None") -> "list[Answer]":
    """The figures of one list with what each counts; as they were where no list of as many things stands before."""
    start, end = run[0].figure.start, run[-1].figure.end
    left = max(run[0].figure.sentence[0], start - WIDE, before.figure.end if before else 0)
    if not BEHIND.match(folded, end, run[-1].figure.sentence[1]) and not BEFORE.search(folded, left, start):
        return run
    among = AMONG.match(folded, left, start) or MEMBERS.search(folded, max(left, start - LONG * 3), start)
    members = items(folded, *among.span("list"), len(run)) if among else []
    if members:
        return [one._replace(group=span) for one, span in zip(run, members, strict=True)]
    things = items(folded, left, start, len(run))
    return [one._replace(option=span) for one, span in zip(run, things, strict=True)] if things else run


def items(folded: str, start: int, end: int, count: int) -> list[Span]:
    """The spans of so many things as a stretch ends in; none where it has not as many, or where one is too long."""
    cuts = [start, *(at for match in PART.finditer(folded, start, end) for at in match.span()), end]
    parts = list(zip(cuts[::2], cuts[1::2], strict=True))[-count:]
    if len(parts) < count or any(right - left > LONG for left, right in parts[1:-1]):
        return []
    first, last = FIRST.match(folded, *parts[0]), LAST.match(folded, *parts[-1])
    if not first or not last:
        return []
    spans = [first.span("np"), *parts[1:-1], last.span("np")] if count > 1 else []
    return spans if all(is_thing(folded[left:right]) for left, right in spans) else []


def is_thing(words: str) -> bool:
    """Whether words can name what a figure counts."""
    return len(words) <= LONG and not re.search(r"[\d()]", words) and not FILLER.fullmatch(words)
