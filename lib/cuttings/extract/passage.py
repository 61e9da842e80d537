"""Passages: the paragraphs of an article joined until they are long enough to have a topic."""

from collections.abc import Iterator

import pandas as pd

from ..errors import InputError
from ..text import words
from .each import Row, spans
from .paragraph import Paragraph, paragraphs

MIN_WORDS = 60

Run = list[Paragraph]


def passages(articles: pd.DataFrame, min_words: int = MIN_WORDS) -> pd.DataFrame:
    """One row per passage: consecutive paragraphs of the body, joined to at least `min_words` words.

    1. A sub-heading begins a new passage and belongs to it.
    2. Under one sub-heading, paragraphs are joined until they have `min_words` words; a shorter rest joins
       the passage before it. A section that is shorter as a whole stays a short passage.
    3. Headline and deck belong to no passage: they sum up the article and would draw every passage to one
       topic.

    A span can enclose a caption or a notice that stands between two paragraphs; `words` does not count its words.
    Raises InputError where `min_words` is less than 1.
    """
    if min_words < 1:
        raise InputError(f"min_words={min_words}: a passage has at least 1 word")
    return spans(articles, "passages", lambda text: rows(text, min_words))


def rows(text: str, min_words: int) -> Iterator[Row]:
    """The passages of one article."""
    for section in sections(text):
        for run in joined(text, section, min_words):
            yield {"start": run[0].start, "end": run[-1].end, "words": length(text, run)}


def sections(text: str) -> list[Run]:
    """The body cut at its sub-headings."""
    found: list[Run] = []
    for paragraph in paragraphs(text):
        if paragraph.role == "subheading" or (paragraph.role == "body" and not found):
            found.append([paragraph])
        elif paragraph.role == "body":
            found[-1].append(paragraph)
    return found


def joined(text: str, section: Run, min_words: int) -> list[Run]:
    """The paragraphs of a section in runs of at least `min_words` words, as far as they go."""
    runs: list[Run] = [[]]
    for paragraph in section:
        if length(text, runs[-1]) >= min_words:
            runs.append([])
        runs[-1].append(paragraph)
    if len(runs) > 1 and length(text, runs[-1]) < min_words:
        rest = runs.pop()
        runs[-1] += rest
    return runs


def length(text: str, run: Run) -> int:
    """Words of some paragraphs."""
    return sum(len(words(text[paragraph.start : paragraph.end])) for paragraph in run)
