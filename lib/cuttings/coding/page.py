"""Page: what a person at a sheet sees, as data that can be sent, and as a still page."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from .. import front
from ..errors import InputError
from .sitting import Sitting

ASKS = ("press", "go")
END = "This is the end of the sheet."
Page = dict[str, Any]


def page(sitting: Sitting) -> Page:
    """The unit before the person, the codes with their keys, and how far they are."""
    return {
        "done": sitting.done,
        "of": len(sitting.places),
        "progress": progress(sitting),
        "codes": list(codes(sitting)),
        "unit": unit(sitting),
    }


def progress(sitting: Sitting) -> str:
    """How far the person is, in words."""
    refused = f"; {sitting.refused} rows cannot be coded, see coding.read" if sitting.refused else ""
    return f"{sitting.done} of {len(sitting.places)} coded by {sitting.coder} in {sitting.path.name}{refused}"


def codes(sitting: Sitting) -> Iterator[Page]:
    """The codes of the codebook, each with its key and whether it is marked."""
    book = sitting.book[["code", "label", "definition"]].fillna("").astype("str")
    named = zip(sitting.keys, *(book[name] for name in book), strict=True)
    for key, code, label, definition in named:
        told = {"key": key, "label": label or code, "definition": definition}
        yield {**told, "marked": code in sitting.marked}


def unit(sitting: Sitting) -> Page | None:
    """The unit before the person; null behind the last."""
    line = sitting.line
    if line is None:
        return None
    before, text, after = sitting.shown(line)
    return {
        "number": sitting.index + 1,
        "article_id": line["article_id"].strip(),
        "start": int(line["start"]),
        "end": int(line["end"]),
        "group": line.get("group", ""),
        "before": before,
        "text": text,
        "after": after,
        "answered": sitting.answered(sitting.index),
    }


def heard(sitting: Sitting, question: Mapping[str, Any]) -> dict[str, str]:
    """Do what the front end asks: `{"ask": "press", "key": "1"}`, `{"ask": "go", "article_id": …, "start": 12}`; what
    was not kept or is not there is told.
    """
    try:
        if question["ask"] == "go":
            sitting.go(str(question["article_id"]), int(question["start"]))
        else:
            sitting.press(str(question["key"]))
    except InputError as error:
        return {"error": str(error)}
    except OSError as error:
        return {"error": f"not kept: {sitting.path} cannot be written: {error.strerror}"}
    return {}


def still(told: Page) -> str:
    """The page as HTML on which nothing acts, everything escaped."""
    return (
        f'<div class="cuttings-still coding"><style>{front.style("still")}</style><p>A still of the coding view'
        f" as it was opened. Run the cell to code.</p><p>{escape(told['progress'])}</p>{passage(told['unit'])}"
        f"<table><tbody>{''.join(map(row, told['codes']))}</tbody></table></div>"
    )


def passage(told: Page | None) -> str:
    """A unit in its surroundings."""
    if told is None:
        return f"<p>{END}</p>"
    before, text, after = (escape(told[name]) for name in ("before", "text", "after"))
    group = f"<p>{escape(told['group'])}</p>" if told["group"] else ""
    quiet = '<span class="still-quiet">'
    return f'{group}<div class="words">{quiet}{before}</span><mark>{text}</mark>{quiet}{after}</span></div>'


def row(code: Page) -> str:
    """A code of the codebook."""
    cells = (code["key"], "✓" if code["marked"] else "", code["label"], code["definition"])
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
