"""The formats: which reader takes a file, by its content and not by its ending."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

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
    """A format: a test of a file's name and bytes, and a function from them to its records."""

    recognises: Callable[[str, bytes], bool]
    items: Callable[[str, bytes, Columns], Iterator[Item]]


class Container(NamedTuple):
    """A file that holds files: a test of its name and bytes, and a function to its members, each with its name."""

    recognises: Callable[[str, bytes], bool]
    members: Callable[[str, bytes], Iterator[tuple[str, bytes | Reject]]]


# The first whose test holds reads the file; the last takes whatever is left.
CONTAINERS: dict[str, Container] = {
    "zip": Container(archive.is_zip, archive.zip_members),
    "tar": Container(archive.is_tar, archive.tar_members),
    "packed": Container(archive.is_packed, archive.packed_member),
}
FORMATS: dict[str, Format] = {
    "warc": Format(warc.recognises, lambda _name, data, _columns: warc.records(data)),
    "mhtml": Format(mhtml.recognises, lambda _name, data, _columns: mhtml.records(data)),
    "docx": Format(docx.recognises, lambda name, data, _columns: docx.records(name, data)),
    "rtf": Format(rtf.recognises, lambda name, data, _columns: rtf.records(name, data)),
    "nexis html": Format(nexis_html.recognises, lambda name, data, _columns: nexis_html.records(name, data)),
    "factiva html": Format(factiva_html.recognises, lambda name, data, _columns: factiva_html.records(name, data)),
    "newsml": Format(newsml.recognises, lambda name, data, _columns: newsml.records(name, data)),
    "feed": Format(feed.recognises, lambda name, data, _columns: feed.records(name, data)),
    "html": Format(html.recognises, lambda _name, data, _columns: html.records(data)),
    "lexis": Format(lexis.recognises, lambda name, data, _columns: lexis.records(name, data)),
    "factiva": Format(factiva.recognises, lambda name, data, _columns: factiva.records(name, data)),
    "parquet": Format(workbook.is_parquet, workbook.parquet),
    "xlsx": Format(workbook.is_workbook, workbook.workbook),
    "json": Format(objects.recognises, objects.records),
    "table": Format(table.recognises, table.records),
    "text": Format(lambda _name, _data: True, lambda name, data, _columns: plain.records(name, data)),
}
DEEPEST = 4


def items(name: str, data: bytes, columns: Columns, depth: int = 0) -> Iterator[tuple[str, Item]]:
    """Each item of a file with the path that it has inside the dump: a member of an archive stands below its name."""
    if not data.strip():
        yield name, Reject("1", "empty file")
        return
    container = next((one for one in CONTAINERS.values() if one.recognises(name, data)), None)
    if container is None:
        mapped = bool(columns) and table.has_columns(data, columns)
        reader = FORMATS["table"] if mapped else next(one for one in FORMATS.values() if one.recognises(name, data))
        yield from ((name, item) for item in reader.items(name, data, columns))
    elif depth == DEEPEST:
        yield name, Reject("1", f"an archive in more than {DEEPEST} archives")
    else:
        for member, content in container.members(name, data):
            inner = f"{name}/{member}" if member else name
            if isinstance(content, Reject):
                yield inner, content
            else:
                yield from items(inner, content, columns, depth + 1)
