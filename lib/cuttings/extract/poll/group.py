"""Groups: who gave an answer, as the words around a figure name them."""

import re

from .around import last_of
from .people import AMONG, AMONG_ANY, BARE_GROUP, BEHIND, IN_PLACE, OF_GROUP, PEOPLES, PERSONS
from .place import Place, Span, span_of

NEAR = re.compile(r"[^,;.()]{0,60}?(?=\bamong(?:st)?\b)")
DIRECT = re.compile(r"(?: support| approval| backing)? (?:among|amongst|with|for) | (?:support|backing) from ")
PRONOUN = re.compile(r"^(?:whom|whose|them|those|these|us|everyone)$|.* (?:them|us|whom|everyone)$", re.I)
BRACKET = (
    re.compile(rf"(?<!\w)(?P<group>{PERSONS}{BEHIND}) \($", re.I),
    re.compile(r"\b(?:in|among|with) (?P<group>(?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*) \($"),
    re.compile(r"\bon (?P<group>the (?:far |hard |radical |centre-|center-)?(?:left|right)) \($"),
    re.compile(r"(?:^|, |then |and )(?P<group>[A-Z][\w-]*(?: voters| supporters)?) \($"),
)
IN_BEHIND = re.compile(
    r" (?P<group>in (?:the )?(?:(?!(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b)"
    r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}|(?:big |large )?cities|countryside|(?:south"
    r"|north|east|west|cent(?:er|re))(?:ern)?(?: [a-z]+s)?))(?=[,.;)]|$| and )(?!\.? ?(?:poll"
    r"|survey))"
)
COUNTED = re.compile(rf"\b\d[\d,]{{2,}} (?P<group>(?:[\w.'-]+ ){{0,3}}?{PERSONS})", re.I)
OF_OPENS = re.compile(r"^\W*$|(?:[,;]|\bthat|\b(?:share|proportion|percentage|number|majority|half|support)) $", re.I)
OPENS = re.compile(rf"\W*(?:But |And |Yet |Among )?(?P<group>{PERSONS})", re.I)
SHARE_OF = re.compile(r"[\d.]+ ?(?:%|per ?cent) of ")
CLAUSE = re.compile(r"[;:]|, |\band |\bwhile |\bbut |\bwhereas ")
SUBJECT = re.compile(
    rf"[\W]*(?P<group>{PERSONS}{BEHIND}),? (?:is|are|were|was|back|by|put|gave|say"
    rf"|said|favou?r\w*|chose|have|had|split|evenly|divided|support\w*|oppos\w+|still"
    rf"|now)\b",
    re.I,
)


def group_of(folded: str, at: Place) -> tuple[Span | None, int]:
    """The group that a figure names, and where the words behind it begin.

    1. People directly behind the figure, or `among` them; 2. those before its bracket; 3. `among Republicans`, `in the
    west` before it in its clause; 4. the subject of its clause, where that is people. `whom` and `them` name none.
    """
    end = at.figure.end
    behind = OF_GROUP.match(folded, end, at.right)
    if not behind and at.figure.number.form == "fraction":
        behind = BARE_GROUP.match(folded, end, at.right)
    if behind:
        named = opening(folded, at) if PRONOUN.match(behind["group"]) else behind.span("group")
        return named or group_before(folded, at), behind.end()
    direct = DIRECT.match(folded, end, at.right)
    found = AMONG.match(folded, folded.rfind(" ", end, direct.end() - 1) + 1, at.right) if direct else None
    near = None if found else NEAR.match(folded, end, at.right)
    if near:
        found = AMONG.match(folded, near.end(), at.right) or AMONG_ANY.match(folded, near.end(), at.right)
    found = found or IN_BEHIND.match(folded, end, at.right)
    return (found.span("group"), end) if found else (group_before(folded, at), end)


def opening(folded: str, at: Place) -> Span | None:
    """The people that a sentence begins with, whom `70% of them` means."""
    start, end = at.figure.sentence
    found = OPENS.match(folded, start, min(end, at.figure.start))
    return found.span("group") if found else None


def group_before(folded: str, at: Place) -> Span | None:
    """The group named before a figure."""
    words = at.before(folded)
    if words.endswith("("):
        inner = next((hit for pattern in BRACKET if (hit := pattern.search(words[-130:]))), None)
        return span_of(inner, "group", at.figure.start - min(130, len(words))) if inner else None
    for pattern in (AMONG, AMONG_ANY, IN_PLACE):
        found = last_of(pattern.finditer(words))
        if found and is_near(found, words) and not PRONOUN.match(found["group"]):
            start, end = span_of(found, "group", at.left)
            share = SHARE_OF.match(folded, start, end)
            return (share.end() if share else start), end
    ends = [0, *(match.end() for match in CLAUSE.finditer(words))]
    for begin in reversed(ends[-2:]):
        subject = SUBJECT.match(words, begin)
        if subject and not PRONOUN.match(subject["group"]) and not SHARE_OF.match(subject["group"]):
            return span_of(subject, "group", at.left)
    return None


def is_near(found: re.Match, words: str) -> bool:
    """Whether a group before a figure belongs to it: `by voters` and a poll `of voters` do not."""
    opens = found.group().lower()
    if opens.startswith("of ") and not OF_OPENS.search(words[: found.start()]):
        return False
    if opens.startswith("by "):
        return False
    if opens.startswith(("for ", "with ")) and found.start() > 3:
        return False
    return len(words) - found.end() < 90


def peoples(folded: str, start: int, end: int) -> Span | None:
    """The first people that a stretch names (`Finns' backing`, `Most Ukrainians`), else the last shortly before it."""
    found = PEOPLES.search(folded, start, end)
    found = found or COUNTED.search(folded, start, end)
    if found and "group" in found.re.groupindex:
        return found.span("group")
    found = found or last_of(PEOPLES.finditer(folded, max(0, start - 200), start))
    return found.span() if found else None
