"""Labelled texts of other people, no part of this project: CUTTINGS_BENCH names the folder that holds them; where it is
not set, they are looked for in `shared/bench` beside the project.
"""

import gzip
import importlib.util
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

VARIABLE = "CUTTINGS_BENCH"
BESIDE = Path(__file__).resolve().parents[3] / "shared" / "bench"


def missing(*names: str) -> str:
    """Why not all of these files are at hand, in words; empty where they are."""
    lacking = [name for name in names if not path(name).is_file()]
    return f"no {', '.join(lacking)} in {folder()}, which {VARIABLE} may name otherwise" if lacking else ""


def folder() -> Path:
    """The folder that holds the labelled texts, if there is one."""
    return Path(os.environ.get(VARIABLE) or BESIDE)


def needs(*names: str) -> "pytest.MarkDecorator":
    """The mark of tests that are skipped where these files are not at hand."""
    import pytest  # which no measuring program needs

    return pytest.mark.skipif(bool(missing(*names)), reason=missing(*names))


def path(name: str) -> Path:
    """Where a file of the folder is, if it is there: ask `missing` first."""
    return folder() / name


def rows_of(name: str) -> Iterator[dict[str, Any]]:
    """The rows of a file of gzipped JSON lines."""
    with gzip.open(path(name), "rt", encoding="utf-8") as handle:
        yield from map(json.loads, handle)


def scorer_of(name: str) -> ModuleType:
    """The labels' own program of scores."""
    spec = importlib.util.spec_from_file_location(path(name).stem, path(name))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
