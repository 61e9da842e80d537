"""Subjects of a cue: the words before or behind it that its clause makes the speaker."""

import re
from bisect import bisect_left

from ..lookups import literal
from .cue import cues, grammar, takes
from .subject import OWNING, PRONOUNS, QUOTED, Subject, View, is_free

ADVERB = rf"(?:{literal('grammar', 'form', kind='light')}|[A-Z]?[a-z]+ly|\w+day)"
CONJUNCTION = literal("grammar", "form", kind="joining")
LONGEST_GAP = 300  # between a subject and its cue
LIMITING = ("about", "only", "just", "even")  # before a number or a noun: `Only a few said`
NOUN_PHRASE = re.compile(
    rf"(?:[,\"]\s*|^|\. |\b{CONJUNCTION}\s)\s*"
    rf"((?!{CONJUNCTION}\b)(?:[A-Z]|(?:the|an?|one|another|some|many|several|his|her|their|its)\s)[\w'.-]*(?:\s[\w'.-]+){{0,7}}?)"
    rf"\s(?:{ADVERB}\s+)*$",
)
LINKED = re.compile(rf"(?:\band|\bbut|\bthen|\bor|,)\s+(?:{ADVERB}\s+)*$")
WHO = re.compile(r",? who\b")
NEXT = re.compile(r"(?:'s)?\s+(?:[\w.'/&-]+\s){0,5}")
LIGHT = re.compile(rf"[\s,]*(?:{ADVERB}[\s,]+)*")
ASIDE = re.compile(rf"\s*(?:,|\(| -+ | who )[^\"]*(?:,|\)|-)\s*(?:{ADVERB}\s+)*")
PHRASE = re.compile(r"\s(?:of|in|at|for|from|with|on|during|after|before|who)\b[^,\"]{0,80}\s")
PLURAL = re.compile(r"(?:[,;] |\b(?:and|but|as|while|that|because) )((?:(?!and |but |or )[a-z-]+ )?[a-z]{2,}[^\Ws]s) $")
TRAILS = re.compile(rf", (?:{ADVERB} )*$")
BEGINS = re.compile(rf"(?:^|[,;:\"] | - |\b{CONJUNCTION} )$")
INNER = re.compile(r"(?:an?|the|one|his|her|who|whose|now|then|also|formerly|another)\b")
WITH = re.compile(r"\b[Ww]ith (?:[A-Z][\w.]+ ){0,3}$")
CLOSED = re.compile(r"[,.;:?!)]|$|\s+(?:of|in|at|on|for|from|who|during|after|before|- )|\s*\Z")
UNLISTED = re.compile(
    r" (@\w+|(?:[A-Z][\w'-]*|(?:the|an?|one|another) [\w'-]+)(?: [\w'-]+){0,3}?)"
    r"(?=[,.;:\"]|$| (?:who|from|of|in|at|on|during|to|after)\b)"
)  # Baker, the ruling, @baker on X
SOURCE = re.compile(
    r" ([\w.'&-]*\w(?: [\w.'&-]*\w){0,8}?)"
    r"(?=[,.;:)]|$| (?:in|on|by|from|who|that|which|released|published|obtained|conducted|at|for|with)\b)"
)


def ahead(view: View, start: int, at: int, previous: Subject | None, word: str) -> Subject | None:
    """The subject before a cue in its sentence: the nearest that fits, else that of the cue before, else the first."""
    place = bisect_left(view.firsts, at)
    first = max(bisect_left(view.firsts, start, 0, place), place - 10)
    near = [s for s in view.subjects[first:place] if s.end <= at]
    lead = view.host[max(start, at - 40) : at]
    trails = word.endswith("ing") and TRAILS.search(lead) is not None
    nearest = next((s for s in reversed(near) if fits(view, s, at)), None)
    if nearest and word.endswith("ing") and nearest.kind == "role" and "," not in view.host[nearest.end : at]:
        nearest = holder(view, near, nearest)
    if nearest and not trails:
        return renamed(view, near, nearest)
    if previous and (word.endswith("ing") or LINKED.search(lead)):
        return previous
    phrase = None if trails else noun_phrase(view, start, at) or plural(view, start, at, word)
    if phrase or word.endswith("s"):
        return phrase
    return next((s for s in near if s.kind != "place" and is_free(view, s, start)), None)


def fits(view: View, subject: Subject, at: int) -> bool:
    """Whether nothing but adverbs, an aside or a phrase stands between a subject and its cue."""
    if at - subject.end > LONGEST_GAP or subject.name.lower() in OWNING:
        return False
    gap = view.host[subject.end : at]
    if subject.kind == "pronoun":
        gap = gap.removeprefix("'s").removeprefix("'d")  # he's claiming, she'd said
    if gap.startswith("'s"):
        return False
    if subject.kind == "place" and view.host.endswith(", ", 0, subject.start):
        return False  # of Flint, Michigan,
    if WHO.match(gap) and LIGHT.fullmatch(gap):
        return True
    if (
        gap == " "
        and view.host[at : at + 20].split()[0].endswith("ing")
        and WITH.search(view.host[max(0, subject.start - 40) : subject.start])
    ):
        return True
    near = LIGHT.fullmatch(gap) or ASIDE.fullmatch(gap) or (PHRASE.fullmatch(gap) and not LINKED.search(gap))
    if not near or not is_free(view, subject, 0):
        return False
    return not (gap.startswith(",") and is_inner(view, subject))


