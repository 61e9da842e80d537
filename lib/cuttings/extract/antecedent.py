"""Antecedents: whom a pronoun or a description stands for."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from .mention import names
from .name.description import described
from .subject import Subject, View, is_free

# An office that one person holds names that person, if not by name: no anonymous speaker.
OFFICE = re.compile(
    r"[Tt]he (?:[A-Z][\w.]+ ){0,2}(?:president|prime minister|chancellor|king|queen|pope|foreign minister)$"
)
SUBORDINATE = re.compile(
    r"\W*(?:When|While|As|After|Before|Although|Though|If|Since|Because|Once|Asked|Pressed|Questioned|Having)\b"
)
SAID = re.compile(r" (?:said|told|asked|added|wrote)\b")
FRONTED = re.compile(r"[^,\"]{0,30}, ")
NEW = re.compile(r"(?:An?|One|Another) ")
LOOSE = ("group", "team", "campaign")  # bodies of which an article means others, too
OF_AGE = re.compile(r"\d+-year-old")
SAME = {"m": re.compile(r"\b(?:[Hh]e|his|him)\b"), "f": re.compile(r"\b(?:[Ss]he|her)\b"), "a": re.compile(r"(?!)")}


def resolve(view: View, subject: Subject, last: Subject | None) -> Subject | None:
    """The subject with the name that it stands for; null for a pronoun that nobody fits."""
    if subject.kind == "pronoun":
        found = antecedent(view, subject, last) if subject.gender in ("m", "f") else None
        return found and found._replace(start=subject.start, end=subject.end)
    if subject.kind == "place":
        return one_of(subject, ends_of(view.text, "person").get(subject.name.lower(), {}), "person")
    if subject.kind == "role":
        subject = apposed(view, subject)
    if subject.kind != "role" or not subject.name.lower().startswith("the "):
        return subject
    return holder_of(view, subject, last)


def holder_of(view: View, subject: Subject, last: Subject | None) -> Subject:
    """Whom a description with `the` stands for: the one with that title, whoever was so described before, the one body
    whose name ends so (`the agency`), or, of an age, the last person named.
    """
    office = subject.name.lower().removeprefix("the ")
    holders = view.offices.get(office, set())
    if len(holders) == 1 and (" " in office or (last and last.name in holders)):
        return subject._replace(kind="person", name=next(iter(holders)))
    if last and last.kind == "role" and last.name.lower().split()[-1] == office:
        return subject._replace(name=last.name)
    if subject.gender == "n" and " " not in office and office not in LOOSE:
        return one_of(subject, ends_of(view.text, "organisation").get(office, {}), "organisation")
    if OF_AGE.match(office):
        found = antecedent(view, subject._replace(kind="pronoun", gender="a"), last)
        return found._replace(start=subject.start, end=subject.end) if found and found.kind == "person" else subject
    person = titled(view.text).get(subject.start)
    return subject._replace(kind="person", name=person) if person else subject


def one_of(subject: Subject, known: dict[str, int], kind: str) -> Subject:
    """A subject under the one name that ends like it, if the article gives that before."""
    name = next(iter(known)) if len(known) == 1 else None
    return subject._replace(kind=kind, name=name) if name and known[name] < subject.start else subject


@lru_cache(maxsize=64)
def titled(text: str) -> dict[int, str]:
    """The descriptions by office of somebody named before (`the Ukrainian president`), by where they begin."""
    first: dict[str, int] = {}
    for name in names(text):
        first.setdefault(name.name, name.start)
    return {one.start: one.name for one in described(text, names(text)) if first[one.name] < one.start}


@lru_cache(maxsize=128)
def ends_of(text: str, kind: str) -> dict[str, dict[str, int]]:
    """The names of one kind in an article, each with its first place, by their last words in small letters."""
    found: dict[str, dict[str, int]] = {}
    for name in names(text):
        if name.kind == kind and " " in name.name:
            found.setdefault(name.name.lower().split()[-1], {}).setdefault(name.name, name.start)
    return found


def apposed(view: View, subject: Subject) -> Subject:
    """A description under the name that stands behind it: `the mayor, Ada Holm, …`."""
    place = bisect_left(view.firsts, subject.end + 2)
    if not view.host.startswith(", ", subject.end) or view.firsts[place : place + 1] != [subject.end + 2]:
        return subject
    named = view.subjects[place]
    closed = named.kind == "person" and view.host[named.end : named.end + 1] in (",", ".", '"')
    return named._replace(start=subject.start, end=subject.end) if closed else subject


def antecedent(view: View, pronoun: Subject, last: Subject | None) -> Subject | None:
    """Whom he or she is: the first fitting subject of the sentence, else the last speaker, else of sentences before.

    A sentence that begins with the same pronoun says nothing new of whom it means.
    """
    number = max(0, bisect_right(view.starts, pronoun.start) - 1)
    here = view.sentences[number]
    same = first_free(view, here.start, pronoun.start, pronoun.gender)
    if same and not repeats(view, here.start, same, pronoun.gender):
        return same
    for back in range(number - 1, max(-1, number - 6), -1):
        sentence = view.sentences[back]
        found = first_person(view, sentence.start, sentence.end, pronoun.gender)
        if last and agrees(last, pronoun.gender) and last.start >= sentence.start:
            return last
        if found and not repeats(view, sentence.start, found, pronoun.gender):
            return found
    return last if last and agrees(last, pronoun.gender) else None


def repeats(view: View, start: int, found: Subject, gender: str) -> bool:
    """Whether the same pronoun stands before a name in its sentence: `He had protested Rivera` is not Rivera, but
    `Asked if he was sorry, Mayor Rivera` is.
    """
    same = SAME[gender].search(view.host, start, min(found.start, start + 300))
    if same is None:
        return False
    comma = view.host.rfind(", ", max(start, found.start - 60), found.start)
    led = comma > same.end() and all(word[0].isupper() for word in view.host[comma + 2 : found.start].split())
    return not (led and found.kind != "role" and any(map(str.isalnum, view.host[start : same.start()])))


def first_person(view: View, start: int, end: int, pronoun: str) -> Subject | None:
    """The first subject of an earlier sentence that a pronoun can stand for: a name, also behind its description, or
    somebody whom the sentence begins with as new: `One man from Holm said it had rained. “It poured,” he said.`
    """
    place = bisect_left(view.firsts, start)
    for subject in view.subjects[place : place + 12]:
        if subject.end > end:
            break
        known = apposed(view, subject) if subject.kind == "role" else subject
        new = subject.start == start and NEW.match(subject.name) is not None
        if new and known.kind == "role":
            known = fronted(view, subject)
        if known.kind in ("place", "pronoun") or (known.kind == "role" and not new):
            continue
        if known.kind == "name" and SAID.match(view.host, known.end):
            known = known._replace(kind="person")
        if is_free(view, subject, start) and agrees(known, pronoun):
            return known
    return None


def fronted(view: View, subject: Subject) -> Subject:
    """The person behind a description that begins a sentence: `A friend of the family, Ada Holm smiled.`"""
    comma = FRONTED.match(view.host, subject.end)
    place = bisect_left(view.firsts, comma.end()) if comma else len(view.firsts)
    behind = view.subjects[place] if place < len(view.firsts) else None
    return behind if comma and behind and behind.start == comma.end() and behind.kind == "person" else subject


def first_free(view: View, start: int, end: int, pronoun: str = "") -> Subject | None:
    """The first subject of a sentence that depends on no preposition; for a pronoun, one that it can stand for."""
    place = bisect_left(view.firsts, start)
    for subject in view.subjects[place : place + 12]:
        if subject.end > end:
            break
        if subject.kind in ("place", "pronoun") and pronoun:
            continue
        if is_free(view, subject, start) and agrees(subject, pronoun):
            return subject
    return None


def main_subject(view: View, start: int, end: int) -> Subject | None:
    """The first subject of a sentence's main clause: `When Holm left, Rivera put it so`."""
    comma = view.host.find(", ", start, min(end, start + 300)) if SUBORDINATE.match(view.host, start) else -1
    found = first_free(view, comma + 2, end) if comma > 0 else None
    return found or first_free(view, start, end)


def agrees(subject: Subject, gender: str) -> bool:
    """Whether a pronoun of that gender can stand for the subject."""
    if not gender:
        return True
    if subject.kind == "role":
        return subject.gender in ("s", gender)
    return (
        (subject.kind == "person" or " " in subject.name)
        and subject.kind in ("person", "name")
        and (gender == "a" or subject.gender in ("", gender))
    )


def is_anonymous(subject: Subject) -> bool:
    """Whether a speaker is described and not named."""
    return subject.kind == "role" and not OFFICE.match(subject.name)
