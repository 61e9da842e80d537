"""A record: one item of a dump, read but not yet understood; or the reason why there is nothing to understand."""

from typing import NamedTuple


class Record(NamedTuple):
    """A record's own id or number in its file, its bytes as they stand in the dump, and its text."""

    record: str
    raw: bytes
    text: str


class Reject(NamedTuple):
    """A record that becomes no article: its id or number, and why."""

    record: str
    reason: str
