"""Feeds: RSS 2.0, RSS 1.0 and Atom, each item an article where it has a text."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .day import day
from .distinct import distinct
from .language import language
from .markup import html_paragraphs, merged, paragraphs
from .person import people, unsigned
from .record import Item, Listing, Record, Reject, compose, stated
from .xmlfile import LANG, Found, MalformedError, elements, root, words

ATOM, RSS1 = "{http://www.w3.org/2005/Atom}", "{http://purl.org/rss/1.0/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
ITEM = re.compile(r"rss/channel/item|RDF/item|feed/entry")
ABOUT = re.compile(r"(?:rss|RDF)/channel/(?:title|language)|feed/title")
WANTED = re.compile(f"{ITEM.pattern}|{ABOUT.pattern}")
AUTHOR = re.compile(r"[^\s@()]+@[^\s@()]+\s*(?:\((?P<name>[^()]*)\))?")


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file is a feed."""
    return root(data)[0] in ("rss", f"{ATOM}feed", f"{RDF}RDF")


def records(_name: str, data: bytes) -> Iterator[Item]:
    """The items of a feed: see `every`."""
    yield from distinct(every(data))


def every(data: bytes) -> Iterator[Item]:
    """Each item of a feed as an article; one without text as a listing of an article that stands elsewhere. Of a
    damaged feed, the items before the damage and one reject for the rest.
    """
    about = {"lang": root(data)[1].get(LANG, "")}
    number = 0
    try:
        for found in elements(data, WANTED):
            name = found.path.rsplit("/", 1)[-1]
            if ITEM.fullmatch(found.path):
                number += 1
                yield article(found, str(number), about)
            else:
                about["lang" if name == "language" else "outlet"] = words(found.element)
    except MalformedError as error:
        yield Reject(str(number + 1), str(error))
    else:
        if not number:
            yield Reject("1", "a feed without an item")


def article(found: Found, number: str, about: dict[str, str]) -> Item:
    """The record of one item, or what it lists."""
    item = found.element
    name = one_of(item, "guid", f"{ATOM}id") or item.get(f"{RDF}about") or number
    told = given(item, about)
    body = text_pieces(item)
    if body:
        head = [("headline", told.get("headline", "")), ("byline", unsigned(authors(item)))]
        text, layout = compose([*head, *merged(body)])
        return Record(name, found.raw, text, "feed", layout, told)
    if told.keys() & {"url", "headline"}:
        return Listing(name, told)
    return Reject(name, "an item without text, title and link")


def given(item: Element, about: dict[str, str]) -> dict[str, str]:
    """The fields that an item states; the outlet is the feed that the item says it comes from, else this one."""
    published = one_of(item, "pubDate", f"{ATOM}published", f"{DC}date", f"{ATOM}updated")
    outlet = plain(one_of(item, "source", f"{ATOM}source/{ATOM}title") or about.get("outlet", ""))
    return stated(
        headline=plain(one_of(item, "title", f"{RSS1}title", f"{ATOM}title")),
        byline=people(authors(item), outlet),
        outlet=outlet,
        published=day(published),
        lang=language(item.get(LANG) or one_of(item, f"{DC}language") or about["lang"]),
        url=link(item),
    )


def one_of(item: Element, *paths: str) -> str:
    """The words of the first of these elements that has any."""
    return next(filter(None, (words(found) for path in paths for found in item.iterfind(path))), "")


def plain(text: str) -> str:
    """A title, which may be HTML, as plain text."""
    return " ".join(text for _, text in html_paragraphs(text)) if "<" in text or "&" in text else text


def authors(item: Element) -> str:
    """Who wrote an item: names, and of `jane@example.org (Jane Doe)` the name."""
    atom = [words(one) for one in item.iterfind(f"{ATOM}author/{ATOM}name")]
    named = [words(one) for one in item.iterfind(f"{DC}creator")] or [words(one) for one in item.iterfind("author")]
    bare = (match["name"] if (match := AUTHOR.fullmatch(name)) else name for name in atom or named)
    return ", ".join(filter(None, bare))


def link(item: Element) -> str | None:
    """The address of the article itself."""
    atom = (one.get("href") for one in item.iterfind(f"{ATOM}link") if one.get("rel", "alternate") == "alternate")
    guid = item.find("guid")
    lasting = words(guid) if guid is not None and guid.get("isPermaLink", "true") == "true" else ""
    found = (one_of(item, "link", f"{RSS1}link"), next(atom, None), lasting)
    return next((one for one in found if one and one.startswith(("http://", "https://"))), None)


def text_pieces(item: Element) -> list[tuple[str, str]]:
    """The paragraphs of the fullest text that an item has: its content, else its summary."""
    for path in (ENCODED, f"{ATOM}content", f"{ATOM}summary", "description", f"{RSS1}description"):
        for one in item.iterfind(path):
            found = list(paragraphs(one)) if one.get("type") == "xhtml" else html_paragraphs("".join(one.itertext()))
            if found:
                return [(role if role != "headline" else "subheading", text) for role, text in found]
    return []
