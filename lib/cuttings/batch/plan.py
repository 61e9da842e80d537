"""Plans: which notebooks are to be executed on which dump, with which parameters, and where the run is to stand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .. import read
from ..errors import InputError

NOTEBOOKS = Path(__file__).resolve().parents[3] / "notebooks"
FIXED = {"story": "PATH", "out": "--out", "columns": "--map"}
READERS: dict[str, Any] = {
    "int": int,
    "float": float,
    "str": str,
    "bool": lambda text: {"true": True, "false": False}[text.lower()],
}


class Plan(NamedTuple):
    """One run: its name, its dump, its place, its notebooks, and what each of them is given."""

    name: str
    dump: Path
    out: Path
    notebooks: list[str]
    columns: str
    parameters: dict[str, str]
    values: dict[str, dict[str, Any]]
    texts: bool = False  # whether the report holds the articles as a whole


def plan(
    path: str | Path,
    out: Path | None = None,
    only: Sequence[str] = (),
    parameters: Mapping[str, str] | None = None,
    columns: str = "",
    name: str = "",
    texts: bool = False,
) -> Plan:
    """The plan of one run; `out` is outputs/NAME where it is null. Raises InputError for a wrong call."""
    dump = read.locate(path).resolve()
    notebooks = choose(only)
    values = checked(notebooks, parameters or {})
    named = name or "-".join([dump.name if dump.is_dir() else dump.stem, *sorted(set(only))])
    common = {"story": str(dump), "out": ".", **({"columns": columns} if columns else {})}
    given = {one: {**common, **values[one]} for one in notebooks}
    return Plan(named, dump, out or Path("outputs") / named, notebooks, columns, dict(parameters or {}), given, texts)


def choose(only: Sequence[str]) -> list[str]:
    """The names of the notebooks to run, in their order."""
    there = sorted(file.stem for file in NOTEBOOKS.glob("[0-9]*.ipynb"))
    if not there:
        raise InputError(
            f"no notebooks in {NOTEBOOKS}: cuttings runs them from a checkout, installed with pip install -e ."
        )
    unknown = sorted(set(only) - set(there))
    if unknown:
        raise InputError(f"no notebook {', '.join(unknown)}; there is {', '.join(there)}")
    return [name for name in there if not only or name in only]


def checked(names: Sequence[str], parameters: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The parameters of each notebook, read as the types that the notebooks declare."""
    if not parameters:
        return {name: {} for name in names}
    from papermill import inspect_notebook

    declared = {name: inspect_notebook(str(NOTEBOOKS / f"{name}.ipynb")) for name in names}
    known = sorted({key for of in declared.values() for key in of} - set(FIXED))
    for key in parameters:
        if key in FIXED:
            raise InputError(f"the parameter {key} is set by {FIXED[key]}")
        if key not in known:
            raise InputError(f"no parameter {key} in {', '.join(names)}; there is {', '.join(known) or 'none to set'}")
    return {
        name: {key: typed(key, text, of[key]["inferred_type_name"]) for key, text in parameters.items() if key in of}
        for name, of in declared.items()
    }


def typed(key: str, text: str, kind: str) -> Any:
    """A parameter's value from its text."""
    try:
        return READERS[kind](text)
    except (ValueError, KeyError):
        raise InputError(f"the parameter {key} is {kind}; {text!r} is none") from None
