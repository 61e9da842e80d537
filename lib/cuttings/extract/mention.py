"""Mentions: people, places and organisations that the article itself names, under one name each."""

import re
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from .each import Row, spans
from .name.acronym import with_acronyms
from .name.description import described
from .name.finding import named, recognised
from .name.institution import joined_by_and, with_short_forms
from .name.kind import with_kinds
from .name.lexicon import given_names, variants
from .name.name import Name
from .name.person import settled
from .name.run import is_small, is_title_case, runs
from .name.script import capitals_tell
from .sentence import sentence_spans

ADJECTIVE = re.compile(r"[A-Z][a-z]{2,}(?:ian|ish|ese|esque|ism|istic|i[sz]ation)s?")


def mentions(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per mention of a named person, place or organisation in the article itself.

    1. A name is a run of capitalised words (`name/run.py`), with `of`, `for`, `on`, `de` … inside where the word before
       asks for it; words that begin sentences, peoples, days and months (lookups/capitals.csv, demonyms.csv) are none,
       nor are acts, prizes, wars and other things (lookups/endings.csv).
    2. A form in lookups/names.csv or places.csv, or another spelling of it (`name/spelling.py`), has the name and kind
       given there, so that spellings of several outlets are one.
    3. kind: words behind a title (lookups/titles.csv) or beginning with a given name (lookups/firstnames.csv) are a
       person; words that end like an organisation or a place (lookups/endings.csv) are one. For the rest the words
       around all mentions of the form decide (`name/kind.py`); null where they do not settle it.
    4. A surname or a given name alone is the person whose full name the article gives; where two share it, it stays as
       it is, unless title or office tell (`name/person.py`). A middle initial makes no other person.
    5. An acronym explained in brackets, and `the Institute` where there is one only, go under the full name.
    6. `the Ukrainian president` is a mention of the person who the article says is that (`name/description.py`);
       `described` marks it, and its form is the description.
    7. A headline in capitals gives only names that the article or the lookups know; so does a single word that begins a
       sentence. In German, where every noun has a capital, and in scripts without capitals, names are those of the
       lookups and people with a given name or a title.

    How often that is right was measured against articles labelled by hand: see README, "How it is built".

    Not found: names in small letters, nicknames that no lookup has, people of one name without a sign, and names in
    other languages that only their grammar shows.
    """
    return spans(articles, "mentions", rows)


def rows(text: str) -> Iterator[Row]:
    """The rows of one article."""
    found = names(text)
    for name in (*found, *described(text, found)):
        yield name._asdict()


@lru_cache(maxsize=64)
def names(text: str) -> tuple[Name, ...]:
    """The mentions of one article by name, in order."""
    titled, found, telling = [], [], capitals_tell(text)
    for start, end, _ in sentence_spans(text):
        here = runs(text, start, end)
        if not here:
            continue
        headline = is_title_case(text, start, end)
        if headline or telling == "nothing":
            titled += here
        if not headline:
            found += trusted([name for run in here for name in named(text, start, run)], start, telling)
    known = set(known_forms(found))
    found += [name for run in titled for name in recognised(text, run, known)]
    common = frozenset(text.split())
    kept = [trimmed(text, name, common) for name in found if is_kept(name, known, common)]
    whole = joined_by_and(text, list(apart(kept)))
    settled_ones = settled(with_kinds(text, whole), common)
    return tuple(with_acronyms(text, with_short_forms(settled_ones)))


def trusted(found: list[Name], sentence: int, telling: str) -> list[Name]:
    """The names of a sentence that its language tells from nouns: in German the people with a given name or title."""
    if telling == "nothing":
        return [name for name in found if name.kind == "person"]
    if telling == "first" and found and found[0].kind is None and found[0].start <= sentence + 2:
        return [found[0]._replace(doubtful=True), *found[1:]]
    return found


def is_kept(name: Name, known: set[str], common: frozenset[str]) -> bool:
    """Whether a capital is a name's, and not a sentence's or an adjective's (`Persian`)."""
    if name.kind is None and ADJECTIVE.fullmatch(name.form) and name.form not in given_names():
        return False
    return not name.doubtful or (name.form in known and not is_small(name.form, common))


def trimmed(text: str, name: Name, common: frozenset[str]) -> Name:
    """A person without a last word that the article also has in small letters: `Ada Holm Memos`."""
    if name.kind != "person" or name.form.count(" ") < 2:
        return name
    words = name.form.split()
    if not is_small(words[-1], common) or name.form in variants():
        return name
    form, rest = " ".join(words[:-1]), text[name.start : name.end - len(words[-1])]
    return name._replace(end=name.start + len(rest.rstrip()), form=form, name=form)


def known_forms(found: list[Name]) -> Iterator[str]:
    """Forms that capitals alone cannot make: those of ordinary sentences, with people's surnames and given names."""
    for name in found:
        if not name.doubtful:
            yield name.form
            if " " in name.form and name.kind in (None, "person"):
                words = name.form.split()
                yield words[-1]
                if name.kind == "person" and words[0] in given_names():
                    yield words[0]


def apart(found: list[Name]) -> Iterator[Name]:
    """The mentions in order, without those that begin inside the one before."""
    end = 0
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if name.start >= end:
            yield name
            end = name.end
