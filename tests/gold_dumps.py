"""Pages labelled by hand: `gold/dumps/NN_what_it_is.txt`, a header of fields, then the page with its roles marked.

A file is `key: value` lines, a line `---`, and the page. `⟦role⟧` stands before each stretch whose role differs from
the one before; without these marks the page is the record, with its own line ends.
"""

import re
from pathlib import Path
from typing import NamedTuple

DUMPS = Path(__file__).resolve().parent / "gold" / "dumps"
MARK = re.compile(r"⟦([a-z]+)⟧")


class Dump(NamedTuple):
    """One page: its text as a scraper leaves it, its stretches as (start, end, role), what its header says."""

    name: str
    text: str
    spans: list[tuple[int, int, str]]
    fields: dict[str, str]

    def told(self, *roles: str) -> list[str]:
        """The stretches of these roles, each on one line and without signs that nobody sees."""
        return [squeezed(self.text[start:end]) for start, end, role in self.spans if role in roles]

    def ways(self) -> list[str]:
        """The ways in which the page breaks parsers."""
        return self.fields["what"].split("; ")


def load() -> list[Dump]:
    """All labelled pages, by name."""
    return [parsed(path.stem, path.read_bytes().decode()) for path in sorted(DUMPS.glob("*.txt"))]


def parsed(name: str, file: str) -> Dump:
    """The page and its labels. Raises ValueError for a page that does not begin with a role."""
    header, page = file.split("\n---\n", 1)
    fields = dict(line.split(":", 1) for line in header.split("\n"))
    before, *rest = MARK.split(page)
    if before or not rest:
        raise ValueError(f"{name} does not begin with a role")
    spans, start = [], 0
    for role, words in zip(rest[::2], rest[1::2], strict=True):
        spans.append((start, start + len(words), role))
        start += len(words)
    return Dump(name, "".join(rest[1::2]), spans, {key: value.strip() for key, value in fields.items()})


def squeezed(text: str) -> str:
    """The text on one line, blanks of all kinds as one blank, without soft hyphens and signs of no width."""
    return " ".join(re.sub("[\u00ad\u200b-\u200d\ufeff]", "", text).split())
