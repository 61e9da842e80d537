"""Phrases: the noun phrases of an article, each by its head."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ... import lookups
from .noun import is_plain
from .token import Token, closed, lemma, listed

LONGEST = 6


class Phrase(NamedTuple):
    """A noun phrase: its span without determiner, the number of its head in the sentence, the head's singular, its
    words, the word before it, and whether it stands in a headline with capitals.
    """

    start: int
    end: int
    at: int
    head: str
    words: tuple[Token, ...]
    led: str
    titled: bool

    def form(self) -> str:
        """Its words, in small letters but for names and acronyms."""
        return "".join(shown(word) + joint(word) for word in self.words[:-1]) + shown(self.words[-1])


def phrases(sentence: Sequence[Token], known: frozenset[str], titled: bool = False) -> Iterator[Phrase]:
    """The noun phrases of one sentence whose heads are among the nouns known."""
    for at, token in enumerate(sentence):
        if is_head(sentence, at, known):
            first = beginning(sentence, at, known)
            led = sentence[first - 1].low if first and not sentence[first - 1].gap.strip() else ""
            words = tuple(sentence[first : at + 1])
            yield Phrase(words[0].start, token.end, at, lemma(token.low), words, led, titled)


def is_head(sentence: Sequence[Token], at: int, known: frozenset[str]) -> bool:
    """Whether a word is a noun, no verb, and no part of a longer compound."""
    token = sentence[at]
    if not is_plain(token) or lemma(token.low) not in known:
        return False
    before = sentence[at - 1] if at and not sentence[at - 1].gap.strip() else None
    if before and (before.low in listed("governor") or before.low.endswith("n't")):
        return False
    if at + 1 == len(sentence) or token.gap.strip() or token.owner:
        return True
    following = sentence[at + 1]
    if not is_plain(following) or lemma(following.low) not in known:
        return True
    return at + 2 < len(sentence) and sentence[at + 2].low in listed("determiner") and not following.gap.strip()


def beginning(sentence: Sequence[Token], at: int, known: frozenset[str]) -> int:
    """The token with which a phrase begins: adjectives, nouns, names, and one possessor before the head."""
    first = at
    while first and at - first < LONGEST:
        before = sentence[first - 1]
        if before.gap not in (" ", "-", "'s ", "' ") or before.low in closed() or before.low[-2:] == "ly":
            break
        if sentence[first].owner and not before.word[0].isupper():
            break
        if is_participle(before) and first > 1 and is_apposed(sentence[first - 2]):
            break
        first -= 1
    while first < at and is_outside(sentence, first, known):
        first += 1
    return first


def is_outside(sentence: Sequence[Token], first: int, known: frozenset[str]) -> bool:
    """Whether the first word before a noun counts or governs it, and does not describe it: `two deals`, `signed deals`,
    `calls deals`.
    """
    low = sentence[first].low
    if first and sentence[first - 1].low in listed("governor") and not sentence[first - 1].gap.strip():
        return True
    if low[0].isdigit() or low in numbers() or (low.endswith("ing") and sentence[first].word[0].isupper()):
        return True
    before = sentence[first - 1] if first else None
    led = before and (before.low in listed("determiner") or before.low.endswith("ly") or before.owner)
    if led or sentence[first].owner or sentence[first].word[:1].isupper():
        return False
    return is_participle(sentence[first]) or (low.endswith("s") and lemma(low) not in known)


def is_participle(token: Token) -> bool:
    """Whether a word has the ending of a participle: `signed`, `regarding`."""
    return token.low.endswith(("ed", "ing"))


def is_apposed(token: Token) -> bool:
    """Whether a word directly before a participle is a noun or a name, so that the participle begins a new phrase."""
    return token.gap == " " and not token.owner and is_plain(token) and token.low not in closed()


def shown(token: Token) -> str:
    """A word as a form has it: in small letters, unless a capital can be its own."""
    return token.low if token.word.islower() or token.low in closed() else token.word


def joint(token: Token) -> str:
    """What stands between a word and the next of one phrase."""
    return "-" if token.gap == "-" else "'s " if token.owner else " "


@cache
def numbers() -> frozenset[str]:
    """Words for numbers, in lookups/no_referents.csv."""
    found = lookups.column("no_referents", "noun", kind="number")
    return frozenset((*found, *(f"{word}s" for word in found)))
