"""An outlet that no lookup has: two independent pieces of furniture that give the same name."""

import re
from collections.abc import Iterator, Sequence

from .outlet_line import Piece, claims
from .outlet_name import TOKEN, index

HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?![\w@])", re.I)
SHORTEST = 4


def unlisted(lines: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Where a name stands that one line claims the copyright for and another bears out.

    Another line bears a name out if it has a domain made of the same letters (`The Daily Example`,
    dailyexample.com). A publisher of several outlets is no outlet.
    """
    named = [(line, start, end) for line in lines for start, end in claims(line.core)]
    for line, start, end in named:
        name = line.core[start:end]
        if len(letters(name)) >= SHORTEST and not is_publisher(name):
            others = (other for other in lines if other.start != line.start and "." in other.core)
            if any(letters(name) in stems(other.core) for other in others):
                yield line.start + start, line.start + end


def letters(name: str) -> str:
    """The letters of a name as a domain would have them."""
    return "".join(TOKEN.findall(name.lower().removeprefix("the ")))


def stems(core: str) -> set[str]:
    """The names in the domains of a line: `dailyexample` of www.dailyexample.co.uk."""
    return {
        label.removeprefix("the")
        for host in HOST.findall(core)
        for label in host.lower().replace("-", "").split(".")[:-1]
    }


def is_publisher(name: str) -> bool:
    """Whether a name is, or begins with, that of a publisher of several outlets."""
    tokens = tuple(TOKEN.findall(name))
    forms = index(("group", "platform")).get(tokens[0] if tokens else "", ())
    return any(tokens[: len(form)] == form for form, _, _ in forms)
