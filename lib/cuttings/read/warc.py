"""WARC: web archives, of pages as they were fetched (`response`, `resource`) or of their text (`conversion`, WET)."""

import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from . import html, plain
from .archive import BROKEN, MOST_BYTES, Allowance, TooLargeError, limit, peek
from .distinct import unique
from .record import Record, Reject
from .signature import GZIP

MOST_HEADER, MOST_BLANK = 2**16, 1000
LINE = re.compile(rb"WARC/\d")
PAGE = re.compile(r"text/html|application/xhtml\+xml", re.I)
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
INFLATERS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
Headers = dict[str, str]


class Block(NamedTuple):
    """One record of a web archive: its headers, by lower-case name, and its content."""

    headers: Headers
    content: bytes


class BrokenError(ValueError):
    """A web archive ends or turns into something else before its end."""


def recognises(_name: str, data: bytes) -> bool:
    """Whether a file is a web archive, packed by gzip or not."""
    return LINE.match(peek(data) if data.startswith(GZIP) else data) is not None


def records(_name: str, data: bytes, allowance: Allowance | None = None) -> Iterator[Record | Reject]:
    """Each page or text of a web archive; requests, metadata and revisits are no records.

    Of an archive that is cut off, what is whole is read, and the rest is one reject; so is what a packed one, with the
    answers that are packed in it, unpacks to beyond what it may (`archive`): `allowance`, where it lies in an archive.
    """
    opened: io.BufferedIOBase = io.BytesIO(data)
    packed, taken, number = data.startswith(GZIP), Counter[str](), 0
    shared = allowance or Allowance(len(data), streamed=True)
    with gzip.open(opened) if packed else opened as stream:
        try:
            for block in blocks(stream, shared if packed else Allowance(len(data), streamed=True)):
                number += 1
                name = block.headers.get("warc-record-id", "").strip("<> ")[:200] or str(number)
                yield from item(unique(name, taken), block, shared)
        except BROKEN as error:
            yield Reject("rest", f"a web archive that is cut off or damaged behind record {number} ({error})")


def blocks(stream: io.BufferedIOBase, allowance: Allowance) -> Iterator[Block]:
    """The records of a stream, one at a time, as long as they take no more bytes than they may. Raises BrokenError."""
    while line := start(stream):
        if not LINE.match(line):
            raise BrokenError("no record begins where one should")
        found = headers(stream)
        length = found.get("content-length", "")
        if not length.isascii() or not length.isdigit():
            raise BrokenError("a record does not say its length")
        most = min(MOST_BYTES, allowance.left)
        if len(length) > 12 or int(length) > most:
            raise BrokenError(f"a record is longer than the {most:,} bytes that it may be")
        content = allowance.taken(stream.read(int(length)))
        if len(content) < int(length):
            raise BrokenError("the last record is not whole")
        yield Block(found, content)


def start(stream: io.BufferedIOBase) -> bytes:
    """The first line that is not blank, empty at the end. Raises BrokenError for very many blank ones."""
    for _ in range(MOST_BLANK):
        line = stream.readline(MOST_HEADER)
        if not line or line.strip():
            return line
    raise BrokenError("no record begins where one should")


def headers(stream: io.BufferedIOBase) -> Headers:
    """The header lines up to a blank one, by lower-case name. Raises BrokenError where they do not end."""
    found, size, last = Headers(), 0, ""
    while (line := stream.readline(MOST_HEADER)).strip():
        size += len(line)
        text = plain.decode(line) or ""
        if line[:1] in b" \t" and last:
            found[last] += " " + text.strip()
        else:
            name, _, value = text.partition(":")
            last = name.strip().lower()
            found.setdefault(last, value.strip())
        if size > MOST_HEADER:
            raise BrokenError("a header does not end")
    if not line.endswith(b"\n"):
        raise BrokenError("a header does not end")
    return found


def item(name: str, block: Block, allowance: Allowance) -> Iterator[Record | Reject]:
    """The page or the text of one record, or why it has none; nothing for a record of another kind."""
    kind = block.headers.get("warc-type", "").lower()
    url = block.headers.get("warc-target-uri", "").strip("<> ")
    if kind == "conversion":
        text = plain.decode(block.content)
        given = {"url": url} if url else {}
        yield Record(name, block.content, text, "wet", (), given) if text else Reject(name, "no text")
    elif kind == "response" and url.lower().startswith(("http:", "https:")):
        yield response(name, block.content, url, allowance)
    elif kind in ("response", "resource"):
        yield page(name, block.content, block.content, block.headers.get("content-type", ""), url)


def response(name: str, content: bytes, url: str, allowance: Allowance) -> Record | Reject:
    """The page in an answer of a web server."""
    stream = io.BytesIO(content)
    status = stream.readline(MOST_HEADER).split()[1:2]
    try:
        found = headers(stream)
    except BrokenError as error:
        return Reject(name, f"no answer of a web server: {error}")
    body = stream.read()
    if status != [b"200"]:
        return Reject(name, f"HTTP status {plain.decode(status[0][:20]) if status else 'missing'}")
    kind = found.get("content-type", "")
    if kind and not PAGE.match(kind):
        return Reject(name, f"no HTML page: {kind[:80]}")
    try:
        content = contents(body, found, allowance)
    except BROKEN as error:
        return Reject(name, f"an answer that cannot be unpacked ({error})")
    return page(name, body, content, kind, url)


def page(name: str, raw: bytes, body: bytes, kind: str, url: str) -> Record | Reject:
    """A page, where the server's type or, without one, its first bytes say that it is one."""
    if not (PAGE.match(kind) if kind else html.recognises("", body)):
        return Reject(name, f"no HTML page: {kind[:80] or 'of no known type'}")
    charset = CHARSET.search(kind)
    return html.record(name, raw, html.decode(body, charset[1] if charset else None), url)


def contents(body: bytes, found: Headers, allowance: Allowance) -> bytes:
    """The body of an answer without its transfer and content encodings; an archive may have taken them off already."""
    if "chunked" in found.get("transfer-encoding", "").lower():
        body = joined(body)
    encoding = found.get("content-encoding", "").lower().strip()
    if encoding in ("", "identity") or html.recognises("", body):
        return body
    if encoding not in INFLATERS:
        raise BrokenError(f"content-encoding {encoding}")
    bits = INFLATERS[encoding]
    if encoding == "deflate" and body[:1] != b"\x78":
        bits = -15
    inflater = zlib.decompressobj(bits)
    most = min(limit(len(body)), allowance.left)
    content = inflater.decompress(body, max(1, most))  # 0 would be no limit
    if inflater.unconsumed_tail:
        raise TooLargeError(f"more than {most:,} bytes")
    return allowance.taken(content)


def joined(body: bytes) -> bytes:
    """A body sent in chunks, as one; a body without chunks as it is, one that is cut off as far as it goes."""
    pieces, at = [], 0
    while match := CHUNK.match(body, at):
        size = int(match[1], 16)
        if not size:
            break
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size
    return b"".join(pieces) if pieces else body
