"""Nexis Uni and Lexis Advance exports in DOCX: one article or many, each up to `End of Document`."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from . import lexis_article
from .day import day
from .language import language
from .lexis_article import BODY, END, HEADINGS, LABEL, body_of, field_of, is_end, masthead
from .person import people, unsigned
from .record import Record, Reject, compose, stated


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
    found = list(split(list(filter(None, paragraphs))))
    for number, one in enumerate(found, 1):
        text = "\n\n".join(one.header + one.body + one.end)
        raw = data if len(found) == 1 else text.encode("utf-8", "replace")
        yield record(str(number), one, raw)


def split(paragraphs: list[str]) -> Iterator[Article]:
    """The articles of a document."""
    for begin, end in lexis_article.split(paragraphs):
        own = [one for one in paragraphs[begin:end] if one not in END]
        start, stop = body_of(own)
        yield Article(own[:start], own[start + 1 : stop], own[stop:])


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
    top = {field: one.header[at] for at, field in masthead(one.header).items()}
    return stated(
        headline=top.get("headline"),
        outlet=top.get("outlet"),
        published=day(top.get("published")),
        byline=people(labelled.get("byline"), top.get("outlet")),
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
