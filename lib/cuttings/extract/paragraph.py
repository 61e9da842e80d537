"""Paragraphs of the article itself: headline, deck, sub-headings and body, with broken lines joined."""

import re
from typing import NamedTuple

from ..memory import remembered
from ..text import ends_sentence
from .segment import OWN, parts

ITEM = re.compile(r"[•·▪◦‣●*-] ")


class Paragraph(NamedTuple):
    """A paragraph's span in the record, without the blanks around it."""

    start: int
    end: int
    role: str


@remembered(20_000)
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the article itself, in order.

    A line of body that does not end a sentence goes on in the next line where no blank line stands between, unless that
    is an item of a list.
    """
    found: list[Paragraph] = []
    open_end = False
    for part in parts(text):
        if part.role not in OWN:
            continue
        piece = text[part.start : part.end]
        start = part.start + len(piece) - len(piece.lstrip())
        end = part.start + len(piece.rstrip())
        goes_on = open_end and part.role == "body" and not ITEM.match(text, start)
        if goes_on and text.count("\n", found[-1].end, start) < 2:
            found[-1] = Paragraph(found[-1].start, end, "body")
        else:
            found.append(Paragraph(start, end, part.role))
        open_end = part.role == "body" and not ends_sentence(text[start:end].rstrip("“‘"))
    return tuple(found)


def own_text(text: str) -> str:
    """The article itself, each word at its place, and blanks for all that stands between and around."""
    kept, place = [], 0
    for one in paragraphs(text):
        kept += [" " * (one.start - place), text[one.start : one.end]]
        place = one.end
    return "".join([*kept, " " * (len(text) - place)])
