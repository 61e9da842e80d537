"""Leads: from a number in a table of the report to the rows of words that stand behind it."""

from collections.abc import Iterator
from itertools import count

from lxml import html
from markupsafe import Markup

from .section import Section

# Columns that say whose number it is. A row of words is behind a number where it has all of them, with the same values.
KEYS = (
    *("group", "outlet", "speaker", "referent", "form", "term", "frame", "topic", "story", "file", "poll"),
    *("cue", "standing", "first", "last", "check"),
)
COUNT = "n"
RIGHT = "text-align:right"

Key = tuple[tuple[str, str], ...]


def led(section: Section) -> Section:
    """The section with its numbers as links to the first row of words behind them, where it shows such rows."""
    tables = {
        place: table for place, item in enumerate(section.items) if (table := parsed(item.kind, item.html)) is not None
    }
    behind = [table for place, table in tables.items() if section.items[place].kind == "evidence"]
    if not behind:
        return section
    numbers = count(1)
    rows = [
        {**row_of(line, columns(table)), "\0id": name(section, line, next(numbers))}
        for table in behind
        for line in lines(table)
    ]
    for place, table in tables.items():
        if section.items[place].kind == "table":
            link(table, rows)
    kept = [
        item._replace(html=Markup(html.tostring(tables[place], encoding="unicode"))) if place in tables else item  # noqa: S704
        for place, item in enumerate(section.items)
    ]
    return section._replace(items=kept)


def parsed(kind: str, text: str) -> html.HtmlElement | None:
    """A table of the report as elements; null for what is none."""
    if kind not in ("table", "evidence") or not text.startswith("<table>"):
        return None
    return html.fragment_fromstring(text, create_parent="div")


def columns(table: html.HtmlElement) -> list[str]:
    """The names of the columns."""
    return [head.text_content() for head in table.iterfind(".//th")]


def lines(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The rows below the head."""
    yield from table.iterfind(".//tbody/tr")


def row_of(line: html.HtmlElement, names: list[str]) -> dict[str, str]:
    """The cells of a row by column; a word marked in its context stands for the term."""
    cells = {name: cell.text_content() for name, cell in zip(names, line, strict=True)}
    mark = line.find(".//mark")
    return cells if mark is None or "term" in cells else {**cells, "term": mark.text_content()}


def name(section: Section, line: html.HtmlElement, number: int) -> str:
    """Give a row of words a name of its own on the page."""
    line.set("id", f"{section.name}-words-{number}")
    return str(line.get("id"))


def link(table: html.HtmlElement, rows: list[dict[str, str]]) -> None:
    """Make the number of each row of a table a link to the first row of words that has the same keys."""
    names = columns(table)
    keys = [key for key in KEYS if key in names]
    first: dict[Key, str] = {}
    for row in rows:
        if keys and all(key in row for key in keys):
            first.setdefault(key_of(row, keys), row["\0id"])
    for line in lines(table) if first else ():
        target = first.get(key_of(row_of(line, names), keys))
        cell = number_of(line, names, keys)
        if target and cell is not None:
            anchor = html.Element("a", href=f"#{target}")
            anchor.text, cell.text = cell.text, None
            cell.insert(0, anchor)


def key_of(row: dict[str, str], keys: list[str]) -> Key:
    """The keys of a row with their values, capitals apart."""
    return tuple((key, row[key].casefold()) for key in keys)


def number_of(line: html.HtmlElement, names: list[str], keys: list[str]) -> html.HtmlElement | None:
    """The cell of a row that holds its count, or else its first number."""
    cells = dict(zip(names, line, strict=True))
    numbers = [cell for name, cell in cells.items() if RIGHT in cell.get("style", "") and name not in keys]
    return cells.get(COUNT, numbers[0] if numbers else None)
