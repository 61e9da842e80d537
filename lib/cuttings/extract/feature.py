"""What each line of a record looks like by itself, as numbers: one row a feature, one column a line."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .. import lookups
from ..text import Line
from .forest import weights
from .word import Whole, Words, bare, index_of, longer_words, words_of

Matrix = NDArray[np.float32]

BLANK, LETTER, OTHER, CAPITAL, DIGIT, STOP, COMMA, QUOTE, SIGN, WIDE = range(10)
KINDS, COUNTED = 10, CAPITAL  # the kinds from COUNTED on are counted
CHARS = {STOP: ".!?…。！？", COMMA: ",;:、", QUOTE: "\"'“”«»„‘’)]", SIGN: "|•·*+/©<>[{}=_#@\\~^›"}
OWN = (
    *("chars", "words", "capitals", "digits", "stops", "commas", "quotes", "signs", "ends_stop", "ends_comma"),
    *("first_capital", "first_digit", "first_sign", "word_length", "upper", "function", "weight", "mean_weight"),
    *("first_weight", "last_weight", "repeats", "gap_before", "gap_after", "prose"),
)
PROSE_WORDS, LONG_WORDS, WIDEST_GAP = 8, 40, 4
WIDE_STOPS = (0x3001, 0x3002, 0xFF01, 0xFF1F)  # the comma and the stops of Chinese and Japanese
OPENING = np.isin(np.arange(KINDS), (SIGN, OTHER, STOP))  # kinds of a first character that is no word's
ENGLISH = 0.15  # share of function words in lines of prose, below which a text is in another language


class Vocabulary(NamedTuple):
    """Words, and by their places, from 1 (0 for any other word): how much a word speaks for an article, and whether it
    is a function word.
    """

    known: pd.Index
    weight: Matrix
    function: Matrix


@dataclass(frozen=True, eq=False)
class Lines:
    """The lines of some records in numbers: features (a row each, in the order of OWN), indentation, and, for each word
    of more than three letters in each line that has it, the line and a number that the word has in its record alone.
    `bounds` are the first lines of the records, and behind them how many lines there are.
    """

    own: Matrix
    indent: Whole
    line: Whole
    word: Whole
    bounds: Whole

    def column(self, name: str) -> Matrix:
        """One of the features of OWN."""
        return np.asarray(self.own[OWN.index(name)])

    def cut(self, window: slice) -> "Lines":
        """Some lines that follow each other, as one record."""
        first, last, _ = window.indices(len(self.indent))
        inside = slice(*np.searchsorted(self.line, (first, last)).tolist())
        own, indent = self.own[:, window], self.indent[window]
        return Lines(own, indent, self.line[inside] - first, self.word[inside], np.array([0, last - first]))

    @cached_property
    def each(self) -> list[tuple[slice, "Lines"]]:
        """Each record's place among the lines, and its lines alone."""
        edges = self.bounds.tolist()
        windows = list(map(slice, edges[:-1], edges[1:]))
        return [(window, self.cut(window)) for window in windows]

    @cached_property
    def index(self) -> Whole:
        """The number of each line."""
        return np.arange(len(self.indent))

    @cached_property
    def record(self) -> Whole:
        """The number of each line's record."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))

    @cached_property
    def first(self) -> Whole:
        """The first line of each line's record."""
        return self.bounds[self.record]

    @cached_property
    def end(self) -> Whole:
        """The line behind each line's record."""
        return self.bounds[self.record + 1]

    @cached_property
    def longer(self) -> Whole:
        """How many different words of more than three letters each line has."""
        return np.bincount(self.line, minlength=len(self.indent))

    @cached_property
    def different(self) -> int:
        """A number above those of all words."""
        return int(self.word.max(initial=0)) + 1


def lines_of(texts: Sequence[str], rows: Sequence[Sequence[Line]], words: Vocabulary | None = None) -> Lines:
    """The numbers of the lines of some records, each of which has one or more; `words` are those of the model."""
    sizes = np.fromiter(map(len, rows), np.intp, len(rows))
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    lengths = np.fromiter(map(len, texts), np.intp, len(texts)) + 1  # a blank stands behind each record
    begins = np.concatenate([[0], np.cumsum(lengths)])
    moved = np.repeat(begins[:-1], sizes)
    every = list(chain.from_iterable(rows))
    n = len(every)
    starts, at = (np.fromiter(map(itemgetter(place), every), np.intp, n) + moved for place in (0, 2))
    cores = list(map(itemgetter(3), every))
    end = at + np.fromiter(map(len, cores), np.intp, n)
    line = np.repeat(np.arange(n), np.diff(starts, append=begins[-1]))
    record = np.repeat(np.arange(len(rows)), sizes)
    found = words_of(texts, line)
    own = np.empty((len(OWN), n), np.float32)
    columns = [*shapes(texts, line, at, end), *meanings(found, n, words or fitted()), *places(every, cores, bounds)]
    for row, column in zip(own[:-1], columns, strict=True):
        row[:] = column
    made = Lines(own, at - starts, *longer_words(found, record), bounds)
    own[-1] = prose(made)
    return made


