"""What the word lists say of a line."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from .. import lookups
from ..text import fold, words

KICKER = re.compile(r"^[A-Z][\w &'’/-]{1,25} (?:\||»|>) [A-Z][\w &'’/-]{1,25}$")
LONGEST_FURNITURE, LONGEST_CAPTION = 240, 400


class Hint(NamedTuple):
    """What a line says of itself: a role by a word list, and whether articles end with such a line."""

    role: str | None
    ends: bool


@cache
def furniture() -> tuple[tuple[re.Pattern, str, bool], ...]:
    """The patterns of lookups/furniture.csv."""
    table = lookups.rows("furniture")
    return tuple((re.compile(row["pattern"], re.I), row["role"], row["effect"] == "end") for row in table)


@cache
def credit_pattern() -> re.Pattern:
    """The patterns of lookups/credits.csv as one."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in lookups.column("credits", "pattern")))


@lru_cache(maxsize=4096)
def hint(core: str) -> Hint:
    """Look a line up in the word lists; a long line of prose is no furniture."""
    plain = fold(core).lstrip(" *+-•·»>|")
    if len(plain) < LONGEST_FURNITURE:
        for pattern, role, ends in furniture():
            if pattern.search(plain):
                return Hint(role, ends)
    if len(core) < LONGEST_CAPTION and credit_pattern().search(core):
        return Hint("caption", False)
    if KICKER.search(core):
        return Hint("kicker", False)
    return Hint(None, False)


def plain(text: str) -> str:
    """Lower-cased words, for comparing lines."""
    return " ".join(words(fold(text))).lower()
