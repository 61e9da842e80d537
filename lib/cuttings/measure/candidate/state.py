"""States: what stands for a country that acts; its name, the seat of its government, those who govern it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ... import lookups
from ...extract.name.lexicon import nations
from ...extract.name.office import countries
from .named import Named
from .phrase import Phrase
from .token import closed, lemma

SEAT, BODY = "seat of government", "those who govern"
NEXT = re.compile(r" ([a-z-]+)")
LOCAL = tuple(f"{word} " for word in lookups.column("phrase_words", "word", kind="local"))


def seated(folded: str, name: Named, known: frozenset[str]) -> Named:
    """A name; where it is the seat of a government and acts, that of the state. `known` are the story's nouns.

    `Moscow said` is Russia; `in Moscow`, `Moscow, the capital,` and `Moscow shops` stay the town.
    """
    place = seats().get(name.form) or seats().get(name.referent)
    if place is None or folded.endswith(LOCAL, max(0, name.start - 10), name.start) or is_listed(folded, name):
        return name
    following = NEXT.match(folded, name.end)
    if following and following[1] not in closed() and lemma(following[1]) in known:
        return name
    return Named(name.start, name.end, place, "place", name.form, SEAT)


def is_listed(folded: str, name: Named) -> bool:
    """Whether a comma or another name follows, so that a town is more likely: `Paris, France`, `Tokyo Tower`."""
    behind = folded[name.end : name.end + 3]
    return behind[:1] in ",-/" or (behind[:1] == " " and behind[1:2].isupper())


def governing(found: Sequence[Phrase], starts: dict[int, Named]) -> Iterator[Named]:
    """The phrases for those who govern a country that the phrase itself names: `the Iranian regime`, `Iran's rulers`.

    The administration of a person is that of the country whose office lookups/offices.csv gives the person.
    """
    for phrase in found:
        if phrase.words[-1].low in bodies() and len(phrase.words) > 1:
            place = country_of(phrase, starts)
            if place:
                yield Named(phrase.start, phrase.end, place, "place", phrase.form(), BODY)


def country_of(phrase: Phrase, starts: dict[int, Named]) -> str | None:
    """The country that the words of a phrase before its head name."""
    for size in range(len(phrase.words) - 1, 0, -1):
        for at in range(len(phrase.words) - size):
            form = " ".join(token.word for token in phrase.words[at : at + size])
            if form in nations() and form[0].isupper():
                return nations()[form]
    people = [starts[token.start].referent for token in phrase.words if token.start in starts]
    ruled = [place for (name, office), place in countries().items() if name in people and office == "president"]
    return ruled[0] if ruled and phrase.head == "administration" else None


@cache
def seats() -> dict[str, str]:
    """The state for which a town or a building stands."""
    return {row["form"]: row["place"] for row in lookups.rows("states") if row["kind"] in ("seat", "organ")}


@cache
def bodies() -> frozenset[str]:
    """Nouns for those who govern."""
    return frozenset(lookups.column("states", "form", kind="body"))
