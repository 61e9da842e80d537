"""Sittings: a sheet coded unit by unit at a keyboard, kept at each answer."""

from pathlib import Path

import pandas as pd

from .. import tables
from ..errors import InputError
from ..folder import replace_file
from ..write import csv_text
from .read import NOT_YET, faulty, lines_of, mark

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
DONE, BACK, ON = " ", "-", "+"


class Sitting:
    """A person at a sheet: the unit before them, the codes marked of it, and the file that keeps the answers.

    1. A key of `keys` marks a code or takes the mark back; the space bar keeps the answer and goes on to the next unit
       that has none; `-` goes back and `+` forward, and what was marked without the space bar is dropped, because a
       code without `done` would count as an answer.
    2. Each answer replaces the file as a whole, so it is never half written. A sheet that a spreadsheet wrote with
       semicolons is kept with commas.
    3. A row that `coding.read` would refuse is not shown and stays as it is (`refused` counts them).

    Raises InputError for a sheet of another person, for one changed on disk since it was opened, and for a codebook of
    more codes than there are keys.
    """

    def __init__(self, path: str | Path, book: pd.DataFrame, articles: pd.DataFrame, coder: str) -> None:
        tables.require(book, "codebook")
        if len(book) > len(KEYS):
            raise InputError(f"{len(book)} codes: a keyboard has keys for {len(KEYS)}; code them in a spreadsheet")
        self.path, self.book, self.coder = Path(path), book, coder.strip()
        self.lines = [line for _, line in lines_of(self.path, book)]
        self.bytes = self.path.read_bytes()
        self.keys = dict(zip(KEYS, book["code"], strict=False))
        texts = dict(zip(articles["article_id"], articles["text"], strict=True))
        self.places = [at for at, line in enumerate(self.lines) if faulty(line, book, texts) in ("", NOT_YET)]
        self.refused = len(self.lines) - len(self.places)
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
        return sum(self.answered(at) for at in self.places)

    def answered(self, at: int) -> bool:
        """Whether a row counts as coded."""
        return any(mark(self.lines[at][name]) for name in (*self.book["code"], "done"))

    def next_open(self, index: int) -> int:
        """The first unit without an answer from a place on, then from the start; the end where all have one."""
        order = [*range(index, len(self.places)), *range(min(index, len(self.places)))]
        return next((one for one in order if not self.answered(self.places[one])), len(self.places))

    def open(self, index: int) -> None:
        """Put a unit before the person, with the marks that are kept of it."""
        self.index = min(max(index, 0), len(self.places))
        line = self.line
        self.marked = {code for code in self.book["code"] if line and mark(line[code])}

    @property
    def line(self) -> dict[str, str] | None:
        """The row before the person; null behind the last."""
        return self.lines[self.places[self.index]] if self.index < len(self.places) else None

    def press(self, key: str) -> None:
        """What a key does; keys without a meaning do nothing."""
        if key in (BACK, ON):
            self.open(self.index + (1 if key == ON else -1))
        elif self.line is not None and key in self.keys:
            self.marked ^= {self.keys[key]}
        elif self.line is not None and key == DONE:
            self.answer(self.line)

    def answer(self, line: dict[str, str]) -> None:
        """Keep the answer and go on; an answer that cannot be kept is not taken."""
        given = {code: "1" if code in self.marked else "" for code in self.book["code"]}
        before = dict(line)
        line.update(given, coder=self.coder, done="x")
        try:
            self.keep()
        except (InputError, OSError):
            line.update(before)
            raise
        self.open(self.next_open(self.index + 1))

    def keep(self) -> None:
        """Replace the file as a whole. Raises InputError where somebody else changed it."""
        if self.path.read_bytes() != self.bytes:
            raise InputError(f"{self.path} was changed since it was opened; open it again")
        data = csv_text(pd.DataFrame(self.lines)).encode("utf-8-sig")
        replace_file(self.path, data)
        self.bytes = data
