"""Sayings: the cues of a sentence with the subjects that its clauses give them."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from .cue import cues, grammar, nouns
from .subject import TOKEN, Subject, View, is_free

ADVERB = (
    r"(?:has|had|have|is|was|would|will|did|does|also|then|later|once|again|even|just|still|first|recently|now|often"
    r"|further|who|himself|herself|themselves|instead|both|all|went on to|goes on to|went so far as to|quoted as"
    r"|on|this|last|in|[A-Z]?[a-z]+ly|\w+day|today|yesterday|morning|afternoon|evening|night|week|month|year|Twitter)"
)
FOLLOWED = {"according": ("to",), "phrase": ("it",)}  # second words of cues of two
NOUN_PHRASE = re.compile(
    r"(?:[,\"]\s*|^|\. |\b(?:as|but|and|while|when)\s)\s*"
    r"((?:[A-Z]|(?:the|an?|one|another|some|many|several|his|her|their|its)\s)[\w'.-]*(?:\s[\w'.-]+){0,7}?)"
    rf"\s(?:{ADVERB}\s+)*$",
)
LINKED = re.compile(rf"(?:\band|\bbut|\bthen|\bor|,)\s+(?:{ADVERB}\s+)*$")
NOUN_LINK = re.compile(r"[:,]|(?: of| to| for| about)? \"| that\b")
NOUN_TOPIC = re.compile(r" (?:that|to|about|of|on|over|whether) ")
LIGHT = re.compile(rf"[\s,]*(?:{ADVERB}[\s,]+)*")
ASIDE = re.compile(rf"\s*(?:,|\(| -+ | who )[^\"]*(?:,|\)|-)\s*(?:{ADVERB}\s+)*")
PHRASE = re.compile(r"\s(?:of|in|at|for|from|with|on|during|after|before|who)\b[^,\"]{0,80}\s")


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
    tokens = list(TOKEN.finditer(view.host, start, end))
    listed = cues(stances)
    for number, token in enumerate(tokens):
        kind = listed.get(token.group().lower())
        if kind is None or is_inside(view, token.start()):
            continue
        after = tokens[number + 1].group().lower() if number + 1 < len(tokens) else ""
        if after not in FOLLOWED.get(kind, (after,)):
            continue
        before = tokens[number - 1].group().lower() if number else ""
        saying = read(view, (start, end), token, kind, before, found, stances)
        if saying:
            found.append(saying)
    return found


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
        return Saying(at, behind_it, "according to", kind, behind(view, behind_it + 3, sentence[1]))
    owner = possessor(view, sentence[0], at)
    if "noun" in kind or owner or before in grammar("determiner"):
        linked = owner is not None and NOUN_LINK.match(view.host, behind_it) is not None
        loose = stances and word in nouns() and (owner is not None or NOUN_TOPIC.match(view.host, behind_it))
        return Saying(at, behind_it, cue, "noun" if linked else "loose noun", owner) if linked or loose else None
    if word != cue and at > sentence[0] and not is_headline(view, at):
        return None
    if not kind.endswith("adjective") and before in grammar("passive") and word.endswith(("ed", "told")):
        by = view.host.startswith(" by ", behind_it)
        return Saying(at, behind_it, cue, "passive " + kind, behind(view, behind_it + 3, sentence[1]) if by else None)
    subject = behind(view, behind_it, sentence[1]) if inverts(view, at, word) else None
    subject = subject or ahead(view, sentence[0], at, found, word) or noun_phrase(view, sentence[0], at)
    if subject is None and word in grammar("inverting"):
        subject = behind(view, behind_it, sentence[1])
    if subject is None and word.endswith("s") and word not in grammar("verbal"):
        return None  # as likely a noun in the plural
    return Saying(at, behind_it, cue, "infinitive" if before == "to" else kind, subject)


def is_headline(view: View, at: int) -> bool:
    """Whether a place is in a headline or sub-heading, where capitals say nothing."""
    return view.sentences[bisect_right(view.starts, at) - 1].role != "body"


def possessor(view: View, start: int, at: int) -> Subject | None:
    """The owner of a noun of saying: `Putin's recent proposal`, `his claim`."""
    place = bisect_left(view.firsts, at) - 1
    if place < 0 or view.subjects[place].start < start:
        return None
    owner = view.subjects[place]
    gap = view.host[owner.end : at]
    own = owner.kind == "pronoun" and owner.name.lower() in ("his", "her", "their")
    pattern = r" (?:[\w-]+ ){0,2}" if own else r"(?:'s|') (?:[\w-]+ ){0,2}"
    return owner if re.fullmatch(pattern, gap) else None


def noun_phrase(view: View, start: int, at: int) -> Subject | None:
    """The words between the last comma, mark or sentence start and a cue, where they look like a subject."""
    match = NOUN_PHRASE.search(view.host, max(start, at - 80), at)
    if match is None or (set(match.group(1).lower().split()[1:-1]) & grammar("clause")):
        return None
    return Subject(match.start(1), match.end(1), "role", match.group(1), "s")


def inverts(view: View, at: int, word: str) -> bool:
    """Whether a cue stands directly behind a quotation, so that its subject can follow it."""
    return (
        not word.endswith("ing") and re.search(r'"[\s,]*(?:\w+ly |also |then )?$', view.host[at - 15 : at]) is not None
    )


def behind(view: View, at: int, end: int) -> Subject | None:
    """The subject that follows a cue: the last of a chain like `Trump campaign spokeswoman Hope Hicks`."""
    place = bisect_left(view.firsts, at)
    chosen = None
    for subject in view.subjects[place : place + 5]:
        gap = view.host[(chosen.end if chosen else at) : subject.start]
        if subject.start >= end or not re.fullmatch(r"(?:'s)?\s+(?:[\w.'-]+\s){0,5}", gap):
            break
        if (chosen and subject.kind == "pronoun") or set(gap.lower().split()) & grammar("barrier"):
            break
        chosen = subject
    return chosen


def ahead(view: View, start: int, at: int, found: list[Saying], word: str) -> Subject | None:
    """The subject before a cue in its sentence: the nearest that fits, else that of the cue before, else the first."""
    place = bisect_left(view.firsts, at)
    near = [s for s in view.subjects[max(0, place - 10) : place] if s.start >= start and s.end <= at]
    lead = view.host[max(start, at - 40) : at]
    trails = word.endswith("ing") and lead.endswith(", ")
    nearest = next((s for s in reversed(near) if fits(view, s, at)), None)
    if nearest and not trails:
        return renamed(view, near, nearest)
    if word.endswith("s"):
        return None
    previous = next((saying for saying in reversed(found[-6:]) if saying.subject), None)
    if previous and (word.endswith("ing") or LINKED.search(lead)):
        return previous.subject
    return next((s for s in near if s.kind != "place" and is_free(view, s, start)), None)


def renamed(view: View, near: list[Subject], subject: Subject) -> Subject:
    """The name before a description in apposition: `John Kasich, a contender, predicted`."""
    named = (
        s
        for s in near
        if s.kind in ("person", "name") and view.host[s.end : subject.start] == ", " and is_free(view, s, 0)
    )
    return next(named, subject) if subject.kind == "role" else subject


def fits(view: View, subject: Subject, at: int) -> bool:
    """Whether nothing but adverbs, an aside or a phrase stands between a subject and its cue."""
    gap = view.host[subject.end : at]
    if subject.name.lower() in ("his", "her", "their") or len(gap) > 300 or gap.startswith("'s"):
        return False
    if re.match(r",? who\b", gap) and LIGHT.fullmatch(gap):
        return True
    if (
        gap == " "
        and view.host[at : at + 20].split()[0].endswith("ing")
        and view.host[max(0, subject.start - 5) : subject.start] == "with "
    ):
        return True
    if not is_free(view, subject, 0):
        return False
    return any(pattern.fullmatch(gap) for pattern in (LIGHT, ASIDE, PHRASE))
