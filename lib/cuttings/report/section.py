"""Sections of the report: what it takes from an executed notebook."""

import base64
import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

CODE = re.compile(r"`([^`]+)`")
FIRST = 3  # sentences of an answer at the top of the report
SHOWN = ("answer", "table", "figure", "evidence")


class Item(NamedTuple):
    """A piece of a section: what it is, and its HTML or picture."""

    kind: str
    html: Markup
    picture: str
    alt: str


class Section(NamedTuple):
    """What the report takes from one notebook: its name, its question, the first sentences of its answer, and its items
    in their order.
    """

    name: str
    question: str
    answer: list[str]
    items: list[Item]

    @property
    def evidence_at(self) -> int | None:
        """Which of its items is the first to show words behind its numbers; null where none does."""
        return next((place for place, item in enumerate(self.items) if item.kind == "evidence"), None)


def read_cells(path: Path) -> list[Any]:
    """The cells of a notebook file, read as the JSON that it is: nbformat takes two seconds to import."""
    cells: list[Any] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return cells


def text_of(lines: str | list[str]) -> str:
    """A text that a notebook file may hold as a list of its lines."""
    return lines if isinstance(lines, str) else "".join(lines)


def section(name: str, cells: list[Any], folder: Path) -> Section:
    """What the report shows of a notebook: the outputs of the cells tagged answer, table, figure and evidence."""
    titles = [text_of(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    question = next((title.splitlines()[0][2:] for title in titles if title.startswith("# ")), name)
    return Section(name, question, told(cells)[:FIRST], list(items(cells, folder)))


def told(cells: list[Any]) -> list[str]:
    """The sentences that the cells tagged answer have put out, in their order."""
    answers = [cell for cell in cells if "answer" in cell["metadata"].get("tags", ())]
    texts = [text_of(put["data"]["text/plain"]) for cell in answers for put in cell["outputs"] if "data" in put]
    return [line for text in texts for line in text.splitlines() if line]


def items(cells: list[Any], folder: Path) -> Iterator[Item]:
    """The shown outputs, in order, each under the words that the notebook has above it."""
    words = ""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            words = text_of(cell["source"])
        kind = next((tag for tag in cell["metadata"].get("tags", ()) if tag in SHOWN), "")
        for output in cell.get("outputs", ()) if kind else ():
            yield from note(words)
            yield from item(kind, output, folder)
            words = ""


def note(markdown: str) -> Iterator[Item]:
    """The paragraphs of a cell of words, without its headings."""
    for paragraph in markdown.split("\n\n"):
        if paragraph and not paragraph.startswith("#"):
            yield Item("note", Markup(CODE.sub(r"<code>\1</code>", escape(paragraph, quote=False))), "", "")  # noqa: S704


def item(kind: str, output: Any, folder: Path) -> Iterator[Item]:
    """A picture, or HTML that `show` has written, which escapes every word of article text."""
    data = output.get("data", {})
    if "image/png" in data:
        drawn, png = output["metadata"].get("image/png", {}), text_of(data["image/png"])
        yield Item("figure", Markup(), picture(folder, drawn.get("figure", ""), png), text_of(data["text/plain"]))
    elif "text/html" in data:
        yield Item("note" if kind == "figure" else kind, Markup(text_of(data["text/html"])), "", "")  # noqa: S704


def picture(folder: Path, name: str, png: str) -> str:
    """A figure as an address that holds the whole picture: the SVG that was written, or the PNG shown."""
    svg = folder / "figures" / f"{name}.svg"
    if name and svg.is_file():
        return "data:image/svg+xml;base64," + base64.b64encode(svg.read_bytes()).decode("ascii")
    return "data:image/png;base64," + png.replace("\n", "")
