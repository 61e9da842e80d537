"""A dump: a folder of files, or one file, as it came."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from .. import tables
from ..errors import InputError
from ..extract.each import batches
from ..extract.field import describe
from ..extract.outlet import canonical, outlet_of_name, outlet_of_url, plain
from ..extract.segment import partitions
from ..text import Page, layout_of, written
from . import corpus
from .distinct import unique
from .formats import Columns, items
from .given import merged, overridden, overrides
from .listing import join
from .mapping import columns_of
from .record import Item, Listing, Record, Reject
from .tree import entries
from .value import address

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
MIN_WORDS = 20
BATCH = 2_000_000  # characters that are held and read together


def dump(path: str | Path, columns: Columns | str | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a dump: `articles` (one row per article) and `rejects` (one row per record that became none).

    `path` is a folder, read with all folders below it, or a file; a bare name that is no path here is looked up among
    the seed stories. `columns` says where a table or JSON of an unknown make has the fields, such as
    `{"text": "body", "published": "day"}` or `text=body published=day`. What a story brings of its own (ORIGINS.csv,
    articles.csv, reference/, coding/, lookups/) and hidden files are no records. Every record is a row of one of the
    two tables: a record with the same bytes as an earlier one, in the order of the paths, is rejected as its copy, one
    with fewer than 20 words of prose as no article. A list of articles without their texts is joined to the texts by
    URL or title. What articles.csv gives comes before what a file states of its record, that before what a list tells,
    and all of it before what is inferred from the text; only an outlet of which no more than a host is told, and that
    is not known by it, comes last.

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
    for name, item in together(every_item(path, columns)):
        row = article(name, item, seen) if isinstance(item, Record) else item
        if isinstance(row, Listing):
            listings.append((name, row))
        elif isinstance(row, Reject):
            rejects.append({"file": name, **row._asdict()})
        elif isinstance(item, Record):
            rows.append(row)
            stated.append(item.given)
            seen[row["article_id"]] = name
    rows = list(compared(rows))
    joined, unjoined = join(rows, stated, listings)
    rows = [settled(row, of, joined.get(place, [])) for place, (row, of) in enumerate(zip(rows, stated, strict=True))]
    rejects = list(numbered(rejects + unjoined))
    rows = overridden(rows, rejects, overrides(path))
    return tables.build("articles", rows), tables.build("rejects", rejects)


def compared(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows after a look at all of them: what other records tell of a record's lines can change its fields. Where
    too little of an article would be left, they tell nothing.
    """
    pairs = zip(rows, corpus.marks([page(row) for row in rows]), strict=True)
    for batch in batches(pairs, BATCH, lambda pair: len(pair[0]["text"])):
        laid = [sorted([*layout_of(row["layout"] or ""), *marks]) if marks else [] for row, marks in batch]
        pages = [Page(row["text"], layout) for (row, _), layout in zip(batch, laid, strict=True)]
        partitions([one for one, layout in zip(pages, laid, strict=True) if layout])
        for (row, _), one, layout in zip(batch, pages, laid, strict=True):
            changed = describe(one) | {"layout": written(layout)} if layout else {}
            yield row | changed if changed.get("words", 0) >= MIN_WORDS else row


def together(items: Iterable[tuple[str, Item]]) -> Iterator[tuple[str, Item]]:
    """The same items; the records of many are cut into segments at once, which is remembered."""
    for batch in batches(items, BATCH, lambda one: len(one[1].text) if isinstance(one[1], Record) else 0):
        records = [item for _, item in batch if isinstance(item, Record)]
        partitions([page({"text": one.text, "layout": written(one.layout)}) for one in records])
        yield from batch


def page(row: Mapping[str, Any]) -> str:
    """The text of a row with its layout, where it has one."""
    return Page(row["text"], layout_of(row["layout"])) if row["layout"] else str(row["text"])


def numbered(rejects: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The rows of rejects, each with a name of its own: an archive may hold two files of one path."""
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rejects:
        yield row | {"record": unique(row["record"], taken[row["file"]])}


def settled(row: dict[str, Any], stated: Mapping[str, str], listings: Iterable[Listing]) -> dict[str, Any]:
    """The row of an article with what its own file and, after that, lists tell of it before what was inferred."""
    for one in reversed(list(listings)):
        row = merged(row, with_outlet(one.given, row["outlet"]), one.format, "a list in the dump")
    return merged(row, with_outlet(stated, row["outlet"]), row["format"], "the file's own metadata")


def with_outlet(given: Mapping[str, str], found: str | None) -> Mapping[str, str]:
    """What is given, with the outlet under its usual name; where none is named, the one whose address it is.

    A host's name that no known outlet has is no name: it is left out where a name has been `found`.
    """
    outlet = given.get("outlet", "")
    named = outlet_of_name(outlet) if outlet else ""
    if not named or is_host(named):
        kept = "" if found and not is_host(found) else named
        named = outlet_of_url(given.get("url", "")) or kept
    rest = {field: value for field, value in given.items() if field != "outlet"}
    return rest | {"outlet": named} if named else rest


def is_host(outlet: str) -> bool:
    """Whether what is said to be an outlet is an address, and no known outlet's name, as Space.com is one's."""
    return bool(address(outlet)) and plain(outlet) not in canonical()


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
    row |= describe(page(row))
    if row["words"] < MIN_WORDS:
        return Reject(record.record, f"no article: {row['words']} word(s) of prose, {MIN_WORDS} are needed")
    return row
