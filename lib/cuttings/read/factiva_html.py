"""Factiva HTML exports: a page with many articles, each in a `div` of the class `article enArticle` or the like."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from .distinct import distinct
from .factiva import given
from .factiva_part import COUNT, header, tags
from .markup import html_tree, paragraphs
from .plain import decode
from .record import Item, Record, Reject, compose

ARTICLE = re.compile(r"<div[^<>]*\bclass=[\"']?article \w\warticle\b", re.I)
SIGN = re.compile(r"articleParagraph|\w\wHeadline|<b>HD</b>")
NUMBER = re.compile(r">\s*(?:Documento?|Dokument) ([A-Za-z0-9]{15,35})\s*<")
CLOSED = re.compile(r"</(?:html|body)>\s*\Z", re.I)


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file is such a page."""
    if b"rticle" not in data or b"<" not in data[:1000]:
        return False
    text = decode(data)
    return bool(text and ARTICLE.search(text) and SIGN.search(text))


def records(_name: str, data: bytes) -> Iterator[Item]:
    """The articles of a page."""
    yield from distinct(every(decode(data) or ""))


def every(text: str) -> Iterator[Record | Reject]:
    """Each article of a page. The last one is cut off where its number is missing and the page does not end."""
    starts = [match.start() for match in ARTICLE.finditer(text)]
    for position, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        source = text[start:end]
        number = NUMBER.search(source)
        if number is None and end == len(text) and not CLOSED.search(text, max(start, end - 200)):
            yield Reject(str(position), "cut off: the number that ends an article is missing")
        elif number is None:
            yield article(str(position), source)
        else:
            yield article(number[1], source[: number.end() - 1])


def article(number: str, source: str) -> Record | Reject:
    """The record of one article, of a table of tagged fields or of lines in a fixed order."""
    tree = html_tree(source)
    lines = [] if tree is None else list(tabled(tree)) or list(listed(tree))
    body = "\n\n".join(line for field, line in lines if field == "body")
    if not body:
        return Reject(number, "no body, as a graphic has none")
    told = given(lines)
    text, layout = compose([("headline", told.get("headline", "")), ("byline", told.get("byline", "")), ("body", body)])
    return Record(number, source.encode("utf-8", "replace"), text, "factiva: html", layout, told)


def tabled(tree: Any) -> Iterator[tuple[str, str]]:
    """Each paragraph of a table of fields, a row of which is a tag and what stands under it, with its field."""
    for row in tree.iter("tr"):
        cells = list(row.iterchildren("td", "th"))
        tag = tags().get("".join(cells[0].itertext()).strip()) if len(cells) == 2 else None
        if tag:
            yield from ((tag["field"], text) for _, text in paragraphs(cells[1]))


def listed(tree: Any) -> Iterator[tuple[str, str]]:
    """Each line of an article without tags, with its field. Lines before the number of words are of no use but for the
    headline and the byline, which their elements name.
    """
    title = next((one for one in tree.iter("span") if str(one.get("class")).endswith("Headline")), None)
    head = ["" if title is None else " ".join(flat([title]))]
    head += flat(one for one in tree.iter("div") if one.get("class") == "author")
    facts = list(flat(one for one in tree.iter("div") if not one.attrib))
    count = next((index for index, line in enumerate(facts) if COUNT.match(line)), len(facts))
    lines = head + facts[count:]
    roles = header(lines) if count < len(facts) else [("headline", "headline"), *[("byline", "byline")] * len(head[1:])]
    yield from ((field, line) for (_, field), line in zip(roles, lines, strict=False))
    yield from (("body", line) for line in flat(one for one in tree.iter("p") if is_body(one)))


def is_body(element: Any) -> bool:
    """Whether a `p` is one of the text."""
    return "articleParagraph" in str(element.get("class"))


def flat(elements: Iterable[Any]) -> Iterator[str]:
    """The paragraphs of some elements, one after the other."""
    return (text for element in elements for _, text in paragraphs(element))
