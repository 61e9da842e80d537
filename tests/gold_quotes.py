"""Passages with quotations labelled by hand: `gold/quotes/*.txt`, several passages a file.

A passage is a line `=== name`, the text, a line `---`, and its labels: a line a quotation in order, `kind | speaker |
words`. Kinds that are equally right stand with commas, `-` among them for no row; speakers with ` ~ `, `-` for none and
`*` for what is not judged. `…` between the first and the last words stands for those between.
"""

import re
from pathlib import Path
from typing import NamedTuple

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
    return [
        parsed(part)
        for path in sorted(QUOTES.glob("*.txt"))
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]
    ]


def parsed(part: str) -> Passage:
    """One passage."""
    name, rest = part.split("\n", 1)
    text, labels = rest.split("\n---\n", 1)
    return Passage(name.strip(), text, [label(line) for line in labels.splitlines() if line.strip()])


def label(line: str) -> Label:
    """One labelled quotation."""
    kinds, speakers, words = (cell.strip() for cell in line.split(" | "))
    first, _, last = words.partition(" … ")
    return Label(kinds.split(","), speakers.split(" ~ "), first, last or first)
