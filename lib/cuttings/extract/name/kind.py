"""Kinds: what the words around a name say that it is."""

import re
from collections import Counter
from functools import cache

from ... import lookups
from ..sentence import cue_forms
from .lexicon import capitals, given_names, person_nouns
from .name import Name

AGE = re.compile(r", \d\d,")
WHO = re.compile(r",? who\b")
OCCUPATION = re.compile(r"[a-z]{3,}(?:ist|ian|man|woman|smith|keeper)")
ACRONYM = re.compile(r"[A-Z]{3,6}(?:-[A-Z]{2,6})?")
# `believe in X` says nothing of a place.
NO_PLACE = "".join(f"(?<!{word})" for word in lookups.column("name_signs", "pattern", kind="in no place"))
IN = re.compile(
    rf"{NO_PLACE}(?:^|[\s(—–])(?:[Ii]n|[Nn]ear|[Tt]hroughout|[Oo]utside)"
    rf"(?: {lookups.alternatives('name_signs', kind='in place')})? $"
)
BESIDE = lookups.alternatives("name_signs", kind="of or beside place")
PART_OF = re.compile(rf"\b(?:{BESIDE}|{lookups.alternatives('name_signs', kind='of place')}) of $|\b{BESIDE},? $")
AREA = re.compile(rf"-based\b| {lookups.alternatives('name_signs', kind='behind place')}\b")
BELONGS = re.compile(
    rf"\b{lookups.alternatives('name_signs', kind='of organisation')} (?:of|for|at|with|from) (?:the )?$|\bat the $"
)
HEADED = re.compile(rf"(?:['’]s?)? {lookups.alternatives('name_signs', kind='behind organisation')}\b")
BEFORE = (
    one for kind in ("in place", "of or beside place") for one in lookups.column("name_signs", "pattern", kind=kind)
)
# One of these ends whatever IN, PART_OF or BELONGS finds.
LEADING = (
    *("in ", "In ", "ear ", "hout ", "side ", "of ", "for ", "at ", "with ", "from ", "the ", ", "),
    *(f"{word[-2:]} " if word[-2:].isalpha() else " " for words in BEFORE for word in words),
)
PLURAL = re.compile(r"[A-Z][a-z]+s")
APPOSED = re.compile(r", (an?|the|its|his|her) ((?:[\w'’-]+ ){0,4}[\w-]+)")
OWNS = re.compile(r"['’]s\b|[-–]\w")


def with_kinds(text: str, found: list[Name]) -> list[Name]:
    """The mentions, those of unknown kind with what the words around all mentions of the same form say:

    1. A person: an age, `who`, a word of saying after two names, a noun for people before it (`striker Ada Holm`) or in
       an apposition behind it (`Ada Holm, a striker`).
    2. A place: `in` or `near` before it without possessive, `the city of`, `Holm region`, a place behind its comma.
    3. An organisation: `a spokesman for`, `at the`, `Holm spokesman`, an apposition with `company` and the like, a
       plural or three to six capitals behind `the` (`the Ravens`, `the HRI`).
    4. Where no sign speaks at all, capitals used twice and an address in .com are an organisation, and a given name
       alone is a person. Where signs of two kinds stand against each other, nothing is settled.
    """
    votes: dict[str, list[str]] = {}
    for number, name in enumerate(found):
        if name.kind is None:
            following = found[number + 1] if number + 1 < len(found) else None
            votes.setdefault(name.form, []).extend(signs(text, name, following))
    uses = Counter([name.form for name in found])
    chosen = {form: choice(form, told, uses[form]) for form, told in votes.items()}
    return [name._replace(kind=chosen[name.form]) if name.kind is None else name for name in found]


def choice(form: str, signs: list[str], uses: int) -> str | None:
    """The kind that twice as many signs stand for as for all others; without any, what the form alone suggests."""
    if not signs:
        if (uses > 1 and ACRONYM.fullmatch(form)) or form.endswith((".com", ".org", ".net")):
            return "organisation"
        return "person" if form in given_names() else None
    [(kind, most)] = Counter(signs).most_common(1)
    return kind if most >= 2 * (len(signs) - most) else None


def signs(text: str, name: Name, following: Name | None) -> list[str]:
    """The kinds that the words around one mention speak for."""
    before, behind = text[max(0, name.start - 40) : name.start], text[name.end : name.end + 60]
    words = behind.split(maxsplit=1)
    said = " " in name.form and bool(words) and (words[0].rstrip(",") in cue_forms() or WHO.match(behind) is not None)
    leads = before.endswith(LEADING)
    inside = leads and IN.search(before) is not None and not OWNS.match(behind)
    found = ["person"] * (said or AGE.match(behind) is not None or is_called(before, behind))
    found += apposed(behind, inside)
    if (leads and BELONGS.search(before)) or HEADED.match(behind):
        found.append("organisation")
    parent = following is not None and following.kind == "place" and text[name.end : following.start] == ", "
    if before.endswith((" the ", "The ")) and (PLURAL.fullmatch(name.form) or ACRONYM.fullmatch(name.form)):
        found.append("organisation")
    if inside or parent or (leads and PART_OF.search(before)) or AREA.match(behind):
        found.append("place")
    return found


def is_called(before: str, behind: str) -> bool:
    """Whether a noun for people stands directly before a name, or before a name between commas."""
    words = before.split()
    if not words or not before.endswith(" "):
        return False
    noun = words[-1].removesuffix(",")
    return is_person_noun(noun) and (noun == words[-1] or behind.startswith(","))


def apposed(behind: str, inside: bool) -> list[str]:
    """The kind that an apposition speaks for, by its first noun that says one; `In Velmor, the mayor …` has none."""
    match = APPOSED.match(behind)
    if match is None or (inside and match.group(1) == "the"):
        return []
    for noun in match.group(2).split():
        if is_person_noun(noun):
            return ["person"]
        if noun in bodies():
            return ["organisation"]
    return []


def is_person_noun(word: str) -> bool:
    """Whether a word in small letters describes a person."""
    return word in person_nouns() or OCCUPATION.fullmatch(word) is not None


@cache
def bodies() -> frozenset[str]:
    """The last words of organisations' names, in small letters."""
    return (
        frozenset(form.lower() for form in lookups.column("endings", "form", kind="organisation")) - capitals().keys()
    )
