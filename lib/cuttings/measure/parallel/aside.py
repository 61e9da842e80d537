"""Asides: what two sentences share only in passing, as a phrase that names what everybody knows."""

from collections.abc import Mapping, Sequence

from .point import NUMBER, TIME, Key
from .saying import Saying

MOST, SHORT = 0.8, 0.6


def is_aside(left: Saying, right: Saying, shared: frozenset[Key], weight: Mapping[Key, float]) -> bool:
    """Whether two sentences share a phrase and no more: `his plan to close the harbour` in a sentence on a vote, and in
    one on a visit.

    So it is where they share no time or number, and in both four fifths of what they share, by weight, stand in a
    stretch of less than three fifths of all that the sentence says.
    """
    if any(key[0] in (TIME, NUMBER) for key in shared):
        return False
    return all(stretch(one.order, shared, weight) < SHORT * len(one.order) for one in (left, right))


def stretch(order: Sequence[Key], shared: frozenset[Key], weight: Mapping[Key, float]) -> int:
    """The length of the shortest stretch of points that has four fifths of the shared ones by weight, each once."""
    needed = MOST * sum(weight[key] for key in sorted(shared.intersection(order)))
    best, first, held = len(order), 0, dict.fromkeys(shared, 0)
    gathered = 0.0
    for last, key in enumerate(order):
        if key in held:
            gathered += 0 if held[key] else weight[key]
            held[key] += 1
        while gathered >= needed and first <= last:
            best = min(best, last - first + 1)
            if order[first] in held:
                held[order[first]] -= 1
                gathered -= 0 if held[order[first]] else weight[order[first]]
            first += 1
    return best
