"""Sentences of the article itself, and whose voice each one is in."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd

from .. import lookups
from .each import Row, spans
from .paragraph import paragraphs

# One candidate a run of full stops, and possessive quantifiers: a megabyte of dots costs one pass.
STOP = re.compile(r"([.!?…](?<![.!?…].)[.!?…]*+)([\"'”’»“‘)\]]*+)\s++(?=([\"'“‘«„(\[]*+)(\S))")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
NUMBER = re.compile(r"\d{1,2}\.")
NEXT_WORD = re.compile(r"[^\W_]+(?:[-'’.]\w+)*\.?")


class Sentence(NamedTuple):
    """A sentence's span in the record and the role of the segment that it begins in."""

    start: int
    end: int
    role: str


def sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per sentence of the article itself; a quotation of several sentences is several rows.

    1. A sentence ends at a full stop, question or exclamation mark, with the marks and brackets that close
       there, before a blank and a character that is no small letter; and at the end of its paragraph.
    2. A stop after a title, an initial or an abbreviation (lookups/abbreviations.csv) ends none, unless the
       abbreviation can end a sentence and a word follows that begins one (lookups/capitals.csv).
    3. `“Why?” Rivera asked` is one sentence: a name and a word of saying follow the mark.
    4. voice: `outlet` without a quoted word, `quoted` with nothing else, `mixed` with both. A phrase or a title
       in marks is in the outlet's own voice.

    Not found: the end of a sentence without a stop or before a small letter (`iPhone sales fell.`).
    """
    return spans(articles, "sentences", voiced)


@lru_cache(maxsize=64)
def sentence_spans(text: str) -> tuple[Sentence, ...]:
    """The sentences of one article, in order."""
    return tuple(
        Sentence(start, end, paragraph.role)
        for paragraph in paragraphs(text)
        for start, end in cut(text, paragraph.start, paragraph.end)
    )


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut one paragraph into sentences, without the blanks between them."""
    begin = start
    for match in STOP.finditer(text, start, end):
        if is_end(text, begin, match):
            yield begin, match.end(2)
            begin = match.end()
    if begin < end:
        yield begin, end


def is_end(text: str, begin: int, match: re.Match) -> bool:
    """Whether a sentence that begins at `begin` ends with the stop matched."""
    marks, closing, opening, first = match.groups()
    if first.islower() or first in ",;:-–—":
        return False
    following = NEXT_WORD.match(text, match.end() + len(opening), match.end() + len(opening) + 40)
    word = following.group() if following else ""
    if closing and not opening and marks[-1] in "?!…" and is_said_on(text, match.end()):
        return False
    return marks != "." or closing != "" or not is_abbreviation(text, begin, match.end(1), word)


def is_abbreviation(text: str, begin: int, stop: int, following: str) -> bool:
    """Whether the full stop before `stop` belongs to the word that it ends, and the sentence goes on."""
    last = text[max(begin, stop - 14) : stop].split()[-1].lstrip("\"'“‘«„([")
    if NUMBER.fullmatch(last) and stop - begin <= 4:
        return True
    kind = abbreviations().get(last, "end" if INITIALS.fullmatch(last) and last != "I." else "")
    if kind in ("month", "number"):
        return following[:1].isdigit()
    return kind in ("title", "inner") or (kind == "end" and following not in starters())


@cache
def abbreviations() -> dict[str, str]:
    """The kinds of lookups/abbreviations.csv: title, month, number, inner, or end where it can end a sentence."""
    return {row["form"]: row["kind"] for row in lookups.rows("abbreviations")}


@cache
def starters() -> frozenset[str]:
    """Words that begin sentences: those of lookups/capitals.csv."""
    return frozenset(lookups.column("capitals", "form", kind="starter"))


@cache
def cue_forms() -> frozenset[str]:
    """Every form of the verbs of lookups/cues.csv."""
    rows = [row for row in lookups.rows("cues") if row["kind"] in ("say", "ask")]
    return frozenset(form for row in rows for form in (row["cue"], *row["forms"].split()))


def is_said_on(text: str, start: int) -> bool:
    """Whether a name of up to four words and a word of saying stand at `start`."""
    for number, word in enumerate(text[start : start + 100].split()[:5]):
        if number and word.strip(",.:;") in cue_forms():
            return True
        if not word[0].isupper() or word in starters():
            return False
    return False


def voiced(text: str) -> Iterator[Row]:
    """The sentences of one article with their voice."""
    from .kind import NOT_OWN  # here, because quotations rest on the spans of this module
    from .quotation import quotes

    spoken = [(quote.start, quote.end) for quote in quotes(text) if quote.kind in NOT_OWN]
    first = 0
    for start, end, role in sentence_spans(text):
        while first < len(spoken) and spoken[first][1] <= start:
            first += 1
        yield {"start": start, "end": end, "role": role, "voice": voice(text, start, end, spoken, first)}


def voice(text: str, start: int, end: int, spoken: list[tuple[int, int]], first: int) -> str:
    """The voice of one sentence, given all quoted spans and the first that can reach into it."""
    quoted, own, at = False, False, start
    for left, right in within(spoken, first, end):
        own = own or has_word(text[at : max(at, left)])
        quoted = quoted or has_word(text[max(left, start) : min(right, end)])
        at = right
    own = own or has_word(text[at:end])
    return "outlet" if not quoted else "mixed" if own else "quoted"


def within(spoken: list[tuple[int, int]], first: int, end: int) -> Iterator[tuple[int, int]]:
    """The quoted spans from number `first` on that begin before `end`."""
    for number in range(first, len(spoken)):
        if spoken[number][0] >= end:
            return
        yield spoken[number]


def has_word(piece: str) -> bool:
    """Whether a stretch has a letter or a digit."""
    return any(map(str.isalnum, piece))
