"""Show: sentences, tables and figures in a notebook, as text and HTML of our own making.

Everything is escaped and rounded here, so that article text cannot act and the same numbers print the same on every
machine and every version of pandas.
"""

import base64
import io
from html import escape
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from .plot.style import save
from .text import shorten

DASH = "–"
LEAST = 0.005
CONTEXT = {"left", "words", "right"}  # the columns of a concordance


class Shown:
    """What a notebook cell displays: the text and HTML, or the picture, of one thing."""

    def __init__(self, plain: str, html: str = "", png: bytes = b"", name: str = "") -> None:
        self.plain, self.html, self.png, self.name = plain, html, png, name

    def __repr__(self) -> str:
        return self.plain

    def _repr_mimebundle_(self, **_options: Any) -> tuple[dict, dict]:
        data: dict[str, Any] = {"text/plain": self.plain}
        if self.png:
            data["image/png"] = base64.b64encode(self.png).decode("ascii")
        if self.html:
            data["text/html"] = self.html
        return data, {"image/png": {"alt": self.plain, "figure": self.name}} if self.png else {}


def show(thing: str | list[str] | pd.DataFrame | Figure | None, rows: int = 20, width: int = 60) -> Shown:
    """Display a sentence, a list of them, a table (its first `rows` rows, cells of `width` characters) or a figure.

    A figure that was not drawn, for want of anything to draw, is said so.
    """
    if thing is None:
        return show("No figure: there is nothing to draw.")
    if isinstance(thing, Figure):
        return picture(thing)
    if isinstance(thing, pd.DataFrame):
        return grid(thing, rows, width)
    sentences = [thing] if isinstance(thing, str) else thing
    lines = [shorten(sentence, 2000) for sentence in sentences]
    tag, items = ("p", lines) if isinstance(thing, str) else ("li", lines)
    html = "".join(f"<{tag}>{escape(item)}</{tag}>" for item in items)
    return Shown("\n".join(lines), html if tag == "p" else f"<ul>{html}</ul>")


def picture(figure: Figure) -> Shown:
    """A figure as PNG; its title stands in for it where there are no pictures."""
    buffer = io.BytesIO()
    save(figure, buffer, format="png", metadata={"Software": None})
    title = figure.get_suptitle() or next((axes.get_title(loc="left") for axes in figure.axes), "")
    return Shown(f"Figure: {' '.join(title.split())}", png=buffer.getvalue(), name=str(figure.get_label()))


def grid(table: pd.DataFrame, rows: int, width: int) -> Shown:
    """A table as aligned text and as HTML: numbers to the right, a dash for what is unknown, what is cut counted."""
    head = table.head(rows)
    columns = [shorten(str(column), width) for column in head.columns]
    right = [pd.api.types.is_numeric_dtype(dtype) and not pd.api.types.is_bool_dtype(dtype) for dtype in head.dtypes]
    cells = [[cell(value, width) for value in row] for row in head.itertuples(index=False)]
    note = "" if len(table) <= rows else f"the first {rows} of {len(table)} rows"
    if table.empty:
        note = "no rows"
    return Shown(aligned(columns, cells, right, note), as_html(columns, cells, right, note))


def cell(value: Any, width: int) -> str:
    """One value, rounded to two decimals, on one line; what would be rounded to nothing is said to be less."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return DASH
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        return "yes" if value else "no"
    if isinstance(value, float):
        return "<0.01" if 0 < value < LEAST else f"{value:.2f}"
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return shorten(str(value), width)


def aligned(columns: list[str], cells: list[list[str]], right: list[bool], note: str) -> str:
    """Plain text in columns."""
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    lines = [
        "  ".join(
            text.rjust(width) if to_right else text.ljust(width)
            for text, width, to_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in [columns, *cells]
    ]
    return "\n".join(lines + ([f"({note})"] if note else []))


def as_html(columns: list[str], cells: list[list[str]], right: list[bool], note: str) -> str:
    """An HTML table without script, class or link; a concordance's left, words and right are one cell."""
    rows = [[escape(text) for text in row] for row in cells]
    if set(columns) >= CONTEXT:
        left, words, behind = (columns.index(name) for name in ("left", "words", "right"))
        for row in rows:
            row[words] = f"{row[left]} <mark>{row[words]}</mark> {row[behind]}"
        kept = [place for place in range(len(columns)) if place not in (left, behind)]
        columns, right = [columns[place] for place in kept], [right[place] for place in kept]
        rows = [[row[place] for place in kept] for row in rows]
    sides = [f' style="text-align:{"right" if to_right else "left"};vertical-align:top"' for to_right in right]
    head = "".join(f"<th{side}>{escape(name)}</th>" for name, side in zip(columns, sides, strict=True))
    lines = ("".join(f"<td{side}>{html}</td>" for html, side in zip(row, sides, strict=True)) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    below = f"<p>({escape(note)})</p>" if note else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"
