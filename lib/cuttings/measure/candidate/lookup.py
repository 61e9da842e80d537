"""Lookup: from candidates to the rows of a contrast set, as a story's lookups/labels.csv has them."""

import re

import pandas as pd

from ... import lookups, tables
from ...extract.label import compiled, lookup_rows
from .token import lemma

SIBILANT = ("s", "x", "z", "ch", "sh", "o")
ORIGIN = "candidate found in the story: {}"


def label_rows(candidates: pd.DataFrame) -> pd.DataFrame:
    """One row per referent and form of some rows of measure.label_candidates: referent, form, pattern, origin.

    This is what extract.labels and measure.labels take as `table`, and what a story's lookups/labels.csv holds:

        chosen = candidates[candidates["referent"] == "war"]
        ct.measure.label_rows(chosen).to_csv("my-folder/lookups/labels.csv", index=False)

    A pattern finds the form as whole words, its last word in the singular and the plural; names only as written. Read
    what it finds, and narrow it, before relying on the numbers: `deal` is also a verb.
    """
    tables.require(candidates, "label_candidates", "referent", "form", "kind", "basis")
    chosen = candidates.drop_duplicates(["referent", "form"])
    cells = zip(chosen["referent"], chosen["form"], chosen["kind"], chosen["basis"], strict=True)
    found = [(referent, form, pattern(form, kind), ORIGIN.format(basis)) for referent, form, kind, basis in cells]
    return pd.DataFrame(found, columns=["referent", "form", "pattern", "origin"])


def label_sets(story: pd.DataFrame | None = None) -> pd.DataFrame:
    """The contrast sets of lookups/labels.csv; a referent that the story's own labels.csv has is the story's alone.

    Raises InputError for a table without the columns referent, form, pattern and origin.
    """
    own = pd.DataFrame(lookups.rows("labels"))
    if story is None:
        return own
    lookup_rows(story)
    return pd.concat([own[~own["referent"].isin(story["referent"])], story[own.columns]], ignore_index=True)


def pattern(form: str, kind: str) -> str:
    """A regular expression for a form."""
    head, blank, last = form.rpartition(" ")
    before = re.escape(head).replace("\\ ", " ") + blank
    one = lemma(last)
    if kind != "thing" or not last.islower():
        return rf"(?<!\w){before}{re.escape(last)}(?!\w)"
    many = f"{one[:-1]}ies" if one.endswith("y") else f"{one}es" if one.endswith(SIBILANT) else f"{one}s"
    return rf"\b{before}(?:{'|'.join(map(re.escape, dict.fromkeys((one, last, many))))})\b"


def listed(form: str) -> bool:
    """Whether a contrast set of lookups/labels.csv has the form already."""
    return any(label.pattern.search(form) for label in compiled(lookup_rows(None)))
