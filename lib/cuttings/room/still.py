"""The room without a kernel: a list and one record as HTML whose layers are switched by CSS alone, of bounded size.

Of a notebook that is not trusted JupyterLab keeps no style: then the layers that are on at first remain, as plain
underlining and labels, and the others do not show.
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from .. import front
from .reading import Answer, Reading
from .style import NO_LINE, styles

ROWS = 100
CHARACTERS = 12_000
LONGEST = 300_000  # characters of HTML of one record
Look = Mapping[str, Any]


def still(reading: Reading) -> str:
    """The first 100 articles and the beginning of the first record. Every word of article text is escaped."""
    on = reading.on()
    looks = {look["name"]: look for look in styles(reading.layers.values(), on)}
    rows = reading.rows({}, 0, ROWS)
    record = reading.record(reading.shelf.ids[0], list(looks), most=CHARACTERS)
    css = front.style("still") + "".join(rule(look) for look in looks.values())
    switches = "".join(switch(look) for look in looks.values())
    return (
        f'<div class="cuttings-still"><style>{css}</style><p>{escape(note(rows, record))}</p>'
        f"<details><summary>The articles</summary>{listed(rows)}</details>"
        f"<fieldset><legend>Layers</legend>{switches}</fieldset>{head(record)}"
        f'<div class="words">{"".join(marked(record, looks))}</div></div>'
    )


def note(rows: Answer, record: Answer) -> str:
    """What is shown here, and what is not."""
    listed, end, length = len(rows["rows"]), record["end"], record["length"]
    some = f"the first {listed} of " if rows["total"] > listed else ""
    cut = f", the first {end:,} of its {length:,} characters" if end < length else ""
    return (
        f"A still of the reading room: {some}{rows['total']:,} article{'' if rows['total'] == 1 else 's'}, and one"
        f" record{cut}. Run the cell to read on."
    )


def listed(rows: Answer) -> str:
    """The list of articles."""
    items = (
        f"<li>{escape(title)} <small>{escape(f'{outlet}, {days}, {file}')}</small></li>"
        for _, title, outlet, days, file in rows["rows"]
    )
    return f"<ol>{''.join(items)}</ol>"


def head(record: Answer) -> str:
    """What the record is."""
    where = escape(f"{record['outlet']}, {record['days']}, {record['file']}, {record['article_id']}")
    return f"<p><strong>{escape(record['title'])}</strong><br><small>{where}</small></p>"


def switch(look: Look) -> str:
    """A box to tick for one layer."""
    checked = " checked" if look["on"] else ""
    return (
        f'<label><input type="checkbox" class="{switch_of(look)}"{checked}>'
        f' <span class="{class_of(look)}">{escape(look["key"])} {escape(look["title"])}</span></label> '
    )


def class_of(look: Look) -> str:
    """The class of a layer's words."""
    return f"layer-{look['number']}"


def switch_of(look: Look) -> str:
    """The class of a layer's box."""
    return f"switch-{look['number']}"


def rule(look: Look) -> str:
    """The look of a layer while its box is ticked, and none otherwise."""
    own, off = f".cuttings-still .{class_of(look)}", f".cuttings-still:has(.{switch_of(look)}:not(:checked)) .words"
    line = "none" if look["line"] == NO_LINE else f"underline {look['line']} {look['colour']} {look['width']}px"
    return (
        f"{own} {{ text-decoration: {line}; text-underline-offset: {3 + 3 * look['lane']}px; }}"
        f" {own} > sup {{ color: {look['colour']}; }}"
        f" {off} .{class_of(look)} {{ text-decoration: none; opacity: 1; }}"
        f" {off} .{class_of(look)} > sup {{ display: none !important; }}"
    )


def marked(record: Answer, looks: Mapping[str, Look]) -> Iterator[str]:
    """The pieces of a record, each inside the layers that cover it."""
    written = 0
    for start, text, numbers in record["pieces"]:
        inner = escape(text).replace("\n", "<br>")
        for number in reversed(numbers):
            layer, first, _, label, quiet = record["spans"][number]
            if layer in looks:
                inner = inside(looks[layer], label if first == start else "", quiet, inner)
        written += len(inner)
        if written > LONGEST:
            yield "…"
            return
        yield inner


def inside(look: Look, label: str, quiet: bool, inner: str) -> str:
    """Words inside a layer, its label in front of them."""
    hidden = "" if look["on"] else ' hidden="hidden"'
    tag = f"<sup{hidden}>{escape(look['key'])} {escape(label)}</sup>" if label else ""
    name = "u" if look["on"] and look["line"] != NO_LINE else "span"
    return f'<{name} class="{class_of(look)}{" still-quiet" if quiet else ""}">{tag}{inner}</{name}>'
