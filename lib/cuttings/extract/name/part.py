"""The names in a run of capitals: where each begins and ends, and what its words alone say that it is."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ... import lookups
from .lexicon import SUFFIXES, as_written, beginnings, capitals, endings, given_names, sizes, tails, titles, variants
from .name import Name
from .run import INITIAL, Word, joined, longest, pieces

INSIDE = ("of", "for", "on")
PARTICLES = frozenset(["de", "del", "della", "di", "da", "du", "van", "der", "von", "bin", "ibn", "al", "el"])
CONTRACTION = re.compile(r".+(?:n['’]t|['’](?:m|re|ve|ll|d))")
DELIBERATING = frozenset(("Council", "Committee", "Subcommittee", "Commission", "Conference"))  # … on something
TEAM = re.compile(r"[A-Z][a-z]{2,}s")
LONGEST = 8
LEAST_ACRONYM = len("A.B.C.")
REMEMBERED = 100


class Part(NamedTuple):
    """A stretch of a run: its span there, form, what it is (see `unit`), and whether the run is cut before it."""

    start: int
    end: int
    form: str
    kind: str | None
    first: bool


def named(text: str, sentence: int, run: re.Match) -> Iterator[Name]:
    """The names in one run of a sentence in ordinary spelling."""
    before = text[max(sentence, run.start() - 20) : run.start()]
    opens = not any(map(str.isalnum, before)) or before[-1] in '"“‘' or before.endswith((": ", " '"))
    begin, title = run.start(), ""
    for part in parts_of(text, run):
        title = "" if part.first else title
        if part.kind == "title":
            opens, title = False, part.form
            continue
        if part.kind not in ("skip", "thing"):
            hail = opens and part.kind is None and before_surname(part.form)
            start, form = part.start + hail, part.form[hail:]
            doubtful = opens and not hail and " " not in form and not title and form not in variants()
            kind = variants()[form][1] if hail else "person" if title and part.kind is None else part.kind
            tail = next((tail for tail in tails().get(form, ()) if text.startswith(tail, begin + part.end)), "")
            form += tail
            yield Name(begin + start, begin + part.end + len(tail), form, form, kind, "", title, doubtful)
        opens, title = False, ""


def before_surname(form: str) -> int:
    """The length of a word before a name that a lookup has: `Hail Trump` at the beginning of a sentence."""
    head, blank, tail = form.partition(" ")
    return len(head) + 1 if blank and tail in variants() and head not in given_names() else 0


def parts_of(text: str, run: re.Match) -> Sequence[Part]:
    """The parts of a run; those of a short one are remembered."""
    stopped = text.startswith(".", run.end())
    return parts(run.group(), stopped) if run.end() - run.start() <= REMEMBERED else read(run.group(), stopped)


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


def recognised(text: str, run: re.Match, known: set[str]) -> Iterator[Name]:
    """The names in a run of a headline: forms that the article has elsewhere or a lookup knows."""
    begin = run.start()
    for group in pieces(run.group(), text.startswith(".", run.end())):
        at = 0
        while at < len(group):
            listed = longest(group, at, variants(), sizes(variants).get(group[at].form, 0))
            alone = len(group) if at == 0 and len(group) in (2, 3) and is_signed(text, run, group) else 0
            size = max(listed, longest(group, at, known, 5), alone)
            if ended(group, at) > size:
                size = ended(group, at)
            elif size:
                form = joined(group, at, size)
                kind = "person" if size == alone else variants()[form][1] if form in variants() else None
                yield Name(begin + group[at].start, begin + group[at + size - 1].end, form, form, kind)
            at += size or 1


def is_signed(text: str, run: re.Match, group: list[Word]) -> bool:
    """Whether a run between marks or line ends is a given name and a surname: `Ada Holm: Why I …`."""
    ahead, behind = text[max(0, run.start() - 2) : run.start()].strip(" "), text[run.end() : run.end() + 1]
    apart = ahead[-1:] in ("", "\n", ".", ":", ",") and behind in ("", "\n", ".", ":", ",")
    given = group[0].form in given_names() and group[0].form not in variants()
    return apart and given and all(is_plain(word.form) for word in group[1:])


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
    common = longest(group, at, capitals(), sizes(capitals).get(form, 0))
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
    """Whether a word is a letter, a contraction, a function word in capitals or a compound of peoples."""
    if len(form) == 1 or CONTRACTION.fullmatch(form) or (form.isupper() and form.capitalize() in joining()):
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
