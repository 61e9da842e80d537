"""Acronyms: the short form that stands in brackets behind a name, as another form of it."""

from itertools import pairwise

from .name import Name
from .spelling import listed


def with_acronyms(text: str, found: list[Name]) -> list[Name]:
    """The mentions, those of an acronym that the article explains under the name that it stands for.

    `Harbour Research Institute (HRI)` explains it: the capitals of the name are the acronym's letters. A name or an
    acronym that lookups/names.csv has gives both its own.
    """
    meant: dict[str, tuple[str, str | None]] = {}
    for full, short in pairwise(found):
        if text[full.end : short.start] == " (" and text[short.end : short.end + 1] == ")" and explains(full, short):
            kind = full.kind or short.kind or "organisation"
            entry = listed(short.form) or listed(full.form) or (full.name, None if kind == "person" else kind)
            meant[full.form] = meant[short.form] = entry
    return [
        name._replace(name=meant[name.form][0], kind=meant[name.form][1]) if name.form in meant else name
        for name in found
    ]


def explains(full: Name, short: Name) -> bool:
    """Whether the letters of an acronym are the capitals of a name, in order."""
    letters = short.form.replace(".", "")
    capitals = "".join(word[0] for word in full.form.replace("-", " ").split() if word[0].isupper())
    return len(letters) > 1 and letters.isupper() and letters == capitals
