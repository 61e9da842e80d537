"""Dialects: how a spreadsheet wrote a sheet, so that it is read whatever that was, and written back in the same way."""

import csv
import io
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError
from ..write import guard

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
WINDOWS = "cp1252"
NEWLINE = re.compile(r"\r\n|\n|\r")
DELIMITERS = ",;\t"


class Dialect(NamedTuple):
    """The mark at the start of a file and its encoding, what ends its lines and parts its cells, and whether all cells
    stand in quotation marks.
    """

    mark: bytes
    encoding: str
    newline: str
    delimiter: str
    quoted: bool


def read(path: Path) -> tuple[bytes, str, Dialect]:
    """A file's bytes, its text and its dialect. Raises InputError for a file that cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from None
    mark, encoding = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        encoding = encoding if mark[:1] in (b"\xff", b"\xfe") else WINDOWS
        text = data[len(mark) :].decode(encoding, errors="replace")
    return data, text, Dialect(mark, encoding, *looks(text))


def looks(text: str) -> tuple[str, str, bool]:
    """What ends the lines, whichever of comma, semicolon and tab the head has most of, and whether it is in quotation
    marks.
    """
    found = NEWLINE.search(text)
    head = text[: found.start()] if found else text
    return found[0] if found else "\n", max(DELIMITERS, key=head.count), head.startswith('"')


def opened(path: Path) -> "csv.DictReader[str]":
    """A file's rows."""
    _, text, dialect = read(path)
    csv.field_size_limit(sys.maxsize)
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=dialect.delimiter)


def written(names: Sequence[str], rows: Iterable[Mapping[str, str]], dialect: Dialect) -> bytes:
    """Rows as the bytes of a file of a dialect; in UTF-8 where its encoding lacks a character.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    text = io.StringIO()
    writer = csv.writer(
        text,
        delimiter=dialect.delimiter,
        lineterminator=dialect.newline,
        quoting=csv.QUOTE_ALL if dialect.quoted else csv.QUOTE_MINIMAL,
    )
    writer.writerow(names)
    writer.writerows([guard(row[name]) for name in names] for row in rows)
    try:
        return dialect.mark + text.getvalue().encode(dialect.encoding)
    except UnicodeEncodeError:
        mark, encoding = MARKS[0]
        return mark + text.getvalue().encode(encoding)
