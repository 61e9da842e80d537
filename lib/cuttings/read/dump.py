"""A dump: a folder of files, or one file, as it came."""

import hashlib
import os
import stat
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from .. import tables
from ..errors import InputError
from ..extract.field import describe
from ..text import Page, written
from .archive import is_hidden, unique
from .formats import Columns, items
from .given import merged, overridden, overrides
from .listing import join
from .mapping import columns_of
from .record import Item, Listing, Record, Reject

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
OWN_FILES = {"ORIGINS.csv", "articles.csv"}
OWN_FOLDERS = {"reference", "coding", "lookups"}
MIN_WORDS = 20
MOST_BYTES = 2**32


def dump(path: str | Path, columns: Columns | str | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a dump: `articles` (one row per article) and `rejects` (one row per record that became none).

    `path` is a folder, read with all folders below it, or a file; a bare name that is no path here is looked up among
    the seed stories. `columns` says where a table or JSON of an unknown make has the fields, such as
    `{"text": "body", "published": "day"}` or `text=body published=day`. What a story brings of its own (ORIGINS.csv,
    articles.csv, reference/, coding/, lookups/) and hidden files are no records. Every record is a row of one of the
    two tables: a record with the same bytes as an earlier one, in the order of the paths, is rejected as its copy, one
    with fewer than 20 words of prose as no article. A list of articles without their texts is joined to the texts by
    URL or title. What articles.csv gives comes before what a file states of its record, that before what a list tells,
    and all of it before what is inferred from the text.

    Raises InputError where the path is not there, holds no file, or no record of it is an article, and for a wrong
    mapping or articles.csv.
    """
    articles, rejects = articles_in(locate(path), columns_of(columns))
    if articles.empty:
        reasons = "; ".join(f"{row.file}: {row.reason}" for row in rejects.head(3).itertuples())
        raise InputError(f"no article among the {len(rejects)} record(s) of {path} ({reasons})")
    return articles, rejects


def locate(path: str | Path) -> Path:
    """The folder or file meant by a path or by the bare name of a seed story."""
    if not str(path).strip():
        raise InputError("an empty path names no dump")
    try:
        given = Path(path).expanduser()
        if given.exists():
            return given
    except (OSError, RuntimeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from None
    named = SEEDS / given
    if len(given.parts) == 1 and named.is_dir():
        return named
    known = ", ".join(sorted(folder.name for folder in SEEDS.glob("*/"))) or "none"
    raise InputError(f"{path} is not there; seed stories: {known}")


def articles_in(path: Path, columns: Columns) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both tables of a dump, either of which may be empty."""
    rows: list[dict[str, Any]] = []
    stated: list[Mapping[str, str]] = []
    rejects: list[dict[str, str]] = []
    listings: list[tuple[str, Listing]] = []
    seen: dict[str, str] = {}
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for name, item in every_item(path, columns):
        if isinstance(item, Listing):
            listings.append((name, item))
            continue
        row = article(name, item, seen) if isinstance(item, Record) else item
        if isinstance(row, Reject):
            record = unique(row.record, taken[name])  # an archive may hold two files of one path
            rejects.append({"file": name, "record": record, "reason": row.reason})
        elif isinstance(item, Record):
            rows.append(row)
            stated.append(item.given)
            seen[row["article_id"]] = name
    joined, unjoined = join(rows, stated, listings)
    rejects += unjoined
    rows = [
        settled(row, given, joined.get(place, [])) for place, (row, given) in enumerate(zip(rows, stated, strict=True))
    ]
    rows = overridden(rows, rejects, overrides(path))
    return tables.build("articles", rows), tables.build("rejects", rejects)


def settled(row: dict[str, Any], stated: Mapping[str, str], listings: Iterable[Listing]) -> dict[str, Any]:
    """The row of an article with what its own file and, after that, lists tell of it before what was inferred."""
    for one in reversed(list(listings)):
        row = merged(row, one.given, one.format, "a list in the dump")
    return merged(row, stated, row["format"], "the file's own metadata")


def files(path: Path) -> Iterator[tuple[str, Path]]:
    """The dump's files with their paths inside it, in a fixed order."""
    yield from ((name, file) for name, file in entries(path) if isinstance(file, Path))


def entries(path: Path) -> Iterator[tuple[str, Path | Reject]]:
    """The dump's files, and what stands among them and cannot be read, with their paths inside it, in a fixed order.

    A link to a folder is not followed: it may lead in a circle, or anywhere.
    """
    if path.is_file():
        yield readable(path.name), checked(path)
        return
    found = [(readable(file.relative_to(path).as_posix()), file, why) for file, why in walk(path)]
    ours = sorted((one for one in found if not is_own(Path(one[0]))), key=lambda one: one[:2])
    if not ours:
        raise InputError(f"{path} holds no file to read")
    yield from ((name, why or checked(file)) for name, file, why in ours)


def walk(path: Path) -> Iterator[tuple[Path, Reject | None]]:
    """Everything below a folder that is no folder, and each folder that is not opened, with the reason."""
    closed: list[OSError] = []
    for folder, inside, names in os.walk(path, onerror=closed.append):
        yield from ((Path(folder, name), None) for name in names)
        for link in filter(Path.is_symlink, (Path(folder, name) for name in inside)):
            yield link, Reject("1", "a link to a folder: it is not followed")
    for error in closed:
        yield Path(str(error.filename)), Reject("1", f"cannot be read: {error.strerror}")


def checked(file: Path) -> Path | Reject:
    """A file, or why it cannot be read; what is no regular file is not opened, for a pipe never ends."""
    try:
        status = file.stat()
    except OSError as error:
        return Reject("1", f"cannot be read: {error.strerror}")
    if not stat.S_ISREG(status.st_mode):
        return Reject("1", "no regular file")
    if status.st_size > MOST_BYTES:
        return Reject("1", f"a file of more than {MOST_BYTES:,} bytes: split it")
    return file if os.access(file, os.R_OK) else Reject("1", "cannot be read: Permission denied")


def readable(name: str) -> str:
    """A file's name as text; bytes of it that are no UTF-8 are spelled out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def is_own(name: Path) -> bool:
    """Whether a file is the story's own data, or hidden, and so no record."""
    return is_hidden(str(name)) or str(name) in OWN_FILES or (len(name.parts) > 1 and name.parts[0] in OWN_FOLDERS)


def every_item(path: Path, columns: Columns) -> Iterator[tuple[str, Item]]:
    """Each file's name with each item that it holds."""
    for name, file in entries(path):
        if isinstance(file, Reject):
            yield name, file
            continue
        try:
            data = file.read_bytes()
        except OSError as error:
            yield name, Reject("1", f"cannot be read: {error.strerror}")
        else:
            yield from items(name, data, columns)


def article(name: str, record: Record, seen: Mapping[str, str]) -> dict[str, Any] | Reject:
    """The row of one record, or why it has none."""
    article_id = hashlib.sha256(record.raw).hexdigest()[:12]
    if article_id in seen:
        return Reject(record.record, f"the same bytes as {seen[article_id]}")
    row: dict[str, Any] = {"article_id": article_id, "file": name, "record": record.record, "text": record.text}
    row |= {"format": record.format, "layout": written(record.layout)}
    row |= describe(Page(record.text, record.layout) if record.layout else record.text)
    if row["words"] < MIN_WORDS:
        return Reject(record.record, f"no article: {row['words']} word(s) of prose, {MIN_WORDS} are needed")
    return row
