"""One place where a poll is spoken of."""

import re
from typing import NamedTuple

from ... import lookups

OF_MEDIUM = re.compile(rf"\b{lookups.alternatives('poll_words', kind='medium name')}\b")


class Naming(NamedTuple):
    """A place where a poll is spoken of.

    `pollster` is a name of lookups/pollsters.csv or, for others, as written; null where the words name none. `kind` is
    named, new (`another poll`), its (`its survey`), same (`the poll`) or method (a margin of error, a sample). `weak`
    says that only a share of people who think something shows that a poll is meant (`according to X`). `asks` is `by`
    for `the survey was conducted by X`, who asked in a poll spoken of before, `field` for
    `fielded by X`, `own` for one that had another do it,
    `for` for a client or a partner, `from` for
    `the figures from X`, `who` for `X interviewed 1,000`, and
    `the` for `the X poll`. `plural` is set for `polls`, of which none is meant in particular, and `aside` for a poll
    that is named only to date another (`a day after a Gallup poll`), and does not go on. `left` says that those asked
    had voted: all exit polls without a name are one. `source` is set for `according to a 2015 X survey`,
    `dated` for `In April, an X poll`: both may be digressions. `study` is set for a study or report that may hold
    more than answers, `medium` for who published a poll (`a poll aired by X`), the name of one who asked only where
    the article tells no other.
    """

    start: int
    end: int
    kind: str
    pollster: str | None
    name: str | None
    at: tuple[int, int] | None = None
    weak: bool = False
    known: bool = False
    asks: str = ""
    plural: bool = False
    aside: bool = False
    left: bool = False
    source: bool = False
    dated: bool = False
    study: bool = False
    medium: bool = False


def merge(first: Naming, second: Naming) -> Naming:
    """Two namings of one place as one: a known pollster is before another name, and a name before none; of two known
    the first. A medium's poll that another made is that other's. Who only went and asked for another is none.
    """
    if first.kind == "named" and not first.medium and (second.asks == "field" or first.asks == "own"):
        return first._replace(end=max(first.end, second.end), asks="own")
    if first.known and second.asks == "by" and not second.known and OF_MEDIUM.search(first.name or ""):
        return second._replace(start=first.start, name=f"{first.name} {second.name}", medium=False)
    rank = {"named": 2, "new": 1, "its": 0, "same": 0, "method": -1}
    both = first.known and second.known
    best = max(
        (first, second),
        key=lambda one: (
            one.known,
            rank[one.kind],
            bool(one.name) and not one.medium,
            one is second and not both and bool(one.name),
        ),
    )
    other = second if best is first else first
    weak = best.weak and (other.weak if other.kind == "named" or other.study else other.kind == "method")
    name = best.name if not other.name else f"{first.name} {second.name}"
    asks = first.asks or second.asks if best.kind == "named" else ""
    start, end = min(first.start, second.start), max(first.end, second.end)
    study = weak and (first.study or second.study)
    plural = best.plural or (other.plural and other.start < best.start)
    medium = best.medium and not (other.name and not other.medium)
    return best._replace(
        start=start, end=end, weak=weak, name=name, asks=asks, study=study, medium=medium, plural=plural
    )
