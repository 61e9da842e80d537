"""LexisNexis text exports: many articles a file, each behind a line such as `3 of 250 DOCUMENTS`, or as Nexis Uni has
it up to a line `End of Document`.
"""

import re
from collections.abc import Iterator

from ..text import words
from . import lexis_advance
from .day import day
from .language import language
from .lexis_part import parts, value
from .person import people
from .plain import decode
from .record import Part, Record, Reject, layout, stated
from .value import line

NUMBER_OF = r"(?:\d+ of \d+ DOCUMENTS?|Dokument \d+ von \d+|Document \d+ de \d+)"
DELIMITER = re.compile(rf"^[ \t\xa0]*{NUMBER_OF}[ \t\xa0]*\r?$", re.M)
FIELD_LINE = re.compile(r"^[ \t]*(?:LENGTH|LANGUAGE|LÄNGE|SPRACHE|LONGUEUR|LANGUE|LOAD-DATE|UPDATE):", re.M)
NUMBER = re.compile(r"\d[\d.,]*")
WHOLE = 0.8  # of the words that LENGTH states


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file is such an export."""
    text = decode(data)
    return text is not None and is_export(text)


def is_export(text: str) -> bool:
    """Whether a text is such an export of either kind."""
    return is_delimited(text) or lexis_advance.is_export(text)


def is_delimited(text: str) -> bool:
    """Whether a text is of the older kind: a line that is nothing but the delimiter, and field lines behind it.

    An article that quotes the one or the other is none.
    """
    first = DELIMITER.search(text)
    return first is not None and FIELD_LINE.search(text, first.end()) is not None


def records(_name: str, data: bytes) -> Iterator[Record | Reject]:
    """The articles of an export file."""
    text = decode(data)
    yield from articles(text, "lexis: text") if text else ()


def articles(text: str, form: str) -> Iterator[Record | Reject]:
    """The articles of an export's text; a record without a body, such as a graphic, is a reject."""
    if is_delimited(text):
        yield from delimited(text, form)
        return
    for number, own in enumerate(lexis_advance.split(text), 1):
        yield article(str(number), own, lexis_advance.parts(own), form)


def delimited(text: str, form: str) -> Iterator[Record | Reject]:
    """The articles of the older kind, each without the delimiter, so that it is the same in every download.

    The cover before the first delimiter, which names the request, is no record; where it has the fields of an article,
    it is the rest of one.
    """
    found = list(DELIMITER.finditer(text))
    if FIELD_LINE.search(text, 0, found[0].start()):
        yield Reject("0", "the end of an article whose beginning is missing")
    ends = [match.start() for match in found[1:]] + [len(text)]
    for number, (delimiter, end) in enumerate(zip(found, ends, strict=True), 1):
        own = text[delimiter.end() : end].strip("\r\n")
        yield article(str(number), own, parts(own), form)


def article(number: str, text: str, pieces: list[Part], form: str) -> Record | Reject:
    """The record of one article with these parts. One without the fields that end an article and with fewer words than
    it states is a reject.
    """
    reason = problem(text, pieces)
    if reason:
        return Reject(number, reason)
    return Record(number, text.encode("utf-8", "replace"), text, form, layout(pieces), given(text, pieces))


def problem(text: str, pieces: list[Part]) -> str | None:
    """Why a record is no article."""
    body = " ".join(text[part.start : part.end] for part in pieces if part.role == "body")
    if not body:
        return "no body, as a graphic has none"
    length = NUMBER.search(value(text, pieces, "length") or "")
    promised = int(re.sub(r"\D", "", length[0])) if length else 0
    if any(part.ending for part in pieces) or len(words(body)) >= WHOLE * promised:
        return None
    return f"cut off: {len(words(body))} of {promised} words, and none of the fields that end an article"


def given(text: str, pieces: list[Part]) -> dict[str, str]:
    """The fields that the export states."""
    told = {name: value(text, pieces, name) for name in ("headline", "deck", "outlet", "dateline", "url")}
    return stated(
        **told,
        byline=people(line(value(text, pieces, "byline")), told["outlet"]),
        published=day(value(text, pieces, "published")),
        lang=language(value(text, pieces, "lang")),
    )