def shapes(texts: Sequence[str], line: Whole, at: Whole, end: Whole) -> list[Any]:
    """What the characters of each line tell: the features up to `upper`."""
    n, kind = len(at), np.frombuffer(bytes([BLANK]).join([b"", *map(kinds_of, texts), b""]), np.uint8)
    blank = kind == BLANK
    begins = np.flatnonzero(blank[:-1] > blank[1:])
    kind = kind[1:]
    counted = np.flatnonzero(kind >= COUNTED)
    of = np.bincount(line[counted] * KINDS + kind[counted], minlength=n * KINDS).reshape(n, KINDS).T
    words = np.maximum(np.bincount(line[begins], minlength=n) + of[WIDE] // 2, 1)
    capitals = np.bincount(line[begins[kind[begins] == CAPITAL]], minlength=n)
    chars = np.maximum(end - at, 1)
    first, last = kind[at], last_kind(kind, at, end)
    columns = [chars, words, capitals / words, of[DIGIT] / chars, of[STOP], of[COMMA], of[QUOTE], of[SIGN]]
    columns += [last == STOP, last == COMMA, first == CAPITAL, first == DIGIT, OPENING[first]]
    return [*columns, chars / words, of[CAPITAL] / chars]


def kinds_of(text: str) -> bytes:
    """The kind of each character of a text."""
    try:
        return text.encode("cp1252").translate(kinds_of_bytes())
    except UnicodeEncodeError:
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        kind = kinds()[np.minimum(codes, 0x3000)]
        if (codes > 0x3000).any():
            kind[np.isin(codes, WIDE_STOPS)] = STOP
        return kind.tobytes()


def last_kind(kind: NDArray[np.uint8], at: Whole, end: Whole) -> NDArray[np.uint8]:
    """The kind of each line's last character, quotation marks and brackets that close there left aside."""
    last = np.maximum(end - 1, at)
    for _ in range(3):
        last = np.where((kind[last] == QUOTE) & (last > at), last - 1, last)
    return kind[last]


def meanings(found: Words, n: int, words: Vocabulary) -> list[Any]:
    """What the words of each line tell: `function` to `last_weight`."""
    number = words.known.get_indexer(pd.Index(found.key)) + 1
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


def places(rows: Sequence[Line], cores: Sequence[str], bounds: Whole) -> list[Any]:
    """How often each line stands in its record, and the blank lines around it."""
    edges = bounds.tolist()
    repeats: list[int] = []
    for begin, end in pairwise(edges):
        own = cores[begin:end]
        repeats += map(Counter(own).__getitem__, own)
    gaps = np.minimum(np.fromiter(map(itemgetter(4), rows), np.intp, len(rows)), WIDEST_GAP)
    behind = np.append(gaps[1:], WIDEST_GAP)
    behind[bounds[1:] - 1] = WIDEST_GAP
    return [repeats, gaps, behind]


def prose(lines: Lines) -> Matrix:
    """The words of a line that reads like a paragraph, less with few function words.

    A text in another language than English has none; there, what has words enough counts as if it had them.
    """
    words, ends, function = (lines.column(name) for name in ("words", "ends_stop", "function"))
    paragraph = np.where(((words >= PROSE_WORDS) & (ends > 0)) | (words >= LONG_WORDS), words, 0)
    records = len(lines.bounds) - 1
    functional, all_of = (np.bincount(lines.record, one, records) for one in (paragraph * function, paragraph))
    foreign = (functional < ENGLISH * all_of)[lines.record]
    function[foreign] = np.minimum(words[foreign] / PROSE_WORDS, 1) * 0.4
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
def kinds_of_bytes() -> bytes:
    """The kind of each character of Windows-1252, in which most text can be written."""
    chars = (bytes([code]).decode("cp1252", "replace") for code in range(256))
    return kinds()[np.minimum([ord(char) for char in chars], 0x3000)].tobytes()


@cache
def fitted() -> Vocabulary:
    """The words of the fitted model."""
    return vocabulary(weights("words"))


def vocabulary(known: Mapping[str, float]) -> Vocabulary:
    """Words with their weights, and the function words (lookups/stopwords.csv)."""
    function = lookups.column("stopwords", "word")
    letters = {word: word.encode("latin-1", "replace") for word in dict.fromkeys([*known, *function])}
    words = {word: own for word, own in letters.items() if own.translate(bare()) == own}  # no text has another
    weight = np.array([0, *(known.get(word, 0) for word in words)], np.float32)
    is_function = np.array([0, *(word in function for word in words)], np.float32)
    return Vocabulary(index_of(list(words.values())), weight, is_function)
