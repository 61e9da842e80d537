"""Antecedents: whom a pronoun or a description stands for."""

import re
from bisect import bisect_left, bisect_right

from .subject import Subject, View, is_free

# An office that one person holds names that person, if not by name: no anonymous speaker.
OFFICE = re.compile(
    r"[Tt]he (?:[A-Z][\w.]+ ){0,2}(?:president|prime minister|chancellor|king|queen|pope|foreign minister)$"
)


def resolve(view: View, subject: Subject, last: Subject | None) -> Subject | None:
    """The subject with the name that it stands for; null for a pronoun that nobody fits."""
    if subject.kind == "pronoun":
        found = antecedent(view, subject, last) if subject.gender in ("m", "f") else None
        return found and found._replace(start=subject.start, end=subject.end)
    described = subject.name.lower()
    if subject.kind != "role" or not described.startswith("the "):
        return subject
    office = described.removeprefix("the ")
    holders = view.offices.get(office, set())
    if len(holders) == 1 and (" " in office or (last and last.name in holders)):
        return subject._replace(kind="person", name=next(iter(holders)))
    if last and last.kind == "role" and last.name.lower().split()[-1] == office:
        return subject._replace(name=last.name)
    return subject


def antecedent(view: View, pronoun: Subject, last: Subject | None) -> Subject | None:
    """Whom he or she is: the first fitting subject of the sentence, else the last speaker, else of sentences before."""
    number = max(0, bisect_right(view.starts, pronoun.start) - 1)
    here = view.sentences[number]
    same = first_free(view, here.start, pronoun.start, pronoun.gender)
    if same:
        return same
    for back in range(number - 1, max(-1, number - 6), -1):
        sentence = view.sentences[back]
        found = first_free(view, sentence.start, sentence.end, pronoun.gender)
        if last and agrees(last, pronoun.gender) and last.start >= sentence.start:
            return last
        if found:
            return found
    return last if last and agrees(last, pronoun.gender) else None


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


def agrees(subject: Subject, gender: str) -> bool:
    """Whether a pronoun of that gender can stand for the subject."""
    if not gender:
        return True
    if subject.kind == "role":
        return subject.gender in ("s", gender)
    return (
        (subject.kind == "person" or " " in subject.name)
        and subject.kind in ("person", "name")
        and subject.gender in ("", gender)
    )


def is_anonymous(subject: Subject) -> bool:
    """Whether a speaker is described and not named."""
    return subject.kind == "role" and not OFFICE.match(subject.name)
