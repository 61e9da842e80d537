"""Terms: the words of an article that are counted, and what each of them counts as."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from .. import lookups
from ..extract.paragraph import paragraphs
from ..text import WORD, fold

INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
POSSESSIVE = re.compile(r"'s$", re.I)


def terms(text: str) -> Iterator[tuple[int, str]]:
    """Each counted word of the article itself: where it starts in the record, and the term it counts for.

    1. Words are lower-cased, curly apostrophes straightened, a possessive `'s` dropped.
    2. Words without a letter (numbers) and stop words (lookups/stopwords.csv) are left out.
    3. The dots of initials are dropped, and a word in capitals is no stop word: `U.S.` and `US` are the term
       `us`, while the pronoun `us` is left out.
    """
    folded = fold(text)
    for paragraph in paragraphs(text):
        for found in WORD.finditer(folded, paragraph.start, paragraph.end):
            term = term_of(found[0])
            if term:
                yield found.start(), term


@lru_cache(maxsize=2**17)
def term_of(word: str) -> str:
    """The term that a word counts for; empty where it is not counted."""
    bare = POSSESSIVE.sub("", word)
    if INITIALS.fullmatch(bare):
        bare = bare.replace(".", "")
    term = bare.lower()
    acronym = bare.isupper() and len(bare) > 1
    counted = any(map(str.isalpha, term)) and (acronym or term not in stopwords())
    return term if counted else ""


@cache
def stopwords() -> frozenset[str]:
    """The words of lookups/stopwords.csv."""
    return frozenset(lookups.column("stopwords", "word"))
