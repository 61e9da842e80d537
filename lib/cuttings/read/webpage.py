"""Fields of a web page: what its head, its JSON-LD and the lines around its headline state of the article."""

import re
from copy import deepcopy
from itertools import takewhile
from typing import Any

from ..extract.hint import plain
from ..text import words
from . import jsonld
from .day import day
from .jsonld import squeeze
from .language import language
from .person import people

LATEST = "2100-01-01"  # a fixed bound, so that a page reads the same on any day
EARLIEST = "1800-01-01"
NEAR = 120  # elements between a headline and its article at most
SITE_SEPARATOR = re.compile(r"\s+[|–—·•«»-]+\s+")
NOT_PUBLISHED = re.compile(r"modif|updated|image", re.I)
SIGNED = re.compile(r"by-?line|author", re.I)


def fields(tree: Any, body: str, url: str | None = None) -> dict[str, str]:
    """The fields of record.GIVEN that a page states; what it does not state is left out.

    1. headline: the `h1` that the page's title, og:title or JSON-LD confirms; else the only `h1`; else the first of
       JSON-LD, og:title and title, without the name of the site.
    2. byline: the persons that JSON-LD or a meta element names as authors, else those of the first element between
       headline and article that is marked as a byline.
    3. published: the day in JSON-LD, in a meta element or in the address, else that of the first `time` between
       headline and article. A day anywhere else on the page may be that of another article.
    4. outlet: og:site_name, or the publisher in JSON-LD, unless that is an address.
    5. lang: the language of the root element. url: the address known from outside, else the canonical one.
    """
    title = squeeze(" ".join(tree.xpath("//head/title//text()")))
    stated = jsonld.article([one.text or "" for one in tree.xpath('//script[@type="application/ld+json"]')], title)
    site = site_name(meta(tree, "og:site_name") or jsonld.name(stated.get("publisher")))
    url = url or address(tree)
    declared = [jsonld.name(stated.get("headline")), meta(tree, "og:title"), title]
    headline, element = find_headline(tree, [without_site(one, site) for one in declared if one], site)
    near = opening(element, body)
    author, published = of_head(tree, url)
    byline = people(stated.get("author"), site) or people(author, site) or signature(near, site)
    found = {
        "headline": headline,
        "outlet": site,
        "byline": byline,
        "published": day(jsonld.name(stated.get("datePublished"))) or day(published) or first_day(near),
        "lang": language(tree.get("lang") or tree.get("xml:lang")),
        "url": url,
    }
    return {name: value for name, value in found.items() if value}


def meta(tree: Any, name: str) -> str:
    """The content of a meta element, empty where there is none."""
    found = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return squeeze(found[0]) if found else ""


def site_name(text: str) -> str:
    """The name of a site; an address, an account or a sentence is none."""
    return "" if re.search(r"[@/]|^www\.", text) or len(text) > 60 else text


def address(tree: Any) -> str:
    """The page's canonical address, or og:url."""
    for found in (*tree.xpath('//link[@rel="canonical"]/@href'), meta(tree, "og:url")):
        if re.match(r"https?://[^\s/]+", found.strip()):
            return str(found.strip())
    return ""


def find_headline(tree: Any, declared: list[str], site: str) -> tuple[str, Any]:
    """The article's headline, and the element that holds it, null where none does."""
    elements = [(squeeze(" ".join(one.itertext())), one) for one in tree.xpath("//h1")]
    elements = [(text, one) for text, one in elements if text and plain(text) != plain(site)]
    for text, one in elements:
        if any(confirms(title, text) for title in declared):
            return text, one
    if len(elements) == 1 and len(words(elements[0][0])) >= 3:
        return elements[0]
    return (declared[0] if declared else ""), None


def without_site(title: str, site: str) -> str:
    """A page's title without the name of the site at its end or start."""
    pieces = list(SITE_SEPARATOR.finditer(title)) if site else []
    if pieces and plain(title[pieces[-1].end() :]) == plain(site):
        return title[: pieces[-1].start()]
    if pieces and plain(title[: pieces[0].start()]) == plain(site):
        return title[pieces[0].end() :]
    return title


def confirms(title: str, text: str) -> bool:
    """Whether a declared title and a headline on the page are the same, or one is the greater part of the other."""
    short, long = sorted((plain(title), plain(text)), key=len)
    return bool(short) and f" {short} " in f" {long} " and len(short) * 2 > len(long)


def opening(element: Any, body: str) -> list[Any]:
    """The elements between the headline and the article's second paragraph (the first may be its deck)."""
    if element is None:
        return []
    *_, second = [squeeze(line)[:60] for line in body.split("\n") if line.strip()][:2]

    def before(one: Any) -> bool:
        return one.tag != "p" or second not in squeeze(one.text_content())

    return list(takewhile(before, element.xpath("following::*[position() <= $near]", near=NEAR)))


def of_head(tree: Any, url: str) -> tuple[str, str]:
    """The author and the day of publication that the meta elements of a page's head state, or its address.

    A day in the title, in the address of a picture, or of the page's last change is not that.
    """
    from trafilatura.metadata import extract_metadata

    alone = deepcopy(tree)
    for element in alone.xpath("//body | //script | //title | //meta"):
        if element.tag != "meta" or NOT_PUBLISHED.search(" ".join(element.attrib.values())):
            element.drop_tree()
    days = {"original_date": True, "extensive_search": False, "min_date": EARLIEST, "max_date": LATEST}
    found = extract_metadata(alone, default_url=url or None, date_config=days)
    return found.author or "", found.date or ""


def signature(near: list[Any], site: str) -> str:
    """The persons in the first element that is marked as a byline; each of its texts stands for itself."""
    for one in near:
        marks = " ".join(one.get(name, "") for name in ("class", "rel", "itemprop", "data-testid"))
        if SIGNED.search(marks) and (found := people(";".join(one.itertext()), site)):
            return found
    return ""


def first_day(near: list[Any]) -> str:
    """The day of the first `time` element that has one."""
    return next(filter(None, (day(one.get("datetime", "")) for one in near if one.tag == "time")), "")
