"""The report: one self-contained page that leads from the answers to the notebooks, and each notebook as a page."""

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

CODE = re.compile(r"`([^`]+)`")
SHOWN = ("answer", "table", "figure", "evidence")
PAGES = jinja2.Environment(
    loader=jinja2.PackageLoader("cuttings", "pages"), autoescape=True, undefined=jinja2.StrictUndefined
)


class Item(NamedTuple):
    """A piece of a section: what it is, and its HTML or picture."""

    kind: str
    html: Markup
    picture: str
    alt: str


class Section(NamedTuple):
    """What the report takes from one notebook: its name, its question, and its items in their order."""

    name: str
    question: str
    items: list[Item]


def write(folder: Path, title: str, names: Sequence[str], rows: Mapping[str, int]) -> None:
    """Write report.html and notebooks/NAME.html of a run whose notebooks, tables and figures lie in `folder`."""
    import nbformat

    sections = []
    for name in names:
        notebook = nbformat.read(folder / "notebooks" / f"{name}.ipynb", as_version=4)
        sections.append(section(name, notebook, folder))
        (folder / "notebooks" / f"{name}.html").write_text(notebook_page(name, notebook), encoding="utf-8")
    page = PAGES.get_template("report.html.j2").render(title=title, sections=sections, rows=rows)
    (folder / "report.html").write_text(page, encoding="utf-8")


def section(name: str, notebook: Any, folder: Path) -> Section:
    """What the report shows of a notebook: the outputs of the cells tagged answer, table, figure and evidence."""
    headings = [
        line[2:]
        for cell in notebook.cells
        for line in cell.source.splitlines()
        if cell.cell_type == "markdown" and line.startswith("# ")
    ]
    return Section(name, headings[0] if headings else name, list(items(notebook, folder)))


def items(notebook: Any, folder: Path) -> Iterator[Item]:
    """The shown outputs, in order, each under the words that the notebook has above it."""
    words = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            words = cell.source
        kind = next((tag for tag in cell.metadata.get("tags", ()) if tag in SHOWN), "")
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
        drawn = output.metadata.get("image/png", {})
        yield Item(
            "figure",
            Markup(),
            picture(folder, drawn.get("figure", ""), data["image/png"]),
            data["text/plain"],
        )
    elif "text/html" in data:
        yield Item(kind, Markup(data["text/html"]), "", "")  # noqa: S704


def picture(folder: Path, name: str, png: str) -> str:
    """A figure as an address that holds the whole picture: the SVG that was written, or the PNG shown."""
    svg = folder / "figures" / f"{name}.svg"
    if name and svg.is_file():
        return "data:image/svg+xml;base64," + base64.b64encode(svg.read_bytes()).decode("ascii")
    return "data:image/png;base64," + png.replace("\n", "")


def notebook_page(name: str, notebook: Any) -> str:
    """An executed notebook as a page that loads nothing from elsewhere."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(template_name="basic")
    body, _ = exporter.from_notebook_node(notebook)
    return PAGES.get_template("notebook.html.j2").render(title=name, body=Markup(body))  # noqa: S704
