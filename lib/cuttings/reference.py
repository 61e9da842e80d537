"""The reference: every table with its columns, and every public function, written from the code."""

import inspect
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import cuttings

from . import tables
from .batch import SUMMARY
from .compare import DIFFERENCES

HEAD = """# Reference

Made from the code by `make reference`; do not edit. What the tables and functions are for, the README says.
"""
TYPES = """`flag` is true or false, `count` a whole number, `day` a date. An `int` or a `flag` is never unknown.
"""
OTHERS = {"differences": DIFFERENCES, "runs": SUMMARY}
WHENCE = {"differences": "cuttings compare", "runs": "cuttings run"}


def page() -> str:
    """The reference as Markdown."""
    return "\n".join([HEAD, *functions(), *stated()]) + "\n"


def functions() -> Iterator[str]:
    """The public functions, module by module."""
    yield "## Functions\n\n`import cuttings as ct`\n"
    for name in cuttings.__all__:
        thing = getattr(cuttings, name)
        if isinstance(thing, ModuleType):
            yield f"### ct.{name}\n\n{first_line(thing)}\n"
            for noun in sorted(getattr(thing, "__all__", ())):
                if inspect.isfunction(function := getattr(thing, noun)):
                    yield from described(f"ct.{name}.{noun}", function)
        elif inspect.isfunction(thing):
            yield from described(f"ct.{name}", thing)


def described(name: str, function: Callable[..., Any]) -> Iterator[str]:
    """One function: how it is called, and what its docstring says."""
    yield f"#### {name}\n\n```python\n{name}({called(function)})\n```\n\n{inspect.getdoc(function) or ''}\n"


def called(function: Callable[..., Any]) -> str:
    """The parameters of a function with their defaults."""
    return ", ".join(map(parameter, inspect.signature(function).parameters.values()))


def parameter(one: inspect.Parameter) -> str:
    """One parameter; a default that is no plain value is shown as an ellipsis."""
    star = "*" if one.kind is one.VAR_POSITIONAL else "**" if one.kind is one.VAR_KEYWORD else ""
    if one.default is inspect.Parameter.empty:
        return f"{star}{one.name}"
    plain = one.default is None or isinstance(one.default, (str, int, float, bool, tuple))
    return f"{one.name}={one.default!r}" if plain else f"{one.name}=…"


def first_line(thing: object) -> str:
    """The first line of a docstring."""
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def stated() -> Iterator[str]:
    """The tables: one row per what, the key, each column's type and meaning."""
    yield "## Tables\n"
    yield TYPES
    for name, table in {**tables.TABLES, **OTHERS}.items():
        yield f"### {name}\n\n{table.row}{whence(name)}; key: {', '.join(f'`{one}`' for one in table.key)}\n"
        yield "| column | type | meaning |\n|---|---|---|"
        for column, kind in table.types.items():
            yield f"| `{column}` | {kind} | {table.meaning[column].replace('|', chr(92) + '|')} |"
        yield ""


def whence(name: str) -> str:
    """Which command writes a table that is none of a dump."""
    return f" (`{WHENCE[name]}`)" if name in WHENCE else ""
