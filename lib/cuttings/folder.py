"""Output folders: whole or not there at all, and never in the place of somebody's own files.

What is written stands in a draft beside its place, hidden, with the number of the process that writes it in its name.
The draft of a process that is gone is the rest of an interrupted run.
"""

import glob
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from .errors import InputError

MANIFEST = "manifest.json"
ANSWERS = "answers"  # what language models answered in a run, which is asked and paid for once
OURS = {MANIFEST, "report.html", "notebooks", "tables", "figures", ANSWERS}
OWNER, OLD = ".owner", ".old"
PATIENCE = 10.0  # seconds in which the processes of an ended run end


class Draft(NamedTuple):
    """A folder being written: its place to be, where it is written, and the folders made on the way to it."""

    out: Path
    folder: Path
    made: list[Path]


@contextmanager
def whole(out: Path, dump: Path) -> Iterator[Path]:
    """A folder beside `out` to write to, which takes its place when the block ends well and vanishes otherwise.

    Raises InputError as `begin` does.
    """
    draft = begin(out, dump)
    try:
        yield draft.folder
        try:
            finish(draft)
        except OSError as error:
            raise unwritable(out, error) from None
    finally:
        discard(draft)


@contextmanager
def claimed(place: Path) -> Iterator[None]:
    """Keep other processes from a place until the block ends.

    Raises InputError where another one has it, and where nothing can be written there.
    """
    mark = place.with_name(f"{stem(place)}{os.getpid()}")
    try:
        refuse_busy(place)
        clear(place)
        own(mark)
    except OSError as error:
        shutil.rmtree(mark, ignore_errors=True)
        raise unwritable(place, error) from None
    try:
        refuse_busy(place)
        yield
    finally:
        shutil.rmtree(mark, ignore_errors=True)


