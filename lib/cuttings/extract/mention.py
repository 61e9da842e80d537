"""Mentions: people, places and organisations that the article itself names, under one name each."""

import re
from collections.abc import Callable, Container, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd

from .. import lookups
from .each import spans
from .sentence import cue_forms, sentence_spans

LETTER = r"[^\W\d_a-z]"  # a letter that is no small one, as far as a pattern can tell
WORD = rf"(?:(?:[A-Z]\.){{1,4}}(?!\w)|(?:al-|Al-|O['’])?{LETTER}\w*+(?:['’-]\w++|\.(?=[A-Z]))*+)"
JOIN = r"(?:[ \u00a0]\n?|\r?\n)"
INNER = r"(?:of(?: the)?|for(?: the)?|de|del|della|di|da|du|van|van der|von|von der|bin|ibn|al|el)"
RUN = re.compile(rf"(?<![\w$€£@#]){WORD}(?:\.?{JOIN}(?:{INNER}{JOIN})?(?={LETTER}|al-){WORD})*+")
PIECE = re.compile(r"\S+")
POSSESSIVE = re.compile(r"['’](?:s|S)?$")
INITIAL = re.compile(r"(?:[A-Z]\.)+")
PERSON_SIGN = re.compile(r",? who\b|, \d\d,")
PARTICLES = frozenset(["de", "del", "della", "di", "da", "du", "van", "der", "von", "bin", "ibn", "al", "el"])
SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))
LONGEST = 8


class Name(NamedTuple):
    """One mention: its span and form, the canonical name and kind, and a person's gender (m, f) and title here."""

    start: int
    end: int
    form: str
    name: str
    kind: str | None
    gender: str = ""
    title: str = ""
    doubtful: bool = False  # capitals that the place demands: to be kept only if the form is known from elsewhere


class Word(NamedTuple):
    """A word of a run of capitals, without possessive and full stop, and its span in the record."""

    start: int
    end: int
    form: str


