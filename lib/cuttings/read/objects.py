"""JSON: an object, a list of objects, an object with one list of objects in it, or one object a line.

The bytes of a record are its object as it stands in the file, in UTF-8: of a list, the slice between the commas.
"""

import codecs
import io
import json
import re
from collections.abc import Generator, Iterator, Mapping
from itertools import islice
from typing import Any

from . import plain
from .distinct import distinct
from .item import item, kind_of
from .mapping import plan
from .record import Item, Reject

START = re.compile(r'\s*(?:\{\s*(?:\}|"[^"\n]{0,200}"\s*:)|\[\s*(?:\]|\{\s*[}"]))')
BRACKET = re.compile(r"\s*(?:\{|\[(?!\w))")  # no article begins so, though one may with `[Updated]`
ENDINGS = (".json", ".jsonl", ".ndjson")
SPACE = re.compile(r"[ \t\r\n]*")
HEAD = 4096
LOOKED_AT = 20
DIGITS = 30

Found = tuple[int, int, Any]  # first and last character of a value, and the value


def whole_number(digits: str) -> int | str:
    """A number, or its digits where no day and no id is that long."""
    return int(digits) if len(digits) <= DIGITS else digits


DECODER = json.JSONDecoder(parse_int=whole_number, parse_constant=lambda _name: None)


def recognises(name: str, data: bytes) -> bool:
    """Whether a file begins like JSON; where its name says that it is some, it may begin with a malformed place."""
    start = plain.decode(data[:HEAD]) or ""
    if START.match(start):
        return True
    return name.lower().endswith(ENDINGS) and (BRACKET.match(start) is not None or is_lines(data))


def records(_name: str, data: bytes, columns: Mapping[str, str]) -> Iterator[Item]:
    """The items of a JSON file. What is no object, or malformed, is a reject with its line, and the rest goes on; only
    behind a malformed place inside a list nothing can be told apart.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if is_lines(data):
        yield from distinct(lines(data, columns))
        return
    text = plain.decode(data)
    if text is None:
        yield Reject("1", plain.why_no_text(data))
    elif is_lines(text.encode()):  # UTF-16
        yield from distinct(lines(text.encode(), columns))
    else:
        yield from distinct(documents(text, columns))


def is_lines(data: bytes) -> bool:
    """Whether each line is an object: the first one is and others follow, or it is malformed like the file as a whole
    and another one is.
    """
    first = list(islice((line for line in io.BytesIO(data) if line.strip()), LOOKED_AT))
    own = [is_object(line) for line in first]
    if len(own) < 2 or not any(own):
        return False
    return own[0] or isinstance(loaded(data), ValueError)


def is_object(line: bytes) -> bool:
    """Whether a line is an object by itself."""
    return line.lstrip().startswith(b"{") and isinstance(loaded(line), dict)


def loaded(data: bytes) -> Any:
    """The value that some bytes spell, or the error that says why they spell none."""
    text = plain.decode(data)
    if text is None:
        return ValueError("no text")
    try:
        return DECODER.decode(text)
    except json.JSONDecodeError as error:
        return ValueError(f"malformed JSON: {error.msg}")
    except RecursionError:
        return ValueError("nested too deeply")


def lines(data: bytes, columns: Mapping[str, str]) -> Iterator[Item]:
    """The item of each line that is not blank, by the number of the line."""
    for number, line in enumerate(io.BytesIO(data), 1):
        raw = line.strip()
        if raw:
            yield of_value("jsonl", str(number), raw, loaded(raw), f"line {number}", columns)


def of_value(kind: str, number: str, raw: bytes, found: Any, place: str, columns: Mapping[str, str]) -> Item:
    """The item of one value, or why it is none, with its place in the file."""
    if isinstance(found, ValueError):
        return Reject(number, f"{place}: {found}")
    if not isinstance(found, dict):
        return Reject(number, f"{place}: {kind_of(found)} and no object")
    made = item(kind, number, raw, found, columns)
    return Reject(made.record, f"{place}: {made.reason}") if isinstance(made, Reject) else made


def documents(text: str, columns: Mapping[str, str]) -> Iterator[Item]:
    """The items of a file whose objects do not stand on a line each, by their number."""
    number, line, at, problem = 0, 1, 0, ""
    try:
        for start, end, found in values(text, columns):
            number, line, at = number + 1, line + text.count("\n", at, start), start
            yield of_value("json", str(number), text[start:end].encode(), found, f"line {line}", columns)
    except json.JSONDecodeError as error:
        problem = f"line {error.lineno}: malformed JSON: {error.msg}; nothing behind it is read"
    except RecursionError:
        problem = f"line {line} or later: nested too deeply; nothing behind it is read"
    if problem or not number:
        yield Reject(str(number + 1), problem or "an empty list")


def values(text: str, columns: Mapping[str, str]) -> Iterator[Found]:
    """The values of a file: its objects, or those of the list in it. Raises JSONDecodeError where it is malformed."""
    at = skip(text, 0)
    while at < len(text):
        if text[at] == "[":
            at = yield from elements(text, at)
        else:
            found, end = DECODER.raw_decode(text, at)
            inner = list_within(text, at, found, columns)
            if inner is None:
                yield at, end, found
            else:
                yield from elements(text, inner)
            at = end
        at = skip(text, at)


def elements(text: str, at: int) -> Generator[Found, None, int]:
    """The values of a list that begins here; returns where it ends."""
    at = skip(text, at + 1)
    while text[at : at + 1] != "]":
        found, end = DECODER.raw_decode(text, at)
        yield at, end, found
        at = skip(text, end)
        if text[at : at + 1] == ",":
            at = skip(text, at + 1)
        elif text[at : at + 1] != "]":
            raise json.JSONDecodeError("a comma or the end of the list is missing", text, min(at, len(text)))
    return at + 1


def list_within(text: str, at: int, found: Any, columns: Mapping[str, str]) -> int | None:
    """Where the one list of objects begins that an object holds; null where it is an article itself, or has no list or
    several.
    """
    if not isinstance(found, dict) or plan(tuple(found), tuple(columns.items())).has_text():
        return None
    keys = [key for key, value in found.items() if isinstance(value, list) and value and isinstance(value[0], dict)]
    if len(keys) != 1:
        return None
    at = skip(text, at + 1)
    while True:
        key, at = DECODER.raw_decode(text, at)
        at = skip(text, skip(text, at) + 1)
        if key == keys[0] and text[at] == "[":
            return at
        at = skip(text, skip(text, DECODER.raw_decode(text, at)[1]) + 1)


def skip(text: str, at: int) -> int:
    """The first place from here on that is no blank."""
    match = SPACE.match(text, at)
    return match.end() if match else at
