"""Antecedents: whom a pronoun or a description stands for."""

import re
from bisect import bisect_left, bisect_right

from .subject import Subject, View, is_free

# An office that one person holds names that person, if not by name: no anonymous speaker.
OFFICE = re.compile(
    r"[Tt]he (?:[A-Z][\w.]+ ){0,2}(?:president|prime minister|chancellor|king|queen|pope|foreign minister)$"
)
SUBORDINATE = re.compile(
    r"\W*(?:When|While|As|After|Before|Although|Though|If|Since|Because|Once|Asked|Pressed|Questioned|Having)\b"
)
SAME = {"m": re.compile(r"\b[Hh]e\b"), "f": re.compile(r"\b[Ss]he\b")}


def resolve(view: View, subject: Subject, last: Subject | None) -> Subject | None:
    """The subject with the name that it stands for; null for a pronoun that nobody fits."""
    if subject.kind == "pronoun":
        found = antecedent(view, subject, last) if subject.gender in ("m", "f") else None
        return found and found._replace(start=subject.start, end=subject.end)
    if subject.kind == "place":
        bearers = {one.name for one in view.subjects if one.kind == "person" and one.name.endswith(" " + subject.name)}
        return subject._replace(kind="person", name=bearers.pop()) if len(bearers) == 1 else subject
    if subject.kind == "role":
        subject = apposed(view, subject)
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
        found = first_free(view, sentence.start, sentence.end, pronoun.gender)
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
    comma = view.host.rfind(", ", start, found.start)
    led = comma > same.end() and all(word[0].isupper() for word in view.host[comma + 2 : found.start].split())
    return not (led and found.kind != "role" and any(map(str.isalnum, view.host[start : same.start()])))


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
    comma = view.host.find(", ", start, end) if SUBORDINATE.match(view.host, start) else -1
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
        and subject.gender in ("", gender)
    )


def is_anonymous(subject: Subject) -> bool:
    """Whether a speaker is described and not named."""
    return subject.kind == "role" and not OFFICE.match(subject.name)
