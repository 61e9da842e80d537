"""Fields: headline, byline, dateline, outlet and range of publication of an article, each with its evidence."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd

from .. import tables
from ..text import words
from .each import spans
from .evidence import Field
from .language import language
from .outlet import chosen, outlets
from .published import published
from .segment import OWN, parts

NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:de|van|von|der|den|da|di|la|le|bin|al|[^\W\d_a-z][\w.'’-]*)){1,4}")
BY = re.compile(r"^\s*[Bb][Yy]:?\s+(?P<names>.+?)\s*$", re.S)


def fields(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per piece of evidence for an inferred field of an article.

    - headline, dateline: the segment of that role.
    - byline: a line `By Jane Doe` above the article; not the reporters who `contributed`.
    - outlet: what the page's own furniture says, from its address to a newsletter; see `outlet.outlets`. Never a name
      in the running text, where outlets quote each other. Two outlets with equal evidence: none.
    - published_from, published_to: see `published`.
    - any field that articles.csv, a file or a list gives: by whom, without a span.

    Not found: an outlet that only its logo or its style gives away.
    """

    def find(text: str) -> Iterator[dict[str, Any]]:
        chosen = describe(text)
        for one in evidence(text):
            value = chosen[one.field]
            yield one._asdict() | {"used": value is not None and str(value) == one.value}

    return with_given(spans(articles, "fields", find), articles)


def with_given(found: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The evidence with a row for each field that was given from outside the text, at its first character and without
    words; what the text says is used only where it says the same.
    """
    if "given" not in articles or articles["given"].isna().all():
        return found
    rows = [one for article in tables.rows(articles[articles["given"].notna()]) for one in given_rows(article)]
    values = {(row["article_id"], row["field"]): row["value"] for row in rows}
    given = [values.get(key) for key in zip(found["article_id"], found["field"], strict=True)]
    used = [
        value == told if told is not None else used
        for value, told, used in zip(found["value"], given, found["used"], strict=True)
    ]
    return tables.check(pd.concat([found.assign(used=used), pd.DataFrame(rows)], ignore_index=True), "fields")


def given_rows(article: Any) -> Iterator[dict[str, Any]]:
    """The rows of the fields that were given of one article; an open bound of its day of publication has none."""
    for one in article.given.split("; "):
        field, who = one.split(" ", 1)
        for name in ("published_from", "published_to") if field == "published" else (field,):
            value = getattr(article, name)
            if not pd.isna(value):
                said = value.date().isoformat() if field == "published" else value
                row = {"article_id": article.article_id, "field": name, "start": 0, "end": 0, "text": ""}
                yield row | {"value": said, "basis": f"given by {who}", "used": True}


def describe(text: str) -> dict[str, Any]:
    """The fields of one article as the articles table has them: the value of the evidence that counts, or null."""
    found = evidence(text)
    by_field = {
        name: [one for one in found if one.field == name] for name in ("headline", "byline", "dateline", "outlet")
    }
    row: dict[str, Any] = {name: options[0].value if options else None for name, options in by_field.items()}
    row["outlet"], row["outlet_basis"] = chosen(by_field["outlet"])
    when = published(text)
    row |= {"published_from": when.first, "published_to": when.last}
    row["published_basis"] = "; ".join(f"{one.bound}: {one.basis}" for one in when.evidence) or None
    row["lang"] = language(" ".join(text[part.start : part.end] for part in parts(text) if part.role == "body"))
    row["words"] = sum(len(words(text[part.start : part.end])) for part in parts(text) if part.role in OWN)
    return row


@lru_cache(maxsize=64)
def evidence(text: str) -> tuple[Field, ...]:
    """All evidence in one text."""
    found: list[Field] = []
    for part in parts(text):
        piece = text[part.start : part.end]
        start = part.start + len(piece) - len(piece.lstrip())
        core = piece.strip()
        if part.role in ("headline", "dateline"):
            value = core if part.role == "headline" else core.rstrip(" —–-")
            found.append(Field(part.role, start, start + len(value), value, part.reason))
        found += bylines(part.role, start, core)
    found += outlets(text, parts(text), next((one.value for one in found if one.field == "headline"), None))
    for one in published(text).evidence:
        found.append(Field(f"published_{one.bound}", one.start, one.end, one.day.isoformat(), one.basis))
    return tuple(found)


def bylines(role: str, start: int, core: str) -> list[Field]:
    """The names behind `By`, if they are nothing but names."""
    match = BY.match(core) if role == "byline" else None
    if not match:
        return []
    names = [name for name in re.split(r",\s*|\s+(?:and|&)\s+", match["names"]) if name]
    if not all(NAME.fullmatch(name) for name in names):
        return []
    return [
        Field(
            "byline",
            start + match.start("names"),
            start + match.end("names"),
            match["names"],
            "a line that begins with By",
        )
    ]
