"""Fields: headline, byline, dateline, outlet and range of publication of an article, each with its evidence."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from ..text import Page, words
from .authorship import Authors, authors, is_uncommon
from .each import spans
from .evidence import Field
from .given import with_given
from .language import language
from .outlet import chosen, outlets
from .segment import OWN, Part, parts
from .time.published import Range, published

TOLD_BY_ROLE = ("headline", "deck", "dateline")
PLACE = re.compile(r"(?:,? (?:[A-Z][a-z]+\.? \d{1,2})?)?(?: \(.*\))? ?[—–.:-]+\s*$")
LONGEST = 80  # characters in which what follows the place can stand
REPORTING = re.compile(r"\(?(?:reporting|writing|compiled|edited and compiled) by (?=[^\W\d_])", re.I)


def fields(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per piece of evidence for an inferred field of an article.

    - headline, deck, dateline: the segments of that role.
    - byline: the names in the line or lines of that role, see `authorship.authors`; failing these, in a credit line
      `Reporting by Jane Doe`; not those who `contributed`.
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


def describe(text: str) -> dict[str, Any]:
    """The fields of one article as the articles table has them: the value of the evidence that counts, or null."""
    found = evidence(text)
    by_field = {name: [one for one in found if one.field == name] for name in (*TOLD_BY_ROLE, "byline", "outlet")}
    row: dict[str, Any] = {name: options[0].value if options else None for name, options in by_field.items()}
    row["outlet"], row["outlet_basis"] = chosen(by_field["outlet"])
    when = published(text)
    row |= {"published_from": when.first, "published_to": when.last}
    row["published_basis"] = basis_of(when)
    row["lang"] = language(" ".join(text[part.start : part.end] for part in parts(text) if part.role == "body"))
    row["words"] = sum(len(words(text[part.start : part.end])) for part in parts(text) if part.role in OWN)
    return row


def basis_of(when: Range) -> str | None:
    """The rules behind the two bounds, told once where one settles the day."""
    rules = {one.bound: one.basis for one in when.evidence}
    if when.first == when.last and len(set(rules.values())) == 1:
        return next(iter(rules.values()))
    return "; ".join(f"{bound}: {rule}" for bound, rule in rules.items()) or None


@lru_cache(maxsize=64)
def evidence(text: str) -> tuple[Field, ...]:
    """All evidence in one text."""
    found = [one for role in TOLD_BY_ROLE for one in by_role(text, role)] + list(bylines(text))
    found += outlets(text, parts(text), next((one.value for one in found if one.field == "headline"), None))
    for one in published(text.undated() if isinstance(text, Page) else text).evidence:
        found.append(Field(f"published_{one.bound}", one.start, one.end, one.day.isoformat(), one.basis))
    return tuple(found)


def by_role(text: str, role: str) -> Iterator[Field]:
    """The stretches of a role, those that follow each other as one."""
    run: list[Part] = []
    for part in (*parts(text), None):
        if part and part.role == role:
            run.append(part)
        elif run:
            piece = text[run[0].start : run[-1].end]
            start = run[0].start + len(piece) - len(piece.lstrip())
            value = " ".join(piece.split())
            value = value[:-LONGEST] + PLACE.sub("", value[-LONGEST:]) if role == "dateline" else value
            yield Field(role, start, start + len(piece.strip()), value, run[0].reason)
            run = []


def bylines(text: str) -> Iterator[Field]:
    """The authors that the bylines name, those of lines that follow each other together; else those of a credit."""
    lines = list(named(text))
    if not lines:
        yield from reporters(text)
    run: list[Named] = []
    for one in lines:
        if run and not continues(run, one):
            yield joined(text, run)
            run = []
        run.append(one)
    if run:
        yield joined(text, run)


class Named(NamedTuple):
    """A byline that names somebody: the number of the part, the names, and where the line starts."""

    place: int
    found: Authors
    start: int


def continues(run: Sequence[Named], one: Named) -> bool:
    """Whether a byline goes on with the list of those above; below one with `By`, a name without it is another's."""
    return one.place - run[-1].place <= 2 and (one.found.said or not run[0].found.said)


def joined(text: str, run: Sequence[Named]) -> Field:
    """The evidence of bylines that belong together."""
    start, end = run[0].start + run[0].found.start, run[-1].start + run[-1].found.end
    names: dict[str, str] = {}
    for name in (name for one in run for name in one.found.names):
        if names.setdefault(name.casefold(), name).isupper():
            names[name.casefold()] = name
    value = text[start:end] if len(run) == 1 else ", ".join(names.values())
    return Field("byline", start, end, value, "a line that names the authors")


def named(text: str) -> Iterator[Named]:
    """The bylines that name somebody, in order."""
    for place, part in enumerate(parts(text)):
        core = text[part.start : part.end].strip() if part.role == "byline" else ""
        found = authors(core, is_uncommon) if core else None
        if found:
            yield Named(place, found, text.index(core, part.start))


def reporters(text: str) -> Iterator[Field]:
    """The people who, by a credit line, reported the article."""
    for part in parts(text):
        core = text[part.start : part.end] if part.role == "credit" else ""
        credit = REPORTING.search(core)
        found = authors("By " + core[credit.end() :]) if credit else None
        if credit and found:
            start = part.start + credit.end() - len("By ")
            value = text[start + found.start : start + found.end]
            yield Field("byline", start + found.start, start + found.end, value, "a credit line")
