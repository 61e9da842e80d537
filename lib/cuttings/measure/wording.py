"""The words that measures of wording count: those of the article itself, by whose voice they are."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache

import pandas as pd

from .. import lookups, tables
from ..errors import InputError
from ..extract.paragraph import paragraphs
from ..text import WORD, fold

VOICES = ("own", "quoted", "both")
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
POSSESSIVE = re.compile(r"'s$", re.I)

Hearing = Callable[[str, int], bool]


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


def hearing(voice: str, quotations: pd.DataFrame | None = None) -> Hearing:
    """A test of an address (article_id, start): whether what stands there is said in the voice asked for.

    `own`: the outlet's words; `quoted`: words inside a direct quotation; `both`: all. A quoted phrase of up to three
    words (kind `phrase`) and a title count as the outlet's own wording, because it is the outlet that put them there.
    Raises InputError for another voice, and where telling the two apart lacks the table quotations.
    """
    if voice not in VOICES:
        raise InputError(f"voice={voice!r}: the voice is one of {', '.join(VOICES)}")
    if voice == "both":
        return lambda _article, _start: True
    if quotations is None:
        raise InputError(f"voice={voice!r} needs the table quotations, as extract.quotations(articles) makes it")
    quoted = quoted_spans(quotations)

    def heard(article_id: str, start: int) -> bool:
        starts, ends = quoted.get(article_id, ([], []))
        before = bisect_right(starts, start)
        return (before > 0 and start < ends[before - 1]) == (voice == "quoted")

    return heard


def quoted_spans(quotations: pd.DataFrame) -> dict[str, tuple[list[int], list[int]]]:
    """For each article the starts of its quotations, and the farthest end so far at each: they may nest."""
    tables.require(quotations, "quotations", "article_id", "start", "end", "kind")
    speech = quotations[~quotations["kind"].isin(["phrase", "title"])].sort_values(["article_id", "start"])
    return {
        str(article_id): (rows["start"].tolist(), rows["end"].cummax().tolist())
        for article_id, rows in speech.groupby("article_id")
    }
