"""Sums: the summary and the index of many runs, kept up to date while they end."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import InputError
from ..folder import claimed
from .index import write_index
from .plan import Plan
from .run import Done
from .summary import Summed, refuse_foreign, summed
from .summary import write as write_summary

AT_MOST = 0.1  # of the time goes into writing what sums up the runs


class Sums:
    """The runs that have ended, in the order in which they were given; each is summed up once."""

    def __init__(self, out: Path, plans: Sequence[Plan]) -> None:
        self.out = out
        self.places = {plan.name: place for place, plan in enumerate(plans)}
        self.ended: dict[int, Summed] = {}
        self.took, self.written = 0.0, time.monotonic()

    def add(self, done: Done) -> None:
        """Take in a run that has ended. What sums up many is not written again as each of them ends, but often enough
        for somebody who looks; where it cannot be written now, the runs go on.
        """
        self.ended[self.places[done.plan.name]] = summed(done)
        if len(self.ended) == 1 or self.took < AT_MOST * (time.monotonic() - self.written):
            with suppress(InputError):
                self.write()

    def write(self) -> None:
        """Write runs.csv and index.html. Raises InputError where they cannot be written."""
        begun = time.monotonic()
        so_far = [one for _, one in sorted(self.ended.items(), key=lambda item: item[0])]
        write_summary(so_far, self.out)
        write_index(so_far, self.out)
        self.written = time.monotonic()
        self.took = self.written - begun


@contextmanager
def summing(out: Path, plans: Sequence[Plan]) -> Iterator[Sums]:
    """What sums up runs in a folder, written whole when the block ends, however it does.

    Raises InputError where files that are not ours stand in the way, where another process sums up runs there, and
    where nothing can be written.
    """
    refuse_foreign(out)
    sums = Sums(out, plans)
    with claimed(out / "index.html"):
        try:
            yield sums
        finally:
            sums.write()
