"""Plain text: one article a file; and bytes turned into text for every other reader.

1. A byte order mark says UTF-8, UTF-16 or UTF-32.
2. Without one, bytes with NULs at every other place are UTF-16, other bytes with NULs are no text.
3. What is valid UTF-8 is UTF-8.
4. Of the rest, a file with more valid UTF-8 characters beyond ASCII than broken bytes is UTF-8 into which Windows-1252
   was pasted: the broken bytes are read as Windows-1252. Any other file is Windows-1252 altogether. The five bytes that
   Windows-1252 does not define are the control characters of the same number. So no byte is dropped or replaced.
5. Text has next to no control characters: with more of them it is a binary file.
"""

import codecs
import json
from collections.abc import Iterator

from .record import Record, Reject
from .signature import signature

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
UNDEFINED = "\x81\x8d\x8f\x90\x9d"
WINDOWS = [bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256)]
CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\r\f\v") + b"\x7f"
BEGINNING = 4096


def recognises(_name: str, _data: bytes) -> bool:
    """Whether a file may be text, or something that this module calls by name: any that no other reader takes."""
    return True


def records(_name: str, data: bytes) -> Iterator[Record | Reject]:
    """The one record of a text file, or why the file is something else."""
    what = signature(data)
    text = None if what else decode(data)
    if what is None and text is not None:
        what = other_format(text)
    if what:
        yield Reject("1", f"{what}: it is not read as text")
    elif text is None:
        yield Reject("1", why_no_text(data))
    else:
        yield Record("1", data, text)


def decode(data: bytes) -> str | None:
    """The text of a file's bytes, every character kept but a byte order mark; null for what is no text."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return decode_as(encoding, data[len(mark) :])
    if b"\x00" in data:
        utf16 = wide(data)
        return decode_as(utf16, data) if utf16 else None
    if has_controls(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode_broken(data)


def why_no_text(data: bytes) -> str:
    """Why `decode` finds no text in some bytes."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            name = encoding.removesuffix("-le").removesuffix("-be").upper()
            return "no text: " + (odd_signs(text.encode()) or f"it begins as {name}, and has bytes that are none")
    utf16 = wide(data) if b"\x00" in data else None
    if utf16:
        return "no text: " + (odd_signs(data.decode(utf16, "replace").encode()) or "bytes that are no UTF-16")
    return "no text: " + (odd_signs(data) or "many bytes that neither UTF-8 nor Windows-1252 has")


def odd_signs(data: bytes) -> str | None:
    """Which signs no text has, where some bytes in UTF-8 or Windows-1252 have them."""
    if b"\x00" in data:
        return "a NUL byte in it"
    return "more than one in a hundred of its bytes are control characters" if has_controls(data) else None


def beginning(data: bytes) -> str:
    """The first characters of a file, empty for what is no text: enough to tell its format."""
    return decode(data[:BEGINNING]) or decode(data[: BEGINNING - 2]) or ""


def decode_as(encoding: str, data: bytes) -> str | None:
    """Decode, or null for bytes that are not that or no text."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text or has_controls(text.encode("utf-8")) else text


def wide(data: bytes) -> str | None:
    """UTF-16 without a mark, by its NULs: the high bytes of blanks and Latin letters, all at even or all at odd places.

    At least one character in twenty is of that kind in any text with blanks.
    """
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) * 40 < len(data) or min(even, odd):
        return None
    return "utf-16-le" if odd else "utf-16-be"


def decode_broken(data: bytes) -> str | None:
    """Text that is not, or not throughout, UTF-8; null for what is no text."""
    valid = data.decode("utf-8", "ignore")
    beyond = len(valid) - len(valid.encode("ascii", "ignore"))
    broken = len(data) - len(valid.encode("utf-8"))
    text = data.decode("utf-8" if beyond > broken else "cp1252", "as-windows-1252")
    return None if sum(map(text.count, UNDEFINED)) > max(10, len(text) / 100) else text


def has_controls(data: bytes) -> bool:
    """Whether more than one byte in a hundred, and more than ten, are control characters."""
    return len(data) - len(data.translate(None, CONTROLS)) > max(10, len(data) / 100)


def as_windows(error: UnicodeError) -> tuple[str, int]:
    """What the bytes are in Windows-1252 that a decoder does not understand."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(WINDOWS[code] for code in error.object[error.start : error.end]), error.end


codecs.register_error("as-windows-1252", as_windows)


def other_format(text: str) -> str | None:
    """What a readable file is, where that is no plain text."""
    start = text[:BEGINNING].lstrip()
    if start.startswith(("<?xml", "<!DOCTYPE", "<!doctype", "<rss", "<feed")):
        return "HTML or XML of an unknown kind"
    return "JSON of an unknown kind" if start[:1] in ("{", "[") and is_json(text) else None


def is_json(text: str) -> bool:
    """Whether the file, or its first line, is a JSON object or list."""
    for piece in (text.strip().split("\n", 1)[0], text):
        try:
            return isinstance(json.loads(piece), dict | list)
        except (ValueError, RecursionError):
            continue
    return False
