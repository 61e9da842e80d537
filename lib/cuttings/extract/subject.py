"""Subjects: names, pronouns and descriptions outside quotations, and whom they stand for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .. import lookups
from ..text import fold
from .mark import Span
from .mention import names
from .sentence import Sentence, sentence_spans

QUOTED = "\x00"  # stands for each quoted character in the host's words
TOKEN = re.compile(r"[^\W_][\w'.-]*[\w']|[^\W_]")
PRONOUNS = {"he": "m", "she": "f", "his": "m", "her": "f", "they": "p", "their": "p", "we": "p", "i": "i"}
PREPOSITION = re.compile(
    r"\b(?:of|for|in|on|at|by|from|to|with|about|against|among|between|into|over|under|through|during"
    r"|behind|toward|towards|via|per|versus|vs\.?|near|around|upon|including|called|named|asking)"
    r"(?: (?:the|a|an|his|her|its|their|then|former))?(?: [\w.'-]+){0,2}? $"
)


class Subject(NamedTuple):
    """Words that can name a speaker: a name, a pronoun or a description (`role`)."""

    start: int
    end: int
    kind: str
    name: str
    gender: str = ""


class View(NamedTuple):
    """One article as the attribution sees it."""

    text: str
    host: str  # folded, every quoted character replaced
    sentences: tuple[Sentence, ...]
    starts: list[int]
    subjects: list[Subject]
    firsts: list[int]  # starts of the subjects
    offices: dict[str, set[str]]  # the people named with a title, by the title in small letters


def view_of(text: str, found: list[Span]) -> View:
    """The article without its quoted words."""
    folded, host, at = fold(text), [], 0
    for left, start, end, right in found:
        host += [folded[at:left], '"' * (start - left), QUOTED * (end - start), '"' * (right - end)]
        at = right
    plain = "".join(host) + folded[at:]
    sentences = sentence_spans(text)
    subjects = [
        Subject(name.start, name.end, name.kind or "name", name.name, name.gender)
        for name in names(text)
        if plain[name.start] != QUOTED
    ]
    subjects += described(plain, sentences, found, {subject.start for subject in subjects})
    subjects.sort()
    offices: dict[str, set[str]] = {}
    for name in names(text):
        offices.setdefault(name.title.lower(), set()).add(name.name)
    return View(text, plain, sentences, [s.start for s in sentences], subjects, [s.start for s in subjects], offices)


@cache
def grammar(kind: str) -> frozenset[str]:
    """The function words of one kind in lookups/grammar.csv."""
    return frozenset(lookups.column("grammar", "form", kind=kind))


@cache
def roles() -> dict[str, str]:
    """Nouns that describe a person (with gender, p for several) or a body that speaks (n)."""
    return {row["form"]: row["gender"] or "s" for row in lookups.rows("titles") if row["use"] != "title"}


@cache
def cues() -> dict[str, str]:
    """The kind of each form of lookups/cues.csv: say, ask, according or noun."""
    return {
        form: row["kind"]
        for row in reversed(lookups.rows("cues"))
        for form in (row["cue"].split()[0], *row["forms"].split())
    }


def described(host: str, sentences: tuple[Sentence, ...], found: list[Span], named: set[int]) -> Iterator[Subject]:
    """Pronouns and descriptions in the sentences that quote."""
    lefts = [span.left for span in found]
    for start, end, _ in sentences:
        near = bisect_left(lefts, end)
        if near and found[near - 1].right >= start:
            tokens = list(TOKEN.finditer(host, start, end))
            for number in range(len(tokens)):
                subject = unnamed(host, tokens, number, named)
                if subject:
                    yield subject


def unnamed(host: str, tokens: list[re.Match], number: int, named: set[int]) -> Subject | None:
    """The pronoun that a token is, or the description that it ends."""
    token = tokens[number]
    word = token.group().lower()
    if word in PRONOUNS:
        return Subject(token.start(), token.end(), "pronoun", token.group(), PRONOUNS[word])
    if word not in roles() or (number + 1 < len(tokens) and is_apposed(token, tokens[number + 1], named)):
        return None
    first = description(host, tokens, number)
    return None if first is None else Subject(first, token.end(), "role", host[first : token.end()], roles()[word])


def is_apposed(token: re.Match, following: re.Match, named: set[int]) -> bool:
    """Whether a name or another such noun follows directly: `adviser Mykhailo Podolyak`."""
    adjacent = following.start() == token.end() + 1
    return adjacent and (following.start() in named or following.group().lower() in roles())


def description(host: str, tokens: list[re.Match], head: int) -> int | None:
    """Where the description begins whose last word is token number `head`; null where it is no noun phrase."""
    lower = [token.group().lower() for token in tokens[max(0, head - 8) : head + 1]]
    at, shift = head, head - (len(lower) - 1)
    while at > shift and head - at < 7 and host[tokens[at - 1].end() : tokens[at].start()] == " ":
        word, before = lower[at - 1 - shift], lower[at - 2 - shift] if at - 2 >= shift else ""
        if word in grammar("barrier") and not (word == "of" and before in ("one", "some", "many")):
            break
        if word in cues() and not word.endswith("ing"):
            break
        at -= 1
        if word in grammar("determiner") and before not in grammar("inner"):
            break
    opening = tokens[at].group()
    noun_phrase = opening.lower() in grammar("determiner") or opening[0].isupper() or roles()[lower[-1]] == "p"
    return tokens[at].start() if noun_phrase else None


def is_free(view: View, subject: Subject, start: int) -> bool:
    """Whether a subject depends on no preposition before it and owns nothing behind it."""
    lead = view.host[max(start, subject.start - 40) : subject.start]
    owns = view.host[subject.end : subject.end + 2] in ("'s", "' ") or subject.name.lower() in (
        "his",
        "her",
        "their",
    )
    return not owns and (subject.kind == "pronoun" or PREPOSITION.search(lead) is None)


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
