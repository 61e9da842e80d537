"""The manifest of an output: what went in, with which parameters and versions, and what came out."""

import csv
import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .folder import MANIFEST
from .read.tree import files

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


def write(folder: Path, dump: Path, **more: Any) -> None:
    """Write manifest.json: the sha256 of every input file, versions, the rows of each table, and what else is given."""
    content = {
        "cuttings": version("cuttings"),
        "dump": str(dump),
        "inputs": inputs(dump),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        **more,
    }
    (folder / MANIFEST).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def inputs(dump: Path) -> list[dict[str, Any]]:
    """Each file of the dump with its size and hash."""
    return [
        {"file": name, "bytes": file.stat().st_size, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
        for name, file in files(dump)
    ]


def rows_written(folder: Path) -> Mapping[str, int]:
    """The number of rows of each CSV table of a folder."""
    return {file.stem: count(file) for file in sorted(folder.glob("*.csv"))}


def count(file: Path) -> int:
    """Rows of a CSV file below its header."""
    with file.open(encoding="utf-8", newline="") as handle:
        return sum(1 for _ in csv.reader(handle)) - 1
