"""Kinds of quotations: somebody's sentence or clause, or a term, a title, a survey's answer, a question put."""

import re

from ..text import words
from .cue import cues, grammar
from .mark import Span
from .saying import Saying
from .sentence import starters
from .subject import Subject, View

SPOKEN = ("full", "partial", "question")  # what a speaker says: these quotations have a speaker, if one is known
NOT_OWN = (*SPOKEN, "option")  # words that are not the outlet's own: those of speakers, and a survey's answers
PERCENT = re.compile(r"\d ?(?:%|per cent\b|percent\b)")
POLLED = re.compile(r"\b(?:polls?|survey\w*|respondents?|pollsters?|thought|think|answered|opted|open to|of those)\b")
COLON_OR_COMMA = re.compile(r"[,:]\s*$")
LAST_WORD = re.compile(r"([a-z']+) $")
BEFORE_TITLE = re.compile(
    r"(?:(?<!')\b([\w-]+)|([A-Z]{2,}|News|Times|Post|Channel|Network|Radio|[Tt]elevision|TV)'s),? $"
)
BYLINE = re.compile(r",?\"*,? by (?:the )?[A-Z]")
NAME_BEFORE = re.compile(r"([A-Z][\w.-]*) $")
NAME_BEHIND = re.compile(r'"* [A-Z][\w.-]+')
CALLED = re.compile(
    r"\b(?:as(?: an?| the)?"
    r"|(?:phrase|words|slogan|motto|mantra|refrain|message|chants?|cries|calls|shouts|choruses)(?: of)?,?) $"
)
NAMED = re.compile(r" (?:[\w.'-]+ ){1,4}")
SMALL = ("with", "from", "into", "over", "than", "that", "upon", "your", "about")
QUESTIONER = re.compile(r"(?:\bQ|\bQuestion|\bQUESTION): ?\"*$")


def kind_of(view: View, span: Span, saying: Saying | None, subject: Subject | None, held: bool) -> str:
    """The kind of a quotation, given its saying and speaker; `held` tells that a reported statement has it inside."""
    quoted = view.text[span.start : span.end]
    count = len(words(quoted[:400]))
    lead, tail = around(view, span)
    if (saying is not None and is_question(saying)) or QUESTIONER.search(lead[-20:]):
        return "question"
    by_person = subject is not None and (subject.kind == "person" or subject.gender in ("m", "f"))
    if count <= 15 and not by_person and PERCENT.search(lead + tail) and POLLED.search(lead + tail):
        return "option"
    if view.sentence_at(span.left).role == "body" and is_nickname(lead, tail, quoted):
        return "phrase"
    before = LAST_WORD.search(lead[-30:])
    woven = before is not None and before.group(1) not in cues() and before.group(1) not in ("that", "and", "but")
    named = woven and not held and 2 <= count <= 7 and is_title(quoted) and not is_naming(view, span, saying, lead)
    if names_work(lead, tail, quoted, count) or named:
        return "title"
    alone = quoted[-1] in ".!?," and not any(map(str.isalnum, lead[-200:] + tail[:200]))
    if count <= 3 and subject is None and saying is None and not held and not alone:
        return "phrase"
    begins = (quoted.lstrip("([ ")[:1].isupper() and not woven) or COLON_OR_COMMA.search(lead[-30:]) is not None
    ends = quoted[-1] in ".!?…," or not tail.strip(' "')
    return "full" if count >= 4 and begins and ends else "partial"


def is_nickname(lead: str, tail: str, quoted: str) -> bool:
    """Whether the words stand inside a person's name: `Robert “Bobby” Holm`."""
    if not quoted[0].isupper() or not quoted[-1].isalpha() or quoted.count(" ") > 1:
        return False
    before = NAME_BEFORE.search(lead[-30:])
    return before is not None and before.group(1) not in starters() and NAME_BEHIND.match(tail) is not None


def is_naming(view: View, span: Span, saying: Saying | None, lead: str) -> bool:
    """Whether somebody calls a person or a thing so, or many do: `called Rivera “Lucky Ann”`, `chants of “…”`."""
    if CALLED.search(lead[-40:]):
        return True
    if saying is None or saying.end > span.left or saying.cue.lower() not in grammar("naming"):
        return False
    gap = view.host[saying.end : span.left]
    return NAMED.fullmatch(gap) is not None


def around(view: View, span: Span) -> tuple[str, str]:
    """The host's words before and behind a quotation in its sentences."""
    first, final = view.sentence_at(span.left), view.sentence_at(span.right - 1)
    return view.host[max(first.start, span.left - 400) : span.left], view.host[span.right : final.end][:400]


def is_question(saying: Saying) -> bool:
    """Whether the words are those of an interviewer: `asked whether …`, `a reporter asked`."""
    if saying.kind == "passive ask":
        return True
    subject = saying.subject
    return saying.kind == "ask" and subject is not None and subject.name.split()[-1].lower() in grammar("asking")


def names_work(lead: str, tail: str, quoted: str, count: int) -> bool:
    """Whether a book, a broadcast or an article is named: `the film “…”`, `NBC's “…”`, `“…,” by the Post's …`."""
    if count >= 3 and BYLINE.match(tail):
        return True
    before = BEFORE_TITLE.search(lead[-40:])
    if before is None or count > 12 or not is_title(quoted):
        return False
    word = (before.group(1) or "").lower()
    return before.group(2) is not None or word in grammar("work") or word in ("told", "tells")


def is_title(quoted: str) -> bool:
    """Whether the long words begin with a capital, as in the title of a book or a broadcast, and no sentence ends."""
    return (
        quoted[-1] not in "?!"
        and quoted[0].isupper()
        and all(word[0].isupper() or word in SMALL for word in quoted.split() if len(word) > 3)
    )
