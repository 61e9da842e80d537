"""Grids: many runs from a list of stories and a file that says with which parameters.

A CSV file has a row a run: the columns `story`, `run` (its name), `notebooks` (parted by blanks) and `map`, any of
which may be missing or empty, and a column a parameter. A YAML file is a list of such rows, or one table with
`stories`, `notebooks` and `parameters`, each with its values: every story is run with every combination of them.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from ..errors import InputError
from .plan import Plan, plan

OWN = ("story", "run", "notebooks", "map")
TABLE = {"stories", "notebooks", "parameters", "map"}


def plans(
    paths: Sequence[str | Path],
    out: Path,
    grid: Path | None = None,
    only: Sequence[str] = (),
    parameters: Mapping[str, str] | None = None,
    columns: str = "",
    texts: bool = False,
) -> list[Plan]:
    """The plans of many runs, each to stand in a folder of `out` under its name.

    Stories stand in `paths` or in the grid; what the grid says of notebooks and parameters comes before `only` and
    `parameters`. Raises InputError for a wrong call, a grid that cannot be read, and two runs of one name.
    """
    rows = list(asked(read_grid(grid) if grid else [{}], paths))
    if not rows:
        raise InputError(f"{grid or 'the call'} names no story")
    found = []
    for row in rows:
        varied = {key: value for key, value in row.items() if key not in OWN}
        chosen = row.get("notebooks", "").split() or only
        made = plan(
            row["story"],
            None,
            chosen,
            {**(parameters or {}), **varied},
            row.get("map") or columns,
            row.get("run", ""),
            texts,
        )
        name = made.name if row.get("run") else "-".join([made.name, *(f"{key}={varied[key]}" for key in varied)])
        found.append(made._replace(name=safe(name), out=out / safe(name)))
    names = [one.name for one in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(f"two runs are named {', '.join(twice)}; give each a name in the column run")
    return found


def asked(rows: Sequence[Mapping[str, str]], paths: Sequence[str | Path]) -> Iterator[dict[str, str]]:
    """Each row of the grid with its story, or with each of the stories given."""
    for row in rows:
        filled = {key: value for key, value in row.items() if value}
        stories = [filled["story"]] if "story" in filled else [str(path) for path in paths]
        yield from ({**filled, "story": story} for story in stories)


def read_grid(file: Path) -> list[dict[str, str]]:
    """The rows of a grid."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the grid {file} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if file.suffix == ".csv":
        return of_csv(text, file)
    if file.suffix in (".yaml", ".yml"):
        return of_yaml(text, file)
    raise InputError(f"the grid {file} is no .csv and no .yaml")


def of_csv(text: str, file: Path) -> list[dict[str, str]]:
    """The rows of a CSV grid."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = [dict(row) for row in reader]
    except csv.Error as error:
        raise InputError(f"the grid {file} is no CSV: {error}") from None
    if any(None in row or None in row.values() for row in rows):
        raise InputError(f"the grid {file} has rows with more or fewer cells than its head")
    return [{key.strip(): value.strip() for key, value in row.items()} for row in rows]


def of_yaml(text: str, file: Path) -> list[dict[str, str]]:
    """The rows of a YAML grid: as listed, or all combinations. Every value is the text that stands there."""
    import yaml

    try:
        content = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - this loader makes texts, lists and tables alone
    except yaml.YAMLError as error:
        raise InputError(f"the grid {file} is no YAML: {' '.join(str(error).split())}") from None
    if isinstance(content, list) and all(isinstance(row, dict) for row in content):
        return [{key: cell(value) for key, value in row.items()} for row in content]
    if not isinstance(content, dict) or not set(content) <= TABLE:
        raise InputError(f"the grid {file} is neither a list of runs nor a table of {', '.join(sorted(TABLE))}")
    parameters = content.get("parameters") or {}
    if not isinstance(parameters, dict):
        raise InputError(f"the grid {file} has parameters that are no table of names and values")
    fixed = {key: cell(content[key]) for key in ("notebooks", "map") if key in content}
    varied = {key: values(of) for key, of in parameters.items()}
    stories = values(content["stories"]) if "stories" in content else [""]
    lines = [dict(zip(varied, chosen, strict=True)) for chosen in product(*varied.values())]
    return [{**fixed, "story": story, **line} for story in stories for line in lines]


def values(of: Any) -> list[str]:
    """One value or several, as texts."""
    return [cell(value) for value in of] if isinstance(of, list) else [cell(of)]


def cell(value: Any) -> str:
    """A value of YAML as the text that a CSV would have. Raises InputError for a table."""
    if isinstance(value, dict):
        raise InputError(f"the grid has a table where a value should be: {value}")
    return " ".join(cell(one) for one in value) if isinstance(value, list) else str(value)


def safe(name: str) -> str:
    """A name that every file system takes for a folder."""
    return re.sub(r"[^\w.=+ -]", "-", name).strip(". ")[:120] or "run"
