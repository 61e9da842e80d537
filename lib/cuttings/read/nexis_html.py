"""Nexis HTML exports: a page with many articles, each in a `<DOC>` element that it hides in comments."""

import re
from collections.abc import Iterator

from .lexis import NUMBER_OF, given, problem
from .lexis_part import parts
from .markup import html_paragraphs
from .plain import decode
from .record import Item, Record, Reject, compose

DOC = re.compile(r"<DOC\b[^<>]*>", re.I)
END = re.compile(r"</DOC>", re.I)
DELIMITER = re.compile(NUMBER_OF)


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file is HTML with articles in `<DOC>` elements, each behind its number, such as `2 of 49 DOCUMENTS`."""
    if b"<html" not in data[:2000].lower():
        return False
    text = decode(data)
    first = DOC.search(text) if text else None
    return bool(text and first and DELIMITER.search(text, first.end(), first.end() + 2000))


def records(_name: str, data: bytes) -> Iterator[Item]:
    """The articles of a page, without their numbers, so that each is the same in every download."""
    text = decode(data) or ""
    starts = list(DOC.finditer(text))
    limits = [start.start() for start in starts[1:]] + [len(text)]
    for number, (start, limit) in enumerate(zip(starts, limits, strict=True), 1):
        end = END.search(text, start.end(), limit)
        if end is None:
            yield Reject(str(number), "cut off: the end of its element is missing")
            continue
        delimiter = DELIMITER.search(text, start.end(), min(end.start(), start.end() + 2000))
        yield article(str(number), text[delimiter.end() if delimiter else start.end() : end.start()])


def article(number: str, source: str) -> Record | Reject:
    """The record of one article: its paragraphs are those of a text export."""
    flow = "\n\n".join(text for _, text in html_paragraphs(source))
    pieces = parts(flow)
    reason = problem(flow, pieces)
    if reason:
        return Reject(number, reason)
    own = ((part.role, flow[part.start : part.end]) for part in pieces if part.role != "boilerplate")
    text, layout = compose(own)
    return Record(number, source.encode("utf-8", "replace"), text, "lexis: html", layout, given(flow, pieces))
