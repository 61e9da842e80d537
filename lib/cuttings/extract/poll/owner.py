"""Owners: to which of the polls that a sentence names a figure belongs."""

import re
from bisect import bisect_right

from .entry import Figure, Report
from .mention import Naming

POSTPOSED = re.compile(
    r"^[^.;:]{0,70}?(?:\b(?:in|by|from|to|of|for|according to|per|told|shown|say[s]?"
    r"|said|finds?|found|suggests?|shows?)\b|[,(]| - |^ ?$)[^.;:]{0,45}$"
)
DIRECT = re.compile(
    r"(?: of \w+(?: \w+)?)? (?:in|by|from|according to) [^,;]{0,40}$"
    r"| of (?:the )?(?:respondents|participants|those|people|voters) (?:polled |asked |surveyed )?(?:to|in|of|by)"
    r" [^,;]{0,40}$"
    r"| of (?:the )?$"
)
TURN = re.compile(
    r"(?:;|\bwhile\b|\bwhereas\b|\bbut\b|\band (?:an?|another|in)\b|\bcompared with\b"
    r"|, (?:and )?(?:an?|another) (?:separate|different|other|second)\b)[^.;]{0,40}$"
)


ROOM = 200  # characters between a figure and a naming within which its words can lead to it


class Owners:
    """The owners of the figures of one sentence; what is asked of all its namings is asked once."""

    def __init__(
        self, folded: str, figures: list[Figure], named: list[tuple[Naming, Report]], before: Report | None, end: int
    ) -> None:
        self.folded, self.figures, self.named, self.before, self.end = folded, figures, named, before, end
        self.starts = [one[0].start for one in named]
        self.later = [one for one in named if one[0].kind in ("named", "new")]
        self.later_starts = [one[0].start for one in self.later]
        named_first = (place for place, one in enumerate(named) if one[0].kind != "new" or one[1].pollster is not None)
        self.nameless = next(named_first, len(named))
        self.taken = [self.taken_by(one[0]) for one in self.later]
        self.free = next((place for place, by in enumerate(self.taken) if by is None), len(self.taken))
        self.led = {by: place for place, by in reversed(list(enumerate(self.taken))) if by is not None}

    def taken_by(self, naming: Naming) -> int | None:
        """Which figure leads to a poll: `compared with 39% in a Gallup poll`; null where none does."""
        nearest = self.last_before(naming.start)
        between = self.folded[self.figures[nearest].end : naming.start][:ROOM] if nearest >= 0 else ""
        return nearest if nearest >= 0 and len(between) < ROOM and DIRECT.match(between) else None

    def last_before(self, offset: int) -> int:
        """Which figure is the last that ends before an offset; -1 where none does."""
        return bisect_right(self.figures, offset, key=lambda one: one.end) - 1

    def of(self, place: int) -> Report | None:
        """The poll of a figure (rule 4 of reports); null where there is none yet."""
        figure = self.figures[place]
        behind = self.figures[place + 1].start if place + 1 < len(self.figures) else self.end
        earlier = bisect_right(self.starts, figure.start)
        after = bisect_right(self.later_starts, figure.start)
        if after < len(self.later) and self.later_starts[after] <= behind:
            between = self.folded[figure.end : self.later_starts[after]][:ROOM]
            leads = POSTPOSED.match(between) and not TURN.search(between)
            if len(between) < ROOM and ((earlier <= self.nameless and leads) or DIRECT.match(between)):
                return self.later[after][1]
        if earlier:
            return self.named[earlier - 1][1]
        free = min(self.free, self.led.get(place, len(self.later)))
        if free < len(self.later):
            start = self.later_starts[free]
            last = self.figures[self.last_before(start)].end
            if not TURN.search(self.folded, max(last, start - 90), start):
                return self.later[free][1]
        if self.before and self.before.plural and self.named:
            return self.named[0][1]
        return self.before or next((poll for _, poll in self.later or self.named), None)
