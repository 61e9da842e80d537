"""Word lists and facts as data: one CSV a list, each row with its origin, for a researcher to edit."""

import csv
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a lookup, as dicts of text. Raises ValueError for an unknown name."""
    path = FOLDER / f"{name}.csv"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in FOLDER.glob("*.csv")))
        raise ValueError(f"no lookup {name!r}; there is {known}")
    with path.open(encoding="utf-8", newline="") as handle:
        table = tuple(csv.DictReader(handle))
    for number, row in enumerate(table, 2):
        if None in row or None in row.values():
            raise ValueError(f"lookups/{name}.csv, row {number}: not as many cells as the header has; quote commas")
    return table


@cache
def column(name: str, field: str, **where: str) -> tuple[str, ...]:
    """One column of a lookup, of the rows whose other columns have the values given, in the file's order."""
    return tuple(row[field] for row in rows(name) if all(row[key] == value for key, value in where.items()))


@cache
def literal(name: str, field: str, **where: str) -> str:
    """A column of such rows as one group of a regular expression, each as it is written, longer ones first."""
    forms = sorted(column(name, field, **where), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, forms)) + ")"


@cache
def alternatives(name: str, **where: str) -> str:
    """The column `pattern` of such rows as one group of a regular expression."""
    return "(?:" + "|".join(column(name, "pattern", **where)) + ")"
