"""Short: the tables of a report with few of the articles' words in them, and the places that stay open."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd
from lxml import html
from markupsafe import Markup

from ..extract.each import pages
from ..text import shorten
from .choice import MANY, Place, chosen, spread
from .lead import Led, Number, Row
from .ration import At, Rations

TEXT = "text"  # the column that holds an article's words
WIDTH = 30  # characters of it
ALL = "a run with --texts shows all"
HIDDEN = f"not shown, because a third of its article stands in this report already; {ALL}"


def shortened(sections: Sequence[Led], articles: pd.DataFrame) -> tuple[dict[Place, At], Rations]:
    """Take out of the sections' tables what would show too much of an article; returns the places that are open, each
    with the stretch of the article that is shown, and what of each article stands on the page.
    """
    for row in (row for one in sections for row in one.rows if TEXT in row.cells):
        row.cells[TEXT].text = shorten(row.texts[TEXT], WIDTH)
    numbers = [places for one in sections for places in behind_numbers(one) if places]
    behind = {place for places in numbers for place in places}
    named = (place for one in sections for row in [*one.words, *one.rows] for place in row.places)
    others = list(dict.fromkeys(place for place in named if place not in behind))
    rations = rationed(sections, articles, {place[0] for place in [*behind, *others]})
    opened = chosen(numbers, others, rations)
    for one in sections:
        keep_open(one, opened, rations)
    return opened, rations


def behind_numbers(one: Led) -> Iterator[list[Place]]:
    """The places behind each number of a section; a short table of words stands for its own rows."""
    yield from (number.places for number in one.numbers)
    for at in one.tables:
        rows = [row for row in one.words if row.table == at]
        yield from (row.places[:1] for row in rows if len(rows) <= MANY)


def rationed(sections: Sequence[Led], articles: pd.DataFrame, known: set[str]) -> Rations:
    """The rations of the articles that are led to, of which the page has some words anyway."""
    rations = Rations(pages(articles[articles["article_id"].isin(known)]))
    rations.read(text for one in sections for text in told(one))
    return rations


def told(one: Led) -> Iterator[str]:
    """The texts of a section, but for the rows of words that lead to a place."""
    yield from one.section.answer
    others = (item.html for at, item in enumerate(one.section.items) if at not in one.tables)
    yield from (Markup(markup.replace("<", " <")).striptags() for markup in others)  # noqa: S704
    rows = [*one.rows, *(row for row in one.words if not row.places)]
    yield from (cell.text_content() for row in rows for cell in row.cells.values())


def keep_open(one: Led, opened: Mapping[Place, At], rations: Rations) -> None:
    """Leave the rows of words whose places are open, of each number at most five, and say how many there are."""
    notes: dict[str, tuple[int, int]] = {}
    kept = {row.name for row in one.words if not row.places}
    counted = {row.name for number in one.numbers for row in number.rows}
    kept |= {row.name for row in one.words if row.name not in counted and all(place in opened for place in row.places)}
    for number in one.numbers:
        shown = rows_shown(number, opened)
        first = (shown or number.rows)[0]
        kept |= {row.name for row in [*shown, first]}
        note = len(shown), len(number.rows)
        if len(shown) < len(number.rows) and note[1] > notes.get(first.name, (0, 0))[1]:
            notes[first.name] = note
    for row in one.words:
        if row.name in kept:
            show_words(row, opened, rations, notes.get(row.name))
        else:
            row.line.drop_tree()
    count_rows(one, kept)


def rows_shown(number: Number, opened: Mapping[Place, At]) -> list[Row]:
    """The rows of a number whose places are open, at most five."""
    some = set(spread(place for place in number.places if place in opened))
    return [row for row in number.rows if not row.places or some & set(row.places)]


def show_words(row: Row, opened: Mapping[Place, At], rations: Rations, note: tuple[int, int] | None) -> None:
    """Show no more of the words of a row than stands in the excerpt, and how many others there are."""
    cell = row.cells.get("words")
    if cell is None or not row.places:
        return
    [place, *_] = row.places
    if place not in opened:
        for part in cell:
            cell.remove(part)
        cell.text = HIDDEN
        return
    show_excerpt(cell, place, opened[place], rations[place[0]].page)
    if note:
        more = html.Element("small")
        more.text = f" ({note[0]} of {note[1]} places are shown; {ALL})"
        cell.append(more)


def show_excerpt(cell: html.HtmlElement, place: Place, shown: At, page: str) -> None:
    """The words of a place in a cell, with those around them where the table has these."""
    (_, start, end), (first, last) = place, shown
    left, words, right = (one_line(page[a:b]) for a, b in ((first, start), (start, min(end, last)), (end, last)))
    words += "…" if end > last else ""
    mark = cell.find("mark")
    if mark is None:
        cell.text = words
    else:
        cell.text, mark.text, mark.tail = f"{left} ", words, f" {right}"


def one_line(text: str) -> str:
    """A text on one line, with nothing in it that could act."""
    return shorten(text, len(text) + 1)


def count_rows(one: Led, kept: set[str]) -> None:
    """Say under each table of words how many of its rows are left."""
    for at, table in one.tables.items():
        names = [row.name for row in one.words if row.table == at]
        left = len(kept & set(names))
        if left < len(names):
            note = html.Element("p")
            note.text = f"({left} of these {len(names)} rows are shown; {ALL})"
            table.append(note)
