"""Output folders: whole or not there at all, and never in the place of somebody's own files."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import InputError

MANIFEST = "manifest.json"
OURS = {MANIFEST, "report.html", "notebooks", "tables", "figures"}


@contextmanager
def whole(out: Path, dump: Path) -> Iterator[Path]:
    """A folder beside `out` to write to, which takes its place when the block ends well and vanishes otherwise.

    Raises InputError where `out` cannot be written, holds something that is no earlier output of ours, or lies in the
    dump that is read, or the dump in it.
    """
    out = out.resolve()
    refuse_overlap(out, dump.resolve())
    draft = out.with_name(f".{out.name}.partial-{os.getpid()}")
    try:
        refuse_foreign(out)
        missing = [parent for parent in draft.parents if not parent.exists()]
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
    """Whether a folder has a manifest that cuttings wrote, and nothing that cuttings does not write."""
    if any(path.name not in OURS and path.suffix not in (".csv", ".parquet") for path in folder.iterdir()):
        return False
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and "cuttings" in manifest


def replace(draft: Path, out: Path) -> None:
    """Put a finished folder in the place of an earlier one."""
    old = draft.with_name(f"{draft.name}.old")
    if out.exists():
        out.rename(old)
    draft.rename(out)
    shutil.rmtree(old, ignore_errors=True)
