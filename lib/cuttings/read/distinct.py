"""Records told apart: two of one file never have the same id."""

from collections.abc import Iterable, Iterator

from .record import Item


def distinct(items: Iterable[Item]) -> Iterator[Item]:
    """The items, where an id that came before in the file gets a number: `urn:x`, `urn:x (2)`."""
    seen: dict[str, int] = {}
    taken: set[str] = set()
    for item in items:
        name = item.record
        while name in taken:
            seen[item.record] = seen.get(item.record, 1) + 1
            name = f"{item.record} ({seen[item.record]})"
        taken.add(name)
        yield item._replace(record=name)