def begin(out: Path, dump: Path) -> Draft:
    """A draft for `out`; what an interrupted one has left is removed.

    Raises InputError where `out` cannot be written, is being written by another process, holds something that is no
    earlier output of ours, or lies in the dump that is read, or the dump in it.
    """
    out = out.resolve()
    refuse_overlap(out, dump.resolve())
    folder = out.with_name(f"{stem(out)}{os.getpid()}")
    try:
        refuse_foreign(out)
        refuse_busy(out)
        clear(out)
        made = [parent for parent in folder.parents if not parent.exists()]
        own(folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise unwritable(out, error) from None
    draft = Draft(out, folder, made)
    try:
        refuse_busy(out)
    except InputError:
        discard(draft)
        raise
    return draft


def own(folder: Path) -> None:
    """Make a folder that says which process writes it."""
    folder.mkdir(parents=True)
    (folder / OWNER).write_text(str(psutil.Process().create_time()), encoding="utf-8")


def take_over(out: Path) -> Draft | None:
    """The draft that an interrupted run of `out` has left, as one's own; null where there is none.

    Raises InputError where `out` is being written by another process.
    """
    out = out.resolve()
    refuse_busy(out)
    folder = out.with_name(f"{stem(out)}{os.getpid()}")
    for left in (path for path in drafts(out) if path.suffix != OLD):
        await_end(left)
        with suppress(OSError):  # another process was faster
            left.rename(folder)
            (folder / OWNER).write_text(str(psutil.Process().create_time()), encoding="utf-8")
            return Draft(out, folder, [])
    return None


def carry_answers(draft: Draft) -> None:
    """Take along what language models answered in the last run that stands in this place, whole or failed."""
    names = (draft.out.name, f"{draft.out.name}.failed", f"{draft.out.name}.failed-")
    beside = [path for path in draft.out.parent.iterdir() if path.name in names or path.name.startswith(names[2])]
    kept = [path / ANSWERS for path in beside if (path / ANSWERS).is_dir() and is_ours(path)]
    if kept:
        shutil.copytree(max(kept, key=lambda path: path.stat().st_mtime), draft.folder / ANSWERS)


def finish(draft: Draft) -> None:
    """Put a finished draft in its place, instead of an earlier one."""
    (draft.folder / OWNER).unlink()
    old = draft.folder.with_name(f"{draft.folder.name}{OLD}")
    if draft.out.exists():
        draft.out.rename(old)
    draft.folder.rename(draft.out)
    shutil.rmtree(old, ignore_errors=True)


def discard(draft: Draft) -> None:
    """Remove a draft, and the folders made for it."""
    shutil.rmtree(draft.folder, ignore_errors=True)
    for parent in draft.made:
        if parent.exists() and not any(parent.iterdir()):
            parent.rmdir()


def unwritable(out: Path, error: OSError) -> InputError:
    """What is wrong with a place that the system does not let one write to."""
    return InputError(f"{out} cannot be written: {error.strerror}")


def replace_file(path: Path, data: bytes) -> None:
    """Write a file as a whole: whoever reads it finds the old content or the new, never half of it.

    It is written beside its place under the number of the process, so that two never write into each other; what a
    killed one has left there is removed.
    """
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        number = left.name.removesuffix(".part").rpartition(".")[2]
        if number.isdecimal() and not psutil.pid_exists(int(number)):
            left.unlink(missing_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_file(path: Path, data: bytes) -> None:
    """Write a file that the user asked for as a whole, and the folders on the way to it.

    Raises InputError where the system does not let one, as on a full disk; an earlier file is then as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise unwritable(Path(path.name), error) from None


def require_outside(out: Path, *sources: Path) -> None:
    """Raise InputError where a file to write would lie in what is read, and so in the place of somebody's own."""
    for source in sources:
        if out.resolve().is_relative_to(source.resolve()):
            raise InputError(f"{out} lies in {source}, which is read; give a place outside of it with --out")


def stem(out: Path) -> str:
    """What the names of all drafts for a place begin with."""
    return f".{out.name}.partial-"


def drafts(out: Path) -> list[Path]:
    """Drafts for a place that other processes have begun, and what is left of them."""
    found = out.parent.iterdir() if out.parent.is_dir() else ()
    return sorted(path for path in found if path.name.startswith(stem(out)))


def refuse_busy(out: Path) -> None:
    """Raise InputError where another process that still runs writes to the same place."""
    for folder in drafts(out):
        number = owner(folder)
        if number not in (None, os.getpid()):
            raise InputError(
                f"{out} is being written by another run (process {number}); wait for it or give another --out"
            )


def owner(folder: Path) -> int | None:
    """The number of the process that writes a draft, null where it has ended; numbers are used again."""
    number = folder.name.partition(".partial-")[2].partition(".")[0]
    try:
        begun = float((folder / OWNER).read_text(encoding="utf-8"))
        return int(number) if abs(psutil.Process(int(number)).create_time() - begun) < 1 else None
    except (OSError, ValueError, psutil.Error):
        return None


def await_end(folder: Path) -> None:
    """Wait until no process works in a folder: those of a killed run see its end within a second or two."""
    until = time.monotonic() + PATIENCE
    while any(within(process, folder) for process in psutil.process_iter()) and time.monotonic() < until:
        time.sleep(0.2)


def within(process: psutil.Process, folder: Path) -> bool:
    """Whether a process has its working directory in a folder."""
    try:
        return Path(process.cwd()).is_relative_to(folder)
    except (psutil.Error, OSError):
        return False


def clear(out: Path) -> None:
    """Remove what interrupted runs have left; what one had taken from its place a moment before is put back."""
    for left in drafts(out):
        await_end(left)
        if left.suffix == OLD and not out.exists():
            left.rename(out)
        shutil.rmtree(left, ignore_errors=True)


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
    return bool(manifest_of(folder))


def manifest_of(folder: Path) -> dict:
    """The manifest that cuttings wrote to a folder, empty where there is none."""
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) and "cuttings" in content else {}
