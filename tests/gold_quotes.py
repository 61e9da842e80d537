"""Passages with quotations labelled by hand: `gold/quotes/*.txt`, several passages a file.

A passage is a line `=== name`, the text, a line `---`, and its labels: a line a quotation in order, `kind | speaker |
words`. Kinds that are equally right stand with commas, `-` among them for no row; speakers with ` ~ `, `-` for none and
`*` for what is not judged. `…` between the first and the last words stands for those between.
"""

from pathlib import Path
from typing import NamedTuple

from gold_file import parts

QUOTES = Path(__file__).resolve().parent / "gold" / "quotes"


class Label(NamedTuple):
    """A labelled quotation: the kinds and speakers that are right, its first words and its last."""

    kinds: list[str]
    speakers: list[str]
    first: str
    last: str


class Passage(NamedTuple):
    """One labelled passage."""

    name: str
    text: str
    labels: list[Label]


def load() -> list[Passage]:
    """All labelled passages, by file and place."""
    return [Passage(name, text, [label(line) for line in lines]) for name, text, lines in parts(QUOTES)]


def label(line: str) -> Label:
    """One labelled quotation."""
    kinds, speakers, words = (cell.strip() for cell in line.split(" | "))
    first, _, last = words.partition(" … ")
    return Label(kinds.split(","), speakers.split(" ~ "), first, last or first)
