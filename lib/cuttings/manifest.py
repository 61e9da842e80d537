"""The manifest of an output: what went in, with which parameters and versions, and what came out."""

import csv
import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .folder import MANIFEST, replace_file, write_file
from .read.tree import files, own_files

PACKAGES = (
    "jupyterlab",
    "lxml",
    "matplotlib",
    "nbclient",
    "numpy",
    "pandas",
    "papermill",
    "py3langid",
    "scikit-learn",
    "scipy",
    "trafilatura",
)
CODE = (".py", ".csv", ".json", ".j2")


def write(folder: Path, dump: Path, **more: Any) -> None:
    """Write manifest.json: the sha256 of each file of the dump and of what the story brings, versions, the rows of each
    table, and what else is given.

    Raises InputError where it cannot be written.
    """
    write_file(folder / MANIFEST, encoded(content(dump, **more)))


def content(dump: Path, **more: Any) -> dict[str, Any]:
    """What a manifest says of what goes in."""
    return {
        "cuttings": version("cuttings"),
        "dump": str(dump),
        "inputs": hashed(files(dump)),
        "own": hashed(own_files(dump)),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        **more,
    }


def store(folder: Path, content: Mapping[str, Any]) -> None:
    """Write manifest.json; never half of it."""
    replace_file(folder / MANIFEST, encoded(content))


def encoded(content: Mapping[str, Any]) -> bytes:
    """A manifest as the bytes of its file."""
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def code(notebooks: Path) -> str:
    """The sha256 of this package's code and data and of the notebooks' cells: what a version alone does not tell."""
    package = Path(__file__).parent
    files = sorted(file for file in package.rglob("*") if file.suffix in CODE)
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    for file in sorted(notebooks.glob("*.ipynb")):
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        digest.update(json.dumps([[file.name, cell["source"]] for cell in cells]).encode())
    return digest.hexdigest()


def hashed(found: Iterable[tuple[str, Path]]) -> list[dict[str, Any]]:
    """Each file with its size and hash."""
    return [
        {"file": name, "bytes": file.stat().st_size, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
        for name, file in found
    ]


def rows_written(folder: Path) -> Mapping[str, int]:
    """The number of rows of each CSV table of a folder."""
    return {file.stem: count(file) for file in sorted(folder.glob("*.csv"))}


def count(file: Path) -> int:
    """Rows of a CSV file below its header."""
    with file.open(encoding="utf-8", newline="") as handle:
        return sum(1 for _ in csv.reader(handle)) - 1
