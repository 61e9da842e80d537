"""Tokens of an article's sentences, as the rules for phrases read them: words, and what stands between them."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ... import lookups
from ...extract.cue import cues, grammar
from ...extract.sentence import sentence_spans
from ...text import fold
from ..term import stopwords

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'.&][^\W_]+)*")


class Token(NamedTuple):
    """A word: its span, itself in small letters, whether a possessive ends it, and what stands before the next."""

    start: int
    end: int
    word: str
    low: str
    owner: bool
    gap: str


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each sentence of the article itself."""
    folded = fold(text)
    found = (tokens(folded, start, end) for start, end, _ in sentence_spans(text))
    return tuple(sentence for sentence in found if sentence)


def tokens(folded: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of one sentence; a possessive `'s` belongs to what stands behind the word."""
    found = []
    matches = list(WORD.finditer(folded, start, end))
    for number, match in enumerate(matches):
        word, stop = match.group(), match.end()
        owned = word.lower().endswith("'s") or (folded.startswith("' ", stop) and word.endswith("s"))
        if word.lower().endswith("'s"):
            word, stop = word[:-2], stop - 2
        following = matches[number + 1].start() if number + 1 < len(matches) else end
        gap = folded[stop:following] if following - stop < 8 else ","
        found.append(Token(match.start(), stop, word, word.lower(), owned, gap or "."))
    return tuple(found)


@cache
def closed() -> frozenset[str]:
    """Function words, and verbs of saying, which end a phrase."""
    said = {form for form, kind in cues().items() if kind in ("say", "ask")}
    return stopwords() | grammar("barrier") | said


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of one kind in lookups/phrase_words.csv."""
    return frozenset(lookups.column("phrase_words", "word", kind=kind))


@lru_cache(maxsize=2**16)
def lemma(word: str) -> str:
    """The singular of a noun, in small letters, by its ending alone."""
    low = word.lower()
    if low.endswith("men") and len(low) > 4:
        return low[:-2] + "an"
    if len(low) < 4 or low.endswith(("ss", "us", "is", "ous", "news")) or not low.endswith("s"):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return low[:-2]
    return low[:-1]
