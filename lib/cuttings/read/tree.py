"""The files of a dump: what stands in a folder, and what of it is opened."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError
from .archive import is_hidden
from .record import Reject

OWN_FILES = {"ORIGINS.csv", "articles.csv"}
UNREAD = {"ORIGINS.csv"}
OWN_FOLDERS = {"reference", "coding", "lookups"}
MOST_BYTES = 2**32


def files(path: Path) -> Iterator[tuple[str, Path]]:
    """The dump's files with their paths inside it, in a fixed order."""
    yield from ((name, file) for name, file in entries(path) if isinstance(file, Path))


def own_files(path: Path) -> Iterator[tuple[str, Path]]:
    """What a story brings of its own that is read with it: articles.csv, reference/, coding/ and lookups/."""
    found = [(file.relative_to(path).as_posix(), file) for file, why in walk(path) if why is None and file.is_file()]
    own = ((readable(name), file) for name, file in found if is_own(Path(name)) and not is_hidden(name))
    yield from sorted(one for one in own if one[0] not in UNREAD)


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
