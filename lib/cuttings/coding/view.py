"""View: a sheet coded in JupyterLab, one unit at a time, with the codebook beside it."""

from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import InputError
from .sitting import Sitting

HOW = "space: keep and go on &nbsp; -: back &nbsp; +: forward"


def view(path: str | Path, book: pd.DataFrame, articles: pd.DataFrame, coder: str) -> Any:
    """A widget to code a sheet with: the unit in its surroundings, the codes with their keys, a box that takes keys.

    See `Sitting` for what the keys do and how answers are kept; opened again, it goes on at the first unit without an
    answer. Raises InputError as `Sitting` does.
    """
    import ipywidgets as widgets  # takes a third of a second, which only this view should

    sitting = Sitting(path, book, articles, coder)
    shown = widgets.HTML(page(sitting))
    box = widgets.Text(placeholder="keys go here", continuous_update=True)
    box.observe(lambda change: show_typed(sitting, shown, change["old"], change["new"]), names="value")
    return widgets.VBox([shown, box])


def show_typed(sitting: Sitting, shown: Any, old: str, new: str) -> None:
    """Press the keys that were typed since, and show what came of it; a deletion presses none."""
    trouble = ""
    try:
        for key in new[len(old) :] if new.startswith(old) else "":
            sitting.press(key)
    except (InputError, OSError) as error:
        trouble = f"<p><b>Not kept: {escape(str(error))}</b></p>"
    shown.value = trouble + page(sitting)


def page(sitting: Sitting) -> str:
    """What the person sees, everything escaped."""
    refused = f"; {sitting.refused} rows of the sheet cannot be coded, see coding.read" if sitting.refused else ""
    told = f"<p>{sitting.done} of {len(sitting.places)} coded{refused}. {HOW}</p>"
    line = sitting.line
    if line is None:
        return f"{told}<p>This is the end of the sheet.</p>"
    before, text, after = (escape(line[name]) for name in ("before", "text", "after"))
    return f"{told}<p>{before} <mark>{text}</mark> {after}</p><table>{''.join(rows(sitting))}</table>"


def rows(sitting: Sitting) -> list[str]:
    """The codebook, a row a code: its key, whether it is marked, its label and definition."""
    book = sitting.book[["code", "label", "definition"]].fillna("")
    named = zip(sitting.keys, *(book[name] for name in book), strict=True)
    return [
        f"<tr><td>{key}</td><td>{'✓' if code in sitting.marked else ''}</td>"
        f"<td>{escape(str(label))}</td><td>{escape(str(definition))}</td></tr>"
        for key, code, label, definition in named
    ]
