"""Publication lines: the day of publication or updating that a line above the article states."""

import re

from .. import lookups
from .expression import in_span, straight
from .paragraph import paragraphs
from .segment import parts
from .told import Evidence

UPDATED = re.compile(rf"\b{lookups.alternatives('time_words', kind='updated')}\b", re.I)


def publication_line(text: str) -> tuple[Evidence, ...]:
    """The day in a line above the article that carries a byline or says when it was published, for both bounds; a day
    of updating only where no other stands there, and only for the upper bound.
    """
    folded, own = straight(text), paragraphs(text)
    updated: tuple[Evidence, ...] = ()
    for part in parts(text):
        if part.role == "byline" and own and part.start < own[-1].start:
            for one in in_span(folded, part.start, part.end):
                if one.kind == "day" and one.first:
                    if not UPDATED.search(folded, max(part.start, one.start - 30), one.start):
                        line = Evidence(one.start, one.end, "from", one.first, "publication line")
                        return line, line._replace(bound="to")
                    updated = updated or (Evidence(one.start, one.end, "to", one.first, "updated on this day"),)
    return updated
