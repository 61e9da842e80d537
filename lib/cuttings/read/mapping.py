"""Mapping: under which names an object or a table keeps the fields of an article (lookups/field_names.csv)."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from .. import lookups
from ..errors import InputError
from .record import GIVEN

FIELDS = ("text", *GIVEN, "record")
PAIR = re.compile(r"(?:^|\s+)(\w+)\s*=\s*")
COMMON = "common names"


class Plan(NamedTuple):
    """Where one kind of object has its fields: who made it, and for each field the names in order of preference.

    `body` is text that its maker has cut out of a page already, `text` may have menus and teasers around it.
    """

    make: str
    paths: dict[str, tuple[str, ...]]

    def has_text(self) -> bool:
        """Whether such an object holds the text of an article."""
        return "text" in self.paths or "body" in self.paths

    def lists(self) -> bool:
        """Whether such an object without a text tells enough of an article to find its text elsewhere."""
        known = self.paths.keys() & set(GIVEN)
        return not self.has_text() and len(known) >= 2 and bool(known & {"url", "headline"})


def columns_of(given: Mapping[str, str] | str | None) -> dict[str, str]:
    """The columns that a caller names: a mapping, or a string such as `text=body published=day`.

    Raises InputError for what names no field, a field twice, or no column.
    """
    if isinstance(given, str):
        first, *rest = PAIR.split(given.strip())
        pairs = list(zip(rest[::2], rest[1::2], strict=True))
        if first:
            raise InputError(f"{first!r} maps no field; a mapping looks like text=body published=day")
    else:
        pairs = [(str(field), str(name)) for field, name in (given or {}).items()]
    for field, name in pairs:
        if field not in FIELDS:
            raise InputError(f"no field {field} to map {name!r} to; fields are {', '.join(FIELDS)}")
        if not name.strip():
            raise InputError(f"{field} is mapped to no column")
    if len({field for field, _ in pairs}) < len(pairs):
        raise InputError(f"a field is mapped twice in {given!r}")
    return {field: name.strip() for field, name in pairs}


@lru_cache(maxsize=512)
def plan(names: tuple[str, ...], mapped: tuple[tuple[str, str], ...] = ()) -> Plan:
    """Where an object with these names has its fields: where the caller says, else by its make or by common use."""
    there: dict[str, str] = {}
    for name in names:
        there.setdefault(normal(name), name)
    make = make_of(there)
    paths = {
        field: tuple(there[key] for key in keys if key in there)
        for field, keys in makes()[make].items()
        if any(key in there for key in keys)
    }
    found = {field: path for field, path in mapped if path in names or path.split(".")[0] in names}
    if "text" in found:
        paths.pop("body", None)
    paths |= {field: (path, *paths.get(field, ())) for field, path in found.items()}
    return Plan("mapped" if found else make, paths)


def known(names: Iterable[str], mapped: Iterable[str] = ()) -> int:
    """How many of these names some make, common use or the caller has for a field."""
    return len({name for name in names if normal(name) in all_keys() or name in mapped})


def normal(name: str) -> str:
    """A name as it is compared: `Publish Date`, `publish-date` and `publish_date` are one."""
    return re.sub(r"[\W_]+", "_", name.strip().lower()).strip("_")


def make_of(there: Mapping[str, str]) -> str:
    """The first make of whose signs one is there; failing that, the names in common use."""
    return next((make for make, sign in signs() if all(key in there for key in sign)), COMMON)


@cache
def signs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names that occur together in what one make writes."""
    rows = [row for row in lookups.rows("field_names") if row["field"] == "sign"]
    return tuple((row["make"], tuple(normal(key) for key in row["key"].split())) for row in rows)


@cache
def makes() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each make, the names of each field."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in lookups.rows("field_names"):
        if row["field"] != "sign":
            of_make = found.setdefault(row["make"], {})
            of_make[row["field"]] = (*of_make.get(row["field"], ()), normal(row["key"]))
    return found


@cache
def all_keys() -> frozenset[str]:
    """Every name that some make or common use has for a field."""
    return frozenset(key for of_make in makes().values() for keys in of_make.values() for key in keys)


def value_at(values: Mapping[str, Any], path: str) -> Any:
    """The value under a name, or under a path of names with dots between them; null where there is none."""
    if path in values:
        return values[path]
    found: Any = values
    for step in path.split("."):
        if isinstance(found, Mapping):
            found = found.get(step)
        elif isinstance(found, list) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found
