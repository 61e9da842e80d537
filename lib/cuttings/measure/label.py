"""Labels: what each group of articles calls one and the same thing."""

import pandas as pd

from .. import tables
from ..extract.label import labels as label_spans
from .copy import settled
from .group import groups, status
from .hearing import hearing


def labels(
    articles: pd.DataFrame,
    by: str = "outlet",
    voice: str = "both",
    quotations: pd.DataFrame | None = None,
    table: pd.DataFrame | None = None,
    copies: str = "once",
) -> pd.DataFrame:
    """One row per referent, group and form used: how often, of all times that the group names the referent.

    A plain count of extract.labels(articles, table), which holds the words behind each number and says what
    is found. Counted in the `voice` asked for: own, quoted or both; all but `both` need `quotations`. A form
    that a group never uses has no row. `copies`: see `copy.settled`.

    Left out: articles that belong to no group.
    Raises InputError for an unknown voice, a missing table quotations, and a faulty table of labels.
    """
    heard = hearing(voice, quotations)
    counted = settled(articles, copies)
    group_of = groups(counted, by).dropna()
    spans = label_spans(counted, table)
    places = zip(spans["article_id"], spans["start"], strict=True)
    voiced = pd.Series([heard(*place) for place in places], index=spans.index, dtype=bool)
    named = spans.assign(group=spans["article_id"].map(group_of))[voiced].dropna(subset="group")
    uses = named.groupby(["referent", "group", "form"], as_index=False).agg(
        articles=("article_id", "nunique"), n=("article_id", "size")
    )
    of_n = uses.groupby(["referent", "group"])["n"].transform("sum")
    states = uses["group"].map(group_of.value_counts().map(status))
    return tables.check(uses.assign(of_n=of_n, share=uses["n"] / of_n, status=states), "labels")