def mentions(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per mention of a named person, place or organisation in the article itself.

    1. A name is a run of capitalised words, with `of`, `for`, `de`, `von` … inside where the word before asks
       for it; common words that begin sentences, peoples, days and months (lookups/capitals.csv) are none.
    2. A form in lookups/names.csv has the name and kind given there, so that spellings of several outlets are
       one.
    3. Words behind a title (lookups/titles.csv) or beginning with a given name (lookups/firstnames.csv) are a
       person; words that end like an organisation or a place (lookups/endings.csv) are one.
    4. A surname alone is the person whose full name the article gives; where two share it, it stays as it is.
       A middle initial makes no other person.
    5. A headline in capitals gives only names that the article or the lookups know; so does a single word
       that begins a sentence.

    Not found: names in small letters or in scripts without capitals, nicknames that no lookup has.
    """
    return spans(articles, "mentions", lambda text: (name._asdict() for name in names(text)))


@lru_cache(maxsize=64)
def names(text: str) -> tuple[Name, ...]:
    """The mentions of one article, in order."""
    titled, found = [], []
    for start, end, _ in sentence_spans(text):
        runs = list(RUN.finditer(text, start, end))
        if is_title_case(text[start:end]):
            titled += runs
        else:
            found += [name for run in runs for name in named(text, start, run)]
    known = {name.form for name in found if not name.doubtful}
    known |= {form.split()[-1] for form in known if " " in form}
    found += [name for run in titled for name in recognised(text, run, known)]
    kept = sorted(name for name in found if not name.doubtful or name.form in known)
    return tuple(settled(text, kept))


def is_title_case(sentence: str) -> bool:
    """Whether most words of a sentence begin with a capital, so that capitals say nothing."""
    heads = [word[0] for word in sentence[:2000].split() if word[0].isalpha()]
    return len(heads) >= 3 and sum(map(str.isupper, heads)) > 0.6 * len(heads)


def pieces(text: str, run: re.Match) -> Iterator[list[Word]]:
    """The words of a run, cut behind a possessive and at a day or a month."""
    group: list[Word] = []
    for match in PIECE.finditer(text, *run.span()):
        bare = POSSESSIVE.sub("", match.group())
        form = bare if INITIAL.fullmatch(bare) or bare in titles() else bare.rstrip(".'’")
        day = capitals().get(form) == "calendar"
        if not day:
            group.append(Word(match.start(), match.start() + len(form), form))
        if day or len(bare) < len(match.group()):
            yield group
            group = []
    yield group


def named(text: str, sentence: int, run: re.Match) -> Iterator[Name]:
    """The names in one run of a sentence in ordinary spelling."""
    before = text[max(sentence, run.start() - 20) : run.start()]
    opens = not any(map(str.isalnum, before)) or before[-1] in '"“‘'
    for group in pieces(text, run):
        at, title = 0, ""
        while at < len(group):
            size, kind = unit(group, at)
            form = joined(group, at, size)
            if kind == "title":
                title = form
            elif kind != "skip":
                doubtful = opens and size == 1 and not title and form not in variants()
                person = "person" if title and kind is None else kind
                yield Name(group[at].start, group[at + size - 1].end, form, form, person, "", title, doubtful)
            at += size
            title = title if kind == "title" else ""
            opens = opens and kind == "skip"


def unit(group: list[Word], at: int) -> tuple[int, str | None]:
    """How many words the unit at `at` has, and what it is: skip, title, person, place, organisation or unknown."""
    listed, form = longest(group, at, variants(), sizes(variants).get(group[at].form, 0)), group[at].form
    institution = ended(group, at)
    if institution > listed:
        return institution, endings()[next(w.form for w in group[at : at + institution][::-1] if w.form in endings())]
    if listed:
        return listed, variants()[joined(group, at, listed)][1]
    office = longest(group, at, titles(), sizes(titles).get(form, 0))
    if office:
        return office, "title"
    if form in capitals() or not form[0].isupper():
        return 1, "skip"
    size = extent(group, at)
    given = size > 1 and (form in given_names() or INITIAL.fullmatch(form) is not None)
    return size, "person" if given else None


def ended(group: list[Word], at: int) -> int:
    """How many words a name has that ends like an organisation or a place, with `of …` or `for …` behind it."""
    size = 0
    if capitals().get(group[at].form) != "starter":
        for end in range(at, min(len(group), at + LONGEST)):
            form, behind = group[end].form, group[end + 1].form if end + 1 < len(group) else ""
            if form in titles() or not (form[0].isupper() or size):
                break
            if form in endings() and (end > at or behind in ("of", "for")):
                size = end + 1 - at
                if behind in ("of", "for"):
                    return next((n for n in range(end + 2, len(group)) if group[n].form in titles()), len(group)) - at
    return size


def extent(group: list[Word], at: int) -> int:
    """How many words the name at `at` has, where no word list settles it."""
    end = at + 1
    while end < min(len(group), at + LONGEST):
        form = group[end].form
        inner = form in PARTICLES and end + 1 < len(group)
        place = variants().get(form, ("", "person"))[1] != "person" and group[at].form not in given_names()
        if place or not (form[0].isupper() or inner) or form in titles() or capitals().get(form) == "demonym":
            break
        end += 1
    return end - at


def recognised(text: str, run: re.Match, known: set[str]) -> Iterator[Name]:
    """The names in a run of a headline: forms that the article has elsewhere or a lookup knows."""
    for group in pieces(text, run):
        at = 0
        while at < len(group):
            size = max(
                longest(group, at, variants(), sizes(variants).get(group[at].form, 0)),
                longest(group, at, known, 5),
            )
            if size:
                form = joined(group, at, size)
                kind = variants()[form][1] if form in variants() else None
                yield Name(group[at].start, group[at + size - 1].end, form, form, kind)
            at += size or 1


def longest(group: list[Word], at: int, forms: Container[str], most: int) -> int:
    """How many words, at most `most`, make up the longest form from `at` on that is listed; 0 for none."""
    sizes = range(min(most, len(group) - at), 0, -1)
    return next((size for size in sizes if joined(group, at, size) in forms), 0)


def joined(group: list[Word], at: int, size: int) -> str:
    """The form made of some words of a run."""
    return group[at].form if size == 1 else " ".join([word.form for word in group[at : at + size]])


def settled(text: str, found: list[Name]) -> Iterator[Name]:
    """The mentions with canonical name, kind, and the gender that any mention of the same name shows."""
    full = full_names(text, found)
    named_so = [canonical(name, full) for name in found]
    genders: dict[str, str] = {}
    for item, (name, _) in zip(found, named_so, strict=True):
        genders[name] = titles().get(item.title) or genders.get(name) or given_names().get(name.split()[0], "")
    for item, (name, kind) in zip(found, named_so, strict=True):
        yield item._replace(name=name, kind=kind, gender=genders[name] if kind != "place" else "")


def full_names(text: str, found: list[Name]) -> dict[str, dict[str, str]]:
    """The people whom the article names in full: by surname, the canonical name by given name."""
    single = {name.form for name in found if " " not in name.form}
    full: dict[str, dict[str, str]] = {}
    for name in found:
        first, last = ends(name.form)
        if first and (name.kind == "person" or (name.kind is None and (last in single or has_sign(text, name)))):
            listed = variants().get(f"{first} {last}") or variants().get(name.form) or (name.form, "")
            full.setdefault(last, {}).setdefault(first, listed[0])
    return full


def has_sign(text: str, name: Name) -> bool:
    """Whether an age, `who` or a word of saying follows, as after a person."""
    behind = text[name.end : name.end + 30]
    return PERSON_SIGN.match(behind) is not None or (behind.split() or [""])[0] in cue_forms()


def ends(form: str) -> tuple[str, str]:
    """Given name (empty for a single word) and surname, without initials between them and suffixes behind."""
    parts = [part for part in form.split() if part not in SUFFIXES]
    return (parts[0], parts[-1]) if len(parts) > 1 else ("", form)


def canonical(item: Name, full: dict[str, dict[str, str]]) -> tuple[str, str | None]:
    """The name that a form stands for, and its kind."""
    listed = variants().get(item.form)
    first, last = ends(item.form)
    if listed and (listed[1] != "person" or first):
        return listed
    people = full.get(last, {})
    if first:
        return (people[first], "person") if first in people else (item.form, item.kind)
    sex = titles().get(item.title, "")
    fitting = {name for given, name in people.items() if not sex or given_names().get(given, sex) in (sex, "")}
    if len(fitting) == 1 and (not listed or listed[0] in fitting):
        return fitting.pop(), "person"
    if people:
        return item.form, "person"
    return listed or by_given_name(item, full)


def by_given_name(item: Name, full: dict[str, dict[str, str]]) -> tuple[str, str | None]:
    """The person whom a given name alone stands for, if the article names one so in full."""
    fitting = {people[item.form] for people in full.values() if item.form in people}
    if item.form in given_names() and len(fitting) == 1:
        return fitting.pop(), "person"
    return item.form, item.kind


@cache
def sizes(listed: Callable[[], dict]) -> dict[str, int]:
    """The number of words of the longest form listed that begins with a word."""
    found: dict[str, int] = {}
    for form in listed():
        found[form.split()[0]] = max(found.get(form.split()[0], 0), len(form.split()))
    return found


@cache
def variants() -> dict[str, tuple[str, str]]:
    """Canonical name and kind of each form in lookups/names.csv, and of the surnames of the people in it."""
    listed = {row["form"]: (row["name"], row["kind"]) for row in lookups.rows("names")}
    surnames = {ends(form)[1]: entry for form, entry in listed.items() if entry[1] == "person"}
    return surnames | listed


@cache
def titles() -> dict[str, str]:
    """The titles of lookups/titles.csv that stand before names, with the gender that they show."""
    listed = {row["form"]: row["gender"] for row in lookups.rows("titles") if row["use"] == "title"}
    return listed | {form.rstrip("."): gender for form, gender in listed.items()}


@cache
def capitals() -> dict[str, str]:
    """Capitalised words that are no names, with their kind."""
    return {row["form"]: row["kind"] for row in lookups.rows("capitals")}


@cache
def endings() -> dict[str, str]:
    """Last words of the names of organisations and places, with the kind."""
    return {row["form"]: row["kind"] for row in lookups.rows("endings")}


@cache
def given_names() -> dict[str, str]:
    """Given names with the gender that they show."""
    return {row["form"]: row["gender"] for row in lookups.rows("firstnames")}
