"""Differences: the findings of one run against those of another."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

import pandas as pd

from .. import tables, trace
from ..say.phrase import number
from .article import aligned
from .finding import answers, found_tables
from .tolerance import Tolerance

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
ALL = "all rows"
ANSWERS = "answers"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
PLACE = re.compile(r"(?:.*_)?(?:start|end)")
ROW = "row"
SPAN = ["article_id", "start", "end"]

DIFFERENCES = tables.table(
    "one row per finding that differs between two runs",
    "table key column",
    """
table           text   the table; answers are the sentences of the notebooks
key             text   the row: each column of the table's key with its value; or the notebook and the sentence's number
column          text   the column; empty where a whole row, or a sentence, is added or removed
change          text   added, removed or changed
old             text   the value in the first run; null where it is unknown or there is none
new             text   the value in the second run
within          flag   whether both are numbers that differ by no more than the tolerance
address         text   where the row's words stand, in the second run, else in the first; null for rows without a place
""",
)


def runs(old: Path, new: Path, tolerance: Tolerance | None = None) -> pd.DataFrame:
    """One row per finding that differs between two runs (see DIFFERENCES); none where they say the same.

    Rows are found again by the table's key; in a table that is not of ours, by the fewest of its first columns that
    tell its rows apart, or else by their number. An edited article is found by its file, and of one that only one run
    has no row is told but its own. Numbers are compared by `tolerance`, everything else must be the same,
    places in a text too. Raises InputError for a folder that is no run.
    """
    allowed = tolerance or Tolerance()
    before, after = aligned(found_tables(old), found_tables(new))
    rows = [*of_answers(answers(old), answers(new), allowed), *of_tables(before, after, allowed)]
    found = pd.DataFrame(rows, columns=list(DIFFERENCES.types))
    return found.astype({column: tables.DTYPES[kind] for column, kind in DIFFERENCES.types.items()})


def of_answers(old: dict[str, list[str]], new: dict[str, list[str]], allowed: Tolerance) -> Iterator[dict]:
    """The sentences that differ, notebook by notebook; those alike but for their numbers stand against each other."""
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name, []), new.get(name, [])
        was_like, now_like = ([NUMBER.sub("", sentence) for sentence in of] for of in (before, after))
        for _, i1, i2, j1, j2 in SequenceMatcher(None, was_like, now_like, autojunk=False).get_opcodes():
            for i, j in zip_longest(range(i1, i2), range(j1, j2)):
                was, now = "" if i is None else before[i], "" if j is None else after[j]
                key = f"{name}: sentence {j + 1}" if j is not None else f"{name}: sentence {i + 1} of the first run"
                change = ADDED if i is None else REMOVED if j is None else CHANGED
                if was != now:
                    yield row(ANSWERS, key, "", change, was, now, change == CHANGED and alike(was, now, allowed))


def alike(old: str, new: str, allowed: Tolerance) -> bool:
    """Whether two sentences differ in their numbers only, and in these by no more than the tolerance."""
    if NUMBER.sub("", old) != NUMBER.sub("", new):
        return False
    pairs = zip(NUMBER.findall(old), NUMBER.findall(new), strict=True)
    return all(one == other or allowed.holds(value(one), value(other), ANSWERS) for one, other in pairs)


def value(text: str) -> float:
    """A number in a sentence: a comma parts thousands, and so does every point but one."""
    whole = text.replace(",", "")
    return float(whole if whole.count(".") < 2 else whole.replace(".", ""))


def of_tables(old: dict[str, pd.DataFrame], new: dict[str, pd.DataFrame], allowed: Tolerance) -> Iterator[dict]:
    """The tables that only one run has, and the cells and rows that differ in the others."""
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield row(name, ALL, "", REMOVED, number(len(old[name]), "row"), "")
        elif name not in old:
            yield row(name, ALL, "", ADDED, "", number(len(new[name]), "row"))
        else:
            yield from of_table(name, old[name], new[name], allowed)


def of_table(name: str, old: pd.DataFrame, new: pd.DataFrame, allowed: Tolerance) -> Iterator[dict]:
    """The differences of one table: columns, rows, cells."""
    for column in [one for one in old.columns if one not in new.columns]:
        yield row(name, ALL, column, REMOVED, "", "")
    for column in [one for one in new.columns if one not in old.columns]:
        yield row(name, ALL, column, ADDED, "", "")
    key, shared = key_of(name, old, new), [column for column in old.columns if column in new.columns]
    before, after = by_key(old, key), by_key(new, key)
    for at in dict.fromkeys([*before, *after]):
        was, now = before.get(at, {}), after.get(at, {})
        place = address(now) or address(was)
        label = ", ".join(f"{column}={part}" for column, part in zip(key or [ROW], at, strict=True))
        if not was or not now:
            yield row(name, label, "", REMOVED if was else ADDED, "", "", False, place)
            continue
        for column in shared:
            if was[column] != now[column]:
                same = close(name, column, was[column], now[column], allowed)
                yield row(name, label, column, CHANGED, was[column], now[column], same, place)


def key_of(name: str, old: pd.DataFrame, new: pd.DataFrame) -> list[str]:
    """The columns by which a row is found again; none where nothing tells the rows of a table apart."""
    declared = list(tables.TABLES[name].key) if name in tables.TABLES else []
    first = [column for column in old.columns if column in new.columns]
    for key in (declared, *(first[:width] for width in range(1, len(first) + 1))):
        if key and all(set(key) <= set(of.columns) and not of.duplicated(key).any() for of in (old, new)):
            return key
    return []


def by_key(frame: pd.DataFrame, key: Sequence[str]) -> dict[tuple[str, ...], dict[str, str]]:
    """The rows of a table by their key, or by their number where it has none."""
    rows = [dict(zip(frame.columns, line, strict=True)) for line in frame.itertuples(index=False, name=None)]
    if not key:
        return {(str(place),): line for place, line in enumerate(rows, 1)}
    return {tuple(line[column] for column in key): line for line in rows}


def close(name: str, column: str, old: str, new: str, allowed: Tolerance) -> bool:
    """Whether two cells are numbers within the tolerance; a place in a text is exact."""
    kind = tables.TABLES[name].types.get(column, "") if name in tables.TABLES else "float"
    if kind not in ("int", "count", "float") or PLACE.fullmatch(column):
        return False
    try:
        return allowed.holds(float(old), float(new), name, column)
    except ValueError:
        return False


def address(line: dict[str, str]) -> str:
    """Where the words of a row stand; empty for a row without a place."""
    place = [line.get(column, "") for column in SPAN]
    return trace.at(*place) if all(place) else ""


def row(
    table: str, key: str, column: str, change: str, old: str, new: str, within: bool = False, place: str = ""
) -> dict:
    """One difference."""
    values = {"old": old or None, "new": new or None, "within": within, "address": place or None}
    return {"table": table, "key": key, "column": column, "change": change, **values}
