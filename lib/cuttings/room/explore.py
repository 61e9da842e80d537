"""The reading room's door: one call, from articles and tables to a widget."""

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from ..coding.sitting import Sitting
from ..errors import InputError
from .reading import Reading

if TYPE_CHECKING:
    from .widget import Room


def explore(
    articles: pd.DataFrame,
    sheet: str | Path | None = None,
    codebook: pd.DataFrame | None = None,
    coder: str = "",
    **tables: pd.DataFrame,
) -> "Room":
    """Open a reading room on articles: a list to filter, records with layers, a search, addresses to copy.

    `tables` are layers by name: any table with article_id, start and end. Roles, quotations, statements, poll figures,
    dates, names and wording are layers without being given; then they are found in each article as it is opened.
    Speakers to filter by come from a table with the column speaker, such as quotations; of no more than 100 articles
    they are found without it. `room.go(row)` leads to the place of a row of any table, `room.show(address)` to that of
    an address.

    With `sheet`, `codebook` and `coder` the units of a sheet (`coding.sheet`) are a layer, and are coded by keys below
    the record; as in `coding.view`, each answer is kept in the sheet at once. `m` takes the unit that is selected. The
    room says who published what: a blind sheet is coded in `coding.view`.

    Raises InputError for a table that is none of spans, or whose spans lead out of their articles; for a blind sheet,
    and as `coding.view` does.
    """
    reading = Reading(articles, tables, sitting(sheet, codebook, articles, coder))
    from .widget import Room  # here, because nothing else needs the time that its library takes to import

    return Room(reading)


def sitting(
    sheet: str | Path | None, codebook: pd.DataFrame | None, articles: pd.DataFrame, coder: str
) -> Sitting | None:
    """The person at the sheet; null where there is none."""
    if sheet is None:
        return None
    if codebook is None:
        raise InputError(f"{sheet} is coded by a codebook: give codebook=…, and coder=… with a name")
    begun = Sitting(sheet, codebook, articles, coder)
    if begun.blind:
        raise InputError(
            f"{sheet} is blind, and a reading room says who published what: code it with ct.coding.view, or draw"
            " a sheet with blind=False"
        )
    return begun
