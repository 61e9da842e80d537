"""Sayings: the cues of a sentence with the subjects that its clauses give them."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from .clause import ahead, behind, source_phrase, trailing, unlisted
from .cue import bases, cues, grammar, nouns
from .subject import OWNING, Subject, View

FOLLOWED = {"according": ("to",), "phrase": ("it",)}  # second words of cues of two
NOUN_LINK = re.compile(r"[:,]|(?: of| to| for| about)? \"| that\b")
NOUN_TOPIC = re.compile(r" (?:that|to|about|of|on|over|whether) ")
SO = re.compile(r"(?<!\w)so[ -]{1,3}$")
USUAL = re.compile(r"\b(?:is|are|was|were) (?:generally|commonly|usually|often|widely|popularly|officially) $")
BY = re.compile(r" by (?!\w+ing\b)")
ADVERBS = ("also", "often", "sometimes", "still", "now", "once", "never", "even", "just")  # besides those in -ly
BEFORE_ADVERB = re.compile(rf"(\w+) (?:\w+ly|{'|'.join(ADVERBS)}) $")
OWNED = re.compile(r" (?:[\w-]+ ){0,2}")
OWNED_BY = re.compile(r"(?:'s|') (?:[\w-]+ ){0,2}")
BEHIND_QUOTATION = re.compile(r'"[\s,]*(?:\w+ly |also |then )?$')
NAMED_BY = re.compile(r' (?:as )?(?:[\w-]+ ){0,2}"+\x00+"+(?= by (?!\w+ing\b))')
PASTS = ("read", "put")  # bases that are forms of the past, too
PAST = re.compile(r"(?:said|told|wrote|added|asked|spoke)\b")  # Rivera's first letter said


class Saying(NamedTuple):
    """A cue with the subject that its clause gives it; null where the clause has none (`was asked`)."""

    start: int
    end: int
    cue: str
    kind: str
    subject: Subject | None


def sayings(view: View, start: int, end: int, stances: bool = False) -> list[Saying]:
    """The cues of a sentence with their subjects; with `stances`, also of what somebody knows, wants or judges."""
    found: list[Saying] = []
    tokens, small = view.tokens(start, end)
    listed = cues(stances)
    for number, word in enumerate(small):
        kind = listed.get(word)
        if kind is None or is_inside(view, tokens[number].start()):
            continue
        after = small[number + 1] if number + 1 < len(tokens) else ""
        if after not in FOLLOWED.get(kind, (after,)):
            continue
        before = word_before(view, tokens, number)
        saying = read(view, (start, end), tokens[number], kind, before, found, stances)
        if saying:
            found.append(saying)
    return found


def word_before(view: View, tokens: list[re.Match], number: int) -> str:
    """The word that stands directly before a cue, in small letters; empty behind a mark."""
    if not number or view.host[tokens[number - 1].end() : tokens[number].start()].strip(" "):
        return ""
    word: str = tokens[number - 1].group().lower()
    return word


def is_inside(view: View, at: int) -> bool:
    """Whether a word is part of a name or a description."""
    place = bisect_right(view.firsts, at) - 1
    return place >= 0 and view.subjects[place].end > at


def read(
    view: View, sentence: tuple[int, int], token: re.Match, kind: str, before: str, found: list[Saying], stances: bool
) -> Saying | None:
    """One cue with its subject, given the word before it and the sayings before it; null where it says nothing."""
    word, cue, at, behind_it = token.group().lower(), token.group(), token.start(), token.end()
    if kind == "according":
        source = behind(view, behind_it + 3, sentence[1]) or source_phrase(view, behind_it + 3, sentence[1])
        return Saying(at, behind_it, "according to", kind, source)
    if word == "called" and (SO.search(view.host, max(0, at - 5), at) or USUAL.search(view.host, max(0, at - 18), at)):
        return None  # the so called harbour, commonly called
    owner = possessor(view, sentence[0], at)
    if "noun" in kind or owner or before in grammar("determiner"):
        linked = owner is not None and NOUN_LINK.match(view.host, behind_it) is not None
        loose = stances and word in nouns() and (owner is not None or NOUN_TOPIC.match(view.host, behind_it))
        return Saying(at, behind_it, cue, "noun" if linked else "loose noun", owner) if linked or loose else None
    if word != cue and at > sentence[0] and not is_headline(view, at):
        return None
    by = BY.match(view.host, behind_it) is not None
    passive = before in grammar("passive") or is_passive(view, at, before) or (by and kind == "ask")
    if passive and word.endswith(("ed", "told")) and not kind.endswith("adjective"):
        place = behind_it if by else quoted_by(view, at, behind_it, sentence[1])
        return Saying(at, behind_it, cue, "passive " + kind, agent(view, place + 3, sentence[1]) if place else None)
    subject = subject_of(view, sentence, token, found)
    verbal = word in grammar("verbal") or (
        view.host.startswith(" that ", behind_it) and word not in grammar("ambiguous")
    )
    if subject is None and word.endswith("s") and not verbal:
        return None  # as likely a noun in the plural
    return Saying(at, behind_it, cue, "infinitive" if before == "to" else kind, subject)


def agent(view: View, at: int, end: int) -> Subject | None:
    """The subject behind `by`; of `by his admirers`, not him."""
    subject = behind(view, at, end)
    return source_phrase(view, at, end) if subject and subject.name.lower() in OWNING else subject


def quoted_by(view: View, at: int, behind_it: int, end: int) -> int | None:
    """Where `by` follows what somebody is called: `was described as “a disgrace” by Rivera`."""
    if view.host[at:behind_it].lower() not in grammar("naming"):
        return None
    found = NAMED_BY.match(view.host, behind_it, min(end, behind_it + 200))
    return found.end() if found else None


def is_passive(view: View, at: int, before: str) -> bool:
    """Whether the word before is an adverb that parts a word from what makes a passive of it: `are also called`."""
    if not before.endswith("ly") and before not in ADVERBS:
        return False
    found = BEFORE_ADVERB.search(view.host, max(0, at - 40), at)
    return found is not None and found[1].lower() in grammar("passive")


def subject_of(view: View, sentence: tuple[int, int], token: re.Match, found: list[Saying]) -> Subject | None:
    """The subject of a cue in the active voice, given the sayings before it."""
    word, at, behind_it = token.group().lower(), token.start(), token.end()
    subject = None
    if inverts(view, at, word):
        subject = behind(view, behind_it, sentence[1]) or unlisted(view, behind_it, sentence[1], word)
        if word in bases() and word not in PASTS and subject and subject.gender in ("m", "f", "s"):
            subject = None  # when you see “Wait”, call a nurse
    subject = subject or trailing(view, at, behind_it, sentence[1], word)
    active = (saying for saying in reversed(found[-6:]) if saying.subject and not saying.kind.startswith("passive"))
    previous = next((saying.subject for saying in active), None)  # whoever asks or is told by is no subject
    subject = subject or ahead(view, sentence[0], at, previous, word)
    if subject or word not in grammar("inverting"):
        return subject
    subject = behind(view, behind_it, sentence[1])
    return None if subject and subject.kind == "pronoun" else subject  # said it was


def is_headline(view: View, at: int) -> bool:
    """Whether a place is in a headline or sub-heading, where capitals say nothing."""
    return view.sentences[bisect_right(view.starts, at) - 1].role != "body"


def possessor(view: View, start: int, at: int) -> Subject | None:
    """The owner of a noun of saying: `Putin's recent proposal`, `his claim`."""
    place = bisect_left(view.firsts, at) - 1
    if place < 0 or view.subjects[place].start < start:
        return None
    owner = view.subjects[place]
    own = owner.kind == "pronoun"
    if own and owner.name.lower() not in OWNING:
        return None
    pattern = OWNED if own else OWNED_BY
    if not pattern.fullmatch(view.host, owner.end, at):
        return None
    return None if not own and view.host.count(" ", owner.end, at) > 1 and PAST.match(view.host, at) else owner


def inverts(view: View, at: int, word: str) -> bool:
    """Whether a cue stands directly behind a quotation, so that its subject can follow it."""
    lead = view.host[at - 15 : at]
    return '"' in lead and not word.endswith("ing") and BEHIND_QUOTATION.search(lead) is not None
