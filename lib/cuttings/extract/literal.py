"""Literals: letters that a pattern cannot match without, so that a text that lacks them need not be searched."""

import re
from collections.abc import Iterator

SHORTEST = 3
PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}|.", re.S)


def literals(pattern: str) -> tuple[str, ...]:
    """For each alternative of a regular expression, in small letters, the longest run of letters that it must have.

    Empty where an alternative has none of three letters, so that nothing can be said. What stands in a group or before
    a `?` counts for nothing, because the pattern may match without it; so the answer is true, but not always the best.
    """
    found = [max(runs(one), key=len, default="") for one in alternatives(pattern)]
    return tuple(found) if min(map(len, found)) >= SHORTEST else ()


def may_match(needed: tuple[str, ...], small: str) -> bool:
    """Whether a pattern with these literals can match in a text in small letters."""
    return not needed or any(one in small for one in needed)


def alternatives(pattern: str) -> list[list[str]]:
    """The pieces of each alternative outside groups; an empty piece stands for a group."""
    found: list[list[str]] = [[]]
    depth = 0
    for piece in PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if depth == 0 and piece == "|":
            found.append([])
        elif depth == 0:
            found[-1].append("" if piece == ")" else piece)
    return found


def runs(pieces: list[str]) -> Iterator[str]:
    """The runs of characters that stand for themselves, in small letters."""
    run = ""
    for piece in pieces:
        if piece[:1] in ("?", "*", "{"):
            run = run[:-1]
        plain = piece[-1:] if is_character(piece) else ""
        if not plain:
            yield run
        run = run + plain.lower() if plain else ""
    yield run


def is_character(piece: str) -> bool:
    """Whether a piece stands for one character."""
    if len(piece) == 2:
        return not piece[1].isalnum()
    return len(piece) == 1 and piece not in ".^$?*+"
