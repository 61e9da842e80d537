"""Excerpts: the words at the addresses that a report shows, in their articles."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import eq
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup, escape

from .. import tables
from ..piece import Span, pieces
from ..text import visible
from ..trace import ADDRESS, places
from .section import Section

AROUND = 40  # characters of the article on either side of the words
LONGEST = 300  # characters of the words themselves

ELLIPSIS = " … "
CLOSE = "</mark>"

At = tuple[int, int]


class Article(NamedTuple):
    """An article as the report shows it: its place in the dump, what is known of it, and its excerpts."""

    file: str
    headline: str | None
    outlet: str | None
    published: str | None
    share: float
    excerpts: list[Markup]


def linked(sections: Iterable[Section], articles: pd.DataFrame) -> tuple[list[Section], dict[str, set[At]]]:
    """The sections with each address a link to its excerpt, and the addresses by article; one that leads to no words
    stays as it is.
    """
    lengths = dict(zip(articles["article_id"], articles["text"].str.len(), strict=True))
    found: dict[str, set[At]] = {}

    def link(match: re.Match[str]) -> str:
        article, start, end = match[1], int(match[2]), int(match[3])
        if not start < end <= lengths.get(article, -1):
            return match[0]
        found.setdefault(article, set()).add((start, end))
        return f'<a href="#{anchor(article, start, end)}">{match[0]}</a>'

    kept = [
        one._replace(items=[item._replace(html=Markup(ADDRESS.sub(link, item.html))) for item in one.items])  # noqa: S704
        for one in sections
    ]
    return kept, found


def anchor(article: str, start: int, end: int) -> str:
    """The name of the place on the page where the words of an address stand."""
    return f"w-{article}-{start}-{end}"


def excerpts(addresses: dict[str, set[At]], articles: pd.DataFrame, whole: bool) -> list[Article]:
    """The articles that have an excerpt, sorted by file, with their excerpts in the order of the text."""
    shown = articles[articles["article_id"].isin(addresses)].sort_values(["file", "article_id"])
    files = places(articles)
    return [
        Article(
            files[row.article_id],
            known(row.headline),
            known(row.outlet),
            published(row),
            *shown_of(row.article_id, row.text, sorted(addresses[row.article_id]), whole),
        )
        for row in tables.rows(shown)
    ]


def known(value: object) -> str | None:
    """A field, null where it is unknown."""
    return visible(value) if isinstance(value, str) else None


def published(row: Any) -> str | None:
    """The day of publication, or the days between which it lies."""
    first, last = (f"{day:%Y-%m-%d}" if pd.notna(day) else "" for day in (row.published_from, row.published_to))
    if first == last:
        return first or None
    return f"{first or 'unknown'} to {last or 'unknown'}"


def shown_of(article: str, text: str, at: Sequence[At], whole: bool) -> tuple[float, list[Markup]]:
    """The share of the text that is shown, and each excerpt, or all of it, with the words of its addresses marked."""
    if whole:
        return 1.0, [marked(article, text, at, 0, len(text))]
    parts = [(group, word_start(text, group[0][0] - AROUND), word_end(text, reach(group))) for group in joined(at)]
    shown = sum(last - first for _, first, last in parts)
    return shown / len(text), [marked(article, text, *part) for part in parts]


def joined(at: Sequence[At]) -> Iterator[list[At]]:
    """Addresses in runs of those whose excerpts would overlap."""
    group: list[At] = []
    for start, end in at:
        if group and start - AROUND > reach(group):
            yield group
            group = []
        group.append((start, end))
    if group:
        yield group


def reach(group: Sequence[At]) -> int:
    """Where the excerpt of a run of addresses ends."""
    return max(min(end, start + LONGEST) for start, end in group) + AROUND


def word_start(text: str, place: int) -> int:
    """The place, or the first beginning of a word behind it."""
    if place <= 0:
        return 0
    blank = text.find(" ", place - 1, place + AROUND // 2)
    return place if blank < 0 else blank + 1


def word_end(text: str, place: int) -> int:
    """The place, or the last end of a word before it."""
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", place - AROUND // 2, place + 1)
    return place if blank < 0 else blank


def marked(article: str, text: str, at: Sequence[At], first: int, last: int) -> Markup:
    """A stretch of a text with the words of each address in a mark; one that reaches out of another goes on behind it,
    in a second mark.
    """
    spans, out = [Span(*one, "") for one in at], [ELLIPSIS if first else ""]
    inside: tuple[int, ...] = ()
    for piece in pieces(first, last, spans, deepest=None):
        kept = sum(takewhile(bool, map(eq, inside, piece.spans)))
        out.append(CLOSE * (len(inside) - kept))
        out += [opened(article, spans[number], piece.start) for number in piece.spans[kept:]]
        out.append(str(escape(visible(text[piece.start : piece.end]))))
        inside = piece.spans
    out.append(CLOSE * len(inside) + (ELLIPSIS if last < len(text) else ""))
    return Markup("".join(out))  # noqa: S704


def opened(article: str, span: Span, place: int) -> str:
    """The beginning of a mark, with the name of its address where the words begin."""
    return f'<mark id="{anchor(article, span.start, span.end)}">' if place == span.start else "<mark>"
