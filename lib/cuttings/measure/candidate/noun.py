"""Nouns: which words of a story name things, told from the words around all their uses."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from ... import lookups
from .token import Token, closed, lemma, listed

LEAST_LETTERS = 3


def nouns(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    """The singulars of words that stand as nouns more often than as verbs.

    1. A noun: a single word between a determiner, a possessive or a preposition and a function word or a mark (`the
       deal,`, `of sanctions and`); an adjective by its ending, or of a people, may stand before it (`nuclear talks.`).
    2. A verb: a word behind `to`, a pronoun or a modal (`they deal`), or between a name and a determiner.
    """
    weight: Counter[str] = Counter()
    for sentence in sentences:
        for at, token in enumerate(sentence):
            if is_plain(token) and at:
                weight[lemma(token.low)] += evidence(sentence, at)
    return frozenset(word for word, score in weight.items() if score > 0)


def is_plain(token: Token) -> bool:
    """Whether a word can be a noun at all: letters, no function word, no adverb."""
    low = token.low
    letters = len(low) >= LEAST_LETTERS and low.replace("-", "").isalpha()
    return letters and low not in closed() and not low.endswith("ly") and not is_people(token)


def evidence(sentence: Sequence[Token], at: int) -> int:
    """1 where a word stands as a noun does, -1 where it stands as a verb does, else 0."""
    before, token = sentence[at - 1], sentence[at]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if before.gap.strip():
        return 0
    if is_governed(before, token, following):
        return -1
    if token.low.endswith("ed") or not (token.owner or is_last(token, following)):
        return 0
    if before.low in listed("preposition"):
        return int(not token.low.endswith("ing"))
    return int(before.low in listed("determiner") or before.owner or is_adjective(before))


def is_governed(before: Token, token: Token, following: Token | None) -> bool:
    """Whether a word is a verb: behind a pronoun or modal, or between a name and a determiner."""
    if before.low in listed("governor") or before.low.endswith("n't"):
        return True
    named = before.word[:1].isupper() and not before.owner and not token.gap.strip()
    return named and following is not None and following.low in listed("determiner")


def is_last(token: Token, following: Token | None) -> bool:
    """Whether nothing of the same phrase can follow: a mark or a function word does."""
    return following is None or token.gap.strip(" '\"") != "" or following.low in closed()


def is_adjective(token: Token) -> bool:
    """Whether a word can only describe a noun, by its ending, or as the adjective of a people."""
    return token.low.endswith(endings()) or is_people(token)


def is_people(token: Token) -> bool:
    """Whether a word is the adjective of a people."""
    return token.word in peoples() and not token.low.endswith("s")


@cache
def endings() -> tuple[str, ...]:
    """The endings of adjectives in lookups/phrase_words.csv."""
    return tuple(sorted(listed("adjective ending")))


@cache
def peoples() -> frozenset[str]:
    """The words of lookups/demonyms.csv."""
    return frozenset(lookups.column("demonyms", "form"))