def holder(view: View, near: list[Subject], thing: Subject) -> Subject:
    """Who says it where a participle follows what it is said in: `Rivera posted a letter saying`."""
    lead = view.host[max(0, thing.start - 40) : thing.start]
    if BEGINS.search(lead) or (thing.gender != "n" and WITH.search(lead)):
        return thing
    return next((s for s in near if s.start < thing.start and s.kind != "place" and is_free(view, s, 0)), thing)


def is_inner(view: View, subject: Subject) -> bool:
    """Whether a subject stands inside what is said of the one before it: `Rivera, a Holm ally,`."""
    first = max(0, subject.start - 120)
    comma = view.host.rfind(", ", first, subject.start)
    place = bisect_left(view.firsts, comma) - 1
    if comma < 0 or comma + 2 == subject.start or place < 0 or not INNER.match(view.host, comma + 2):
        return False
    before = view.subjects[place]
    return before.end == comma and before.kind in ("person", "name", "role") and is_free(view, before, 0)


def renamed(view: View, near: list[Subject], subject: Subject) -> Subject:
    """The name before a description in apposition: `John Kasich, a contender, predicted`."""
    named = (
        s
        for s in near
        if s.kind in ("person", "name")
        and view.host[s.end : subject.start] == ", "
        and (is_free(view, s, 0) or subject.name.istitle())
    )
    return next(named, subject) if subject.kind == "role" else subject


def noun_phrase(view: View, start: int, at: int) -> Subject | None:
    """The words between the last comma, mark or sentence start and a cue, where they look like a subject."""
    first = max(start, at - 80)
    lead = view.host[first:at] if first == start else QUOTED + view.host[first + 1 : at]
    match = NOUN_PHRASE.search(lead)
    if match is None:
        return None
    phrase = match.group(1).split()
    helping = grammar("auxiliary") - {"to"}
    while len(phrase) > 1 and (phrase[-1] in helping or phrase[-1].endswith("n't")):
        phrase.pop()  # many voters do not
    opening, *inner = map(str.lower, phrase)
    if set(inner[:-1]) & grammar("clause"):
        return None
    begin = first + match.start(1)
    ends = begin + len(" ".join(phrase))
    place = bisect_left(view.firsts, begin)
    known = view.subjects[place] if view.firsts[place : place + 1] == [begin] else None
    # he went on to, the practice of
    cut_off = bool(inner) and (inner[-1] in grammar("unfinished") or inner[-1].endswith("ed"))
    if opening in PRONOUNS or cut_off or (known and known.end == ends):
        return known
    if opening in grammar("barrier") and opening not in LIMITING:
        return None
    return Subject(begin, ends, "role", view.host[begin:ends], "s")


def plural(view: View, start: int, at: int, word: str) -> Subject | None:
    """The bare plural before a cue: `and records show`."""
    if word.endswith(("s", "ed", "ing")):
        return None
    first = max(start, at - 50)
    match = PLURAL.search(view.host[first:at])
    return Subject(first + match.start(1), first + match.end(1), "role", match.group(1), "p") if match else None


def behind(view: View, at: int, end: int) -> Subject | None:
    """The subject that follows a cue: the last of a chain like `Trump campaign spokeswoman Hope Hicks`."""
    place = bisect_left(view.firsts, at)
    chosen = None
    for subject in view.subjects[place : place + 5]:
        gap = view.host[(chosen.end if chosen else at) : subject.start]
        if subject.start >= end or not NEXT.fullmatch(gap):
            break
        if (chosen and subject.kind == "pronoun") or set(gap.lower().split()) & grammar("barrier"):
            break
        chosen = subject
    return chosen


def trailing(view: View, at: int, behind_it: int, end: int, word: str) -> Subject | None:
    """The subject behind a cue that closes what is said: `…, said Rivera, the mayor`, but not `…, said Rivera was`."""
    if word not in grammar("inverting") or not view.host[at - 2 : at].endswith(", "):
        return None
    subject = behind(view, behind_it, end)
    return subject if subject and CLOSED.match(view.host, subject.end, end + 1) else None


def unlisted(view: View, at: int, end: int, word: str) -> Subject | None:
    """The words behind a cue that follows a quotation, where no list has them: `“…,” said Baker`, `said the ruling`."""
    match = UNLISTED.match(view.host, at, end)
    if match is None or cues().get(word) != "say" or takes()[word] == "thing":
        return None
    start, ends, words = match.start(1), match.end(1), match.group(1)
    if words[0].isupper() or words[0] == "@":
        full = {subject.name for subject in view.subjects if subject.name.endswith(" " + words)}
        return Subject(start, ends, "person", full.pop() if len(full) == 1 else words)
    inverts = word in grammar("inverting") or not takes()[word]
    return Subject(start, ends, "role", words, "s") if inverts else None


def source_phrase(view: View, at: int, end: int) -> Subject | None:
    """The words behind `according to`, where they are no subject that is known: `exit polls`, `the latest figures`."""
    match = SOURCE.match(view.host, at, end)
    return Subject(match.start(1), match.end(1), "role", match.group(1), "n") if match else None
