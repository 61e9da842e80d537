"""Aliases: names of several articles that are one, by surname or initials, as the story has them."""

from collections import Counter

import pandas as pd

from ...extract.name.lexicon import ends
from ..name import one_spelling

CLEARLY = 3  # a surname is of the one who is named so many times as often as anybody else of that surname


def one_name(mentions: pd.DataFrame) -> dict[str, str]:
    """The name under which each canonical name goes in the story.

    1. Names that differ in spelling only are one, as in measure.names.
    2. A surname alone is the person whom the story names in full, or clearly most often of all with that surname.
    3. An acronym is the one full name with these initials; its dots do not count.
    """
    spelling = one_spelling(mentions)
    uses = Counter(spelling[name] for name in mentions["name"])
    people = set(mentions.loc[mentions["kind"] == "person", "name"].map(spelling))
    full = by_surname(people, uses) | by_initials(uses)
    return {name: full.get(known, full.get(undotted(known), undotted(known))) for name, known in spelling.items()}


def by_surname(people: set[str], uses: Counter[str]) -> dict[str, str]:
    """The full name for which a surname alone stands."""
    bearers: dict[str, list[tuple[int, str]]] = {}
    for name in sorted(people):
        given, surname = ends(name)
        if given:
            bearers.setdefault(surname, []).append((uses[name], name))
    found = {}
    for surname, counted in bearers.items():
        ranked = sorted(counted, reverse=True)
        if len(ranked) == 1 or ranked[0][0] >= CLEARLY * ranked[1][0]:
            found[surname] = ranked[0][1]
    return {surname: name for surname, name in found.items() if uses[surname]}


def by_initials(uses: Counter[str]) -> dict[str, str]:
    """The full name of each acronym, where one name only has these initials."""
    named: dict[str, set[str]] = {}
    for name in uses:
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(initials) > 2 and len(initials) >= len(name.split()) - 1:
            named.setdefault(initials, set()).add(name)
    return {initials: next(iter(names)) for initials, names in named.items() if len(names) == 1}


def undotted(name: str) -> str:
    """An acronym without its dots."""
    bare = name.replace(".", "")
    return bare if "." in name and bare.isupper() and bare.isalpha() else name
