"""What the word lists know of capitalised words."""

from collections.abc import Callable
from functools import cache, lru_cache

from ... import lookups

PARTICLES = frozenset(lookups.column("particles", "form", use="name")) | {"der"}  # which stands behind another only
SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))


@lru_cache(maxsize=8192)
def ends(form: str) -> tuple[str, str]:
    """Given name (empty for a surname alone, as in `Van Gogh`) and surname, without what stands between and behind."""
    if " " not in form:
        return "", as_written(form)
    parts = [part for part in form.split() if part not in SUFFIXES]
    alone = len(parts) < 2 or (parts[0].lower() in PARTICLES and parts[0] not in given_names())
    return "" if alone else as_written(parts[0]), as_written(parts[-1] if parts else form)


def as_written(word: str) -> str:
    """A word with one capital, if it is all in capitals."""
    return word.capitalize() if len(word) > 2 and word.isupper() and word.isalpha() else word


@cache
def variants() -> dict[str, tuple[str, str]]:
    """Canonical name and kind of each form in lookups/names.csv and places.csv, of the outlets with a name of several
    words, and of the people's surnames.
    """
    outlets = [name.removeprefix("The ") for name in lookups.column("outlets", "outlet")]
    media = {name: (name, "organisation") for name in outlets if " " in name}
    places = {row["form"]: (row["name"], "place") for row in lookups.rows("places")}
    listed = {row["form"]: (row["name"], row["kind"]) for row in lookups.rows("names")}
    surnames = {ends(form)[1]: entry for form, entry in listed.items() if entry[1] == "person"}
    surnames = {surname: entry for surname, entry in surnames.items() if len(surname) > 2}  # `Kim Jong Un`
    return surnames | media | places | listed


@cache
def tails() -> dict[str, tuple[str, ...]]:
    """What follows the first part of the forms listed with a comma: `, D.C.` behind `Washington`."""
    found: dict[str, tuple[str, ...]] = {}
    for head, comma, tail in (form.partition(",") for form in variants()):
        if comma:
            found[head] = (*found.get(head, ()), comma + tail)
    return found


@cache
def sizes(listed: Callable[[], dict]) -> dict[str, int]:
    """The number of words of the longest form listed that begins with a word."""
    found: dict[str, int] = {}
    for form in listed():
        words = form.split()
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


@cache
def titles() -> dict[str, str]:
    """The titles of lookups/titles.csv that stand before names, with the gender that they show."""
    listed = {row["form"]: row["gender"] for row in lookups.rows("titles") if row["use"] == "title"}
    return listed | {form.rstrip("."): gender for form, gender in listed.items()}


@cache
def person_nouns() -> frozenset[str]:
    """Nouns of lookups/titles.csv that describe one person, in small letters."""
    return frozenset(row["form"] for row in lookups.rows("titles") if row["use"] == "role" and row["gender"] != "p")


@cache
def capitals() -> dict[str, str]:
    """Capitalised words that are no names, with their kind: starter, calendar, noun, or demonym for a people."""
    listed = {row["form"]: row["kind"] for row in lookups.rows("capitals")}
    return dict.fromkeys(lookups.column("demonyms", "form"), "demonym") | listed


@cache
def endings() -> dict[str, str]:
    """Last words of the names of organisations, places and things, with the kind."""
    return {row["form"]: row["kind"] for row in lookups.rows("endings")}


@cache
def beginnings() -> dict[str, str]:
    """First words of the names of places, with the kind."""
    return {row["form"]: row["kind"] for row in lookups.rows("beginnings")}


@cache
def given_names() -> dict[str, str]:
    """Given names with the gender that they show."""
    return {row["form"]: row["gender"] for row in lookups.rows("firstnames")}


@cache
def nations() -> dict[str, str]:
    """The place that an adjective or a form of a place's name points to: `Ukrainian`, `U.S.`, `Vermont`."""
    places = {form: name for form, (name, kind) in variants().items() if kind == "place"}
    return places | {row["form"]: row["place"] for row in lookups.rows("demonyms")}
