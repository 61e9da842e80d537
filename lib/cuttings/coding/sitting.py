"""Sittings: a sheet coded unit by unit at a keyboard, kept at each answer."""

from collections import defaultdict
from pathlib import Path

import pandas as pd

from .. import tables
from ..errors import InputError
from ..extract.each import pages
from ..folder import replace_file
from . import dialect
from .context import around, beginning, blinded, names, words
from .read import NOT_YET, Line, faulty, lines_of, mark

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
AROUND = 1_200  # characters of the article shown before and after a unit
LONGEST = 30_000  # characters of a unit that are shown
TO_CODE = "to code"
DONE, BACK, ON = " ", "-", "+"


class Sitting:
    """A person at a sheet: the unit before them, the codes marked of it, and the file that keeps the answers.

    1. A key of `keys` marks a code or takes the mark back; the space bar keeps the answer and goes on to the next unit
       that has none; `-` goes back and `+` forward, and what was marked without the space bar is dropped, because a
       code without `done` would count as an answer.
    2. Each answer replaces the file as a whole, so it is never half written. It keeps the dialect that a spreadsheet
       gave it: what parts its cells and ends its lines, its encoding.
    3. A sheet without the column `group` is blind: what is shown of its units has no outlet's name in it.
    4. A row that `coding.read` would refuse is not shown and stays as it is (`refused` counts them).

    Raises InputError for a sheet of another person, for one changed on disk since it was opened, and for a codebook of
    more codes than there are keys.
    """

    def __init__(self, path: str | Path, book: pd.DataFrame, articles: pd.DataFrame, coder: str) -> None:
        tables.require(book, "codebook")
        if len(book) > len(KEYS):
            raise InputError(f"{len(book)} codes: a keyboard has keys for {len(KEYS)}; code them in a spreadsheet")
        self.path, self.book, self.coder = Path(path), book, coder.strip()
        self.articles = articles
        self.bytes, _, self.dialect = dialect.read(self.path)
        self.lines = [line for _, line in lines_of(self.path, book)]
        self.keys = dict(zip(KEYS, book["code"], strict=False))
        texts = dict(zip(articles["article_id"], articles["text"], strict=True))
        self.places = [at for at, line in enumerate(self.lines) if faulty(line, book, texts) in ("", NOT_YET)]
        self.refused = len(self.lines) - len(self.places)
        self.coded = {at for at in self.places if self.kept(self.lines[at]) != TO_CODE}
        self.blind = not self.lines or "group" not in self.lines[0]
        self.outlets = names(articles) if self.blind else None
        self.units: dict[str, list[int]] = defaultdict(list)
        for index, at in enumerate(self.places):
            self.units[self.lines[at]["article_id"].strip()].append(index)
        self.read: tuple[tuple[str, int], tuple[str, ...]] | None = None
        self.check_coder()
        self.open(self.next_open(0))

    def check_coder(self) -> None:
        """A sheet has one coder."""
        if not self.coder:
            raise InputError("a sheet is coded by somebody: coder is empty")
        others = sorted({line["coder"].strip() for line in self.lines} - {"", self.coder})
        if others:
            raise InputError(f"{self.path} is coded by {others[0]}; {self.coder} needs a sheet of their own")

    @property
    def done(self) -> int:
        """How many units have an answer."""
        return len(self.coded)

    def answered(self, index: int) -> bool:
        """Whether a unit has an answer."""
        return self.places[index] in self.coded

    def next_open(self, index: int) -> int:
        """The first unit without an answer from a place on, then from the start; the end where all have one."""
        order = [*range(index, len(self.places)), *range(min(index, len(self.places)))]
        return next((one for one in order if not self.answered(one)), len(self.places))

    def open(self, index: int) -> None:
        """Put a unit before the person, with the marks that are kept of it."""
        self.index = min(max(index, 0), len(self.places))
        line = self.line
        self.marked = {code for code in self.book["code"] if line and mark(line[code])}

    @property
    def line(self) -> Line | None:
        """The row before the person; null behind the last."""
        return self.lines[self.places[self.index]] if self.index < len(self.places) else None

    def shown(self, line: Line) -> tuple[str, ...]:
        """The words of a unit, of a very long one the beginning, between those around it in its article, as the person
        may see them.
        """
        article_id, start, end = place(line)
        if self.read is None or self.read[0] != (article_id, start):
            [(_, page)] = pages(self.articles[self.articles["article_id"] == article_id])
            before, after = around(page, start, end, AROUND)
            unit = beginning(words(page, start, end), LONGEST)
            self.read = (article_id, start), tuple(blinded(one, self.outlets) for one in (before, unit, after))
        return self.read[1]

    def spans(self, article: pd.DataFrame) -> pd.DataFrame:
        """The units that the sheet has of one article, with the codes that are kept of each."""
        lines = [self.lines[self.places[index]] for index in self.units.get(article["article_id"].iloc[0], ())]
        rows = [(*place(line), self.kept(line)) for line in lines]
        return pd.DataFrame(rows, columns=["article_id", "start", "end", "codes"])

    def kept(self, line: Line) -> str:
        """What is kept of a unit, in words."""
        held = [code for code in self.book["code"] if mark(line[code])]
        return ", ".join(held) or ("no code" if mark(line["done"]) else TO_CODE)

    def go(self, article_id: str, at: int) -> None:
        """Put the unit that holds a character before the person. Raises InputError where the sheet has none there: one
        that was not drawn would be no part of the sample.
        """
        for index in self.units.get(article_id, ()):
            _, start, end = place(self.lines[self.places[index]])
            if start <= at < end:
                return self.open(index)
        raise InputError(f"no unit of {self.path.name} is there; those that it has are marked in the layer coding")

    def press(self, key: str) -> None:
        """What a key does; keys without a meaning do nothing."""
        if key in (BACK, ON):
            self.open(self.index + (1 if key == ON else -1))
        elif self.line is not None and key in self.keys:
            self.marked ^= {self.keys[key]}
        elif self.line is not None and key == DONE:
            self.answer(self.line)

    def answer(self, line: Line) -> None:
        """Keep the answer and go on; an answer that cannot be kept is not taken."""
        given = {code: "1" if code in self.marked else "" for code in self.book["code"]}
        before = dict(line)
        line.update(given, coder=self.coder, done="x")
        try:
            self.keep()
        except (InputError, OSError):
            line.update(before)
            raise
        self.coded.add(self.places[self.index])
        self.open(self.next_open(self.index + 1))

    def keep(self) -> None:
        """Replace the file as a whole. Raises InputError where somebody else changed it."""
        if self.path.read_bytes() != self.bytes:
            raise InputError(f"{self.path} was changed since it was opened; open it again")
        data = dialect.written(list(self.lines[0]), self.lines, self.dialect)
        replace_file(self.path, data)
        self.bytes = data


def place(line: Line) -> tuple[str, int, int]:
    """The article, the first character and the one behind the last of a unit."""
    return line["article_id"].strip(), int(line["start"]), int(line["end"])
