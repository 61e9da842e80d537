"""The notation of indicators: words and phrases of a codebook, and where they stand among the words of a sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

GAP, CAPITAL, CANCEL = "..", "^", "~"
WIDEST = 3
# Initials as one word; otherwise letters and digits, with apostrophes between them. Hyphens part words.
TOKEN = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}+|[^\W_]+(?:'[^\W_]+)*")
WRITTEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*\*?")


class Token(NamedTuple):
    """A word of a text: where it stands, without the possessive `'s` and the dots of initials, and whether the word
    before stands in one phrase with it: nothing but blanks, hyphens and quotation marks between.
    """

    start: int
    end: int
    word: str
    joined: bool


class Indicator(NamedTuple):
    """Words that speak for a code, or words in which no indicator of that code counts."""

    code: str
    words: tuple[str, ...]
    cancels: bool


class Index(NamedTuple):
    """Indicators by their first word: whole words, and beginnings of words by length."""

    whole: dict[str, list[Indicator]]
    begun: dict[int, dict[str, list[Indicator]]]


def fault(written: str) -> str | None:
    """What is wrong with an indicator as written; null for nothing."""
    words = parted(written)
    if not words:
        return "no word"
    if GAP in (words[0], words[-1]) or words[0] == CAPITAL:
        return f"{GAP} stands between words, {CAPITAL} behind one"
    wrong = [word for word in words if word not in (GAP, CAPITAL) and not WRITTEN.fullmatch(word)]
    return f"{wrong[0]!r} is no word; * stands at its end" if wrong else None


def parted(written: str) -> tuple[str, ...]:
    """The words of an indicator; a hyphen parts words as a blank does."""
    bare = written.removeprefix(CANCEL).replace("’", "'").replace("-", " ")
    return tuple(word.removesuffix("'s") for word in bare.split())


def indexed(codes: Iterable[tuple[str, str]]) -> Index:
    """The index of (code, indicator as written)."""
    index = Index({}, {})
    for code, written in codes:
        words = parted(written)
        one = Indicator(code, words, written.startswith(CANCEL))
        first = words[0].lower().rstrip("*")
        place = index.begun.setdefault(len(first), {}) if words[0].endswith("*") else index.whole
        place.setdefault(first, []).append(one)
    return index


def tokens(folded: str, start: int, end: int) -> list[Token]:
    """The words of a stretch of a folded text."""
    found: list[Token] = []
    at = start
    for match in TOKEN.finditer(folded, start, end):
        joined = bool(found) and not folded[at : match.start()].strip(" -\"'[")
        found.append(Token(match.start(), match.end(), bare(match[0]), joined))
        at = match.end()
    return found


def bare(word: str) -> str:
    """A word without possessive and dots."""
    return word.replace(".", "") if "." in word else word.removesuffix("'s")


def matches(sentence: Sequence[Token], index: Index) -> Iterator[tuple[int, int, Indicator]]:
    """Every indicator in a sentence, with the numbers of its first word and of the word behind its last."""
    for at, token in enumerate(sentence):
        word = token.word.lower()
        candidates = list(index.whole.get(word, ()))
        for length, begun in index.begun.items():
            candidates += begun.get(word[:length], ()) if len(word) >= length else ()
        for one in candidates:
            behind = follow(sentence, at, one.words)
            if behind:
                yield at, behind, one


def follow(sentence: Sequence[Token], at: int, words: Sequence[str], within: bool = False) -> int:
    """The number of the word behind these words, where they stand at `at`; 0 where they do not. `within` tells that
    they are the rest of a phrase.
    """
    for number, word in enumerate(words):
        if word == GAP:
            tries = (follow(sentence, at + skipped, words[number + 1 :], True) for skipped in range(WIDEST + 1))
            return next(filter(None, tries), 0)
        if at >= len(sentence) or not (
            fits(sentence[at].word, word) and (sentence[at].joined or not (number or within))
        ):
            return 0
        at += 1
    return at


def fits(word: str, written: str) -> bool:
    """Whether a word is the one written: in any case where that is in small letters, else as written or in capitals."""
    if written == CAPITAL:
        return word[0].isupper()
    stem = written.removesuffix("*")
    if stem != written:
        word = word[: len(stem)]
    return word.lower() == stem if stem == stem.lower() else word in (stem, stem.upper())
