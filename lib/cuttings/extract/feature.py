"""What each line of a record looks like by itself, as numbers: one row a feature, one column a line."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import count, repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .. import lookups
from ..text import Line
from .forest import weights

Matrix = NDArray[np.float32]
Whole = NDArray[np.int64]

BLANK, CAPITAL, LETTER, DIGIT, STOP, COMMA, QUOTE, SIGN, WIDE, OTHER = range(10)
KINDS = 10
CHARS = {STOP: ".!?…。！？", COMMA: ",;:、", QUOTE: "\"'“”«»„‘’)]", SIGN: "|•·*+/©<>[{}=_#@\\~^›"}
OWN = (
    *("chars", "words", "capitals", "digits", "stops", "commas", "quotes", "signs", "ends_stop", "ends_comma"),
    *("first_capital", "first_digit", "first_sign", "word_length", "upper", "function", "weight", "mean_weight"),
    *("first_weight", "last_weight", "repeats", "gap_before", "gap_after", "prose"),
)
PROSE_WORDS, LONG_WORDS, SHORT = 8, 40, 3
BLANK_BYTE, WORD_BITS = ord(" "), 32
WIDE_STOPS = (0x3001, 0x3002, 0xFF01, 0xFF1F)  # the comma and the stops of Chinese and Japanese
OPENING = np.isin(np.arange(KINDS), (SIGN, OTHER, STOP))  # kinds of a first character that is no word's
ENGLISH = 0.15  # share of function words in lines of prose, below which a text is in another language


class Vocabulary(NamedTuple):
    """Words with a number each, from 1, and by these numbers (0 for any other word): how much a word speaks for an
    article, and whether it is a function word.
    """

    number: dict[bytes, int]
    weight: Matrix
    function: Matrix


class Lines(NamedTuple):
    """The lines of a record in numbers: features (a row each, in the order of OWN), indentation, and, for each word of
    more than three letters in each line that has it, the line and a number of the word's own.
    """

    own: Matrix
    indent: Whole
    line: Whole
    word: Whole

    def column(self, name: str) -> Matrix:
        """One of the features of OWN."""
        return np.asarray(self.own[OWN.index(name)])

    def cut(self, window: slice) -> "Lines":
        """Some lines that follow each other."""
        first, last, _ = window.indices(len(self.indent))
        inside = (self.line >= first) & (self.line < last)
        return Lines(self.own[:, window], self.indent[window], self.line[inside] - first, self.word[inside])


def lines_of(text: str, rows: Sequence[Line], words: Vocabulary | None = None) -> Lines:
    """The numbers of the lines of a record, of which there is at least one; `words` are those of the fitted model."""
    n = len(rows)
    starts = np.fromiter((row.start for row in rows), np.intp, n)
    at = np.fromiter((row.at for row in rows), np.intp, n)
    end = at + np.fromiter((len(row.core) for row in rows), np.intp, n)
    line = np.repeat(np.arange(n), np.diff(starts, append=len(text)))
    found = words_of(text, line)
    own = np.empty((len(OWN), n), np.float32)
    columns = [*shapes(text, line, at, end), *meanings(found, n, words or fitted()), *places(rows)]
    for row, column in zip(own[:-1], columns, strict=True):
        row[:] = column
    own[-1] = prose(own)
    return Lines(own, at - starts, *longer_words(found))


class Words(NamedTuple):
    """The words of a record: the different ones; of each word the line; and where its like stands among the former."""

    different: list[bytes]
    line: Whole
    alike: Whole


def words_of(text: str, line: Whole) -> Words:
    """The words of a record in small letters, accents of Latin-1 kept; `line` is that of each character."""
    letters = text.encode("latin-1", "replace").translate(bare())
    blank = np.frombuffer(b" " + letters, np.uint8) == BLANK_BYTE
    number: dict[bytes, int] = defaultdict(count().__next__)
    flat = letters.split()
    alike = np.fromiter(map(number.__getitem__, flat), np.intp, len(flat))
    return Words(list(number), line[np.flatnonzero(blank[:-1] > blank[1:])], alike)


def longer_words(found: Words) -> tuple[Whole, Whole]:
    """The different words of more than three letters of each line: for each, the line and a number of the word."""
    long = np.fromiter(map(len, found.different), np.intp, len(found.different))[found.alike] > SHORT
    pairs = np.sort((found.line[long] << WORD_BITS) + found.alike[long])
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return pairs >> WORD_BITS, pairs & ((1 << WORD_BITS) - 1)


def shapes(text: str, line: Whole, at: Whole, end: Whole) -> list[Any]:
    """What the characters of each line tell: the features up to `upper`."""
    n, kind = len(at), kinds_of(text)
    of = np.bincount(line * KINDS + kind, minlength=n * KINDS).reshape(n, KINDS).T
    begins = np.flatnonzero((kind[1:] != BLANK) & (kind[:-1] == BLANK)) + 1
    begins = begins if kind[0] == BLANK else np.append(0, begins)
    words = np.maximum(np.bincount(line[begins], minlength=n) + of[WIDE] // 2, 1)
    capitals = np.bincount(line[begins[kind[begins] == CAPITAL]], minlength=n)
    chars = np.maximum(end - at, 1)
    first, last = kind[at], last_kind(kind, at, end)
    columns = [chars, words, capitals / words, of[DIGIT] / chars, of[STOP], of[COMMA], of[QUOTE], of[SIGN]]
    columns += [last == STOP, last == COMMA, first == CAPITAL, first == DIGIT, OPENING[first]]
    return [*columns, chars / words, of[CAPITAL] / chars]


def kinds_of(text: str) -> NDArray[np.uint8]:
    """The kind of each character of a text."""
    try:
        return kinds_of_bytes()[np.frombuffer(text.encode("cp1252"), np.uint8)]
    except UnicodeEncodeError:
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        kind = kinds()[np.minimum(codes, 0x3000)]
        if (codes > 0x3000).any():
            kind[np.isin(codes, WIDE_STOPS)] = STOP
        return kind


def last_kind(kind: NDArray[np.uint8], at: Whole, end: Whole) -> NDArray[np.uint8]:
    """The kind of each line's last character, quotation marks and brackets that close there left aside."""
    last = np.maximum(end - 1, at)
    for _ in range(3):
        last = np.where((kind[last] == QUOTE) & (last > at), last - 1, last)
    return kind[last]


