"""Known pollsters: where a text names one of lookups/pollsters.csv."""

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from ... import lookups

INNERMOST = re.compile(r"\([^()]*\)[?*]?")
LOOSE = re.compile(r"\[[^\]]*\][?*+]?|\\[bBwWsSdD][*+?]?|[\w -]\?")
CAPITAL = re.compile(r"[A-ZА-ЯІЇЄ]\w{2,}")
LITERAL = re.compile(r"[\w&. -]{3,}")
COMMON = frozenset(("The", "University", "National", "American", "Institute", "Research", "Center", "Public", "News"))
POLLING = "{poll}"
OF_POLL = (  # what `{poll}` in a pattern stands for: a word for a poll, at most three words behind the name
    r"(?=(?:'s?)?"
    r"(?:[ /-](?!(?:of|for|in|on|to|and|or|by|at|the|an?|is|was|has|had|said|says|that|from)\b)[\w&'-]+){0,3}"
    r"[ -](?:[Pp]olls?|[Ss]urveys?|[Tt]rack(?:er|ing)|[Bb]arometer|[Pp]olling|[Pp]ollsters?|questionnaire)\b"
    r"|,? (?:has |have )?(?:polled|surveyed|interviewed)\b)"
)


class Pollster(NamedTuple):
    """A row of the lookup: the name, its pattern, and letters of which one stands wherever the pattern matches."""

    name: str
    pattern: re.Pattern
    source: str
    signs: tuple[str, ...]


@cache
def pollsters() -> tuple[Pollster, ...]:
    """The rows of lookups/pollsters.csv."""
    return tuple(
        Pollster(row["pollster"], pattern_of(row["pattern"]), row["pattern"], signs(row["pattern"]))
        for row in lookups.rows("pollsters")
    )


def pattern_of(source: str) -> re.Pattern:
    """The pattern of a row, in which `{poll}` asks for a word for a poll behind the name."""
    return re.compile(source.replace(POLLING, OF_POLL))


@cache
def bare() -> dict[str, list[tuple[str, re.Pattern]]]:
    """The names that count only before a word for a poll, by their first word, without that condition."""
    found: dict[str, list[tuple[str, re.Pattern]]] = {}
    for row in lookups.rows("pollsters"):
        if POLLING in row["pattern"]:
            pattern = re.compile(row["pattern"].replace(POLLING, r"\b"))
            for sign in signs(row["pattern"]):
                found.setdefault(sign.split()[0], []).append((row["pollster"], pattern))
    return found


def pollster_called(name: str) -> str | None:
    """The pollster that has a name which stands where only a pollster's can."""
    near = bare().get(name.split(" ")[0], ()) if name else ()
    return next((pollster for pollster, pattern in near if pattern.fullmatch(name)), None)


def signs(pattern: str) -> tuple[str, ...]:
    """The longest letters of each alternative of a pattern, by which texts without it are told quickly; none where an
    alternative has no three letters in a row.
    """
    plain = pattern.replace(POLLING, "\n").replace("\\.", ".").replace("\\b", "\n")
    while INNERMOST.search(plain):
        plain = INNERMOST.sub("\n", plain)
    plain = LOOSE.sub("\n", plain)
    found = [max(LITERAL.findall(one), key=len, default="") for one in plain.split("|")]
    return tuple(found) if all(found) else ()


@cache
def heads() -> tuple[dict[str, list[tuple[str, Pollster]]], list[tuple[str, Pollster]]]:
    """The pollsters by the rarest word with a capital of each sign, and those with a sign that has none."""
    found: dict[str, list[tuple[str, Pollster]]] = {}
    rest: list[tuple[str, Pollster]] = []
    common = Counter(word for one in pollsters() for sign in one.signs for word in CAPITAL.findall(sign))
    for one in pollsters():
        for sign in one.signs or ("",):
            whole = [word for word in CAPITAL.findall(sign) if is_whole(word, one.source)]
            head = min(whole, key=lambda word: (word in COMMON, common[word], -len(word)), default=None)
            (found.setdefault(head, []) if head else rest).append((sign, one))
    return found, rest


def is_whole(word: str, pattern: str) -> bool:
    """Whether a word of a pattern is whole wherever the pattern matches: not in `Reach[Tt]el`, `C-?Voter`."""
    return (
        re.search(rf"(?<![\w?\])]){re.escape(word)}(?![\w\[?]| \?|\(\?:[^ ])", pattern.replace("\\b", " ")) is not None
    )


@lru_cache(maxsize=4)
def known_in(folded: str) -> tuple[tuple[int, int, str], ...]:
    """Where a text names pollsters of the lookup, in order."""
    by_word, rest = heads()
    words = by_word.keys() & set(CAPITAL.findall(folded))
    pairs = [*rest, *(pair for word in words for pair in by_word[word])]
    likely = {one.name: one.pattern for sign, one in pairs if sign in folded}
    return tuple(sorted((*hit.span(), name) for name, pattern in likely.items() for hit in pattern.finditer(folded)))


def pollster_in(piece: str) -> str | None:
    """The first pollster of the lookup that a text names."""
    return next((name for _, _, name in known_in(piece)), None)
