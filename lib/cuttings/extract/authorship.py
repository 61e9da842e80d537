"""Bylines: the people that a line above or below an article names as its authors."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from .. import lookups

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
PARTICLE = r"(?:de la|de|del|della|di|da|dos|du|van der|van den|van|von|der|den|bin|ibn|al|el|la|le|ter|ten|y)"
LOWER = r"[a-zß-öø-ÿ]"
CAPITALISED = rf"(?:[OD]['’]|Mc|Mac|De|Di|Du|La|Le|Van|Fitz|al-|Al-)?(?:{UPPER}{LOWER}+|{UPPER}{{2,}}(?!{LOWER}))"
TOKEN = rf"(?:{UPPER}\.(?:[ -]?{UPPER}\.)*|{CAPITALISED}(?:['’-](?:{UPPER}?{LOWER}+|{UPPER}+))*\.?)"
WORD = re.compile(rf"(?:{PARTICLE} )?{TOKEN}")
JOIN = re.compile(r"\s*(?:,\s*and\s|,|&|\+|\band\s|\bund\s|\bet\s)\s*|\s+(?:and|with)\s+")
OPENERS = sorted(lookups.column("byline_words", "word", kind="opener"), key=len, reverse=True)
OPENER = re.compile(
    r"^[\s*+•·|>–—-]*(?:(?:\d+ (?:hours?|days?|minutes?) ago|[A-Z][\w ]{2,20} \|)\s+)?"
    rf"(?P<opener>(?i:{'|'.join(OPENERS)}))"
    r"(?::\s*|\s+)(?=\S)"
)
WEAK_OPENERS = frozenset(["from", "von", "par", "por", "author", "authors"])
BLANKS = re.compile(r"[ \u00a0]+")
BULLET = re.compile(r"[\s*+•·|>–—-]*")
END = re.compile(r"\s*(?:$|[|•·/(–—@,;:+\d#]|-\s|\.\s*$|(?:for|in|at|of|on|is|has|covers|long|via|and|staff)\b)")
GLUED = re.compile(
    r"(?:Published|Updated|Posted|Last|Staff|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? ?\d)"
)
FOLLOWING = re.compile(r"[\s,]*([^\W\d_][\w-]*)")
MOST_AUTHORS, LONGEST_LINE = 12, 220


class Authors(NamedTuple):
    """The names in a line, with the span from the first to the last, and whether a word says that they wrote."""

    names: tuple[str, ...]
    start: int
    end: int
    said: bool


def authors(core: str, known: Callable[[str], bool] = lambda _name: False) -> Authors | None:
    """The authors that a line names; null where it names none for sure. `known` tells whether the record calls somebody
    an author elsewhere.

    1. `By`, `Written by` and the like (lookups/byline_words.csv) open the names; a line without one begins with a name.
    2. A name is two to four words with capitals, particles (`van der`) and initials aside; without an opener, it begins
       with a given name (lookups/firstnames.csv).
    3. Names are joined by commas and `and`. They end at a word for a job, an outlet or a date, at a sign or at digits;
       a name that such a word belongs to (`Staff Writer`, `Associated Press`) is none.
    4. What goes on as a sentence (`By the time he left`) is no byline.

    Not found: single names, pen names in small letters, names in scripts without capitals.
    """
    if len(core) > LONGEST_LINE:
        return None
    opener = OPENER.match(core)
    said = opener is not None and opener["opener"].lower() not in WEAK_OPENERS
    bare = BULLET.match(core)
    at = opener.end() if opener else bare.end() if bare else 0
    found: list[tuple[str, int, int]] = []
    while len(found) < MOST_AUTHORS:
        name = name_at(core, at, said or bool(found), known)
        if name is None:
            break
        found.append(name)
        join = JOIN.match(core, name[2])
        if not join:
            break
        at = join.end()
    if not found or not ends_well(core, found[-1][2], said):
        return None
    return Authors(tuple(name for name, _, _ in found), found[0][1], found[-1][2], said)


def name_at(core: str, at: int, sure: bool, known: Callable[[str], bool]) -> tuple[str, int, int] | None:
    """The name that begins at a place, with its span."""
    tokens = tokens_at(core, at)
    if len(tokens) < 2:
        return None
    start, end = tokens[0].start(), tokens[-1].end()
    end -= core[end - 1] == "." and len(tokens[-1][0].rstrip(".")) > 2
    name = core[start:end]
    if not sure and tokens[0][0].title() not in given_names() and not known(name):
        return None
    house = FOLLOWING.match(core, end)
    if house and kind_of(house[1]) == "house" and not sure and not core[end : house.start(1)].strip():
        return None
    return name, start, end


def tokens_at(core: str, at: int) -> list[re.Match]:
    """The words of a name."""
    tokens: list[re.Match] = []
    while len(tokens) < 4:
        token = WORD.match(core, at)
        if not token or kind_of(token[0]) or not alike(tokens, token[0]):
            break
        tokens.append(token)
        blank = BLANKS.match(core, token.end())
        if not blank:
            break
        at = blank.end()
    if tokens and core[tokens[-1].end() :][:1].isalnum() and not GLUED.match(core, tokens[-1].end()):
        tokens.pop()
    return tokens


def alike(tokens: list[re.Match], word: str) -> bool:
    """Whether a word goes on with a name: one in capitals only where the name is in capitals, too."""
    if not tokens or not word.isupper() or len(word) <= 3 or "." in word:
        return True
    return str(tokens[0][0]).isupper()


def ends_well(core: str, at: int, said: bool) -> bool:
    """Whether what stands behind the last name can follow the names in a byline."""
    rest = core[at:]
    following = FOLLOWING.match(rest)
    if END.match(rest) and (said or not following or kind_of(following[1]) or len(rest.split()) <= 8):
        return True
    return bool(GLUED.match(rest)) or (following is not None and kind_of(following[1]) != "")


@cache
def word_kinds() -> dict[str, str]:
    """The words of lookups/byline_words.csv that belong to no name."""
    return {row["word"]: row["kind"] for row in lookups.rows("byline_words") if row["kind"] != "opener"}


def kind_of(word: str) -> str:
    """The kind of a word that belongs to no name; empty for any other."""
    return word_kinds().get(word.lower().rstrip(".,"), "")


@cache
def given_names() -> frozenset[str]:
    """The given names of lookups/firstnames.csv."""
    return frozenset(lookups.column("firstnames", "form"))