def meanings(found: Words, n: int, words: Vocabulary) -> list[Any]:
    """What the words of each line tell: `function` to `last_weight`."""
    known = np.fromiter(map(words.number.get, found.different, repeat(0)), np.intp, len(found.different))
    number = known[found.alike]
    of_word = words.weight[number]
    count_of = np.bincount(found.line, minlength=n)
    weight = np.bincount(found.line, of_word, n)
    has = count_of > 0
    ends = np.cumsum(count_of)
    padded = np.append(of_word, 0)
    first = np.where(has, padded[np.minimum(ends - count_of, len(number))], 0)
    last = np.where(has, padded[ends - 1], 0)
    share = np.bincount(found.line, words.function[number], n) / np.maximum(count_of, 1)
    return [share, weight, weight / np.sqrt(count_of + 1), first, last]


def places(rows: Sequence[Line]) -> list[Any]:
    """How often each line stands in the record, and the blank lines around it."""
    times = Counter(row.core for row in rows)
    gaps = [min(row.gap, 4) for row in rows]
    return [[times[row.core] for row in rows], gaps, [*gaps[1:], 4]]


def prose(own: Matrix) -> Matrix:
    """The words of a line that reads like a paragraph, less with few function words.

    A text in another language than English has none; there, what has words enough counts as if it had them.
    """
    words, ends, function = (own[OWN.index(name)] for name in ("words", "ends_stop", "function"))
    paragraph = np.where(((words >= PROSE_WORDS) & (ends > 0)) | (words >= LONG_WORDS), words, 0)
    if paragraph @ function < ENGLISH * paragraph.sum():
        function[:] = np.minimum(words / PROSE_WORDS, 1) * 0.4
    return np.asarray(paragraph * np.minimum(function * 4, 1))


def kind_of(code: int) -> int:
    """The kind of a character."""
    char = chr(code)
    for kind, chars in CHARS.items():
        if char in chars:
            return kind
    if char.isspace() or char in "\u200b\ufeff":
        return BLANK
    if char.isupper() or char.istitle():
        return CAPITAL
    return LETTER if char.isalpha() else DIGIT if char.isdigit() else OTHER


@cache
def kinds() -> NDArray[np.uint8]:
    """The kind of each character up to U+2FFF; those beyond stand without blanks between words."""
    return np.array([kind_of(code) for code in range(0x3000)] + [WIDE], np.uint8)


@cache
def kinds_of_bytes() -> NDArray[np.uint8]:
    """The kind of each character of Windows-1252, in which most text can be written."""
    chars = (bytes([code]).decode("cp1252", "replace") for code in range(256))
    return kinds()[np.minimum([ord(char) for char in chars], 0x3000)]


@cache
def bare() -> bytes:
    """A translation of Latin-1 to small letters, with 0 for a digit and a blank for whatever is no word."""
    chars = map(chr, range(256))
    return bytes(ord(c.lower()) if c.isalpha() else 48 if c.isdigit() else 32 for c in chars)


@cache
def fitted() -> Vocabulary:
    """The words of the fitted model."""
    return vocabulary(weights("words"))


def vocabulary(known: Mapping[str, float]) -> Vocabulary:
    """Words with their weights, and the function words (lookups/stopwords.csv)."""
    function = lookups.column("stopwords", "word")
    words = list(dict.fromkeys([*known, *function]))
    number = {word.encode("latin-1", "replace"): at for at, word in enumerate(words, 1)}
    weight = np.array([0, *(known.get(word, 0) for word in words)], np.float32)
    return Vocabulary(number, weight, np.array([0, *(word in function for word in words)], np.float32))
