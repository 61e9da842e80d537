"""The words of some records at once, each as a number, so that array steps compare them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import count
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Keys = NDArray[np.uint64]

SHORT = 3
BLANK, LINE_BITS = ord(" "), 32
EIGHT, LONGEST = 8, 32  # letters in a key, and in the longest words that are read in steps of so many
LETTERS = np.array([(1 << 8 * letters) - 1 for letters in range(EIGHT + 1)], np.uint64)  # the bits of the first letters
ODD = np.uint64(0x9E3779B97F4A7C15)  # half of the bits are set, without a pattern


class Words(NamedTuple):
    """The words of some records in order: the line of each, a number that stands for its letters, and how many these
    are.
    """

    line: Whole
    key: Keys
    size: Whole


def words_of(texts: Iterable[str], line: Whole) -> Words:
    """The words of some records in small letters, accents of Latin-1 kept; `line` is that of each character."""
    letters = [text.encode("latin-1", "replace").translate(bare()) for text in texts]
    data = b" ".join([b"", *letters, b""])
    blank = np.frombuffer(data, np.uint8) == BLANK
    edges = np.flatnonzero(blank[1:] != blank[:-1])  # in turn before a word and at its last letter
    before, size = edges[::2], edges[1::2] - edges[::2]
    return Words(line[before], keys(data, before + 1, size), size)


def keys(data: bytes, begin: Whole, size: Whole) -> Keys:
    """A number for the letters of each word: up to eight letters are their own, of more it is a hash of 64 bits."""
    eight = np.ndarray(len(data), "<u8", data + bytes(EIGHT), strides=(1,))  # the eight letters from each place on
    key = eight[begin] & LETTERS[np.minimum(size, EIGHT)]
    for at in range(EIGHT, LONGEST, EIGHT):
        more = np.flatnonzero(size > at)
        key[more] = key[more] * ODD + (eight[begin[more] + at] & LETTERS[np.minimum(size[more] - at, EIGHT)])
    rest = np.flatnonzero(size > LONGEST)
    number: dict[bytes, int] = defaultdict(count().__next__)
    spans = zip(begin[rest].tolist(), size[rest].tolist(), strict=True)
    key[rest] = key[rest] * ODD + np.array([number[data[at : at + letters]] for at, letters in spans], np.uint64)
    return key


def longer_words(found: Words, record: Whole) -> tuple[Whole, Whole]:
    """The different words of more than three letters of each line: for each, the line and a number of the word in its
    record; `record` is that of each line.
    """
    long = found.size > SHORT
    line = found.line[long]
    number, _ = pd.factorize(found.key[long] * ODD + record[line].astype(np.uint64))
    pairs = np.sort((line << LINE_BITS) + number)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return pairs >> LINE_BITS, pairs & ((1 << LINE_BITS) - 1)


def index_of(words: Sequence[bytes]) -> pd.Index:
    """The numbers of different words, by which their places are found."""
    size = np.array([len(word) for word in words], np.int64)
    return pd.Index(keys(b"".join(words), np.cumsum(size) - size, size))


@cache
def bare() -> bytes:
    """A translation of Latin-1 to small letters, with 0 for a digit and a blank for whatever is no word."""
    chars = map(chr, range(256))
    return bytes(ord(c.lower()) if c.isalpha() else 48 if c.isdigit() else 32 for c in chars)
