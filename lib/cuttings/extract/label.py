"""Labels: the words chosen where a referent has several names, from contrast sets in a lookup."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from .. import lookups
from ..errors import InputError
from ..text import fold
from .each import Row, spans
from .literal import literals, may_match
from .paragraph import paragraphs

COLUMNS = ("referent", "form", "pattern", "origin")
ESCAPE = re.compile(r"\\.")


class Label(NamedTuple):
    """One form of a contrast set, the pattern that finds it, and letters without which it finds nothing."""

    referent: str
    form: str
    pattern: re.Pattern
    needed: tuple[str, ...]


def labels(articles: pd.DataFrame, table: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per place in the article itself that uses a form of a contrast set: what measure.labels counts.

    The sets are those of lookups/labels.csv, or of `table` with the columns referent, form, pattern and
    origin:

    1. A pattern is a regular expression over one paragraph, quotation marks and dashes straightened.
    2. Written in small letters it finds small letters and capitals; with a capital in it, only what it says
       (`\\bTurkey\\b` is the country).
    3. Where two forms of one referent overlap, the longer stretch counts, then the form that stands first in
       the table: `illegal immigrant` is not also `immigrant`. Different referents may share words.

    Not found: what is meant. `war` counts for the fighting wherever the pattern finds it, another war included; look
    at the rows before relying on their number.
    Raises InputError for a table without these columns or with a pattern that is no regular expression.
    """
    forms = compiled(lookup_rows(table))
    return spans(articles, "label_spans", lambda text: found(text, forms))


def lookup_rows(table: pd.DataFrame | None) -> tuple[tuple[str, str, str], ...]:
    """Referent, form and pattern of each row of the table given, or of the project's own lookup."""
    if table is None:
        return tuple((row["referent"], row["form"], row["pattern"]) for row in lookups.rows("labels"))
    missing = [column for column in COLUMNS if column not in table.columns]
    if missing:
        raise InputError(f"a table of labels has {', '.join(COLUMNS)}; this one lacks {', '.join(missing)}")
    return tuple(zip(table["referent"], table["form"], table["pattern"], strict=True))


@lru_cache(maxsize=8)
def compiled(rows: tuple[tuple[str, str, str], ...]) -> tuple[Label, ...]:
    """The patterns of a lookup, in its order."""
    return tuple(Label(*row[:2], expression(*row[1:]), literals(row[2])) for row in rows)


def expression(form: str, pattern: str) -> re.Pattern:
    """A pattern that minds capitals only where it has one."""
    flags = re.NOFLAG if any(map(str.isupper, ESCAPE.sub("", pattern))) else re.IGNORECASE
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise InputError(f"the pattern of the form {form!r}, {pattern!r}, is none: {error}") from None


def found(text: str, forms: tuple[Label, ...]) -> Iterator[Row]:
    """The forms used in one article, none counted twice for the same referent."""
    folded = fold(text)
    small = folded.lower()
    usable = [label for label in forms if may_match(label.needed, small)]
    for paragraph in paragraphs(text):
        piece = folded[paragraph.start : paragraph.end]
        hits = [
            (hit.start(), hit.end(), label)
            for label in usable
            for hit in label.pattern.finditer(piece)
            if hit.end() > hit.start()
        ]
        for start, end, label in without_overlap(hits):
            yield {
                "start": paragraph.start + start,
                "end": paragraph.start + end,
                "referent": label.referent,
                "form": label.form,
            }


def without_overlap(hits: list[tuple[int, int, Label]]) -> Iterator[tuple[int, int, Label]]:
    """The longest hits first; one that overlaps a longer one of the same referent is dropped."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for start, end, label in sorted(hits, key=lambda hit: hit[0] - hit[1]):
        kept = taken.setdefault(label.referent, [])
        if all(end <= left or right <= start for left, right in kept):
            kept.append((start, end))
            yield start, end, label
