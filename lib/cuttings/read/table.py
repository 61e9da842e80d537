"""Tables as text: rows of cells with commas, semicolons, tabs or bars between them and the columns' names on top.

The bytes of a record are the lines of its row, in UTF-8.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from . import plain
from .distinct import distinct
from .item import item, no_text
from .mapping import known, plan
from .record import Item, Reject

ENDINGS = (".csv", ".tsv", ".tab", ".psv")
DELIMITERS = {",": "csv", ";": "csv", "\t": "tsv", "|": "csv"}
CELL = re.compile(r"[,;\t|]")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
HEAD = 65_536
LONGEST_CELL = 2**31 - 1
NUL_STANDS_AS = "\x1a"
LONGEST_NAME = 80
LOOKED_AT = 20


class Row(NamedTuple):
    """One row: the number of its first line, its lines as they stand, and its cells."""

    line: int
    raw: str
    cells: list[str]


def recognises(name: str, data: bytes) -> bool:
    """Whether a file is a table, by at least two known columns on top of a row with as many cells; where its name says
    that it is one, by the shape of its rows.

    An article with commas in its first line has no such columns there, and its lines have no such shape.
    """
    return has_columns(data, {}) or (name.lower().endswith(ENDINGS) and is_shaped(data))


def is_shaped(data: bytes) -> bool:
    """Whether a file begins with names, and most rows below have as many cells: two or more, or one of a known name.
    With two names that are known, the rows may have any number of cells.
    """
    head = decoded(beginning(data, HEAD)) or ""
    names, *below = [row.cells for row in islice(rows(head, delimiter_of(head, {})), LOOKED_AT)] or [[]]
    count = known(names, ())
    if any(len(cell) > LONGEST_NAME for cell in names) or not (count or len(names) > 1):
        return False
    alike = sum(len(cells) == len(names) for cells in below)
    return count > 1 or alike * 2 > len(below) or (len(below) == 1 and len(data) > HEAD)


def is_mapped(name: str, data: bytes, columns: Mapping[str, str]) -> bool:
    """Whether a file has columns that the caller names: one is enough where its name says that it is a table."""
    return bool(columns) and has_columns(data, columns, 1 if name.lower().endswith(ENDINGS) else 2)


def has_columns(data: bytes, columns: Mapping[str, str], least: int = 2) -> bool:
    """Whether a file begins with the names of so many columns or more that are known, or named by the caller."""
    first = (decoded(beginning(data, 4096)) or "").lstrip().split("\n", 1)[0]
    if known((cell.strip(' "\r') for cell in CELL.split(first)), columns.values()) < least:
        return False
    head = decoded(beginning(data, HEAD)) or ""
    names, *below = [row.cells for row in islice(rows(head, delimiter_of(head, columns)), 3)]
    return (
        known(names, columns.values()) >= least
        and all(len(cell) <= LONGEST_NAME for cell in names)
        and (any(len(cells) == len(names) for cells in below) or (len(below) == 1 and len(data) > HEAD))
    )


def beginning(data: bytes, size: int) -> bytes:
    """The first bytes of a file, cut where no character is cut."""
    head = data[:size]
    return head if len(data) == len(head) or head.startswith(b"\xff\xfe") else head.rstrip(bytes(range(128, 256)))


def decoded(data: bytes) -> str | None:
    """The text of a table, in which a NUL costs its row and not the whole table; null for what is no text."""
    text = plain.decode(data)
    return plain.decode(data.replace(b"\x00", NUL_STANDS_AS.encode())) if text is None else text


def delimiter_of(head: str, columns: Mapping[str, str]) -> str:
    """The delimiter with which the first row has most known columns, or failing that most cells."""

    def score(delimiter: str) -> tuple[int, int]:
        names = next((row.cells for row in rows(head, delimiter)), [])
        return known(names, columns.values()), len(names)

    return max(DELIMITERS, key=score)


def records(_name: str, data: bytes, columns: Mapping[str, str]) -> Iterator[Item]:
    """The items of a table, one a row; one reject for a table that has neither texts nor a list of articles.

    A record without an id of its own is named by the number of its row, from 1 below the columns' names.
    """
    text = decoded(data)
    if text is None:
        yield Reject("1", plain.why_no_text(data))
        return
    delimiter = delimiter_of(text[:HEAD], columns)
    found = rows(text, delimiter)
    top = next(found, None)
    names = tuple(name.strip() for name in top.cells) if top else ()
    usual = plan(names, tuple(columns.items()))
    first = next(found, None)
    if first is None:
        yield Reject("1", "a table without rows")
    elif usual.has_text() or usual.lists():
        found = chain((first,), found)
        yield from distinct(items(DELIMITERS[delimiter], names, found, columns))
    else:
        yield Reject("1", f"a table: {no_text(names)}")


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows of a table, without those in which every cell is empty."""
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for match in LINE.finditer(text):
            taken.append(match[0])
            yield match[0]

    csv.field_size_limit(LONGEST_CELL)
    line = 1
    for cells in csv.reader(lines(), delimiter=delimiter):
        if any(cell.strip() for cell in cells):
            yield Row(line, "".join(taken), cells)
        line += len(taken)
        taken.clear()


def items(kind: str, names: tuple[str, ...], found: Iterator[Row], columns: Mapping[str, str]) -> Iterator[Item]:
    """The item of each row, which its number names where it has no id."""
    for number, row in enumerate(found, 1):
        cells = row.cells[: len(names)] if not any(row.cells[len(names) :]) else row.cells
        place = f"line {row.line}"
        made: Item
        if NUL_STANDS_AS in row.raw:
            made = Reject(str(number), f"{place}: a NUL byte")
        elif len(cells) != len(names):
            made = Reject(str(number), f"{place}: {len(cells)} cell(s) for {len(names)} columns{spread(row)}")
        else:
            values = dict(zip(reversed(names), reversed(cells), strict=True))
            made = item(kind, str(number), row.raw.rstrip("\r\n").encode(), values, columns)
            made = Reject(made.record, f"{place}: {made.reason}") if isinstance(made, Reject) else made
        yield made


def spread(row: Row) -> str:
    """A word on a row that takes many lines, as one does behind a quotation mark that is never closed."""
    count = len(LINE.findall(row.raw))
    return f"; the row takes {count} lines, is a quotation mark left open?" if count > 1 else ""
