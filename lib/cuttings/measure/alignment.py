"""Alignment: the words that two renderings share, in order, and what their agreement weighs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf, log
from typing import NamedTuple

import numpy as np

from ..extract.paragraph import paragraphs
from ..text import fold
from .term import stopwords

# Longer quotations are compared by their first words: a whole speech in one pair of marks is as well known by them.
MOST_WORDS = 300
MOST_TEXTS, MOST_CHARACTERS = 500, 20_000
STOP = 0.25  # what a function word counts of what a word of content with as many neighbours would
OPEN = 0.4  # what each separate run of shared words costs: more than one lone function word weighs
WORD = re.compile(r"[^\W_]+(?:(?:['.]|,(?=\d{3}))[^\W_]+)*")  # a hyphen parts words here: outlets set it as they like
BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]")
DOTS = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\]?")

Pair = tuple[int, int]


class Token(NamedTuple):
    """A word of a rendering: what it is compared by, its place, and whether an editor's bracket or dots surround it."""

    key: str
    start: int
    end: int
    bracketed: bool
    dots: bool  # an ellipsis stands before it


def tokens(text: str) -> list[Token]:
    """The first words of a rendering, in small letters; a bracket of an editor's is marked, its words stay."""
    folded = fold(text)
    inside = [match.span() for match in BRACKETS.finditer(folded)]
    dots = [match.start() for match in DOTS.finditer(folded)]
    found: list[Token] = []
    bracket = dot = 0
    for word in WORD.finditer(folded):
        if len(found) == MOST_WORDS:
            break
        start, end = word.span()
        while bracket < len(inside) and inside[bracket][1] <= start:
            bracket += 1
        passed = dot
        while dot < len(dots) and dots[dot] < start:
            dot += 1
        bracketed = bracket < len(inside) and inside[bracket][0] < start
        found.append(Token(word[0].lower(), start, end, bracketed, dot > passed))
    return found


def background(texts: Sequence[str]) -> Iterator[list[str]]:
    """The words of at most 500 of the articles themselves, drawn evenly, by which `weights` knows what is common in a
    folder; what stands around an article on its page is on every page and says nothing of that.
    """
    for text in texts[:: 1 + len(texts) // MOST_TEXTS]:
        own = " ".join(text[one.start : one.end] for one in paragraphs(text))
        yield [word[0].lower() for word in WORD.finditer(fold(own[:MOST_CHARACTERS]))]


def weights(renderings: Iterable[Sequence[str]]) -> dict[str, float]:
    """What each word's agreement weighs, 0 to 1, the more the fewer different neighbours the word has in these
    lists of words.

    The neighbours are counted and not the uses (the continuation counts of Kneser & Ney 1995,
    doi:10.1109/ICASSP.1995.479394): in a sentence that thirty outlets quote, its rare words are used thirty times and
    have two neighbours. Function words (lookups/stopwords.csv) count a quarter.
    """
    before: defaultdict[str, set[str]] = defaultdict(set)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for keys in renderings:
        for left, right in zip(["", *keys], [*keys, ""], strict=True):
            before[right].add(left)
            behind[left].add(right)
    kinds = max(100, sum(map(len, behind.values())))
    stop = stopwords()
    return {
        word: (1 - log(max(len(before[word]), len(behind[word]))) / log(kinds)) * (STOP if word in stop else 1)
        for word in behind
        if word
    }


def aligned(
    left: Sequence[str], right: Sequence[str], weight: Mapping[str, float], charge: float = OPEN
) -> tuple[float, list[Pair]]:
    """The heaviest choice of shared words in the same order, and what it weighs: the words of its runs, less a charge
    for each run but the first, so that words scattered by chance weigh little.

    Quadratic in the lengths, which are bounded, and in that by rows of an array.
    """
    number = {key: place for place, key in enumerate(dict.fromkeys([*left, *right]))}
    columns = np.array([number[key] for key in right], dtype=np.int64)
    best = np.zeros((len(left) + 1, len(right) + 1))  # of the words so far
    run = np.full(best.shape, -np.inf)  # of a choice that ends in this pair
    for i, key in enumerate(left, 1):
        ends = np.maximum(run[i - 1, :-1], best[i - 1, :-1] - charge) + weight.get(key, 1.0)
        run[i, 1:] = np.where(columns == number[key], ends, -np.inf)
        best[i, 1:] = np.maximum.accumulate(np.maximum(best[i - 1, 1:], run[i, 1:]))
    score = float(best[-1, -1])
    return (score + charge if score > 0 else 0.0), traced(best.tolist(), run.tolist(), charge)


def traced(best: list[list[float]], run: list[list[float]], charge: float) -> list[Pair]:
    """The pairs of places behind the best score, from the first."""
    i, j = len(best) - 1, len(best[0]) - 1
    pairs: list[Pair] = []
    while i and j and best[i][j] > 0:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
            while run[i][j] >= best[i][j] - charge and run[i][j] > -inf:  # back along the run
                pairs.append((i - 1, j - 1))
                i, j = i - 1, j - 1
    return pairs[::-1]
