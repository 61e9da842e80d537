"""An outlet that no lookup has: two independent pieces of furniture that give the same name."""

import re
from collections.abc import Iterator, Sequence

from ..segment import Part
from .line import Piece, claims, pieces, speaks
from .name import TOKEN, canonical, names, plain

HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?![\w@])", re.I)
SHORTEST = 4


def unlisted(lines: Sequence[Piece], text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Where a name stands that one line claims the copyright for and another bears out.

    Another line bears a name out if it has a domain made of the same letters (`The Daily Example`,
    dailyexample.com), or speaks of the page itself by it (`Subscribe to The Daily Example`). A publisher of several
    outlets is no outlet.
    """
    claimed = [(line, line.core[start:end], start) for line in lines for start, end in claims(line.core)]
    claimed = [one for one in claimed if len(letters(one[1])) >= SHORTEST and not is_other(one[1])]
    every = list(pieces(text, parts, every=True)) if claimed else []
    for line, name, start in claimed:
        if any(bears_out(other, name) for other in every if other.start != line.start):
            yield line.start + start, line.start + start + len(name)


def letters(name: str) -> str:
    """The letters of a name as a domain would have them."""
    return "".join(TOKEN.findall(name.lower().removeprefix("the ")))


def is_other(name: str) -> bool:
    """Whether a name is a listed outlet's, or begins with that of a publisher of several."""
    return plain(name) in canonical() or any(found.start == 0 for found in names(name, "group", "platform"))


def bears_out(line: Piece, name: str) -> bool:
    """Whether a line has a domain of the same letters, or speaks of the page by the name."""
    if "." in line.core and letters(name) in stems(line.core):
        return True
    place = line.core.find(name)
    return place >= 0 and speaks(line.core, place, place + len(name))


def stems(core: str) -> set[str]:
    """The names in the domains of a line: `dailyexample` of www.dailyexample.co.uk."""
    hosts = (host.lower().replace("-", "").split(".")[:-1] for host in HOST.findall(core))
    return {label.removeprefix("the") for host in hosts for label in host}
