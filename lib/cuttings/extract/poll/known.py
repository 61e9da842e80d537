"""Known pollsters: where a text names one of lookups/pollsters.csv."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ... import lookups

GROUP = re.compile(r"\((?:[^()]|\([^()]*\))*\)[?*]?|\[[^\]]*\][?*+]?|\\[bBwWsSdD][*+?]?|[\w ]\?")
CAPITAL = re.compile(r"[A-ZА-ЯІЇЄ]\w{2,}")
LITERAL = re.compile(r"[\w&. -]{3,}")


class Pollster(NamedTuple):
    """A row of the lookup: the name, its pattern, and letters of which one stands wherever the pattern matches."""

    name: str
    pattern: re.Pattern
    signs: tuple[str, ...]


@cache
def pollsters() -> tuple[Pollster, ...]:
    """The rows of lookups/pollsters.csv."""
    return tuple(
        Pollster(row["pollster"], re.compile(row["pattern"]), signs(row["pattern"]))
        for row in lookups.rows("pollsters")
    )


def signs(pattern: str) -> tuple[str, ...]:
    """The longest letters of each alternative of a pattern, by which texts without it are told quickly; none where an
    alternative has no three letters in a row.
    """
    bare = GROUP.sub("\n", pattern.replace("\\.", ".").replace("\\b", "\n"))
    found = [max(LITERAL.findall(one), key=len, default="") for one in bare.split("|")]
    return tuple(found) if all(found) else ()


@cache
def heads() -> tuple[dict[str, list[tuple[str, Pollster]]], list[tuple[str, Pollster]]]:
    """The pollsters by the first word with a capital of each sign, and those with a sign that has none."""
    found: dict[str, list[tuple[str, Pollster]]] = {}
    rest: list[tuple[str, Pollster]] = []
    for one in pollsters():
        for sign in one.signs or ("",):
            head = next((word for word in CAPITAL.findall(sign) if is_whole(word, one.pattern.pattern)), None)
            (found.setdefault(head, []) if head else rest).append((sign, one))
    return found, rest


def is_whole(word: str, pattern: str) -> bool:
    """Whether a word of a pattern is whole wherever the pattern matches: not in `Reach[Tt]el`, `C-?Voter`."""
    return re.search(rf"(?<![\w?\])]){re.escape(word)}(?![\w\[?]| \?)", pattern.replace("\\b", " ")) is not None


@lru_cache(maxsize=4)
def known_in(folded: str) -> tuple[tuple[int, int, str], ...]:
    """Where a text names pollsters of the lookup, in order."""
    by_word, rest = heads()
    words = by_word.keys() & set(CAPITAL.findall(folded))
    likely = {one for sign, one in [*rest, *(pair for word in words for pair in by_word[word])] if sign in folded}
    return tuple(sorted((*hit.span(), one.name) for one in likely for hit in one.pattern.finditer(folded)))


def pollster_in(piece: str) -> str | None:
    """The first pollster of the lookup that a text names."""
    return next((name for _, _, name in known_in(piece)), None)
