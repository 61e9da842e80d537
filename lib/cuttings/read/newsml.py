"""NewsML-G2 (IPTC): news items, alone or in a message, with their text in NITF, XHTML or plain."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .day import day
from .distinct import distinct
from .language import language
from .markup import local, merged, paragraphs, plain_paragraphs
from .person import people, unsigned
from .record import Item, Record, Reject, compose, stated
from .xmlfile import LANG, Found, MalformedError, elements, root, words

NAMESPACE = "{http://iptc.org/std/nar/2006-10-01/}"
NEWS_ITEM = re.compile(r"(?:newsMessage/itemSet/)?newsItem")
WITHDRAWN = {"canceled", "withheld"}
NAMED_BY_CODE = "nprov:"  # IPTC's list of news providers, the codes of which are their names


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file is a NewsML-G2 item or message."""
    return root(data)[0] in (f"{NAMESPACE}newsItem", f"{NAMESPACE}newsMessage")


def records(_name: str, data: bytes) -> Iterator[Item]:
    """The items of a file: see `every`."""
    yield from distinct(every(data))


def every(data: bytes) -> Iterator[Item]:
    """Each item of a file as an article, or why it is none: a picture has no text, another was withdrawn. Of a damaged
    file, the items before the damage and one reject for the rest.
    """
    number = 0
    try:
        for number, found in enumerate(elements(data, NEWS_ITEM), 1):
            yield article(found, number)
    except MalformedError as error:
        yield Reject(str(number + 1), str(error))
    else:
        if not number:
            yield Reject("1", "a NewsML-G2 message without a news item")


def article(found: Found, number: int) -> Record | Reject:
    """The record of one item."""
    item = found.element
    name = item.get("guid") or str(number)
    status = code(first(item, "itemMeta/pubStatus"))
    if status in WITHDRAWN:
        return Reject(name, f"withdrawn by its provider: {status}")
    content = first(item, "contentSet")
    body = [] if content is None else list(text_pieces(content))
    if not any(role == "body" for role, _ in body):
        return Reject(name, f"no text, as a {code(first(item, 'itemMeta/itemClass')) or 'news'} item may have none")
    told = given(item)
    top = {**told, "byline": unsigned(authors(item))}
    head = [(role, top.get(role, "")) for role in ("headline", "deck", "byline", "dateline")]
    own = [(role.replace("headline", "subheading"), text) for role, text in body if text != told.get("headline")]
    text, layout = compose([*head, *merged(own)])
    return Record(name, found.raw, text, "newsml-g2", layout, told)


def given(item: Element) -> dict[str, str]:
    """The fields that an item states: its own metadata, and where they are silent the head of the text."""
    meta, content = first(item, "itemMeta"), first(item, "contentSet")
    tongue = first(item, "contentMeta/language")
    tag = tongue.get("tag") if tongue is not None else item.get(LANG)
    outlet = provider(first(item, "itemMeta/provider"))
    return stated(
        headline=said(item, "contentMeta/headline") or below(content, "hl1") or below(content, "h1"),
        deck=below(content, "hl2", "body.head") or below(content, "abstract"),
        byline=people(authors(item), outlet),
        dateline=said(item, "contentMeta/dateline") or below(content, "dateline"),
        outlet=outlet,
        published=max(filter(None, (day(said(meta, name)) for name in ("versionCreated", "embargoed"))), default=None),
        lang=language(tag),
    )


def first(element: Element | None, path: str) -> Element | None:
    """The first element at a path of names in the namespace of NewsML-G2."""
    return None if element is None else element.find("/".join(NAMESPACE + name for name in path.split("/")))


def said(element: Element | None, path: str) -> str:
    """The words of the first element at a path."""
    found = first(element, path)
    return "" if found is None else words(found)


def below(element: Element | None, name: str, around: str | None = None) -> str:
    """The words of the first element of a name, whatever its namespace; where `around` is given, of those inside it."""
    if element is None:
        return ""
    if around:
        outer = next((one for one in element.iter() if local(one) == around), None)
        return below(outer, name)
    found = next((one for one in element.iter() if local(one) == name), None)
    return "" if found is None else " ".join(text for _, text in paragraphs(found))


def code(element: Element | None) -> str:
    """What a code such as `stat:usable` says."""
    return "" if element is None else element.get("qcode", "").rsplit(":", 1)[-1]


def authors(item: Element) -> str:
    """The byline, failing that the names of those who made the content, failing that the byline in the text."""
    creators = item.iterfind(f"{NAMESPACE}contentMeta/{NAMESPACE}creator")
    names = ", ".join(filter(None, (said(one, "name") for one in creators)))
    return said(item, "contentMeta/by") or names or below(first(item, "contentSet"), "byline")


def provider(element: Element | None) -> str | None:
    """The name of a provider; null where only an identifier stands for it."""
    if element is None:
        return None
    qcode = element.get("qcode", "")
    coded = qcode.removeprefix(NAMED_BY_CODE) if qcode.startswith(NAMED_BY_CODE) else None
    return said(element, "name") or element.get("literal") or coded


def text_pieces(content: Element) -> Iterator[tuple[str, str]]:
    """The paragraphs of the first rendition that has any, each with its role. The head of a NITF text is left out."""
    for rendition in content:
        if local(rendition) == "inlinexml":
            main = next((one for one in rendition.iter() if local(one) == "body.content"), rendition)
            found = list(paragraphs(main))
        elif local(rendition) == "inlinedata" and rendition.get("contenttype", "text/plain") == "text/plain":
            found = plain_paragraphs(rendition.text or "")
        else:
            continue
        if found:
            yield from found
            return
