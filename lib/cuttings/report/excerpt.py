"""Excerpts: the words at the addresses that a report shows, in their articles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from operator import eq
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup, escape

from .. import tables
from ..piece import Span, pieces
from ..text import visible
from ..trace import ADDRESS, places
from .choice import Place
from .lead import anchor
from .ration import At, Rations
from .section import Section

ELLIPSIS = " … "
CLOSE = "</mark>"

Excerpt = tuple[list[At], int, int]  # the addresses in it, and where it begins and ends


class Article(NamedTuple):
    """An article as the report shows it: its place in the dump, what is known of it, and its excerpts."""

    file: str
    headline: str | None
    outlet: str | None
    published: str | None
    shown: int
    words: int
    excerpts: list[Markup]

    @property
    def share(self) -> float:
        """The share of its words that is shown."""
        return self.shown / self.words if self.words else 0.0


def linked(sections: Iterable[Section], opened: Mapping[Place, At]) -> list[Section]:
    """The sections with each address that is open a link to its excerpt; any other stays as it is."""

    def link(match: re.Match[str]) -> str:
        place = match[1], int(match[2]), int(match[3])
        return f'<a href="#{anchor(*place)}">{match[0]}</a>' if place in opened else match[0]

    return [
        one._replace(items=[item._replace(html=Markup(ADDRESS.sub(link, item.html))) for item in one.items])  # noqa: S704
        for one in sections
    ]


def excerpts(opened: Mapping[Place, At], articles: pd.DataFrame, rations: Rations | None) -> list[Article]:
    """The articles that have a place that is open, sorted by file, with their excerpts in the order of the text; as a
    whole where they are not rationed.
    """
    found: dict[str, dict[At, At]] = defaultdict(dict)
    for (article, start, end), span in opened.items():
        found[article][start, end] = span
    shown = articles[articles["article_id"].isin(found)].sort_values(["file", "article_id"])
    files = places(articles)
    return [
        Article(
            files[row.article_id],
            known(row.headline),
            known(row.outlet),
            published(row),
            *(rations[row.article_id].n, len(rations[row.article_id].words)) if rations else (0, 0),
            list(marked_parts(row.article_id, row.text, found[row.article_id], rations is None)),
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


def marked_parts(article: str, text: str, at: Mapping[At, At], whole: bool) -> Iterator[Markup]:
    """Each excerpt, or the whole text, with the words of its addresses marked."""
    parts = [(sorted(at), 0, len(text))] if whole else joined(at)
    return (marked(article, text, *part) for part in parts)


def joined(at: Mapping[At, At]) -> Iterator[Excerpt]:
    """Addresses in runs of those whose excerpts overlap."""
    order = sorted(at, key=lambda one: (at[one], one))
    group: list[At] = []
    first = last = 0
    for one in order:
        if group and at[one][0] > last:
            yield sorted(group), first, last
            group = []
        first, last = (first, max(last, at[one][1])) if group else at[one]
        group.append(one)
    if group:
        yield sorted(group), first, last


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
