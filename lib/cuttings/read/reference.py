"""What a story brings of its own: reference series to hold reports against, and rows for the word lists."""

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


def lookups(path: str | Path) -> dict[str, pd.DataFrame]:
    """The story's own rows for the project's word lists (`lookups/*.csv`), by file name without ending, all as text and
    empty cells as empty text; empty where it brings none.

    Raises InputError for a file that is no CSV.
    """
    folder = locate(path) / "lookups"
    return {file.stem: read_text(file) for file in sorted(folder.glob("*.csv"))}


def read_text(file: Path) -> pd.DataFrame:
    """One word list of a story."""
    try:
        return pd.read_csv(file, dtype="str", keep_default_na=False, encoding="utf-8")
    except (ValueError, OSError) as error:
        raise InputError(f"lookups/{file.name} cannot be read: {error}") from None


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
