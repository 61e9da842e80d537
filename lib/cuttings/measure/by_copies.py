"""By copies: what of a measure depends on whether copies of an article count once or each."""

from collections.abc import Callable, Mapping, Sequence
from inspect import signature
from typing import Any

import pandas as pd

from .. import tables, trace
from .copy import copies

ONCE, EACH = "once", "each"
ALONE = "the row itself"


def by_copies(
    measure: Callable[..., Any],
    *given: Any,
    then: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
    key: Sequence[str] = (),
    counts: Sequence[str] = ("n", "of_n"),
    **how: Any,
) -> pd.DataFrame:
    """One row per row of a measure's table that is not the same where copies count `once` and where `each` counts.

        ct.measure.by_copies(ct.measure.voices, quotations, articles, by="outlet")
        ct.measure.by_copies(ct.measure.voices, quotations, articles, then=ct.measure.sides)

    1. `given` and `how` are what the measure takes, but for `copies`. Of several tables that it gives, the first is
       compared; with `then`, the table that is made of that one.
    2. Rows are the same by the key of their table, or by `key`, where numbers in it mean nothing from one run to the
       next (topics by their `label`). Rows of one key are numbered in their order. An article is named by its file.
    3. `n_once` of `of_once`, and `n_each` of `of_each`, are the two columns `counts`.

    No rows where no article is a copy of another; the measure is not asked then.
    """
    articles = signature(measure).bind_partial(*given, **how).arguments["articles"]
    if copies(articles).empty:
        return tables.build("by_copies", [])
    once, each = (table_of(measure(*given, **how, copies=policy), then) for policy in (ONCE, EACH))
    if once.empty and each.empty:
        return tables.build("by_copies", [])
    files = dict(zip(articles["article_id"], trace.places(articles), strict=True))
    return tables.check(differing(once, each, (then or measure).__name__, key, counts, files), "by_copies")


def table_of(found: Any, then: Callable[[pd.DataFrame], pd.DataFrame] | None) -> pd.DataFrame:
    """The table to compare of what a measure gives."""
    table: pd.DataFrame = found[0] if isinstance(found, tuple) else found
    return then(table) if then else table


def differing(
    once: pd.DataFrame,
    each: pd.DataFrame,
    name: str,
    key: Sequence[str],
    counts: Sequence[str],
    files: Mapping[str, str],
) -> pd.DataFrame:
    """The rows that differ between two tables of one kind."""
    own = [*(key or tables.TABLES[name].key)]
    told = [column for column in once.columns if column not in {*own, *tables.TABLES[name].key}]
    both = numbered(once, own).merge(numbered(each, own), on=[*own, "number"], how="outer", suffixes=("_once", "_each"))
    changed = pd.DataFrame({column: ~alike(both[f"{column}_once"], both[f"{column}_each"]) for column in told})
    kept = both[changed.any(axis=1)]
    if kept.empty:
        return tables.build("by_copies", [])
    listed = pd.Series([", ".join(changed.columns[changed.loc[at]]) for at in kept.index], kept.index, dtype="str")
    alone = kept["there_once"].isna() | kept["there_each"].isna()
    columns = {"table": name, "row": named(kept[own], files), "differs": listed.mask(alone, ALONE)}
    for end in (ONCE, EACH):
        columns |= {f"{to}_{end}": kept[f"{count}_{end}"] for to, count in zip(("n", "of"), counts, strict=False)}
    return pd.DataFrame(columns, index=kept.index).reindex(columns=list(tables.TABLES["by_copies"].types))


def named(keys: pd.DataFrame, files: Mapping[str, str]) -> pd.Series:
    """What stands for each row, no two rows alike."""
    lines = [
        " · ".join(files.get(part, str(part)) if column == "article_id" else str(part) for column, part in row.items())
        for row in keys.to_dict("records")
    ]
    found = pd.Series(lines, keys.index, dtype="str")
    again = found.groupby(found).cumcount()
    return found + again.map(lambda number: f" ({number + 1})" if number else "").astype("str")


def numbered(table: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """A table in which rows of one key are numbered, each marked as being there."""
    return table.assign(number=table.groupby(key, dropna=False).cumcount(), there=True)


def alike(one: pd.Series, other: pd.Series) -> pd.Series:
    """Where two columns hold the same; two that are unknown do, and numbers that differ by a rounding error."""
    if pd.api.types.is_float_dtype(one):
        one, other = one.round(9), other.round(9)
    return ((one == other) | (one.isna() & other.isna())).fillna(False).astype("bool")
