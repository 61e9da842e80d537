"""Settings: the parameters with which each notebook of a run was executed, those left as they were among them."""

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from ..say.phrase import listed
from .section import text_of

APART = {"story", "columns", "out"}  # what the report tells elsewhere
TAGS = ("parameters", "injected-parameters")


def settings(name: str, cells: Sequence[Any]) -> str | None:
    """`40_topics: by = outlet, k = 0`; null for a notebook without parameters."""
    values = dict(pair for tag in TAGS for pair in assigned(cells, tag) if pair[0] not in APART)
    told = [f"{key} = {empty(value)}" for key, value in values.items()]
    return f"{name}: {listed(told, len(told))}." if told else None


def assigned(cells: Sequence[Any], tag: str) -> Iterator[tuple[str, Any]]:
    """The names and values that cells with a tag assign."""
    for cell in cells:
        if tag in cell["metadata"].get("tags", ()):
            for line in ast.parse(text_of(cell["source"])).body:
                target = line.target if isinstance(line, ast.AnnAssign) else getattr(line, "targets", [None])[0]
                value = getattr(line, "value", None)
                if isinstance(target, ast.Name) and value is not None:
                    yield target.id, ast.literal_eval(value)


def empty(value: Any) -> Any:
    """A value as it is shown; an empty text as a dash."""
    return "–" if value == "" else value
