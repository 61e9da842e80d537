"""The formats: which reader takes a file, by its content and not by its ending."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, Protocol

from . import (
    archive,
    docx,
    factiva,
    factiva_html,
    feed,
    html,
    lexis,
    mhtml,
    newsml,
    nexis_html,
    objects,
    plain,
    rtf,
    table,
    warc,
    workbook,
)
from .record import Item, Reject

Columns = Mapping[str, str]  # field: where a table or JSON has it, such as text: body


class Format(NamedTuple):
    """A format: a test of a file's name and bytes, and a function from them to its records, which is also given where
    a table has its fields, and what may still come out of the archives around it.
    """

    recognises: Callable[[str, bytes], bool]
    records: Callable[[str, bytes, Columns, archive.Allowance | None], Iterator[Item]]


class Container(NamedTuple):
    """A file that holds files: a test of its name and bytes, and a function to its members, each with its name."""

    recognises: Callable[[str, bytes], bool]
    members: Callable[[str, bytes, archive.Allowance], Iterator[archive.Member]]


class Reader(Protocol):
    """A module that reads one format."""

    def recognises(self, name: str, data: bytes, /) -> bool:
        """Whether a file has this format."""

    def records(self, name: str, data: bytes, /) -> Iterator[Item]:
        """The records of such a file."""


class Unpacker(Protocol):
    """A module that reads one format, and unpacks what is packed in it."""

    def recognises(self, name: str, data: bytes, /) -> bool:
        """Whether a file has this format."""

    def records(self, name: str, data: bytes, allowance: archive.Allowance | None, /) -> Iterator[Item]:
        """The records of such a file, whose packed parts count in the allowance."""


class Mapper(Protocol):
    """A module that reads one format by columns that the user may name."""

    def recognises(self, name: str, data: bytes, /) -> bool:
        """Whether a file has this format."""

    def records(self, name: str, data: bytes, columns: Columns, /) -> Iterator[Item]:
        """The records of such a file."""


def fixed(reader: Reader) -> Format:
    """A format that has its fields in places of its own, so that no mapping of columns is asked for them."""
    return Format(reader.recognises, lambda name, data, _columns, _allowance: reader.records(name, data))


def unpacking(reader: Unpacker) -> Format:
    """The same of a format in which something is packed."""
    return Format(reader.recognises, lambda name, data, _columns, allowance: reader.records(name, data, allowance))


def mapped(reader: Mapper) -> Format:
    """A format whose fields a mapping of columns can name."""
    return Format(reader.recognises, lambda name, data, columns, _allowance: reader.records(name, data, columns))


# The first whose test holds reads the file; the last takes whatever is left.
CONTAINERS: dict[str, Container] = {
    "zip": Container(archive.is_zip, archive.zip_members),
    "tar": Container(archive.is_tar, archive.tar_members),
    "packed": Container(archive.is_packed, archive.packed_member),
}
FORMATS: dict[str, Format] = {
    "warc": unpacking(warc),
    "mhtml": fixed(mhtml),
    "docx": unpacking(docx),
    "rtf": fixed(rtf),
    "nexis html": fixed(nexis_html),
    "factiva html": fixed(factiva_html),
    "newsml": fixed(newsml),
    "feed": fixed(feed),
    "html": fixed(html),
    "lexis": fixed(lexis),
    "factiva": fixed(factiva),
    "parquet": Format(workbook.is_parquet, workbook.parquet),
    "xlsx": Format(workbook.is_workbook, workbook.workbook),
    "json": mapped(objects),
    "table": mapped(table),
    "text": fixed(plain),
}
DEEPEST = 4


def items(
    name: str, data: bytes, columns: Columns, depth: int = 0, allowance: archive.Allowance | None = None
) -> Iterator[tuple[str, Item]]:
    """Each item of a file with the path that it has inside the dump: a member of an archive stands below its name.

    `depth` counts the archives around it. All that one file of the dump unpacks to counts in one allowance of bytes.
    """
    if not data.strip():
        yield name, Reject("1", "empty file")
        return
    container = next((one for one in CONTAINERS.values() if one.recognises(name, data)), None)
    if container is None:
        is_table = table.is_mapped(name, data, columns)
        reader = FORMATS["table"] if is_table else next(one for one in FORMATS.values() if one.recognises(name, data))
        yield from ((name, item) for item in reader.records(name, data, columns, allowance))
    elif depth == DEEPEST:
        yield name, Reject("1", f"an archive in more than {DEEPEST} archives")
    else:
        shared = allowance or archive.Allowance(len(data))
        for member, content in container.members(name, data, shared):
            inner = f"{name}/{member}" if member else name
            if isinstance(content, Reject):
                yield inner, content
            else:
                yield from items(inner, content, columns, depth + 1, shared)
