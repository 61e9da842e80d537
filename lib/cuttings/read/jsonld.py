"""JSON-LD: what the scripts of a web page state, as schema.org terms, of the article on it."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from ..extract.hint import plain

ARTICLE = re.compile(r"Article$|^(?:BlogPosting|LiveBlogPosting|Report|Review)$")


def article(scripts: list[str], title: str) -> dict[str, Any]:
    """What the scripts state of the page's article: their only one, or the one whose headline is in `title`."""
    found = [node for script in scripts for node in nodes(parsed(script)) if is_article(node)]
    if len(found) < 2:
        return found[0] if found else {}
    named = (node for node in found if plain(name(node.get("headline"))))
    return next((node for node in named if plain(name(node["headline"])) in plain(title)), {})


def parsed(script: str) -> Any:
    """The content of a script, null where it is broken."""
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def nodes(content: Any) -> Iterator[dict[str, Any]]:
    """The things that a script describes at its top, where lists and graphs count as top."""
    for node in content if isinstance(content, list) else [content]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def is_article(node: dict[str, Any]) -> bool:
    """Whether a thing is an article of some kind."""
    return any(map(ARTICLE.search, types(node)))


def types(node: Mapping[str, Any]) -> list[str]:
    """The types of a thing."""
    kind = node.get("@type")
    return [one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)]


def name(value: Any) -> str:
    """A value as one text: its name where it is a thing, the first where it is a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    return squeeze(unescape(value)) if isinstance(value, str) else ""


def squeeze(text: str) -> str:
    """One line with single blanks."""
    return " ".join(text.split())
