"""Findings: what a run says, as texts: its tables, and the sentences of its notebooks' answers."""

import csv
import io
import json
import sys
from pathlib import Path

import pandas as pd

from ..errors import InputError
from ..report.section import read_cells, told
from ..write import csv_text

ENDINGS = (".csv", ".parquet")


def found_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """The tables of a run by name, every cell as the text that the CSV has, empty where it is unknown.

    Raises InputError for a file that is no table.
    """
    place = folder / "tables" if (folder / "tables").is_dir() else folder
    files = sorted(file for file in place.iterdir() if file.suffix in ENDINGS)
    return {file.stem: cells(file) for file in files}


def cells(file: Path) -> pd.DataFrame:
    """One table as texts; a parquet file as the CSV that would have been written of it."""
    csv.field_size_limit(sys.maxsize)
    try:
        text = file.read_bytes().decode() if file.suffix == ".csv" else csv_text(pd.read_parquet(file))
        head, *rows = list(csv.reader(io.StringIO(text, newline=""), strict=True)) or [[]]
    except (OSError, ValueError, ImportError, csv.Error) as error:
        raise InputError(f"{file} cannot be read as a table: {error}") from None
    if any(len(row) != len(head) for row in rows) or len(set(head)) < len(head):
        raise InputError(f"{file} is no table: its rows differ in length, or two columns have one name")
    return pd.DataFrame(rows, columns=head, dtype="str")


def answers(folder: Path) -> dict[str, list[str]]:
    """The sentences of the answers of each notebook of a run, in their order."""
    files = sorted((folder / "notebooks").glob("*.ipynb"))
    return {file.stem: sentences(file) for file in files}


def sentences(file: Path) -> list[str]:
    """What the cells tagged answer have put out, a line each. Raises InputError for a file that is no notebook."""
    try:
        return told(read_cells(file))
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise InputError(f"{file} cannot be read as a notebook: {error}") from None
