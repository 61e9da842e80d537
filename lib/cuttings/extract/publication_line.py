"""Publication lines: the day of publication or updating that a line beside the article states."""

from .date_line import days
from .segment import parts
from .time.told import Evidence


def publication_line(text: str) -> tuple[Evidence, ...]:
    """The day that the bylines state: for both bounds the first that they call the day of publishing, else the first
    that they do not call the day of updating; else the day of updating, which only bounds it above.
    """
    found = []
    for part in parts(text):
        if part.role == "byline":
            piece = text[part.start : part.end]
            start = part.start + len(piece) - len(piece.lstrip())
            found += [(one, start) for one in days(piece.strip())]
    for kind in ("published", "bare"):
        for one, start in found:
            if one.kind == kind:
                line = Evidence(start + one.start, start + one.end, "from", one.day, "publication line")
                return line, line._replace(bound="to")
    return tuple(
        Evidence(start + one.start, start + one.end, "to", one.day, "updated on this day") for one, start in found[:1]
    )
