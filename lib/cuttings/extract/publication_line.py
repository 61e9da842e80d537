"""Publication lines: the day of publication or updating that a line beside the article states."""

from collections.abc import Iterator

from .date_line import Day, days
from .segment import parts
from .time.told import Evidence

KINDS = {
    "published": "publication line",
    "bare": "publication line",
    "updated": "updated on this day, and no other day stated",
}


def publication_line(text: str) -> tuple[Evidence, ...]:
    """The day that the bylines state, for both bounds.

    1. The first one that they call the day of publishing.
    2. Else the first below the headline that they do not call the day of updating, else the last such above it.
    3. Else the day of updating: the text is as it was then, and nothing tells of an earlier day.
    """
    found = list(stated(text))
    title = next((part.start for part in parts(text) if part.role == "headline"), 0)
    below = [one for one in found if one[0] >= title] + [one for one in found if one[0] < title][::-1]
    for kind, basis in KINDS.items():
        for start, one in below:
            if one.kind == kind:
                line = Evidence(start, start + one.end - one.start, "from", one.day, basis)
                return line, line._replace(bound="to")
    return ()


def stated(text: str) -> Iterator[tuple[int, Day]]:
    """The days in the bylines, each with its place in the text."""
    for part in parts(text):
        if part.role == "byline":
            piece = text[part.start : part.end]
            core = part.start + len(piece) - len(piece.lstrip())
            yield from ((core + one.start, one) for one in days(piece.strip()))
