"""Runs of capitalised words, and the words in them."""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ...lookups import alternatives, literal
from .lexicon import SUFFIXES, capitals, titles, variants

LETTER = r"[^\W\d_a-z]"  # a letter that is no small one, as far as a pattern can tell
WORD = rf"(?:(?:[A-Z]\.){{1,4}}(?!\w)|(?:al-|Al-|O['’])?{LETTER}\w*+(?:['’-]\w++|\.(?=[A-Z])|\.(?:com|org|net)\b)*+)"
JOIN = r"(?:[ \u00a0]\n?|\r?\n)"
INNER = rf"(?:of(?: the)?|for(?: the)?|on|{literal('particles', 'form', use='name')}|(?:van|von) der)"
RUN = re.compile(rf"\b(?=[^\W\d_b-z])(?<![$€£@#]){WORD}(?:\.?{JOIN}(?:{INNER}{JOIN})?(?={LETTER}|al-){WORD})*+")
PIECE = re.compile(r"\S+")
POSSESSIVE = re.compile(r"['’](?:s|S)?$")
MEMBERS = re.compile(
    r"(?:People|Worker|Women|Men|Children|Attorney|King|Queen)['’]s|(?:Worker|Veteran|Teacher|Farmer)s['’]"
)
INITIAL = re.compile(r"(?:[A-Z]\.)+")
# `Kyiv-based`, `Russian-controlled`: the first part names something, the compound does not.
COMPOUND = re.compile(rf"([^-]+)-(?:\w+ed|\w+ing|{alternatives('name_signs', kind='compound')})(?:-.*)?")
PARTY = re.compile(r"[RDI]-[A-Z]\w*\.?")
LONG_SMALL = re.compile(r"\s[a-z]\w{6}")  # only shorter words are written small in headlines


class Word(NamedTuple):
    """A word of a run of capitals, without possessive and full stop, and its span in the run."""

    start: int
    end: int
    form: str


def is_title_case(text: str, start: int, end: int) -> bool:
    """Whether most words of a sentence begin with a capital, so that capitals say nothing."""
    if LONG_SMALL.search(text, start, end):
        return False
    heads = [word[0] for word in text[start : min(end, start + 2000)].split() if word[0].isalpha()]
    return len(heads) >= 3 and sum(map(str.isupper, heads)) > 0.6 * len(heads)


def runs(text: str, start: int, end: int) -> list[re.Match]:
    """The runs of capitalised words in a sentence, without single words that are no names."""
    none = empty()
    return [run for run in RUN.finditer(text, start, end) if run.group() not in none]


@cache
def empty() -> frozenset[str]:
    """Capitalised words that are no names, alone or as the beginning of one."""
    return frozenset(capitals().keys() - variants().keys() - titles().keys())


def pieces(run: str, stopped: bool) -> Iterator[list[Word]]:
    """The words of a run, cut behind a possessive and a compound, and at a day, a month or a party's letter.

    `stopped` says that a full stop follows the run, which belongs to it in `Okla.`
    """
    group: list[Word] = []
    for match in PIECE.finditer(run):
        form, cut = reading(match.group())
        start = match.start()
        end = start + len(form)
        if stopped and end == len(run) and (form + "." in variants() or form + "." in SUFFIXES):
            form, end = form + ".", end + 1
        if form:
            group.append(Word(start, end, form))
        if cut and group:
            yield group
            group = []
    if group:
        yield group


@lru_cache(maxsize=8192)
def reading(piece: str) -> tuple[str, bool]:
    """A word without possessive, full stop and the second half of a compound, empty where it belongs to no name; and
    whether the run is cut behind it. The possessive of `Workers' Party` stays.
    """
    if MEMBERS.fullmatch(piece):
        return piece, False
    bare = POSSESSIVE.sub("", piece)
    head, _, tail = bare.partition("-")
    bare = head if COMPOUND.fullmatch(bare) or (head in variants() and tail.islower()) else bare
    kept = INITIAL.fullmatch(bare) or bare in titles() or bare in variants()
    form = bare if kept else bare.rstrip(".'’")
    apart = capitals().get(form) == "calendar" or PARTY.fullmatch(form) is not None
    return "" if apart else form, apart or not form or len(bare) < len(piece)


def is_small(form: str, words: frozenset[str]) -> bool:
    """Whether a word that begins with a capital is also among the words of the record in small letters."""
    small = form.lower()
    return any(small + mark in words for mark in ("", ".", ",", ":", ";", "?"))


def longest(group: list[Word], at: int, forms: Container[str], most: int) -> int:
    """How many words, at most `most`, make up the longest form from `at` on that is listed; 0 for none."""
    for size in range(min(most, len(group) - at), 0, -1):
        if joined(group, at, size) in forms:
            return size
    return 0


def joined(group: list[Word], at: int, size: int) -> str:
    """The form made of some words of a run."""
    return group[at].form if size == 1 else " ".join([word.form for word in group[at : at + size]])
