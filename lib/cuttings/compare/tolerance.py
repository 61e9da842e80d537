"""Tolerance: by how much a number may differ and still be the same finding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..errors import InputError

ROUNDING = 1e-4  # what another version or machine moves; tables are written with six digits


@dataclass(frozen=True)
class Tolerance:
    """The share of a number's size by which it may differ: of every number, and of those of single columns."""

    every: float = ROUNDING
    single: Mapping[str, float] = field(default_factory=dict)

    def of(self, table: str, column: str) -> float:
        """That of one column: as named with its table, else without, else that of every number."""
        return self.single.get(f"{table}.{column}", self.single.get(column, self.every))

    def holds(self, old: float, new: float, table: str = "", column: str = "") -> bool:
        """Whether two numbers are the same finding."""
        return abs(new - old) <= self.of(table, column) * max(abs(old), abs(new))


def parse(texts: Iterable[str]) -> Tolerance:
    """A tolerance as the command takes it: `0.01` for every number, `share=0.05` or `voices.share=0.05` for a column.

    Raises InputError for what is no number from 0 up.
    """
    every, single = ROUNDING, {}
    for text in texts:
        name, _, number = text.rpartition("=")
        try:
            value = float(number)
        except ValueError:
            value = -1
        if not 0 <= value < float("inf"):
            raise InputError(
                f"a tolerance is 0.01, share=0.01 or voices.share=0.01, of the number's size; not {text!r}"
            )
        if name:
            single[name] = value
        else:
            every = value
    return Tolerance(every, single)
