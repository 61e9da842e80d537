"""Choice: which of the places behind its numbers a report opens, so that little of each article is shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from ..trace import at
from .ration import LONGEST, At, Rations

MANY = 5  # places opened behind one number

Place = tuple[str, int, int]


def chosen(numbers: Sequence[Sequence[Place]], others: Sequence[Place], rations: Rations) -> dict[Place, At]:
    """The places that are opened, each with the stretch of its article that is shown.

    1. Where one place stands behind a number, it is opened.
    2. Every other number gets one place while the rations last, those places first that serve most numbers for the
       fewest new words; then a second place, from another article where there is one, and so on up to five.
    3. `others`, behind which no number stands, are opened if anything is left; then excerpts grow to whole sentences.
    4. What is shown anyway is open, of each number five places. The same page gives the same places.
    """
    for places in numbers:
        if len(places) == 1:
            take(places[0], rations)
    cover([places for places in numbers if not any(free(place, rations) for place in places)], rations)
    for most in range(2, MANY + 1):
        for places in numbers:
            another(places, most, rations)
    for place in others:
        if fits(place, rations):
            take(place, rations)
    shown = [spread(place for place in places if free(place, rations)) for places in numbers]
    shown.append([place for place in others if free(place, rations)])
    return {place: grown(place, rations) for place in dict.fromkeys(chain(*shown))}


def excerpt(place: Place, rations: Rations) -> At:
    """What is shown for a place at the least."""
    return rations[place[0]].excerpt(*place[1:])


def take(place: Place, rations: Rations) -> None:
    """Show a place."""
    rations.take(place[0], excerpt(place, rations))


def fits(place: Place, rations: Rations) -> bool:
    """Whether the rations allow for a place."""
    return rations.fits(place[0], excerpt(place, rations))


def cost(place: Place, rations: Rations) -> int:
    """How many words a place would add to the page."""
    return rations[place[0]].cost(excerpt(place, rations))


def free(place: Place, rations: Rations) -> bool:
    """Whether all words of a place are shown."""
    return not cost(place, rations)


def cover(numbers: list[Sequence[Place]], rations: Rations) -> None:
    """A place for each number, while the rations last: the greedy way to cover a set."""
    while numbers:
        serves = Counter(place for places in numbers for place in places if fits(place, rations))
        if not serves:
            return
        best = min(serves, key=lambda place: (cost(place, rations) / serves[place], at(*place)))
        take(best, rations)
        numbers = [places for places in numbers if not any(free(place, rations) for place in places)]


def another(places: Sequence[Place], most: int, rations: Rations) -> None:
    """One place more for a number that has fewer than `most`."""
    have = [place for place in places if free(place, rations)]
    if not have or len(have) >= min(most, len(places)):
        return
    heard = Counter(place[0] for place in have)
    left = [place for place in places if place not in have and fits(place, rations)]
    if left:
        take(min(left, key=lambda place: (heard[place[0]], cost(place, rations), places.index(place))), rations)


def grown(place: Place, rations: Rations) -> At:
    """The stretch that is shown for an open place: its sentence, where the ration allows for that."""
    whole, span = rations[place[0]].excerpt(*place[1:], LONGEST), excerpt(place, rations)
    span = whole if rations.fits(place[0], whole) else span
    rations.take(place[0], span)
    return span


def spread(places: Iterable[Place], most: int = MANY) -> list[Place]:
    """At most so many of some places, from as many articles as there are, in their order."""
    seen: Counter[str] = Counter()
    ranked = []
    for number, place in enumerate(places):
        ranked.append((seen[place[0]], number, place))
        seen[place[0]] += 1
    return [place for _, _, place in sorted(sorted(ranked)[:most], key=lambda one: one[1])]
