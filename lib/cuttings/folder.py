"""Output folders: whole or not there at all, and never in the place of somebody's own files."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import InputError

MANIFEST = "manifest.json"


@contextmanager
def whole(out: Path, dump: Path) -> Iterator[Path]:
    """A folder beside `out` to write to, which takes its place when the block ends well and vanishes otherwise.

    Raises InputError where `out` cannot be written, holds something that is no earlier output of ours, or lies in the
    dump that is read, or the dump in it.
    """
    refuse_foreign(out)
    refuse_overlap(out.resolve(), dump.resolve())
    draft = out.absolute().with_name(f".{out.absolute().name}.partial-{os.getpid()}")
    missing = [parent for parent in draft.parents if not parent.exists()]
    try:
        draft.mkdir(parents=True)
    except OSError as error:
        raise InputError(f"{out} cannot be written: {error.strerror}") from None
    try:
        yield draft
        replace(draft, out)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        for parent in missing:
            if not any(parent.iterdir()):
                parent.rmdir()


def refuse_foreign(out: Path) -> None:
    """Raise InputError where `out` is a file, or a folder that holds other things than an earlier output."""
    if out.is_dir() and (not any(out.iterdir()) or is_ours(out)):
        return
    if out.exists():
        what = "a folder with other files" if out.is_dir() else "a file"
        raise InputError(f"{out} is {what}, not an earlier output of cuttings; give another --out")


def refuse_overlap(out: Path, dump: Path) -> None:
    """Raise InputError where writing `out` would change the dump, or the folder that the command runs in."""
    if out.is_relative_to(dump) or dump.is_relative_to(out):
        raise InputError(f"{out} and the dump {dump} lie in one another; give another --out")
    if Path.cwd().is_relative_to(out):
        raise InputError(f"{out} is the folder that you are in; give another --out")


def is_ours(folder: Path) -> bool:
    """Whether a folder has a manifest that cuttings wrote."""
    try:
        return "cuttings" in json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return False


def replace(draft: Path, out: Path) -> None:
    """Put a finished folder in the place of an earlier one."""
    old = draft.with_name(f"{draft.name}.old")
    if out.exists():
        out.rename(old)
    draft.rename(out)
    shutil.rmtree(old, ignore_errors=True)
