"""Beginnings: the letters with which a pattern can begin, so that it is not tried on a line that begins otherwise."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from .literal import PIECE, is_character

SIZE = 3
OPEN, CLOSED = False, True  # whether what is known of a beginning goes on
Heads = set[tuple[str, bool]]


class Beginnings:
    """Patterns for lines in small letters, each with the first letters, at most three, of all that it matches."""

    def __init__(self, patterns: Iterable[str]) -> None:
        found = {pattern: heads(PIECE.findall(pattern), 0)[0] for pattern in patterns}
        self.heads = {pattern: tuple({text for text, _ in own}) for pattern, own in found.items()}
        self.fitting = lru_cache(maxsize=2**12)(self.fitting_head)
        self.compiled = cache(lambda chosen: re.compile("|".join(chosen)))

    def match(self, line: str) -> re.Match | None:
        """The match of one of the patterns at the beginning of a line."""
        pattern = self.fitting(line[:SIZE])
        return pattern.match(line) if pattern else None

    def fit(self, line: str) -> bool:
        """Whether one of the patterns may match at the beginning of a line."""
        return self.fitting(line[:SIZE]) is not None

    def fitting_head(self, head: str) -> re.Pattern | None:
        """Those patterns as one that may match a line that begins so. Nothing is told of a sign outside ASCII."""
        told = head[:1].isascii()
        chosen = tuple(one for one, own in self.heads.items() if not told or head.startswith(own))
        return self.compiled(chosen) if chosen else None


def heads(pieces: Sequence[str], at: int) -> tuple[Heads, int]:
    """The beginnings of a pattern from a place on, up to its end or that of its group, and where that is."""
    found: Heads = set()
    own: Heads = {("", OPEN)}
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            found, own, at = found | own, {("", OPEN)}, at + 1
            continue
        if pieces[at] == "(":
            inner, at = heads(pieces, inside(pieces, at))
        else:
            inner = letters(pieces[at])
        at += 1
        if at < len(pieces) and pieces[at][0] in "?*+{":
            inner, at = often(inner, pieces[at]), at + 1
        own = joined(own, inner)
    return found | own, at


def inside(pieces: Sequence[str], at: int) -> int:
    """Where the inside of a group begins, behind the sign or the name that it has."""
    if pieces[at + 1] != "?":
        return at + 1
    return at + 3 if pieces[at + 2] == ":" else pieces.index(">", at) + 1


def letters(piece: str) -> Heads:
    """What one piece of a pattern stands for; nothing is known behind a class of many characters."""
    if piece in ("^", "$", r"\b"):
        return {("", OPEN)}
    if piece == r"\d":
        return {(digit, OPEN) for digit in "0123456789"}
    if piece[0] == "[" and piece[1] != "^" and "\\" not in piece:
        return {(char.lower(), OPEN) for char in members(piece[1:-1])}
    return {(piece[-1].lower(), OPEN)} if is_character(piece) else {("", CLOSED)}


def members(inner: str) -> Iterable[str]:
    """The characters of a class."""
    while inner:
        last = inner[2] if inner[1:2] == "-" and len(inner) > 2 else inner[0]
        yield from map(chr, range(ord(inner[0]), ord(last) + 1))
        inner = inner[3 if inner[1:2] == "-" and len(inner) > 2 else 1 :]


def often(inner: Heads, sign: str) -> Heads:
    """The beginnings of a piece that may be missing, or may stand several times."""
    if sign == "?":
        return inner | {("", OPEN)}
    return {(text, CLOSED) for text, _ in inner} | ({("", CLOSED)} if sign == "*" or sign.startswith("{0") else set())


def joined(own: Heads, inner: Heads) -> Heads:
    """Each beginning with each of those that can follow it."""
    return {
        (text, state) if state or len(text) == SIZE else ((text + more)[:SIZE], after)
        for text, state in own
        for more, after in inner
    }
