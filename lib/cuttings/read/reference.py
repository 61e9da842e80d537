"""What a story brings of its own: reference series to hold reports against."""

from pathlib import Path

import pandas as pd

from ..errors import InputError
from .dump import locate


def reference(path: str | Path, name: str = "*") -> dict[str, pd.DataFrame]:
    """The story's reference tables (`reference/*.csv`), by file name without ending; empty where it brings none.

    Columns are as the file has them, days and numbers as text or numbers. Raises InputError for a file that is no CSV.
    """
    folder = locate(path) / "reference"
    return {file.stem: read_csv(file) for file in sorted(folder.glob(f"{name}.csv"))}


def read_csv(file: Path) -> pd.DataFrame:
    """One reference table, its shares and margins as numbers."""
    try:
        table = pd.read_csv(file)
    except (ValueError, OSError) as error:
        raise InputError(f"reference/{file.name} cannot be read: {error}") from None
    for name in table.columns:
        if str(name).endswith("_pct") or name == "margin_of_error":
            numbers = pd.to_numeric(table[name], errors="coerce")
            wrong = table.loc[numbers.isna() & table[name].notna(), name]
            if len(wrong):
                raise InputError(f"reference/{file.name}: {name} holds {wrong.iloc[0]!r}, which is no number")
            table[name] = numbers
    return table
