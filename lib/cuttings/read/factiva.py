"""Factiva text exports: many articles a file, each up to a line such as `Document EXTI000020180312ee3c0001a`."""

import re
from collections.abc import Iterable, Iterator

from .day import day
from .distinct import distinct
from .factiva_part import COUNT, tagged, untagged
from .language import language
from .person import people
from .plain import decode
from .record import Item, Record, Reject, layout, stated

END = re.compile(r"^[ \t]*(?:AN[ \t]+)?(?:Documento?|Dokument) ([A-Za-z0-9]{15,35})[ \t\xa0]*\r?$", re.M)
FIELDS = {"headline", "byline", "outlet", "published", "lang"}
HEADLINE = re.compile(r"^[ \t]*HD(?:[ \t]|\r?$)", re.M)


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file is such an export."""
    text = decode(data)
    return text is not None and is_export(text)


def is_export(text: str) -> bool:
    """Whether a text is such an export: a line that is nothing but a document's number, and before it a line that
    begins with the tag HD or is nothing but a number of words.
    """
    end = END.search(text)
    return end is not None and any(pattern.search(text, 0, end.start()) for pattern in (HEADLINE, COUNT))


def records(_name: str, data: bytes) -> Iterator[Item]:
    """The articles of an export file."""
    text = decode(data)
    yield from articles(text, "factiva: text") if text else ()


def articles(text: str, form: str) -> Iterator[Item]:
    """The articles of an export's text, each up to the line with its number. What begins behind the last number and
    looks like an article is cut off.
    """
    yield from distinct(every(text, form))


def every(text: str, form: str) -> Iterator[Record | Reject]:
    """Each article as its record, one by one."""
    start = 0
    for end in END.finditer(text):
        yield article(end[1], text[start : end.end()].strip("\r\n\f"), form)
        start = end.end()
    if any(pattern.search(text, start) for pattern in (HEADLINE, COUNT)):
        yield Reject("last", "cut off: the number that ends an article is missing")


def article(number: str, text: str, form: str) -> Record | Reject:
    """The record of one article."""
    pieces = list(tagged(text) if HEADLINE.search(text) else untagged(text))
    if not any(part.role == "body" for part in pieces):
        return Reject(number, "no body, as a graphic has none")
    told = given((part.field, text[part.start : part.end]) for part in pieces)
    return Record(number, text.encode("utf-8", "replace"), text, form, layout(pieces), told)


def given(lines: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The fields that an export states, of its lines, each with the field that it belongs to."""
    told: dict[str, str] = {}
    for field, line in lines:
        if field in FIELDS:
            told[field] = f"{told[field]} {line}" if field in told else line
    return stated(
        headline=told.get("headline"),
        byline=people(told.get("byline"), told.get("outlet")),
        outlet=told.get("outlet"),
        published=day(told.get("published")),
        lang=language(told.get("lang")),
    )
