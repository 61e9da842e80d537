"""Markup to text: the paragraphs of HTML, NITF or XHTML, each with the role that its element tells."""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from lxml import etree

TAG = re.compile(r"<[a-zA-Z/!]")
PARTS = re.compile(r"\n\s*\n")
SUBHEADINGS = {"h2", "h3", "h4", "h5", "h6", "hl2"}
ROLES = dict.fromkeys(SUBHEADINGS, "subheading") | {"h1": "headline", "hl1": "headline", "figcaption": "caption"}
ROLES |= {"media-caption": "caption", "media-producer": "credit"}
BLOCK = re.compile(
    r"h[1-6]|hl[12]|address|article|aside|block|blockquote|body(?:\.\w+)?|byline|center|dateline|d[dtl]|div|fieldset"
    r"|figcaption|figure|footer|form|header|hedline|hr|html|li|main|media-(?:caption|producer)|nav|[ou]l|p|pre|section"
    r"|table|tbody|t[dhr]"
)
SILENT = {"script", "style", "head", "noscript", "template", "iframe", "object", "svg", "math", "button", "select"}


def html_tree(text: str) -> Any:
    """The tree of an HTML page or a piece of one, mended as browsers do; null where there is nothing in it."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def html_paragraphs(text: str) -> list[tuple[str, str]]:
    """The paragraphs of a piece of HTML; of a text without tags, those that a blank line parts."""
    if not TAG.search(text):
        return plain_paragraphs(html.unescape(text))
    tree = html_tree(text)
    return [] if tree is None else list(paragraphs(tree))


def plain_paragraphs(text: str) -> list[tuple[str, str]]:
    """The paragraphs of a plain text, with a blank line between two."""
    return [("body", part) for part in texts(text.replace("\r\n", "\n"))]


def paragraphs(root: Any) -> Iterator[tuple[str, str]]:
    """Each paragraph below an element, in order: its role and its text.

    A block element ends a paragraph; so do two `br` in a row, while one is a line break. Other blanks are one blank.
    Scripts, styles and controls say nothing. `root` is an element of lxml or of the standard library.
    """
    buffer: list[str] = []
    role = "body"
    for event, value in events(root):
        if event == "text":
            buffer.append(value)
        elif event == "open" and value == "br":
            buffer.append("\n")
        elif BLOCK.fullmatch(value):
            yield from ((role, text) for text in texts("".join(buffer)))
            buffer.clear()
            role = ROLES.get(value, "body") if event == "open" else "body"
    yield from ((role, text) for text in texts("".join(buffer)))


def events(root: Any) -> Iterator[tuple[str, str]]:
    """The opening of elements, text, and closing, in the order of the document. Deep nesting costs no deeper calls."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        name = local(element)
        if closing:
            yield "close", name
        elif name not in SILENT:
            yield "open", name
            yield "text", blank(element.text)
            stack.append((element, True))
            stack += [(child, False) for child in reversed(element)]
        if element is not root and (closing or name in SILENT):
            yield "text", blank(element.tail)


def local(element: Any) -> str:
    """The name of an element without its namespace, in lower case; empty for comments and instructions."""
    return str(element.tag).rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


def blank(text: str | None) -> str:
    """Text of the source, where a line break means no more than a blank."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def texts(flow: str) -> Iterator[str]:
    """The paragraphs of a flow of text, where `\n` is a line break."""
    for part in PARTS.split(flow):
        lines = (" ".join(line.split()) for line in part.split("\n"))
        if text := "\n".join(filter(None, lines)):
            yield text


def merged(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pieces of a text, where neighbours of the same role are one, a blank line between them."""
    for role, group in groupby(pieces, key=lambda piece: piece[0]):
        yield role, "\n\n".join(text for _, text in group)
