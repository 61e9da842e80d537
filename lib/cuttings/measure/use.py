"""Uses: the places behind a score of terms or of forms."""

from collections.abc import Iterator

import pandas as pd

from .. import tables
from ..errors import InputError
from ..extract.each import Row, located, pages
from ..extract.label import labels as label_spans
from ..text import WORD, fold
from .copy import settled
from .group import groups
from .hearing import hearing
from .term import terms

PLACE = ["article_id", "start", "end", "text"]


def uses(
    scores: pd.DataFrame,
    articles: pd.DataFrame,
    by: str = "outlet",
    voice: str = "both",
    quotations: pd.DataFrame | None = None,
    copies: str = "once",
) -> pd.DataFrame:
    """One row per place in the article itself that a row of `scores` counts: its span, with the row's group and term.

    `scores` are rows of measure.keyness, or of measure.labels or measure.contrasts, where the form is the term. `by`,
    `voice`, `quotations` and `copies` are those with which they were made.
    Raises InputError for a table that scores neither terms nor forms.
    """
    heard = hearing(voice, quotations)
    counted = settled(articles, copies)
    if {"group", "term"} <= {*scores.columns}:
        found, key = pd.DataFrame(term_places(counted, {*scores["term"]}), columns=[*PLACE, "term"]), ["term"]
    elif {"group", "referent", "form"} <= {*scores.columns}:
        found, key = label_spans(counted), ["referent", "form"]
    else:
        raise InputError(f"uses are found of terms or forms of a group; these columns are {', '.join(scores.columns)}")
    found = found.assign(group=found["article_id"].map(groups(counted, by)).astype("str"))
    kept = found.merge(scores[["group", *key]].drop_duplicates(), on=["group", *key])
    voiced = [heard(*place) for place in zip(kept["article_id"], kept["start"], strict=True)]
    named = kept[pd.Series(voiced, kept.index, dtype=bool)].rename(columns={key[-1]: "term"})
    return tables.check(named.drop_duplicates(["group", "term", "article_id", "start"]), "uses")


def term_places(articles: pd.DataFrame, wanted: set[str]) -> Iterator[Row]:
    """Where the articles use the wanted terms."""
    for key, text in pages(articles):
        folded = fold(text)
        for start, term in terms(text):
            if term in wanted:
                end = next(WORD.finditer(folded, start)).end()
                yield located(key, text, {"start": start, "end": end, "term": term})
