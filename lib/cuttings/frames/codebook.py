"""Codebooks: the frames that a coder looks for, as data."""

import csv
from collections import Counter
from pathlib import Path

import pandas as pd

from .. import lookups, tables
from ..errors import InputError
from ..read.dump import locate
from .notation import fault

COLUMNS = ("code", "label", "definition", "indicators", "source", "origin")
DEFAULT = "generic_frames"
NEEDED = ("code", "definition")

Rows = list[dict[str, str]]


def codebook(name: str = "", story: str | Path | None = None) -> pd.DataFrame:
    """One row per code of the codebook `name`, in the order of its file.

    A codebook is a file `<name>.csv` in `lookups/codebooks/` of the story, or else of the project, with the columns
    `code` (what the tables call it) and `definition`, and where wanted `label` (what a reader sees), `indicators`
    (words that speak for it, see `frames.indicators`), `source` (where it was published: the column `published_in`)
    and `origin` (who wrote these words).

    An empty name is the first codebook that the story brings, or else Semetko and Valkenburg's generic frames.

    Raises InputError where there is no such codebook, and for one with an unknown or missing column, a row of another
    length than its header, a code that is empty or stands twice, no definition, or indicators that cannot be read.
    """
    files = files_of(story)
    name = name or first_of(story)
    if name not in files:
        raise InputError(f"no codebook {name!r}; there is {', '.join(files)}")
    rows = read(files[name])
    refuse(files[name].name, rows)
    return tables.build("codebook", [row_of(name, number, row) for number, row in enumerate(rows, 1)])


def codebooks(story: str | Path | None = None) -> pd.DataFrame:
    """Every codebook of the project and of the story in one table (see `codebook`)."""
    return tables.check(pd.concat([codebook(name, story) for name in files_of(story)]), "codebook")


def first_of(story: str | Path | None) -> str:
    """The name of the codebook that is taken where none is named."""
    own = sorted((locate(story) / "lookups" / "codebooks").glob("*.csv")) if story else []
    return own[0].stem if own else DEFAULT


def files_of(story: str | Path | None) -> dict[str, Path]:
    """The files of all codebooks by name; one of the story stands before one of the project."""
    folders = [lookups.FOLDER / "codebooks"] + ([locate(story) / "lookups" / "codebooks"] if story else [])
    found = {file.stem: file for folder in folders for file in folder.glob("*.csv")}
    return dict(sorted(found.items()))


def read(path: Path) -> Rows:
    """The rows of a codebook's file, without blanks around a cell."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            unknown = [str(column) for column in reader.fieldnames or () if column not in COLUMNS]
            missing = [column for column in NEEDED if column not in (reader.fieldnames or ())]
            rows = list(reader)
    except (OSError, ValueError, csv.Error) as error:
        raise InputError(f"codebooks/{path.name} cannot be read: {error}") from None
    if unknown or missing:
        what = f"unknown column {unknown[0]!r}" if unknown else f"no column {missing[0]!r}"
        raise InputError(f"codebooks/{path.name}: {what}; a codebook has {', '.join(COLUMNS)}")
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise InputError(f"codebooks/{path.name}, row {number}: not as many cells as the header has; quote commas")
    return [{column: cell.strip() for column, cell in row.items()} for row in rows]


def refuse(file: str, rows: Rows) -> None:
    """Raise InputError for a code that is empty, repeated or not defined, and for indicators in no notation."""
    if not rows:
        raise InputError(f"codebooks/{file} has no code")
    counted = Counter(row["code"] for row in rows)
    for number, row in enumerate(rows, 2):
        if not row["code"]:
            raise InputError(f"codebooks/{file}, row {number}: no code")
        if counted[row["code"]] > 1:
            raise InputError(f"codebooks/{file}: the code {row['code']!r} stands {counted[row['code']]} times")
        if not row["definition"]:
            raise InputError(f"codebooks/{file}: the code {row['code']!r} has no definition")
        for written in listed(row.get("indicators", "")):
            if said := fault(written):
                raise InputError(f"codebooks/{file}, code {row['code']!r}, indicator {written!r}: {said}")


def listed(cell: str) -> list[str]:
    """The indicators of a cell."""
    return [one.strip() for one in cell.split(";") if one.strip()]


def row_of(name: str, number: int, row: dict[str, str]) -> dict[str, str | int | None]:
    """A row of the table."""
    return {
        "codebook": name,
        "number": number,
        "code": row["code"],
        "label": row.get("label") or row["code"],
        "definition": row["definition"],
        "indicators": row.get("indicators") or None,
        "published_in": row.get("source") or None,
        "origin": row.get("origin") or None,
    }
