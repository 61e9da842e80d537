"""Negation: whether what a word speaks of is denied where it stands."""

from collections.abc import Sequence
from functools import cache

from .. import lookups
from .notation import Token

REACH = 3
BOUNDS = frozenset(',;:()[]"-')


def is_negated(folded: str, sentence: Sequence[Token], at: int) -> bool:
    """Whether one of the three words before word number `at`, in the same clause, negates it.

    1. Negators are rows of lookups/negators.csv, and every word that ends in n't.
    2. A comma, a dash, a bracket, a quotation mark or `but` between them ends the reach of a negator.
    3. `not only`, `no doubt` and the other phrases of the list negate nothing.

    Not found: denials that follow (`that was never so`), doubt, irony, and `nobody believes that there was …`.
    """
    for place in range(at - 1, max(-1, at - 1 - REACH), -1):
        between = folded[sentence[place].end : sentence[place + 1].start]
        word = sentence[place].word.lower()
        if (between != "-" and BOUNDS.intersection(between)) or word in words("bound"):
            return False
        if denies(word):
            return not is_phrase(sentence, place)
    return False


def denies(word: str) -> bool:
    """Whether a word in small letters is a negator."""
    return word in words("negator") or word.endswith("n't")


def is_phrase(sentence: Sequence[Token], place: int) -> bool:
    """Whether a negator is part of a phrase that negates nothing."""
    near = [" ".join(token.word.lower() for token in sentence[max(0, place - back) : place + 2]) for back in (0, 1)]
    return any(one in words("phrase") for one in near)


@cache
def words(kind: str) -> frozenset[str]:
    """The rows of one kind."""
    return frozenset(lookups.column("negators", "form", kind=kind))
