"""Bylines: the people that a line above or below an article names as its authors."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from .. import lookups
from ..text import fold, words
from .beginning import SIZE, Beginnings
from .forest import weights

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
PARTICLE = lookups.literal("particles", "form", use="byline")
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
FIRST = Beginnings(OPENERS)
BULLETS = " \t*+•·|>–—-"
DATED = re.compile(r"\W*(?:(?:posted|published|updated|created|written)\b.*\d|\w{3,9}\.? \d|\d)", re.I)
INNER = re.compile(r"\b(?P<opener>[Bb]y)(?:\s*:\s*|\s+)(?=\S)")
SIGNATURE = re.compile(r"\s*[—–-]+\s*[A-Z].*@")
POSSESSIVE = re.compile(r"['’]s\.?$")
SHARE = re.compile(r"\d ?%")
ABBREVIATED = frozenset(["U.S.", "U.K.", "U.N.", "E.U."])
WEAK_OPENERS = frozenset(["from"])
BLANKS = re.compile(r"[ \u00a0]+")
BULLET = re.compile(r"[\s*+•·|>–—-]*")
NAMED = re.compile(rf"{BULLET.pattern}{WORD.pattern}{BLANKS.pattern}{WORD.pattern}")
END = re.compile(r"\s*(?:$|[|•·/(–—@,;:+\d#]|-\s|\.\s*$|(?:for|in|at|of|on|long|via|and|staff)\b)")
GLUED = re.compile(
    r"(?:Published|Updated|Posted|Last|Staff|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? ?\d)"
)
FOLLOWING = re.compile(r"[\s,]*([^\W\d_][\w-]*)")
MOST_AUTHORS, LONGEST_LINE = 12, 220
FEW_WORDS, MANY_WORDS = 6, 20


class Authors(NamedTuple):
    """The names in a line, with the span from the first to the last, and whether a word says that they wrote."""

    names: tuple[str, ...]
    start: int
    end: int
    said: bool


def authors(core: str, known: Callable[[str], bool] = lambda _name: False, said: bool = False) -> Authors | None:
    """The authors that a line names; null where it names none for sure. `known` tells whether the record calls somebody
    an author elsewhere, `said` whether the line above is a word that opens a byline.

    1. `By`, `Written by` and the like (lookups/byline_words.csv) open the names; a line without one begins with a name.
    2. A name is two to four words with capitals, particles (`van der`) and initials aside; without an opener, it begins
       with a given name (lookups/firstnames.csv) and no slash follows, as in a credit, or a word for a job follows.
    3. Names are joined by commas and `and`. They end at a word for a job, an outlet or a date, at a sign or at digits;
       a name that such a word belongs to (`Staff Writer`, `Associated Press`) is none.
    4. What goes on as a sentence (`By the time he left`) is no byline, nor is the signature of a post (`— Jane Doe`),
       nor, without an opener, a line with a share (`Jane Doe 12% (+2)`).

    Not found: single names, pen names in small letters, names in scripts without capitals.
    """
    if len(core) > LONGEST_LINE or SIGNATURE.match(core):
        return None
    opener = opener_of(core)
    if not opener and (SHARE.search(core) or not NAMED.match(core)):
        return None
    sure = said or (opener is not None and opener["opener"].lower() not in WEAK_OPENERS)
    bare = BULLET.match(core)
    at = opener.end() if opener else bare.end() if bare else 0
    if not core[at : at + 1].isalpha():
        return None
    found: list[tuple[str, int, int]] = []
    while len(found) < MOST_AUTHORS:
        name = name_at(core, at, sure, known) if not found else next_name(core, at)
        if name is None:
            break
        found.append(name)
        join = JOIN.match(core, name[2])
        if not join:
            break
        at = join.end()
    if not found or not ends_well(core, found[-1][2], sure):
        return None
    return Authors(tuple(name for name, _, _ in found), found[0][1], found[-1][2], sure)


def is_signed(core: str) -> bool:
    """Whether a line says who wrote something."""
    found = authors(core) if opener_of(core) else None
    return found is not None and found.said


def opener_of(core: str) -> re.Match | None:
    """The words that open a byline: at the beginning of a line, or inside one that begins with a date."""
    found = OPENER.match(core) if can_open(core) else None
    return found or (INNER.search(core) if ("by" in core or "By" in core) and DATED.match(core) else None)


def can_open(core: str) -> bool:
    """Whether a line may begin with words that open a byline, at a glance: what may stand before them begins with a
    figure or ends with a bar.
    """
    bare = core.lstrip(BULLETS)
    return bare[:1].isdigit() or "|" in core or FIRST.fit(bare[:SIZE].lower())


def name_at(core: str, at: int, sure: bool, known: Callable[[str], bool]) -> tuple[str, int, int] | None:
    """The name that begins at a place, with its span."""
    name = words_at(core, at)
    if name is None or sure:
        return name
    following = FOLLOWING.match(core, name[2])
    kind = kind_of(following[1]) if following else ""
    if following and kind == "house" and not core[name[2] : following.start(1)].strip():
        return None
    if core.startswith("/", name[2]):
        return None
    first = name[0].split()[0].title()
    is_one = first in given_names() or known(name[0]) or (kind == "job" and is_uncommon(name[0]))
    return name if is_one else None


def next_name(core: str, at: int) -> tuple[str, int, int] | None:
    """A further name in a list: not the outlet or the job of the one before."""
    name = words_at(core, at)
    if name is None:
        return None
    following = FOLLOWING.match(core, name[2])
    if name[0].split()[0].title() in given_names():
        return name
    goes_on = following is not None and not core[name[2] : following.start(1)].strip() and following[1][0].isupper()
    return name if is_uncommon(name[0]) and not goes_on else None


def words_at(core: str, at: int) -> tuple[str, int, int] | None:
    """Two to four words that can be a name, with their span."""
    tokens = tokens_at(core, at)
    if len(tokens) < 2 or tokens[0][0] in ABBREVIATED:
        return None
    start, end = tokens[0].start(), tokens[-1].end()
    end -= core[end - 1] == "." and len(tokens[-1][0].rstrip(".")) > 2
    return core[start:end], start, end


def tokens_at(core: str, at: int) -> list[re.Match]:
    """The words of a name."""
    tokens: list[re.Match] = []
    while len(tokens) < 4:
        token = WORD.match(core, at)
        if not token or kind_of(token[0]) or not alike(tokens, token[0]) or POSSESSIVE.search(token[0]):
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


def ends_well(core: str, at: int, sure: bool) -> bool:
    """Whether what stands behind the last name can follow the names in a byline."""
    rest = core[at:]
    following = FOLLOWING.match(rest)
    if sure and len(rest.split()) <= FEW_WORDS and rest[:1] != "'":
        return True
    if GLUED.match(rest) or (following and kind_of(following[1])):
        return True
    sentence = core.endswith((".", "!", "?")) and len(core.split()) > FEW_WORDS
    return END.match(rest) is not None and (sure or (not sentence and len(rest.split()) <= MANY_WORDS))


@cache
def word_kinds() -> dict[str, str]:
    """The words of lookups/byline_words.csv that belong to no name."""
    return {row["word"]: row["kind"] for row in lookups.rows("byline_words") if row["kind"] != "opener"}


def kind_of(word: str) -> str:
    """The kind of a word that belongs to no name; empty for any other."""
    return word_kinds().get(word.lower().rstrip(".,"), "")


def is_uncommon(name: str) -> bool:
    """Whether no word of a name is one that the furniture of pages or the language has."""
    return not any(word[0].isupper() and is_common(word) for word in words(fold(name)))


@cache
def is_common(word: str) -> bool:
    """Whether a word is known from pages or is a function word, and no given name."""
    return word.lower() in common_words() and word.title() not in given_names()


@cache
def common_words() -> frozenset[str]:
    """The words known from pages, and function words."""
    return frozenset(weights("words")) | frozenset(lookups.column("stopwords", "word"))


@cache
def given_names() -> frozenset[str]:
    """The given names of lookups/firstnames.csv."""
    return frozenset(lookups.column("firstnames", "form"))
