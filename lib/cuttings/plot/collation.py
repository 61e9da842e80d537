"""Figure of measure.quote_groups: one utterance as each outlet renders it, with the differences marked."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from .. import tables
from ..measure.edit import FULLEST, PARAPHRASED, SAME, collated
from ..measure.group import groups
from ..measure.quote_group import telling
from .matrix import left_out
from .name import legible, short_names
from .style import COLOURS, figure

MOST, WIDTH, NAME_WIDTH = 10, 100, 48
MOST_CHARACTERS = 1_200  # of a rendering
POINTS, ADVANCE, LEADING = 9.0, 0.60205, 15.5  # of the monospaced font; points a line
MARGIN = 0.15
CUT_SHOWN = 6  # words of a cut that are shown, struck out
KEY = "struck out: words of the fullest rendering that this one has not; bold and underlined: words of this one alone"


class Piece(NamedTuple):
    """Words to draw: their text, and their look: head, plain, same, cut, new."""

    text: str
    look: str


LOOKS: dict[str, dict[str, Any]] = {
    "head": {"color": "#000000", "weight": "bold"},
    "plain": {"color": "#222222"},
    "same": {"color": "#222222"},
    "cut": {"color": "#6a6a6a"},
    "new": {"color": COLOURS[0], "weight": "bold"},
}


@figure
def quote_groups(table: pd.DataFrame, articles: pd.DataFrame, group: int = 0) -> Figure | None:
    """The renderings of one utterance, the fullest first. In the others, words struck out are only in the fullest one,
    and words in bold and underlined only in this one, with the brackets of its editor; null where the group is not
    there. Group 0 is the first one across outlets whose renderings differ (`telling`).

    At most 10 renderings, one of those that are word for word the same in an outlet; the title says what is left out.
    """
    tables.require(table, "quote_groups")
    found = table[table["group"] == (group or telling(table))]
    if found.empty:
        return None
    told = found.assign(outlet=found["article_id"].map(groups(articles)), last=found["relation"] == PARAPHRASED)
    told = told.assign(first=told["relation"] != FULLEST).sort_values(
        ["first", "last", "outlet", "article_id", "start"]
    )
    told = told.drop_duplicates(["outlet", "relation", "edits", "last"])
    rows = list(tables.rows(told.head(MOST)))
    short = short_names([row.outlet for row in rows], NAME_WIDTH)
    full = rows[0].text[:MOST_CHARACTERS]
    lines: list[list[Piece]] = []
    for row in rows:
        lines += [[Piece(f"{short[row.outlet]}: {row.relation}", "head")], *wrapped(pieces(full, row)), []]
    speakers = found["speaker"].dropna()
    who = f", said by {legible(speakers.iloc[0], 40)}" if len(speakers) else ""
    count = found["outlets"].iloc[0]
    title = f"One utterance{who}, in {count} outlet{'' if count == 1 else 's'}"
    made = page(lines[:-1], title + left_out(("further renderings", len(found) - len(rows))))
    made.set_label("collation")
    return made


def pieces(full: str, row: Any) -> Iterator[Piece]:
    """The words of a rendering, with their looks against the fullest one."""
    text = row.text[:MOST_CHARACTERS]
    if row.relation in (FULLEST, PARAPHRASED):
        yield Piece(text, "plain")
        return
    for edit in collated(full, text):
        if edit.kind == SAME:
            yield Piece(edit.other, "same")
            continue
        if edit.full:
            words = edit.full.split()
            shown = words if len(words) <= CUT_SHOWN else [*words[:3], f"…{len(words) - 6} words…", *words[-3:]]
            yield Piece(" ".join(shown), "cut")
        if edit.other:
            yield Piece(edit.other, "new")


def wrapped(found: Iterator[Piece]) -> list[list[Piece]]:
    """Pieces in lines of the page's width, broken at blanks."""
    lines: list[list[Piece]] = [[]]
    used = 0
    for piece in found:
        for word in legible(piece.text, 4 * MOST_CHARACTERS).split():
            for part in (word[at : at + WIDTH] for at in range(0, len(word), WIDTH)):
                if used + len(part) > WIDTH:
                    lines.append([])
                    used = 0
                if lines[-1] and lines[-1][-1].look == piece.look:
                    lines[-1][-1] = Piece(f"{lines[-1][-1].text} {part}", piece.look)
                else:
                    lines[-1].append(Piece(part, piece.look))
                used += len(part) + 1
    return lines


def page(lines: list[list[Piece]], title: str) -> Figure:
    """Lines of pieces on a page of monospaced text, so that every word's place is known."""
    width, height = WIDTH * POINTS * ADVANCE / 72 + 2 * MARGIN, (len(lines) + 3.8) * LEADING / 72 + 2 * MARGIN
    made = Figure(figsize=(width, height))
    axes = made.add_axes((MARGIN / width, MARGIN / height, 1 - 2 * MARGIN / width, 1 - 2 * MARGIN / height))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(len(lines) + 0.4, -3.4)
    axes.axis("off")
    for number, line in enumerate(lines):
        at = 0
        for piece in line:
            axes.text(at, number, piece.text, family="monospace", fontsize=POINTS, va="baseline", **LOOKS[piece.look])
            end = at + len(piece.text)
            if piece.look in ("cut", "new"):
                height_of_line = number - 0.22 if piece.look == "cut" else number + 0.2
                axes.plot([at, end], [height_of_line] * 2, color=LOOKS[piece.look]["color"], linewidth=0.9)
            at = end + 1
    made.suptitle(title, x=MARGIN / width, y=1 - MARGIN / height, ha="left", va="top", fontsize=11)
    axes.text(0, -1.5, KEY, fontsize=9, va="baseline", color=LOOKS["cut"]["color"])
    return made
