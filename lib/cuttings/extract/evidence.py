"""One piece of evidence for a field of an article."""

from typing import NamedTuple


class Field(NamedTuple):
    """One piece of evidence: the span, what it says, and the rule that reads it so."""

    field: str
    start: int
    end: int
    value: str
    basis: str
