"""What is given of articles from outside their words: by the researcher in articles.csv, by a file, by a list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from .. import tables
from ..errors import InputError
from ..extract.given import givers
from .listing import address
from .mapping import normal
from .record import GIVEN
from .table import decoded, delimiter_of, rows

FILE = "articles.csv"
PLACES = ("file", "record", "article_id")
BOUNDS = ("published_from", "published_to")
COLUMNS = (*PLACES, *GIVEN, *BOUNDS)
LANG = re.compile(r"[a-z]{2}")


class Override(NamedTuple):
    """One row of articles.csv: its number, which articles it means, and the fields that it gives."""

    row: int
    where: dict[str, str]
    given: dict[str, str]


def overrides(folder: Path) -> list[Override]:
    """The rows of a story's articles.csv, none where it has no such file.

    A row means the articles that have its `file`, `record` and `article_id`; with none of these, the article that has
    its `url`. An empty cell gives nothing. Raises InputError for a file that is no such table: a column that is nearly
    one of ours, a row that names no article or has too many cells, a day that is none.
    """
    file = folder / FILE
    if not file.is_file():
        return []
    text = decoded(file.read_bytes())
    if text is None:
        raise InputError(f"{FILE} is no text")
    found = rows(text, delimiter_of(text, {}))
    top = next(found, None)
    names = [normal(name) for name in top.cells] if top else []
    require_columns(names)
    return [override(number, names, row.cells) for number, row in enumerate(found, 2)]


def require_columns(names: list[str]) -> None:
    """Raise where no column can name an article, or one is nearly one of ours and would be passed over."""
    for name in names:
        close = get_close_matches(name, COLUMNS, 1, 0.8)
        if name not in COLUMNS and name not in tables.TABLES["articles"].types and close:
            raise InputError(f"{FILE} has a column {name}; is {close[0]} meant? known are {', '.join(COLUMNS)}")
    if not {*PLACES, "url"} & set(names):
        raise InputError(f"{FILE} has none of the columns {', '.join(PLACES)} and url, which say what a row is about")


def override(number: int, names: list[str], cells: list[str]) -> Override:
    """One row, its days checked."""
    if any(cells[len(names) :]):
        raise InputError(f"{FILE}, row {number}: {len(cells)} cells for {len(names)} columns; quote commas")
    values = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
    where = {name: values[name] for name in PLACES if name in values}
    where = where or {name: values[name] for name in ("url",) if name in values}
    if not where:
        raise InputError(f"{FILE}, row {number} says neither file, record, article_id nor url")
    given = {name: values[name] for name in GIVEN if name in values and name not in where}
    if "published" not in given and set(BOUNDS) & values.keys():
        given["published"] = "/".join(values.get(name, "") for name in BOUNDS)
    elif set(BOUNDS) & values.keys():
        require_same(number, values)
    for field, value in given.items():
        require_value(number, field, value)
    return Override(number, where, given)


def require_same(number: int, values: Mapping[str, str]) -> None:
    """Raise where a row gives the day of publication twice and differently."""
    first, last = days(values["published"])
    if any(values.get(name, day) != day for name, day in zip(BOUNDS, (first, last), strict=True)):
        raise InputError(f"{FILE}, row {number}: published and {' or '.join(BOUNDS)} differ")


def require_value(number: int, field: str, value: str) -> None:
    """Raise for a day or a language that is none."""
    if field == "lang" and not LANG.fullmatch(value):
        raise InputError(f"{FILE}, row {number}: lang {value!r} is no ISO 639-1 code such as en")
    if field == "published":
        first, last = days(value)
        for day in filter(None, (first, last)):
            if not is_day(day):
                raise InputError(
                    f"{FILE}, row {number}: {day!r} is no day; write YYYY-MM-DD, or a range with / between"
                )
        if first and last and first > last:
            raise InputError(f"{FILE}, row {number}: {first} is later than {last}")


def is_day(written: str) -> bool:
    """Whether this is a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def days(value: str) -> tuple[str, str]:
    """First and last day of a day or of a range `from/to`, of which one may be open."""
    first, slash, last = (part.strip() for part in value.partition("/"))
    return first, last if slash else first


def overridden(
    articles: list[dict[str, Any]], rejects: Iterable[Mapping[str, str]], own: Iterable[Override]
) -> list[dict[str, Any]]:
    """The articles with what the researcher gives of them.

    Raises InputError for a row that means no record of the dump, and for two that give one field of an article twice
    and differently. A row may mean a record that was rejected.
    """
    places = index(articles)
    refused = {(one["file"], one["record"]) for one in rejects}
    found: dict[int, dict[str, tuple[str, int]]] = defaultdict(dict)
    for one in own:
        meant = set.intersection(*(places[name].get(key(name, value), set()) for name, value in one.where.items()))
        if not meant and not is_refused(one.where, refused):
            said = ", ".join(f"{name} {value}" for name, value in one.where.items())
            raise InputError(f"{FILE}, row {one.row}: no article of the dump has {said}")
        for place in meant:
            for field, value in one.given.items():
                before, row = found[place].setdefault(field, (value, one.row))
                if before != value:
                    file = articles[place]["file"]
                    raise InputError(f"{FILE}, rows {row} and {one.row} differ in {field} of {file}")
    given = {place: {field: value for field, (value, _) in fields.items()} for place, fields in found.items()}
    return [merged(row, given.get(place, {}), FILE, "given") for place, row in enumerate(articles)]


def index(articles: list[dict[str, Any]]) -> dict[str, dict[str, set[int]]]:
    """For each column by which a row names articles, the places of the articles that have a value."""
    places: dict[str, dict[str, set[int]]] = {name: defaultdict(set) for name in (*PLACES, "url")}
    for place, row in enumerate(articles):
        for name, of_name in places.items():
            if row.get(name):
                of_name[key(name, row[name])].add(place)
    return places


def key(name: str, value: str) -> str:
    """A value as it is compared."""
    return address(value) if name == "url" else value


def is_refused(where: Mapping[str, str], refused: set[tuple[str, str]]) -> bool:
    """Whether a row means a record that became no article."""
    return any(
        where.get("file", file) == file and where.get("record", record) == record
        for file, record in refused
        if where.keys() & {"file", "record"} and "article_id" not in where
    )


def merged(row: dict[str, Any], given: Mapping[str, str], who: str, basis: str) -> dict[str, Any]:
    """A row of `articles` in which given values take the place of others, and `given` says who gave them."""
    told = givers(row.get("given"))
    values: dict[str, Any] = {field: value for field, value in given.items() if field != "published"}
    if "published" in given:
        first, last = (date.fromisoformat(day) if day else None for day in days(given["published"]))
        values |= {"published_from": first, "published_to": last, "published_basis": basis}
    if "outlet" in given:
        values["outlet_basis"] = basis
    told |= dict.fromkeys(given, who)
    return row | values | {"given": "; ".join(f"{field} {told[field]}" for field in GIVEN if field in told) or None}
