"""An outlet that no lookup has: two independent pieces of furniture that give the same name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..segment import Part
from .line import Piece, claims, pieces, speaks
from .name import TOKEN, canonical, names, plain

HOST = re.compile(r"(?<![\w-])(?<!\w\.)(?:[\w-]++\.)+[a-z]{2,}(?![\w@])", re.I)
SHORTEST, MOST_NAMES = 4, 20


def unlisted(lines: Sequence[Piece], text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Where a name stands that one line claims the copyright for and another bears out.

    Another line bears a name out if it has a domain made of the same letters (`The Daily Example`,
    dailyexample.com), or speaks of the page itself by it (`Subscribe to The Daily Example`). A publisher of several
    outlets is no outlet, and a page that claims the copyright for more than twenty names is a list, of no outlet.
    """
    claimed = [(line, line.core[start:end], start) for line in lines for start, end in claims(line.core)]
    own = {name for name in {name for _, name, _ in claimed} if len(letters(name)) >= SHORTEST and not is_other(name)}
    if not own or len(own) > MOST_NAMES:
        return
    bearers = bearing(own, pieces(text, parts, every=True))
    for line, name, start in claimed:
        if bearers.get(name, set()) - {line.start}:
            yield line.start + start, line.start + start + len(name)


def bearing(own: set[str], every: Iterable[Piece]) -> dict[str, set[int]]:
    """Where the lines begin that bear a name out, two for each name at most; each wording is read once."""
    places: dict[str, list[int]] = defaultdict(list)
    for line in every:
        places[line.core].append(line.start)
    found: dict[str, set[int]] = defaultdict(set)
    for core, starts in places.items():
        labels = stems(core) if "." in core else set()
        for name in own:
            if len(found[name]) < 2 and (letters(name) in labels or speaks_by(core, name)):
                found[name].update(starts[:2])
    return found


def letters(name: str) -> str:
    """The letters of a name as a domain would have them."""
    return "".join(TOKEN.findall(name.lower().removeprefix("the ")))


def is_other(name: str) -> bool:
    """Whether a name is a listed outlet's, or begins with that of a publisher of several."""
    return plain(name) in canonical() or any(found.start == 0 for found in names(name, "group", "platform"))


def speaks_by(core: str, name: str) -> bool:
    """Whether a line speaks of the page itself by a name."""
    place = core.find(name)
    return place >= 0 and speaks(core, place, place + len(name))


def stems(core: str) -> set[str]:
    """The names in the domains of a line: `dailyexample` of www.dailyexample.co.uk."""
    hosts = (host.lower().replace("-", "").split(".")[:-1] for host in HOST.findall(core))
    return {label.removeprefix("the") for host in hosts for label in host}
