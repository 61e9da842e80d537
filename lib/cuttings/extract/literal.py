"""Literals: letters that a pattern cannot match without, so that a text that lacks them need not be searched."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

SHORTEST = 3
PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}|.", re.S)


def literals(pattern: str, shortest: int = SHORTEST, small: bool = True) -> tuple[str, ...]:
    """Letters of which every match of a pattern has one run or another, in small letters or as they are written.

    Empty where a match may have none that is long enough, so that nothing can be said. What may be missing counts for
    nothing, and neither do groups with a name or a sign; so the answer is true, but not always the best.
    """
    found, _ = needed(PIECE.findall(pattern), 0)
    made = tuple(dict.fromkeys(map(str.lower, found) if small else found))
    return made if min(map(len, made)) >= shortest else ()


def may_match(needed: tuple[str, ...], small: str) -> bool:
    """Whether a pattern with these literals can match in a text in small letters."""
    return not needed or any(one in small for one in needed)


def needing(patterns: Iterable[str], shortest: int = SHORTEST, small: bool = True) -> re.Pattern:
    """A pattern that finds some literal of some patterns, wherever one of them matches; it is quick to search for."""
    found = [[one.strip() or one for one in literals(pattern, shortest, small)] for pattern in patterns]
    return re.compile("|".join(map(re.escape, sorted(set().union(*found)))) if all(found) else "")


def places(text: str, letters: Iterable[str]) -> list[int]:
    """Where any of some letters stand in a text, in order."""
    found = []
    for one in letters:
        at = text.find(one)
        while at >= 0:
            found.append(at)
            at = text.find(one, at + len(one))
    return sorted(found)


def matches_near(
    pattern: re.Pattern, text: str, span: tuple[int, int], spots: Sequence[int], reach: tuple[int, int]
) -> Iterator[re.Match]:
    """The matches of a pattern between two offsets, given the places in the text, in order, of letters that each of
    them has, and how far it reaches at most before the first and behind the last of these: nothing is searched
    elsewhere.
    """
    for left, right in stretches(spots, *span, *reach):
        yield from pattern.finditer(text, left, right)


def stretches(spots: Sequence[int], start: int, end: int, before: int, after: int) -> Iterator[tuple[int, int]]:
    """The stretches between two offsets that lie near some places, which are in order: up to so much before and behind
    each.
    """
    left = right = start
    for at in spots[bisect_left(spots, start) : bisect_left(spots, end)]:
        if at - before > right:
            if right > left:
                yield left, right
            left = at - before
        right = min(end, at + after)
    if right > left:
        yield left, right


def needed(pieces: Sequence[str], at: int) -> tuple[list[str], int]:
    """The literals of a pattern from a place on, up to its end or that of its group, and where that is."""
    found: list[str] = []
    best, run = [""], ""
    while at < len(pieces) and pieces[at] != ")":
        inner, char, at = piece_at(pieces, at)
        if at < len(pieces) and pieces[at][0] in "?*+{":
            missing = pieces[at][0] in "?*" or pieces[at][:2] in ("{0", "{,")
            best = longer(best, [run if missing else run + char], [""] if missing else inner)
            run, at = "", at + 1
        elif char:
            run += char
        else:
            best = longer(best, [run], inner)
            run = ""
        if at < len(pieces) and pieces[at] == "|":
            found += longer(best, [run])
            best, run, at = [""], "", at + 1
    return [*found, *longer(best, [run])], at


def piece_at(pieces: Sequence[str], at: int) -> tuple[list[str], str, int]:
    """What stands at a place of a pattern: the literals of a group, or a character, and what follows."""
    if pieces[at] != "(":
        return [""], pieces[at][-1] if is_character(pieces[at]) else "", at + 1
    plain = pieces[at + 1] != "?" or pieces[at + 2] == ":"
    inner, end = needed(pieces, at + 3 if plain and pieces[at + 1] == "?" else at + 1)
    return inner if plain else [""], "", end + 1


def longer(*options: list[str]) -> list[str]:
    """The option whose shortest run is longest; of several, the first."""
    return max(options, key=lambda option: min(map(len, option)))


def is_character(piece: str) -> bool:
    """Whether a piece stands for one character."""
    if len(piece) == 2:
        return not piece[1].isalnum()
    return len(piece) == 1 and piece not in ".^$?*+|"
