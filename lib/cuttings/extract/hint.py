"""What the word lists say of a line."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from .. import lookups
from ..text import fold, words
from .beginning import Beginnings
from .literal import needing

KICKER = re.compile(r"^[A-Z][\w &'’/-]{1,25} (?:\||»|>) [A-Z][\w &'’/-]{1,25}$")
LONGEST_FURNITURE, LONGEST_CAPTION, CREDIT, SHORT = 240, 400, 100, 60


class Hint(NamedTuple):
    """What a line says of itself: a role by a word list, and its effect on what follows (see lookups/furniture.csv):
    `line` none, `end` articles end with such a line, `stop` surely so, `more` it closes the teaser of another story.
    """

    role: str | None
    effect: str = "line"


CONSENT = Hint("boilerplate", "stop")  # what a page says at length of its cookies
CAPTION, SECTION, NOTHING = Hint("caption"), Hint("kicker"), Hint(None)


class Furniture(NamedTuple):
    """The patterns of lookups/furniture.csv: those of a line's beginning, the others as one with letters that are in
    each line that one of them matches, and what each says.

    The name of the group that matches, `r12`, is the number of its row.
    """

    beginning: Beginnings
    needed: re.Pattern
    anywhere: re.Pattern
    said: dict[str, Hint]

    def hint(self, line: str) -> Hint | None:
        """What the patterns say of a line; those of its beginning come first."""
        found = self.beginning.match(line) or (self.anywhere.search(line) if self.needed.search(line) else None)
        return self.said[found.lastgroup] if found and found.lastgroup else None


@cache
def furniture() -> Furniture:
    """The patterns of lookups/furniture.csv, which are for lines in small letters."""
    rows = [(f"r{number}", row) for number, row in enumerate(lookups.rows("furniture"))]
    said = {name: Hint(row["role"], row["effect"]) for name, row in rows}
    named = {f"(?P<{name}>{row['pattern']})": row["pattern"] for name, row in rows}
    others = {name: pattern for name, pattern in named.items() if not pattern.startswith("^")}
    beginning = Beginnings(name for name in named if name not in others)
    return Furniture(beginning, needing(others.values()), re.compile("|".join(others)), said)


class Credits(NamedTuple):
    """The patterns of lookups/credits.csv: those of a line's beginning as one, the others as one, and letters that a
    line with either has.
    """

    needed: re.Pattern
    beginning: re.Pattern
    anywhere: re.Pattern


@cache
def credits_of() -> Credits:
    """The patterns of lookups/credits.csv."""
    patterns = lookups.column("credits", "pattern")
    begins = [pattern for pattern in patterns if pattern.startswith("^")]
    others = [pattern for pattern in patterns if not pattern.startswith("^")]
    beginning, anywhere = (re.compile("|".join(f"(?:{pattern})" for pattern in of)) for of in (begins, others))
    return Credits(needing(patterns, shortest=1, small=False), beginning, anywhere)


def is_caption(core: str) -> bool:
    """Whether a line is a picture's caption by the credit in it: at its beginning, or near its end."""
    known = credits_of()
    if len(core) >= LONGEST_CAPTION or not known.needed.search(core):
        return False
    return bool(known.beginning.match(core) or known.anywhere.search(core[-CREDIT:]))


@lru_cache(maxsize=2**15)
def hint(core: str) -> Hint:
    """Look a line up in the word lists; a long line of prose is no furniture, unless it is about cookies."""
    line = folded(core).lstrip(" *+-•·»>|")
    if len(line) < LONGEST_FURNITURE:
        found = furniture().hint(line.lower())
        if found:
            return found
    if core.count("cookie") > 1:
        return CONSENT
    if is_caption(core):
        return CAPTION
    if len(core) < SHORT and ("|" in core or "»" in core or ">" in core) and KICKER.match(core):
        return SECTION
    return NOTHING


def plain(text: str) -> str:
    """Lower-cased words, for comparing lines."""
    return " ".join(words(folded(text))).lower()


def folded(text: str) -> str:
    """A line with straight quotation marks and dashes, as the word lists have them; one in ASCII has no others."""
    return text if text.isascii() else fold(text)
