"""The names in a run of capitals: where each begins and ends, and what its words alone say that it is."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ... import lookups
from .lexicon import (
    PARTICLES,
    SUFFIXES,
    as_written,
    beginnings,
    capitals,
    endings,
    given_names,
    sizes,
    titles,
    variants,
)
from .run import INITIAL, Word, joined, longest, pieces

INSIDE = ("of", "for", "on")  # what an institution deals with stands behind it
CONTRACTION = re.compile(r".+(?:n['’]t|['’](?:m|re|ve|ll|d))")
PLURAL = re.compile(r"[A-Z]{2,5}s")  # `PCs`
DELIBERATING = frozenset(("Council", "Committee", "Subcommittee", "Commission", "Conference"))  # … on something
TEAM = re.compile(r"[A-Z][a-z]{2,}s")
LONGEST = 8
LEAST_ACRONYM = len("A.B.C.")


class Part(NamedTuple):
    """A stretch of a run: its span there, form, what it is (see `unit`), and whether the run is cut before it."""

    start: int
    end: int
    form: str
    kind: str | None
    first: bool


@lru_cache(maxsize=16_384)
def parts(run: str, stopped: bool) -> tuple[Part, ...]:
    """The parts of a run, which its words alone decide."""
    return tuple(read(run, stopped))


def read(run: str, stopped: bool) -> list[Part]:
    """Cut a run into names, titles and words that are neither."""
    found = []
    for group in pieces(run, stopped):
        at = 0
        while at < len(group):
            size, kind = unit(group, at)
            found.append(Part(group[at].start, group[at + size - 1].end, joined(group, at, size), kind, at == 0))
            at += size
    return found


def unit(group: list[Word], at: int) -> tuple[int, str | None]:
    """How many words the unit at `at` has, and what it is: skip, title, thing, person, place, organisation or null."""
    form = group[at].form
    listed = longest(group, at, variants(), sizes(variants).get(form, 0))
    institution = ended(group, at)
    if institution and capitals().get(form) == "demonym" and longest(group, at + 1, variants(), 4) + 1 == institution:
        return 1, "skip"
    if institution > listed:
        return institution, endings()[head_of([word.form for word in group[at : at + institution]])]
    if listed and not (listed == 1 and is_given(group, at)):
        return extended(group, at, listed)
    office = longest(group, at, titles(), sizes(titles).get(form, 0))
    if office:
        return office, "title"
    common = 0 if is_given(group, at) else longest(group, at, capitals(), sizes(capitals).get(form, 0))
    if common or not form[0].isupper() or is_common(form):
        return common or 1, "skip"
    if form in beginnings() and at + 1 < len(group) and is_plain(group[at + 1].form):
        return 2, beginnings()[form]
    size = extent(group, at)
    initial = INITIAL.fullmatch(form) is not None
    if size == 1 and initial and len(form) < LEAST_ACRONYM:
        return 1, "skip"
    return size, "person" if size > 1 and (initial or as_written(form) in given_names()) else None


def head_of(words: list[str]) -> str:
    """The word that tells what an institution is: the last one that can, before `of`, `for` or `on`."""
    end = next((number for number, word in enumerate(words) if word in INSIDE), len(words))
    heads = [word for word in words[:end] if word in endings()] or [word for word in words if word in endings()]
    return heads[-1]


def extended(group: list[Word], at: int, listed: int) -> tuple[int, str | None]:
    """A form that a lookup has, with `Jr.` behind a person, and a plural behind a place that makes it a team's name."""
    kind = variants()[joined(group, at, listed)][1]
    behind = group[at + listed].form if at + listed < len(group) else ""
    if kind == "place" and TEAM.fullmatch(behind) and is_plain(behind) and behind not in given_names():
        return listed + 1, "organisation"
    return listed + (kind == "person" and behind in SUFFIXES), kind


def is_given(group: list[Word], at: int) -> bool:
    """Whether a word that a lookup lists is a given name here: a word follows that can be a surname."""
    return group[at].form in given_names() and at + 1 < len(group) and is_plain(group[at + 1].form)


def is_plain(form: str) -> bool:
    """Whether a capitalised word means nothing to the word lists but, maybe, a given name."""
    return form[0].isupper() and not any(form in listed for listed in (variants(), titles(), capitals(), endings()))


def is_common(form: str) -> bool:
    """Whether a word is a letter, a function word in capitals, a contraction, `PCs`, or a compound of peoples."""
    if len(form) == 1 or (form.isupper() and form.capitalize() in joining()):
        return True
    if CONTRACTION.fullmatch(form) or PLURAL.fullmatch(form):
        return True
    return "-" in form and all(part in capitals() or part.islower() for part in form.split("-"))


def ended(group: list[Word], at: int) -> int:
    """How many words a name has that ends like an organisation, place or thing, with `of …` or `for …` behind it."""
    size = 0
    if at + 1 == len(group) or capitals().get(group[at].form) == "starter":
        return 0
    for end in range(at, min(len(group), at + LONGEST)):
        form, behind = group[end].form, group[end + 1].form if end + 1 < len(group) else ""
        if form in titles() or form in joining() or not (form[0].isupper() or size):
            break
        goes_on = behind in ("of", "for") or (behind == "on" and form in DELIBERATING)
        if form in endings() and (end > at or goes_on):
            size = end + 1 - at
            if goes_on:
                most = min(len(group), end + 2 + LONGEST)
                return next((number for number in range(end + 2, most) if group[number].form in titles()), most) - at
    return 0 if size == 2 and is_surname(group, at) else size


@cache
def joining() -> frozenset[str]:
    """Function words as a headline writes them: `For`, `To`, `The`."""
    return frozenset(word.capitalize() for word in lookups.column("stopwords", "word"))


def is_surname(group: list[Word], at: int) -> bool:
    """Whether a place's last word is the surname behind a given name: `Kari Lake`."""
    given = group[at].form in given_names() and group[at].form not in variants()
    return given and endings()[group[at + 1].form] != "organisation"


def extent(group: list[Word], at: int) -> int:
    """How many words the name at `at` has, where no word list settles it."""
    given = as_written(group[at].form) in given_names() or INITIAL.fullmatch(group[at].form) is not None
    end = at + 1
    while end < min(len(group), at + LONGEST):
        form, last = group[end].form, end + 1 == len(group)
        inner = form in PARTICLES and not last
        place = variants().get(form, ("", "person"))[1] != "person" and not given
        title = form in titles() and not (given and last)
        begins = not given and form in given_names() and not last and is_plain(group[end + 1].form)
        common = capitals().get(form) in ("demonym", "noun")
        if place or begins or title or common or not (form[0].isupper() or inner):
            break
        end += 1
    return end - at
