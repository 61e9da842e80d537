"""Leads: from a number in a table of the report to the rows of words that stand behind it."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from lxml import html
from markupsafe import Markup

from ..trace import ADDRESS
from .choice import Place
from .section import Section

# Columns that say whose number it is. A row of words is behind a number where it has all of them, with the same values.
KEYS = (
    *("group", "outlet", "speaker", "referent", "form", "term", "frame", "topic", "story", "file", "poll"),
    *("cue", "standing", "first", "last", "check"),
)
COUNT = "n"
RIGHT = "text-align:right"

Key = tuple[tuple[str, str], ...]


class Row(NamedTuple):
    """A row of a table: its element, its cells by column as texts and as elements, and the places that it names."""

    table: int
    line: html.HtmlElement
    texts: dict[str, str]
    cells: dict[str, html.HtmlElement]
    places: list[Place]

    @property
    def name(self) -> str:
        """Its name on the page, which rows of words have."""
        return str(self.line.get("id"))


class Number(NamedTuple):
    """A number of a table, and the rows of words that stand behind it."""

    cell: html.HtmlElement
    rows: list[Row]

    @property
    def places(self) -> list[Place]:
        """The places of its rows, each once."""
        return list(dict.fromkeys(place for row in self.rows for place in row.places))


class Led(NamedTuple):
    """A section with its tables as elements, their rows, those of them that are words, and its numbers."""

    section: Section
    tables: dict[int, html.HtmlElement]
    rows: list[Row]
    words: list[Row]
    numbers: list[Number]

    def written(self) -> Section:
        """The section, its tables as they are now."""
        made = {at: Markup(html.tostring(table, encoding="unicode")) for at, table in self.tables.items()}  # noqa: S704
        items = self.section.items
        return self.section._replace(items=[one._replace(html=made.get(at, one.html)) for at, one in enumerate(items)])


def led(section: Section, lengths: Mapping[str, int]) -> Led:
    """The section with its numbers and what stands behind them; `lengths` are those of the articles' texts."""
    items = section.items
    tables = {at: table for at, one in enumerate(items) if (table := parsed(one.kind, one.html)) is not None}
    rows = {at: list(rows_of(at, table, lengths)) for at, table in tables.items()}
    words = [row for at in tables if items[at].kind == "evidence" for row in rows[at]]
    named = count(1)
    for row in words:
        row.line.set("id", f"{section.name}-words-{next(named)}")
    numbers = [one for at in tables if items[at].kind == "table" for one in numbers_of(rows[at], words)]
    return Led(section, tables, [row for at in tables if items[at].kind == "table" for row in rows[at]], words, numbers)


def parsed(kind: str, text: str) -> html.HtmlElement | None:
    """A table of the report as elements; null for what is none."""
    if kind not in ("table", "evidence") or not text.startswith("<table>"):
        return None
    return html.fragment_fromstring(text, create_parent="div")


def rows_of(at: int, table: html.HtmlElement, lengths: Mapping[str, int]) -> Iterator[Row]:
    """The rows below the head; a word marked in its context stands for the term."""
    names = [head.text_content() for head in table.iterfind(".//th")]
    for line in table.iterfind(".//tbody/tr"):
        cells = dict(zip(names, line, strict=True))
        texts = {name: cell.text_content() for name, cell in cells.items()}
        mark = line.find(".//mark")
        if mark is not None:
            texts.setdefault("term", mark.text_content())
        yield Row(at, line, texts, cells, list(places("\n".join(texts.values()), lengths)))


def places(text: str, lengths: Mapping[str, int]) -> Iterator[Place]:
    """The addresses in a text that lead to words of an article."""
    for match in ADDRESS.finditer(text):
        start, end = int(match[2]), int(match[3])
        if start < end <= lengths.get(match[1], -1):
            yield match[1], start, end


def numbers_of(rows: list[Row], words: list[Row]) -> Iterator[Number]:
    """The number of each row of a table that has words behind it: those with the same keys."""
    keys = [key for key in KEYS if rows and key in rows[0].cells]
    behind: dict[Key, list[Row]] = {}
    for row in words:
        if keys and all(key in row.texts for key in keys):
            behind.setdefault(key_of(row, keys), []).append(row)
    for row in rows if behind else ():
        found, cell = behind.get(key_of(row, keys)), number_of(row, keys)
        if found and cell is not None:
            yield Number(cell, found)


def key_of(row: Row, keys: list[str]) -> Key:
    """The keys of a row with their values, capitals apart."""
    return tuple((key, row.texts[key].casefold()) for key in keys)


def number_of(row: Row, keys: list[str]) -> html.HtmlElement | None:
    """The cell of a row that holds its count, or else its first number."""
    numbers = [cell for name, cell in row.cells.items() if RIGHT in cell.get("style", "") and name not in keys]
    return row.cells.get(COUNT, numbers[0] if numbers else None)


def link(one: Led, opened: Mapping[Place, object]) -> None:
    """Make each number of a section a link: to the first row of words behind it that is left or, where one place alone
    stands behind it and is open, into its article.
    """
    for cell, target in [(number.cell, target_of(number, opened)) for number in one.numbers]:
        if target:
            lead = html.Element("a", href=f"#{target}")
            lead.text, cell.text = cell.text, None
            cell.insert(0, lead)


def target_of(number: Number, opened: Mapping[Place, object]) -> str | None:
    """Where a number leads to; null where none of its rows is left."""
    if len(number.places) == 1 and number.places[0] in opened:
        return anchor(*number.places[0])
    return next((row.name for row in number.rows if row.line.getparent() is not None), None)


def anchor(article: str, start: int, end: int) -> str:
    """The name of the place on the page where the words of an address stand."""
    return f"w-{article}-{start}-{end}"
