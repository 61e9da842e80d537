"""Plain text: one article a file, in UTF-8, UTF-16 with a byte order mark, or Windows-1252."""

import codecs
import json
import re
from collections.abc import Iterator

from .record import Record, Reject

SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive, such as .docx, .xlsx or .odt",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old Office document, such as .doc or .xls",
    b"SQLite format": "a SQLite database",
    b"PAR1": "a parquet file",
}
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|rss|feed)\b", re.I)
TABLES = (".csv", ".tsv")


def records(name: str, data: bytes) -> Iterator[Record | Reject]:
    """The one record of a text file, or why the file is something else."""
    what = signature(data)
    text = None if what else decode(data)
    if what is None and text is not None:
        what = other_format(name, text)
    if what:
        yield Reject("1", f"{what}: this version reads plain text")
    elif text is None:
        yield Reject("1", "no text: its bytes are neither UTF-8 nor UTF-16 nor Windows-1252, or control characters")
    else:
        yield Record("1", data, text)


def signature(data: bytes) -> str | None:
    """What a file is by its first bytes, where that is no text."""
    return next((what for start, what in SIGNATURES.items() if data.startswith(start)), None)


def decode(data: bytes) -> str | None:
    """The text of a file's bytes, every character kept but a byte order mark; null for what is no text."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return decode_as(encoding, data[len(mark) :])
    text = decode_as("utf-8", data)
    return decode_as("cp1252", data) if text is None else text


def decode_as(encoding: str, data: bytes) -> str | None:
    """Decode, or null. Text has next to no control characters: with more of them it is a binary file."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\v")
    return text if "\x00" not in text and controls <= max(10, len(text) / 100) else None


def other_format(name: str, text: str) -> str | None:
    """What a readable file is, where that is no plain text."""
    if MARKUP.match(text[:500]):
        return "HTML or XML"
    if name.lower().endswith(TABLES):
        return "a table"
    return "JSON" if is_json(text) else None


def is_json(text: str) -> bool:
    """Whether the file, or its first line, is a JSON object or list."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    for piece in (text, text.lstrip().split("\n", 1)[0]):
        try:
            return isinstance(json.loads(piece), dict | list)
        except ValueError:
            continue
    return False
