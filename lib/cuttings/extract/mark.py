"""Quotation marks: which open, which close, and the stretches of an article that they quote."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from .paragraph import paragraphs

MARK = re.compile(r"[\"“”„‟«»〝〞＂'‘’‚‛‹›`](?:(?<=')'|(?<=`)`)?")  # a class first: the engine skips to it
SINGLES = "'‘’‚‛‹›`"
ELISION = re.compile(r"['‘’](?:\d0s\b|(?:em|til|cause|tis|twas|n|round|bout)\b)", re.I)
OPENS = re.compile(r"(?<![^\s(\[{/–—-])(?:''|``|[\"'“‘„«‹‚`])(?=[\w\[“‘\"'])")
SINGLE_OPENS = re.compile(r"(?<=[\s(\[—–-])['‘](?=\w)(?!\d0s\b|(?:em|til|cause|tis|twas|n|round|bout)\b)")
Pairs = list[tuple[int, int, int, int]]


class Span(NamedTuple):
    """Quoted words from `start` to `end`; `left` and `right` take in the marks."""

    left: int
    start: int
    end: int
    right: int


def marked(text: str) -> Iterator[Span]:
    """The quoted stretches of the article's own paragraphs, by their outermost marks."""
    own = paragraphs(text)
    for number, (start, end, _) in enumerate(own):
        runs_on = number + 1 < len(own) and MARK.match(text, own[number + 1].start) is not None
        pairs, opened = paired(text, start, end, nested=True)
        if opened and not runs_on and not is_block(text, opened, start, end):
            pairs, opened = paired(text, start, end, nested=False)
        if opened and (
            runs_on
            or opened.start() == start
            or text[max(0, opened.start() - 3) : opened.start()]
            .rstrip()
            .rstrip('"”’')
            .endswith((":", ",", ".", "?", "!"))
        ):
            pairs.append((opened.start(), opened.end(), end, end))
        for left, inner, close, right in pairs:
            piece = text[inner:close]
            if any(map(str.isalnum, piece)):
                yield Span(left, close - len(piece.lstrip()), inner + len(piece.rstrip()), right)


def is_introduced(text: str, at: int) -> bool:
    """Whether a sentence ends before a mark, or a colon or a comma leads to it."""
    return text[max(0, at - 3) : at].rstrip().rstrip('"”’').endswith((":", ",", ".", "?", "!"))


def is_block(text: str, opened: re.Match, start: int, end: int) -> bool:
    """Whether a paragraph is quoted as a whole: it, or what follows a colon, begins with a mark that does not come
    again, and others are inside.
    """
    begins = opened.start() == start or text[max(start, opened.start() - 3) : opened.start()].rstrip().endswith(":")
    return begins and MARK.match(text, opened.end()) is None and text.find(opened.group(), opened.end(), end) < 0


def inner(text: str, start: int, end: int) -> Iterator[Span]:
    """The quoted stretches inside a quotation, by their outermost marks."""
    if OPENS.search(text, start, end):
        for left, begin, close, right in paired(text, start, end, nested=True)[0]:
            piece = text[begin:close]
            if any(map(str.isalnum, piece)):
                yield Span(left, close - len(piece.lstrip()), begin + len(piece.rstrip()), right)


def paired(text: str, start: int, end: int, nested: bool) -> tuple[Pairs, re.Match | None]:
    """Pairs of marks in a paragraph, and the mark that stays open.

    An opening mark inside a quotation opens a nested one, or, not `nested`, tells that the first was never closed.
    """
    pairs: Pairs = []
    opened, depth, resume = None, 0, start
    closers: tuple[list[int], list[int]] | None = None
    for mark in MARK.finditer(text, start, end):
        if mark.start() < resume:
            continue
        role = role_of(text, mark, start, end)
        if mark.group() in SINGLES:
            if opened is not None or role != "open":
                continue
            closers = closers or closing_singles(text, start, end)
            close = closing(text, closers, mark.end())
            if close is not None:
                pairs.append((mark.start(), mark.end(), close, close + 1))
                resume = close + 1
        elif opened is None:
            opened = mark if role in ("open", "either") else None
        elif role == "open":
            opened, depth = (opened, depth + 1) if nested else (mark, 0)
        elif depth:
            depth -= 1
        else:
            pairs.append((opened.start(), opened.end(), mark.start(), mark.end()))
            opened = None
    return pairs, opened


def role_of(text: str, mark: re.Match, start: int, end: int) -> str:
    """Whether a mark opens or closes, by what stands around it and, where that leaves it open, by its shape."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    behind = text[mark.end()] if mark.end() < end else " "
    if before == "=" or behind == ">":
        return "no"  # the value of an attribute
    if mark.end() >= end:
        return "close"
    after_blank = before.isspace() or before in "([{-–—/\"“‘'«„"
    before_blank = behind.isspace() or behind in ".,;:!?)]}-–—/…\"”’»'"
    if mark.group() in SINGLES:
        opens = after_blank and (behind.isalnum() or behind in '["“') and mark.group() not in "’›"
        return "open" if opens and not ELISION.match(text, mark.start()) else "no"
    if after_blank != before_blank:
        return "open" if after_blank else "close"
    if mark.group() in "“„‟〝``":
        return "open"
    if mark.group() in "”〞" or (before_blank and not before.isspace()):
        return "close"
    return "no" if before.isdigit() else "either"


def closing_singles(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Single marks that can close a quotation: all, and those that are no plural possessive."""
    every, sure = [], []
    for match in re.finditer(r"(?<=[^\s(\[—–-])['’‛›‘](?!\w)", text[start:end]):
        at = start + match.start()
        every.append(at)
        if text[at - 1] != "s":
            sure.append(at)
    return every, sure


def closing(text: str, closers: tuple[list[int], list[int]], at: int) -> int | None:
    """The single mark that closes what opens before `at`: the first sure one, else the first; the first, too, where
    another quotation opens before the sure one: `‘no more boats’ and ‘no more cranes.’`
    """
    every, sure = closers
    first, safe = bisect_left(every, at + 1), bisect_left(sure, at + 1)
    if first == len(every):
        return None
    if safe == len(sure) or SINGLE_OPENS.search(text, every[first] + 1, sure[safe]):
        return every[first]
    return sure[safe]
