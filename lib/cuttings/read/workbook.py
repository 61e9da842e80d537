"""Tables of two programs: parquet files and Excel workbooks (.xlsx). Each needs a package that not everybody has.

The bytes of a record are its row as JSON with sorted names, in UTF-8: such a file has no lines of its own.
"""

import io
import json
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from importlib import import_module
from typing import Any

from .archive import Allowance
from .distinct import distinct
from .item import item, no_text
from .mapping import plan
from .record import Item, Reject
from .signature import PARQUET, zip_kind, zip_members

BATCH = 1000
DAMAGE = "\x00damage"  # no column has such a name
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, IndexError, AttributeError),
    *(SyntaxError, OSError, NotImplementedError, EOFError),
)

Rows = Iterator[tuple[str, Mapping[str, Any]]]


def is_parquet(_name: str, data: bytes) -> bool:
    """Whether a file is parquet."""
    return data.startswith(PARQUET) and data.endswith(PARQUET)


def is_workbook(name: str, data: bytes) -> bool:
    """Whether a file is an Excel workbook; a damaged ZIP archive is what it is called."""
    return zip_kind(name, data) == "xlsx"


def parquet(_name: str, data: bytes, columns: Mapping[str, str], allowance: Allowance | None = None) -> Iterator[Item]:
    """The items of a parquet file, one a row. `allowance`: what it may unpack to, where it lies in an archive."""
    yield from read("parquet", "pyarrow.parquet", parquet_rows, data, columns, allowance or Allowance(len(data)))


def workbook(_name: str, data: bytes, columns: Mapping[str, str], allowance: Allowance | None = None) -> Iterator[Item]:
    """The items of a workbook, one a row of each sheet below its columns' names; a formula is its own text.

    `allowance`: what it may unpack to, where it lies in an archive.
    """
    yield from read("xlsx", "openpyxl", workbook_rows, data, columns, allowance or Allowance(len(data)))


def read(
    kind: str,
    package: str,
    rows: Callable[[Any, bytes, Allowance], Rows],
    data: bytes,
    columns: Mapping[str, str],
    allowance: Allowance,
) -> Iterator[Item]:
    """The items of a file's rows, or the one reason why there are none."""
    try:
        library = import_module(package)
    except ImportError:
        name = package.split(".")[0]
        yield Reject("1", f"{kind} needs {name}: pip install cuttings[{kind}]")
        return
    found = distinct(items(kind, rows(library, data, allowance), columns))
    first = next(found, Reject("1", "a table without rows"))
    yield first
    yield from found


def items(kind: str, rows: Rows, columns: Mapping[str, str]) -> Iterator[Item]:
    """The item of each row; one reject for a damaged file, and for each sheet that has no articles."""
    refused: set[tuple[str, ...]] = set()
    for number, values in careful(rows):
        names = tuple(values)
        usual = plan(names, tuple(columns.items()))
        if DAMAGE in values:
            yield Reject(number, f"damaged: {values[DAMAGE]}; nothing behind it is read")
        elif usual.has_text() or usual.lists():
            yield item(kind, number, canonical(values), values, columns)
        elif names not in refused:
            refused.add(names)
            yield Reject(number, f"a table: {no_text(values)}")


def careful(rows: Rows) -> Rows:
    """The rows up to a damaged place, and what is the matter there."""
    try:
        yield from rows
    except DAMAGED as error:
        yield "damaged", {DAMAGE: str(error).split("\n")[0] or type(error).__name__}


def canonical(values: Mapping[str, Any]) -> bytes:
    """A row as JSON."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False, default=str).encode("utf-8", "replace")


def parquet_rows(library: Any, data: bytes, allowance: Allowance) -> Rows:
    """The rows of a parquet file with their numbers."""
    file = library.ParquetFile(io.BytesIO(data))
    allowance.take(sum(file.metadata.row_group(place).total_byte_size for place in range(file.num_row_groups)))
    number = 0
    for batch in file.iter_batches(batch_size=BATCH):
        for values in batch.to_pylist():
            number += 1
            yield str(number), {name: plain_value(value) for name, value in values.items()}


def workbook_rows(library: Any, data: bytes, allowance: Allowance) -> Rows:
    """The rows of a workbook with their numbers; those of a second sheet have its name before them."""
    allowance.take(sum(zip_members(data).values()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = library.load_workbook(io.BytesIO(data), read_only=True)
        for place, sheet in enumerate(book.worksheets):
            sheet.reset_dimensions()
            for number, values in sheet_rows(sheet.iter_rows(values_only=True)):
                yield number if place == 0 else f"{sheet.title}!{number}", values


def sheet_rows(rows: Iterator[tuple[Any, ...]]) -> Rows:
    """The rows below the columns' names with their numbers, from 1; the names stand in the first row that has one."""
    filled = (cells for cells in rows if any(cell is not None and str(cell).strip() for cell in cells))
    names = [str(name).strip() if name is not None else "" for name in next(filled, ())]
    for number, cells in enumerate(filled, 1):
        row = dict(zip(reversed(names), reversed([*cells, *[None] * len(names)][: len(names)]), strict=True))
        yield str(number), {name: plain_value(value) for name, value in row.items()}


def plain_value(value: Any) -> Any:
    """A cell's value as JSON could hold it: a day or time as text, no NaN."""
    if isinstance(value, date | time):
        return value.isoformat()
    return None if isinstance(value, float) and value != value else value
