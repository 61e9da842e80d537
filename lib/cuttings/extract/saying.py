"""Sayings: the cues of a sentence with the subjects that its clauses give them."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from .cue import cues, grammar, nouns
from .subject import OWNING, PRONOUNS, QUOTED, Subject, View, is_free

ADVERB = (
    r"(?:has|had|have|is|was|would|will|did|does|also|then|later|once|again|even|just|still|first|recently|now|often"
    r"|further|who|himself|herself|themselves|instead|both|all|went on to|goes on to|went so far as to|quoted as"
    r"|on|this|last|in|[A-Z]?[a-z]+ly|\w+day|today|yesterday|morning|afternoon|evening|night|week|month|year|Twitter)"
)
FOLLOWED = {"according": ("to",), "phrase": ("it",)}  # second words of cues of two
CONJUNCTION = r"(?:[Aa]s|[Bb]ut|[Aa]nd|[Ww]hile|[Ww]hen|[Ii]f|[Bb]ecause|[Tt]hough|Although|Yet|So|Or)"
LIMITING = ("about", "only", "just", "even")  # before a number or a noun: `Only a few said`
NOUN_PHRASE = re.compile(
    rf"(?:[,\"]\s*|^|\. |\b{CONJUNCTION}\s)\s*"
    rf"((?!{CONJUNCTION}\b)(?:[A-Z]|(?:the|an?|one|another|some|many|several|his|her|their|its)\s)[\w'.-]*(?:\s[\w'.-]+){{0,7}}?)"
    rf"\s(?:{ADVERB}\s+)*$",
)
LINKED = re.compile(rf"(?:\band|\bbut|\bthen|\bor|,)\s+(?:{ADVERB}\s+)*$")
NOUN_LINK = re.compile(r"[:,]|(?: of| to| for| about)? \"| that\b")
NOUN_TOPIC = re.compile(r" (?:that|to|about|of|on|over|whether) ")
LIGHT = re.compile(rf"[\s,]*(?:{ADVERB}[\s,]+)*")
ASIDE = re.compile(rf"\s*(?:,|\(| -+ | who )[^\"]*(?:,|\)|-)\s*(?:{ADVERB}\s+)*")
PHRASE = re.compile(r"\s(?:of|in|at|for|from|with|on|during|after|before|who)\b[^,\"]{0,80}\s")

CLOSED = re.compile(r"[,.;:?!)]|$|\s+(?:of|in|at|on|for|from|who|during|after|before|- )|\s*\Z")
SOURCE = re.compile(
    r" ([\w.'&-]*\w(?: [\w.'&-]*\w){0,8}?)"
    r"(?=[,.;:)]|$| (?:in|on|by|from|who|that|which|released|published|obtained|conducted|at|for|with)\b)"
)


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
    subject = subject or trailing(view, at, behind_it, sentence[1], word)
    subject = subject or ahead(view, sentence[0], at, found, word)
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
    own = owner.kind == "pronoun"
    if own and owner.name.lower() not in OWNING:
        return None
    pattern = r" (?:[\w-]+ ){0,2}" if own else r"(?:'s|') (?:[\w-]+ ){0,2}"
    return owner if re.fullmatch(pattern, gap) else None


def noun_phrase(view: View, start: int, at: int) -> Subject | None:
    """The words between the last comma, mark or sentence start and a cue, where they look like a subject."""
    first = max(start, at - 80)
    lead = view.host[first:at] if first == start else QUOTED + view.host[first + 1 : at]
    match = NOUN_PHRASE.search(lead)
    if match is None:
        return None
    opening, *inner = match.group(1).lower().split()
    if set(inner[:-1]) & grammar("clause"):
        return None
    begin = first + match.start(1)
    place = bisect_left(view.firsts, begin)
    if opening in PRONOUNS and view.firsts[place : place + 1] == [begin]:
        return view.subjects[place]  # he pinned his hopes
    if opening in grammar("barrier") and opening not in LIMITING:
        return None
    return Subject(begin, first + match.end(1), "role", match.group(1), "s")


def inverts(view: View, at: int, word: str) -> bool:
    """Whether a cue stands directly behind a quotation, so that its subject can follow it."""
    return (
        not word.endswith("ing") and re.search(r'"[\s,]*(?:\w+ly |also |then )?$', view.host[at - 15 : at]) is not None
    )


def trailing(view: View, at: int, behind_it: int, end: int, word: str) -> Subject | None:
    """The subject behind a cue that closes what is said: `…, said Rivera, the mayor`, but not `…, said Rivera was`."""
    if word not in grammar("inverting") or not view.host[at - 2 : at].endswith(", "):
        return None
    subject = behind(view, behind_it, end)
    return subject if subject and CLOSED.match(view.host, subject.end, end + 1) else None


def source_phrase(view: View, at: int, end: int) -> Subject | None:
    """The words behind `according to`, where they are no subject that is known: `exit polls`, `the latest figures`."""
    match = SOURCE.match(view.host, at, end)
    return Subject(match.start(1), match.end(1), "role", match.group(1), "n") if match else None


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
    previous = next((saying for saying in reversed(found[-6:]) if saying.subject), None)
    if previous and (word.endswith("ing") or LINKED.search(lead)):
        return previous.subject
    phrase = noun_phrase(view, start, at)
    if phrase or word.endswith("s"):
        return phrase
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
    if subject.kind == "pronoun":
        gap = gap.removeprefix("'s").removeprefix("'d")  # he's claiming, she'd said
    if subject.name.lower() in OWNING or len(gap) > 300 or gap.startswith("'s"):
        return False
    if subject.kind == "place" and view.host.endswith(", ", 0, subject.start):
        return False  # of Flint, Michigan,
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
    if LIGHT.fullmatch(gap) or ASIDE.fullmatch(gap):
        return True
    return PHRASE.fullmatch(gap) is not None and LINKED.search(gap) is None
