"""Archives: files that hold files. Nothing is written to disk, and nothing is unpacked beyond the limits."""

import bz2
import gzip
import io
import lzma
import re
import stat
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple, Protocol

from .distinct import unique
from .record import Reject
from .signature import GZIP, zip_kind

# A file with all that is packed in it may unpack to MOST_TIMES its size, to FREE_BYTES in any case and to MOST_BYTES at
# most: text packs to a fifth or a tenth, a bomb to a thousandth.
MOST_TIMES, FREE_BYTES, MOST_BYTES = 100, 2**25, 2**30
MOST_MEMBERS = 100_000
STEP = 2**18
OF_SYSTEMS = {"__MACOSX", "Thumbs.db", "desktop.ini"}
BZIP2 = re.compile(rb"BZh[1-9]1AY&SY")
LEADS_OUT = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)", re.S)
BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
    *(EOFError, OSError, ValueError, NotImplementedError),
)
Member = tuple[str, bytes | Reject]


class Stream(Protocol):
    """What can be read piece by piece."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most `size`; none at the end."""


class Entry(NamedTuple):
    """A member of an archive: its name, its size as stated, why it is not read, and how to open it."""

    name: str
    size: int
    hindrance: str | None
    open: Callable[[], Stream | None]


class TooLargeError(ValueError):
    """What is packed unpacks to more than it may."""


class Allowance:
    """How many bytes may still come out of a file of the dump, through all archives, web archives and documents inside
    it. What is read piece by piece (`streamed`), each of them let go, is bound by its size alone.
    """

    def __init__(self, packed: int, streamed: bool = False) -> None:
        self.left = free(packed) if streamed else limit(packed)

    def take(self, size: int) -> None:
        """Count so many bytes from now on. Raises TooLargeError where they are more than are left."""
        if size > self.left:
            raise TooLargeError(f"it unpacks to more than {self.left:,} bytes")
        self.left -= size

    def taken(self, content: bytes) -> bytes:
        """The content, which counts from now on."""
        self.take(len(content))
        return content


def is_zip(name: str, data: bytes) -> bool:
    """Whether a file is a ZIP archive, and no document that only uses the format (.docx, .xlsx, .odt, .epub)."""
    return zip_kind(name, data) == "zip"


