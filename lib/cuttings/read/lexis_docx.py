"""Nexis Uni and Lexis Advance exports in DOCX: one article or many, each up to `End of Document`."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..text import words
from .day import day
from .language import language
from .lexis_part import NOTICE, RIGHTS, is_day, labels
from .person import people, unsigned
from .record import Record, Reject, compose, stated

END = {"End of Document", "Ende des Dokuments", "Fin du document"}
BODY = {"Body", "Text"}
# Headings behind the body, each with the role of what stands below it.
HEADINGS = {"Graphic": "caption", "Classification": "boilerplate", "Notes": "boilerplate", "Correction": "boilerplate"}
LABEL = re.compile(r"([^\W\d_][\w -]{1,24}):\s*")
MASTHEAD = 10  # paragraphs between the headline and the length, at most
CLOSING_WORDS = 20


class Article(NamedTuple):
    """One article as its paragraphs: before the body, the body, and behind it."""

    header: list[str]
    body: list[str]
    end: list[str]


def is_export(paragraphs: list[str]) -> bool:
    """Whether a document is such an export: a paragraph `Body` between one that states the length and one that ends
    the article.
    """
    states_length = any(field_of(one) == "length" for one in paragraphs)
    ends = any(one in END or one.startswith("Load-Date:") for one in paragraphs)
    return states_length and ends and (not BODY.isdisjoint(paragraphs) or not END.isdisjoint(paragraphs))


def articles(paragraphs: list[str], data: bytes) -> Iterator[Record | Reject]:
    """The articles of an export; the cover with its list of documents is none. One alone has the bytes of the file."""
    found = list(split(paragraphs))
    for number, one in enumerate(found, 1):
        text = "\n\n".join(one.header + one.body + one.end)
        raw = data if len(found) == 1 else text.encode("utf-8", "replace")
        yield record(str(number), one, raw)


def split(paragraphs: list[str]) -> Iterator[Article]:
    """The articles of a document. A few words behind the last one are a closing page."""
    own: list[str] = []
    for one in filter(None, paragraphs):
        if one in END:
            yield parted(own)
            own = []
        else:
            own.append(one)
    if not BODY.isdisjoint(own) or len(words(" ".join(own))) > CLOSING_WORDS:
        yield parted(own)


def parted(paragraphs: list[str]) -> Article:
    """Header, body and end of one article."""
    start = next((index for index, one in enumerate(paragraphs) if one in BODY), len(paragraphs))
    begin = title_index(paragraphs[:start])
    after = range(start + 1, len(paragraphs))
    end = next((index for index in after if is_end(paragraphs[index])), len(paragraphs))
    return Article(paragraphs[begin:start], paragraphs[start + 1 : end], paragraphs[end:])


def title_index(header: list[str]) -> int:
    """The paragraph that is the headline: the last but one before the day, or before the first label without a day."""
    told = [field_of(one) for one in header]
    first = next((index for index, field in enumerate(told) if field is not None), len(header))
    label = told.index("length") if "length" in told else first
    near = range(max(0, label - MASTHEAD), label)
    when = next((index for index in reversed(near) if is_day(header[index])), None)
    last = min(label, first) if when is None else when
    before = [index for index in range(last) if not is_notice(header[index])]
    return before[-2] if len(before) > 1 else before[0] if before else 0


def is_end(paragraph: str) -> bool:
    """Whether a paragraph ends the body."""
    return paragraph.startswith("Load-Date:") or paragraph in HEADINGS


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph is about the article and belongs to no field."""
    return RIGHTS.match(paragraph) is not None or NOTICE.match(paragraph) is not None


def field_of(paragraph: str) -> str | None:
    """The field that the label of a paragraph names; null where it begins with no known label."""
    match = LABEL.match(paragraph)
    row = labels().get(match[1].upper()) if match else None
    return row["field"] if row else None


def record(number: str, one: Article, raw: bytes) -> Record | Reject:
    """The record of one article."""
    if not one.body:
        return Reject(number, "no body, as a graphic has none")
    labelled = by_label(one)
    told = given(one, labelled)
    head = {**told, "byline": unsigned(labelled.get("byline", ""))}
    pieces = [(name, head.get(name, "")) for name in ("headline", "deck", "byline", "dateline")]
    pieces += [("body", "\n\n".join(one.body)), ("caption", captions(one.end))]
    text, layout = compose(pieces)
    return Record(number, raw, text, "lexis: docx", layout, told)


def by_label(one: Article) -> dict[str | None, str]:
    """What stands behind the label of each field."""
    return {field_of(text): LABEL.sub("", text, count=1) for text in reversed(one.header + one.end)}


def given(one: Article, labelled: Mapping[str | None, str]) -> dict[str, str]:
    """The fields that the export states."""
    plain = [text for text in one.header[:MASTHEAD] if field_of(text) is None and not is_notice(text)]
    published = next((text for text in plain[1:] if is_day(text)), None)
    outlet = plain[1] if len(plain) > 1 and plain[1] != published else None
    return stated(
        headline=plain[0] if plain else None,
        outlet=outlet,
        published=day(published),
        byline=people(labelled.get("byline"), outlet),
        deck=labelled.get("deck"),
        dateline=labelled.get("dateline"),
        lang=language(labelled.get("lang")),
    )


def captions(end: list[str]) -> str:
    """What stands below the heading `Graphic`."""
    role, found = "", []
    for text in end:
        if is_end(text):
            role = HEADINGS.get(text, "boilerplate")
        elif role == "caption":
            found.append(text)
    return "\n\n".join(found)
