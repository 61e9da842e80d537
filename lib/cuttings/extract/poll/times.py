"""Times: the time expressions of an article, to be asked for those between two offsets."""

from bisect import bisect_left

from ..time.expression import Expression, expressions


class Times:
    """The time expressions of one article, read once."""

    def __init__(self, text: str) -> None:
        self.all = expressions(text)
        self.starts = [one.start for one in self.all]

    def between(self, start: int, end: int) -> tuple[Expression, ...]:
        """Those that begin between two offsets, in order."""
        return self.all[self.place(start) : self.place(end)]

    def place(self, offset: int) -> int:
        """How many begin before an offset."""
        return bisect_left(self.starts, offset)