def zip_members(_name: str, data: bytes, allowance: Allowance) -> Iterator[Member]:
    """The files of a ZIP archive, in the order of their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [zip_entry(archive, info) for info in archive.infolist() if not info.is_dir()]
            yield from members(entries, allowance)
    except BROKEN as error:
        yield "", Reject("1", f"a ZIP archive that is cut off or damaged ({error})")


def zip_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Entry:
    """One member. A name without the mark of UTF-8 is UTF-8 all the same, or its bytes are spelled out."""
    name, hindrance = info.filename.replace("\\", "/"), None
    if not info.flag_bits & 0x800:
        name = name.encode("cp437", "replace").decode("utf-8", "backslashreplace")
    if info.flag_bits & 1:
        hindrance = "encrypted"
    elif stat.S_ISLNK(info.external_attr >> 16):
        hindrance = "a link inside an archive"
    elif info.file_size > limit(info.compress_size):
        hindrance = too_large(info.compress_size, limit(info.compress_size))
    return Entry(name, info.file_size, hindrance, partial(archive.open, info))


def is_tar(_name: str, data: bytes) -> bool:
    """Whether a file is a tar archive."""
    return data[257:262] == b"ustar"


def tar_members(_name: str, data: bytes, _allowance: Allowance) -> Iterator[Member]:
    """The files of a tar archive, in the order of their names; of one that is cut off, those before the cut.

    Nothing is packed in it, so that its members count for nothing.
    """
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:", errorlevel=2) as archive:
            entries, broken = tar_entries(archive, len(data))
            yield from members(entries, Allowance(len(data)))
    except BROKEN as error:
        broken = str(error)
    if broken:
        yield "", Reject("rest", f"a tar archive that is cut off or damaged ({broken})")


def tar_entries(archive: tarfile.TarFile, size: int) -> tuple[list[Entry], str]:
    """The members up to the end or the first damage, and the damage."""
    found: list[Entry] = []
    try:
        for info in archive:
            if not info.isdir():
                found.append(tar_entry(archive, info, size))
    except BROKEN as error:
        return found, str(error)
    return found, ""


def tar_entry(archive: tarfile.TarFile, info: tarfile.TarInfo, size: int) -> Entry:
    """One member; bytes of its name that are no UTF-8 are spelled out."""
    name, hindrance = info.name.replace("\\", "/"), None
    if info.issym() or info.islnk():
        hindrance = "a link inside an archive"
    elif not info.isreg() or info.issparse():
        hindrance = "no regular file"
    elif info.offset_data + info.size > size:
        hindrance = "cut off"
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return Entry(name, info.size, hindrance, partial(archive.extractfile, info))


def is_packed(_name: str, data: bytes) -> bool:
    """Whether a file is one file packed by gzip or bzip2; a web archive is packed record by record and read as such."""
    return BZIP2.match(data) is not None or (data.startswith(GZIP) and not peek(data).startswith(b"WARC/"))


def packed_member(name: str, data: bytes, allowance: Allowance) -> Iterator[Member]:
    """The file inside a gzip or bzip2 archive: all of it, or a reject."""
    stem = re.sub(r"\.(?:gz|bz2)$", "", re.sub(r"\.t(?:gz|bz2?)$", ".tar", PurePosixPath(name).name))
    opener: Callable[[io.BytesIO], Stream] = gzip.open if data.startswith(GZIP) else bz2.open
    most = min(limit(len(data)), allowance.left)
    try:
        yield stem or "1", allowance.taken(unpacked(opener(io.BytesIO(data)), most))
    except TooLargeError:
        yield "", Reject("1", too_large(len(data), most))
    except BROKEN as error:
        yield "", Reject("1", f"an archive that is cut off or damaged ({error})")


def peek(data: bytes) -> bytes:
    """The first bytes inside a gzip archive, as far as they are there."""
    try:
        return zlib.decompressobj(31).decompress(data[:4096], 64)
    except zlib.error:
        return b""


def members(entries: list[Entry], allowance: Allowance) -> Iterator[Member]:
    """Each file with its name, in the order of the names; what cannot be read is a reject, and the rest goes on.

    Files that are hidden or a system's own are left out as in a folder; the second of two of one name gets a number.
    """
    taken = Counter[str]()
    for entry in sorted(entries, key=lambda one: one.name)[:MOST_MEMBERS]:
        if not LEADS_OUT.match(entry.name) and is_hidden(entry.name):
            continue
        yield unique(entry.name.removeprefix("./"), taken), read(entry, allowance)
    if len(entries) > MOST_MEMBERS:
        yield "", Reject("more", f"an archive of more than {MOST_MEMBERS:,} files: the rest is not read")
    elif not taken:
        yield "", Reject("1", "an archive without a file to read")


def is_hidden(name: str) -> bool:
    """Whether a file is hidden or a system's own, and so no record."""
    return any(part.startswith(".") or part in OF_SYSTEMS for part in PurePosixPath(name).parts)


def read(entry: Entry, allowance: Allowance) -> bytes | Reject:
    """The content of a member, all of it, or why it is not read."""
    if LEADS_OUT.match(entry.name):
        return Reject("1", "its name leads out of the archive")
    if entry.hindrance:
        return Reject("1", entry.hindrance)
    if entry.size > allowance.left:
        return Reject("1", "the archive unpacks to more than it may: this file is not read")
    try:
        stream = entry.open()
        return allowance.taken(unpacked(stream, entry.size)) if stream else b""
    except BROKEN as error:
        return Reject("1", f"damaged inside its archive ({error})")


def unpacked(stream: Stream, most: int) -> bytes:
    """All bytes of a stream, read piece by piece. Raises TooLargeError for more than `most`."""
    pieces, size = [], 0
    while piece := stream.read(STEP):
        size += len(piece)
        if size > most:
            raise TooLargeError(f"more than {most:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def limit(packed: int) -> int:
    """How many bytes may come out of so many."""
    return min(MOST_BYTES, free(packed))


def free(packed: int) -> int:
    """The same of what is never held all at once."""
    return max(FREE_BYTES, MOST_TIMES * packed)


def too_large(packed: int, most: int) -> str:
    """The reason for not unpacking so many bytes."""
    return f"{packed:,} bytes that unpack to more than {most:,}: it is not unpacked"
