"""Contrasts: the things that groups of articles call by different names."""

import pandas as pd

from .. import tables


def contrasts(labels: pd.DataFrame, min_n: int = 2) -> pd.DataFrame:
    """One row per referent and group, of the referents for which the groups' most used forms differ.

    A group counts where it names the referent at least `min_n` times and one form leads; with a tie it has no leading
    form and is left out. Referents with most uses first is the order to read them in: sort by `of_all`.
    """
    tables.require(labels, "labels")
    ranked = labels[labels["of_n"] >= min_n].sort_values(["referent", "group", "n"], ascending=[True, True, False])
    top = ranked.groupby(["referent", "group"])["n"].transform("max")
    leading = ranked[ranked["n"] == top].drop_duplicates(["referent", "group"], keep=False)
    differ = leading.groupby("referent")["form"].transform("nunique") > 1
    found = leading[differ]
    of_all = found.groupby("referent")["of_n"].transform("sum")
    return tables.check(found.assign(of_all=of_all), "contrasts")
