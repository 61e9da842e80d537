"""Persons: what an article calls somebody besides the name, where its own words say who that is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ...extract.cue import roles
from ...extract.name.lexicon import titles
from ...extract.name.office import words as office_words
from .named import Named
from .phrase import Phrase

APPOSED = re.compile(r",? (?:an?|the|his|her|its|their|then|one of the) |, ", re.I)
EQUATED = re.compile(r",? (?:is|was|remains|became|has been|as) (?:an?|the|his|her|its|their) ", re.I)
TITLE, BESIDE, APPOSITION, EQUATION, AGAIN = "title", "before the name", "in apposition", "X is a Y", "used again"


def descriptions(folded: str, found: Sequence[Phrase], people: Sequence[Named]) -> Iterator[Named]:
    """The phrases that describe a person whom the article names.

    1. Directly before the name: `North Harbour dictator Ann Lee`; with a capital it is a title.
    2. Behind the name and a comma, or before it: `Ann Lee, a former prosecutor,`.
    3. In a sentence that says so: `Ann Lee is a crook`.
    4. The same noun once more behind `the`, where the article has so described one person only.

    Only nouns for one person count (lookups/titles.csv, office_words.csv).
    """
    starts = {name.start: name for name in people}
    ends = {name.end: name for name in people}
    persons = [phrase for phrase in found if is_person(phrase)]
    told = {phrase.start: pair for phrase in persons if (pair := beside(folded, phrase, starts, ends))}
    yield from (described(phrase, *told[phrase.start]) for phrase in persons if phrase.start in told)
    holders: dict[str, set[str]] = {}
    for phrase in persons:
        if phrase.start in told:
            holders.setdefault(phrase.head, set()).add(told[phrase.start][0])
    yield from again((phrase for phrase in persons if phrase.start not in told and phrase.led == "the"), holders)


def is_person(phrase: Phrase) -> bool:
    """Whether a phrase is for one person, and not for what the person has (`the actor's agent`)."""
    last = phrase.words[-1]
    return phrase.head in person_heads() and last.low == phrase.head and not last.owner


def described(phrase: Phrase, referent: str, basis: str) -> Named:
    """A phrase as a name of somebody."""
    return Named(phrase.start, phrase.end, referent, "person", phrase.form(), basis)


def again(left: Iterable[Phrase], holders: dict[str, set[str]]) -> Iterator[Named]:
    """Descriptions with a noun that the article has for one person only."""
    for phrase in left:
        people = holders.get(phrase.head, set())
        if len(people) == 1 and len(phrase.words) == 1:
            yield described(phrase, next(iter(people)), AGAIN)


def beside(folded: str, phrase: Phrase, starts: dict[int, Named], ends: dict[int, Named]) -> tuple[str, str] | None:
    """The person whose name stands beside a phrase, and how."""
    follows = starts.get(phrase.end + 1)
    if follows and folded[phrase.end] == " ":
        return follows.referent, TITLE if phrase.words[-1].word[0].isupper() else BESIDE
    after = starts.get(phrase.end + 2)
    if after and phrase.led == "the" and folded[phrase.end : phrase.end + 2] == ", ":
        return after.referent, APPOSITION
    for size in range(2, 20):
        name = ends.get(phrase.start - size)
        if name:
            between = folded[name.end : phrase.start]
            if APPOSED.fullmatch(between) and between[0] == ",":
                return name.referent, APPOSITION
            if EQUATED.fullmatch(between):
                return name.referent, EQUATION
            return None
    return None


@cache
def person_heads() -> frozenset[str]:
    """Nouns for one person, in small letters."""
    listed = {form for form, gender in roles().items() if gender in ("s", "m", "f")}
    offices = {form.split()[-1].lower() for form in (*office_words(), *titles())}
    return frozenset(listed | {word for word in offices if word.isalpha()})
