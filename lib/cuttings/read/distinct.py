"""Names told apart: no two records of a file, and no two files of an archive, go by the same one."""

from collections import Counter
from collections.abc import Iterable, Iterator

from .record import Item


def distinct(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a file, each under a name of its own."""
    taken = Counter[str]()
    for item in items:
        yield item._replace(record=unique(item.record, taken))


def unique(name: str, taken: Counter[str]) -> str:
    """A name that is not taken yet, and now is: the second `a` is `a (2)`."""
    found = name
    while found in taken:
        taken[name] += 1
        found = f"{name} ({taken[name]})"
    taken[found] = 1
    return found
