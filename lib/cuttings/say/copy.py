"""How articles that copy each other were counted, and whether another way of counting gives other figures."""

from collections.abc import Sequence

import pandas as pd

from .phrase import listed, number

NONE = "No article of this folder copies another: nothing depends on how copies are counted."
COUNTED = {"once": "count once here", "each": "count each here", "drop": "are left out here"}


def copies(copies: pd.DataFrame, by_copies: Sequence[pd.DataFrame], policy: str = "once") -> list[str]:
    """That there are none; or how they count, and how many rows of `measure.by_copies` of each measure there are."""
    if copies.empty:
        return [NONE]
    kept = number(int(copies["first"].sum()), "text")
    said = f"{number(len(copies), 'article')} are {kept} printed in several places, and {COUNTED[policy]}."
    rows = pd.concat([one["table"] for one in by_copies]).value_counts(sort=False)
    if rows.empty:
        return [said, "Whether such copies count once or each makes no difference to the figures here."]
    told = listed([f"{number(int(count), 'row')} of {table}" for table, count in rows.items()])
    differ = "differs" if rows.sum() == 1 else "differ"
    return [said, f"{told} {differ} with whether copies count once or each: below is what both ways give."]
