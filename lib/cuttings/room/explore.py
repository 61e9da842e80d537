"""The reading room's door: one call, from articles and tables to a widget."""

from typing import TYPE_CHECKING

import pandas as pd

from .reading import Reading

if TYPE_CHECKING:
    from .widget import Room


def explore(articles: pd.DataFrame, **tables: pd.DataFrame) -> "Room":
    """Open a reading room on articles: a list to filter, records with layers, a search, addresses to copy.

    `tables` are layers by name: any table with article_id, start and end. Roles, quotations, statements, poll figures,
    dates, names and wording are layers without being given; then they are found in each article as it is opened.
    Speakers to filter by come from a table with the column speaker, such as quotations; of no more than 100 articles
    they are found without it. `room.go(row)` leads to the place of a row of any table, `room.show(address)` to that of
    an address.

    Raises InputError for a table that is none of spans, or whose spans lead out of their articles.
    """
    reading = Reading(articles, tables)
    from .widget import Room  # here, because nothing else needs the time that its library takes to import

    return Room(reading)
