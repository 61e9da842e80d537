"""Words as numbers: two are equal where the words are, however long they are."""

import time

import numpy as np
import pytest

from cuttings.extract.word import index_of, keys, longer_words, words_of

LONG = "Donaudampfschifffahrtsgesellschaftskapitän"  # 42 letters; the first 8 and 32 are those of others
LINES = [
    ["The mayor, the Mayor's office & THE MAYOR!", "A Fährmann; a fahrmann", "2024 2019 x7x 1234 0000"],
    [LONG, LONG.upper(), LONG + "s", LONG[:32], LONG[:8], LONG[:31] + "x", "", "mayor"],
    ["\u201cquoted\u201d mayor \u6f22\u5b57mayor\u6f22 mayor_mayor"],
]


def plain(line):
    signs = (char if ord(char) < 256 else "?" for char in line)
    small = (char.lower() if char.isalpha() else "0" if char.isdigit() else " " for char in signs)
    return "".join(small).split()


def test_words_are_told_apart_as_by_their_letters():
    texts = ["\n".join(lines) for lines in LINES]
    cores = [line for lines in LINES for line in lines]
    line = np.repeat(np.arange(len(cores)), [len(core) + 1 for core in cores])
    record = np.repeat(np.arange(len(LINES)), [len(lines) for lines in LINES])
    found = words_of(texts, line)
    expected = [(number, word) for number, core in enumerate(cores) for word in plain(core)]
    assert found.line.tolist() == [number for number, _ in expected]
    assert found.size.tolist() == [len(word) for _, word in expected]
    assert len(set(found.key.tolist())) == len({word for _, word in expected})
    longer = {(number, record[number], word) for number, word in expected if len(word) > 3}
    own, number = longer_words(found, record)
    assert len(own) == len(longer)
    assert len(set(number.tolist())) == len({pair[1:] for pair in longer})
    assert own.tolist() == sorted(place for place, *_ in longer)


@pytest.mark.parametrize("word", ["a", "mayor", "governor", "governors", "verylongwordsof" * 3])
def test_a_word_is_found_by_its_letters(word):
    known = index_of([b"mayor", b"governor", b"governors", b"verylongwordsof" * 3])
    key = words_of([f"the {word} of"], np.zeros(99, int)).key
    place = {"mayor": 0, "governor": 1, "governors": 2, "verylongwordsof" * 3: 3}.get(word, -1)
    assert known.get_indexer(key).tolist() == [-1, place, -1]


def test_one_endless_word_takes_linear_time():
    begun = time.process_time()
    assert len(keys(b"x" * 5_000_000, np.array([0]), np.array([5_000_000]))) == 1
    assert time.process_time() - begun < 2
