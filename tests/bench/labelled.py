"""Labelled texts of other people, no part of this project: CUTTINGS_BENCH names the folder that holds them."""

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


def missing(*names: str) -> str:
    """Why not all of these files are at hand, in words; empty where they are."""
    if not os.environ.get(VARIABLE):
        return f"{VARIABLE} is not set: it names the folder that holds {', '.join(names)}"
    lacking = [str(path(name)) for name in names if not path(name).is_file()]
    return f"{VARIABLE} names a folder without {', '.join(lacking)}" if lacking else ""


def needs(*names: str) -> "pytest.MarkDecorator":
    """The mark of tests that are skipped where these files are not at hand."""
    import pytest  # which no measuring program needs

    return pytest.mark.skipif(bool(missing(*names)), reason=missing(*names))


def path(name: str) -> Path:
    """Where a file of the folder is. Raises KeyError where no folder is named: ask `missing` first."""
    return Path(os.environ[VARIABLE], name)


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
