"""Fields: headline, byline, dateline, outlet and range of publication of an article, each with its evidence."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pandas as pd

from .. import lookups
from ..text import fold, words
from .each import spans
from .given import with_given
from .published import published
from .segment import OWN, parts

CREDIT_LINE = re.compile(
    r"\bcontributed to this (?:article|report|story) for (?P<outlet>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4})$"
)
SELF_REFERENCE = re.compile(
    r"\b(?:newsletter|subscri\w+|sign up|coverage from|copyright|all rights reserved|edition)\b|©|\(c\) ?\d",
    re.I,
)
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:de|van|von|der|den|da|di|la|le|bin|al|[^\W\d_a-z][\w.'’-]*)){1,4}")
BY = re.compile(r"^\s*[Bb][Yy]:?\s+(?P<names>.+?)\s*$", re.S)


class Field(NamedTuple):
    """One piece of evidence: the span, what it says, and the rule that reads it so."""

    field: str
    start: int
    end: int
    value: str
    basis: str


def fields(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per piece of evidence for an inferred field of an article.

    - headline, dateline: the segment of that role.
    - byline: a line `By Jane Doe` above the article; not the reporters who `contributed`.
    - outlet: a credit line that names it (`contributed to this article for …`), its name in the page's own furniture
      (newsletter, copyright), or a phrase that only it uses (lookups/outlets.csv). Never a name in the running
      text, where outlets quote each other. Two outlets with equal evidence: none.
    - published_from, published_to: see `published`.
    - any field that articles.csv, a file or a list gives: by whom, without a span.

    Not found: an outlet that only its URL, its logo or its style gives away.
    """

    def find(text: str) -> Iterator[dict[str, Any]]:
        chosen = describe(text)
        for one in evidence(text):
            value = chosen[one.field]
            yield one._asdict() | {"used": value is not None and str(value) == one.value}

    return with_given(spans(articles, "fields", find), articles)


def describe(text: str) -> dict[str, Any]:
    """The fields of one article as the articles table has them: the value of the evidence that counts, or null."""
    found = evidence(text)
    by_field = {
        name: [one for one in found if one.field == name] for name in ("headline", "byline", "dateline", "outlet")
    }
    row: dict[str, Any] = {name: options[0].value if options else None for name, options in by_field.items()}
    outlets = {one.value for one in by_field["outlet"]}
    row["outlet"] = outlets.pop() if len(outlets) == 1 else None
    row["outlet_basis"] = basis_of_outlet(by_field["outlet"])
    when = published(text)
    row |= {"published_from": when.first, "published_to": when.last}
    row["published_basis"] = "; ".join(f"{one.bound}: {one.basis}" for one in when.evidence) or None
    row["words"] = sum(len(words(text[part.start : part.end])) for part in parts(text) if part.role in OWN)
    return row


def basis_of_outlet(options: list[Field]) -> str | None:
    """The rule behind the outlet, or that the evidence contradicts itself."""
    if len({one.value for one in options}) > 1:
        return "contradictory: " + ", ".join(sorted({one.value for one in options}))
    return options[0].basis if options else None


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
        found += bylines(part.role, start, core) + outlets(part.role, start, core)
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


def outlets(role: str, start: int, core: str) -> list[Field]:
    """Evidence for the outlet in a credit line or in the page's furniture."""
    folded = fold(core)
    if role == "credit":
        match = CREDIT_LINE.search(folded)
        return (
            [
                Field(
                    "outlet",
                    start + match.start("outlet"),
                    start + match.end("outlet"),
                    known(match["outlet"]),
                    "credit line",
                )
            ]
            if match
            else []
        )
    if role != "boilerplate" or len(core) > 400:
        return []
    itself = SELF_REFERENCE.search(folded) is not None
    found = []
    for row, pattern in patterns():
        match = pattern.search(core) if itself or row["kind"] == "fingerprint" else None
        if match:
            basis = "phrase that only it uses" if row["kind"] == "fingerprint" else "its name in the page's furniture"
            found.append(Field("outlet", start + match.start(), start + match.end(), row["outlet"], basis))
    return found


@cache
def patterns() -> tuple[tuple[dict[str, str], re.Pattern], ...]:
    """The rows of lookups/outlets.csv with their patterns."""
    return tuple((row, re.compile(row["pattern"])) for row in lookups.rows("outlets"))


def known(name: str) -> str:
    """The outlet that a name as written stands for; a name that the lookup does not have stands for itself."""
    return next((row["outlet"] for row, pattern in patterns() if pattern.fullmatch(name)), name)
