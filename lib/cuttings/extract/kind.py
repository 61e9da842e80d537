"""Kinds of quotations: somebody's sentence or clause, or a term, a title, a survey's answer, a question put."""

import re
from functools import cache

from ..lookups import literal
from ..text import words
from .cue import cues, grammar
from .mark import Span
from .name.run import is_title_case
from .saying import Saying
from .sentence import starters
from .subject import Subject, View

SPOKEN = ("full", "partial", "question")  # what a speaker says: these quotations have a speaker, if one is known
NOT_OWN = (*SPOKEN, "option", "repeat")  # words that are not the outlet's own: also a survey's answers
PERCENT = re.compile(r"\d ?(?:%|per cent\b|percent\b)")
POLLED = re.compile(r"\b(?:polls?|survey\w*|respondents?|pollsters?|thought|think|answered|opted|open to|of those)\b")
COLON_OR_COMMA = re.compile(r"[,:]\s*$")
LAST_WORD = re.compile(r"([a-z']+) $")
BEFORE_TITLE = re.compile(
    r"(?:(?<!')\b([\w-]+)|([A-Z]{2,}|News|Times|Post|Channel|Network|Radio|[Tt]elevision|TV)'s),? $"
)
BYLINE = re.compile(r'"*,? by (?:the )?[A-Z]')
CALLED_SO = re.compile(
    r"(?:\b(?i:an?|the|this|his|her|its|their)|\w's) ((?:(?!who|he |she |they |it )[\w'-]+,? ){1,12}?)"
    r"(?:called|titled|entitled|named|dubbed),? (?:the )?$"
)
BEHIND = re.compile(r'"*,? (?:([\w-]+)|(?:an?|the|his|her|its|their) (?:[\w.\'-]+ ){0,4}?([a-z-]+)\b)')
ME_OR_YOU = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|me|us|[Mm]y|[Oo]ur|[Yy]our)\b")
NAME_BEFORE = re.compile(r"([A-Z][\w.-]*) $")
NAME_BEHIND = re.compile(r'"* [A-Z][\w.-]+')
CRY = literal("grammar", "form", kind="cry")
CALLED = re.compile(rf"\b(?:as(?: an?| the)?|(?:{literal('grammar', 'form', kind='slogan')}|{CRY})(?: of)?,?) $")
CRIES = re.compile(rf"\b{CRY} of $")
NEAR = 3  # words between a saying and what it brings
SMALL = ("with", "from", "into", "over", "than", "that", "upon", "your", "about")
OUTSIDE = re.compile(r'"* ?,')  # ‘It will hold’, said Rivera
QUESTIONER = re.compile(r"(?:\bQ|\bQuestion|\bQUESTION): ?\"*$")


def kind_of(
    view: View, span: Span, saying: Saying | None, subject: Subject | None, held: bool, beside: str | None = None
) -> str:
    """The kind of a quotation, given its saying and speaker; `held` tells that a reported statement has it inside, and
    `beside` the kind of the one that a comma or an `and` links it to.
    """
    quoted = view.text[span.start : span.end]
    count = len(words(quoted[:400]))
    lead, tail = around(view, span)
    by_person = subject is not None and (subject.kind == "person" or subject.gender in ("m", "f"))
    if count <= 15 and not by_person and PERCENT.search(lead + tail) and POLLED.search(lead + tail):
        return "option"
    if (saying is not None and is_question(saying)) or QUESTIONER.search(lead[-20:]):
        return "question"
    if is_nickname(lead, tail, quoted) and view.sentence_at(span.left).role == "body":
        return "phrase"
    before = LAST_WORD.search(lead[-30:])
    woven = before is not None and before.group(1) not in cues() and before.group(1) not in ("that", "and", "but")
    titled = woven and not held and 2 <= count <= 7 and is_title(quoted) and not is_naming(lead) and tells(view, span)
    named = titled and not is_told(view, span, saying)
    if names_work(lead, tail, quoted, count, beside) or named:
        return "title"
    alone = quoted[-1] in ".!?," and not any(map(str.isalnum, lead[-200:] + tail[:200]))
    if count <= 3 and subject is None and saying is None and not held and not alone and not is_wording(lead, quoted):
        return "phrase"
    begins = (quoted.lstrip("([ ")[:1].isupper() and not woven) or COLON_OR_COMMA.search(lead[-30:]) is not None
    ends = quoted[-1] in ".!?…," or not tail.strip(' "') or OUTSIDE.match(tail) is not None
    return "full" if count >= 4 and begins and ends else "partial"


def tells(view: View, span: Span) -> bool:
    """Whether capitals tell a title: not in a headline that gives most words one."""
    sentence = view.sentence_at(span.left)
    return sentence.role == "body" or not is_title_case(view.text, sentence.start, sentence.end)


def is_told(view: View, span: Span, saying: Saying | None) -> bool:
    """Whether somebody says so, directly before the words, not on or from a work: `called for a “Grand Bargain”`."""
    if saying is None or saying.end > span.left or view.host.endswith((" on ", " from "), 0, span.left):
        return False
    return len(view.host[saying.end : span.left].split()) <= NEAR


def is_nickname(lead: str, tail: str, quoted: str) -> bool:
    """Whether the words stand inside a person's name: `Robert “Bobby” Holm`."""
    if not quoted[0].isupper() or not quoted[-1].isalpha() or quoted.count(" ") > 1:
        return False
    before = NAME_BEFORE.search(lead[-30:])
    return before is not None and before.group(1) not in starters() and NAME_BEHIND.match(tail) is not None


def is_wording(lead: str, quoted: str) -> bool:
    """Whether a few words are somebody's all the same, and no term: they are called out, speak of `me` or to `you`, or
    are in small letters and begin with an article, or are three with a function word (`send a message`).
    """
    if quoted[-1] == "!" or CRIES.search(lead[-20:]):
        return True
    said = quoted.rstrip(".,").split()
    if len(said) == 1 or ME_OR_YOU.search(quoted):
        return len(said) > 1
    function = grammar("barrier") | grammar("determiner")
    return quoted.islower() and (said[0] in ("a", "an", "the") or (len(said) > 2 and not function.isdisjoint(said)))


def is_naming(lead: str) -> bool:
    """Whether somebody calls a person or a thing so, or many do: `called Rivera “Lucky Ann”`, `chants of “…”`."""
    return CALLED.search(lead[-40:]) is not None or naming().search(lead[-60:]) is not None


@cache
def naming() -> re.Pattern:
    """A verb of naming and what is named."""
    return re.compile(rf"\b(?i:{'|'.join(sorted(grammar('naming')))}) (?:[\w.'-]+ ){{1,4}}$")


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


def names_work(lead: str, tail: str, quoted: str, count: int, beside: str | None) -> bool:
    """Whether a book, a broadcast or an article is named: `the film “…”`, `NBC's “…”`, `“…,” by the Post's …`, `a show
    called “…”`, `“…” star Ada Holm`, `“…,” a comedy`, or one is named directly before it.
    """
    titled = is_title(quoted)
    if count >= 3 and BYLINE.match(tail) and (titled or quoted.rstrip("'’")[-1:] in (",", ".", "?", "!")):
        return True
    if count > 12 or not titled:
        return False
    before = BEFORE_TITLE.search(lead[-40:])
    word = (before.group(1) or "").lower() if before else ""
    if before and (before.group(2) is not None or word in grammar("work") or word in ("told", "tells")):
        return True
    return (beside == "title" and count > 1) or is_called_so(lead) or is_of_work(tail)


def is_called_so(lead: str) -> bool:
    """Whether a thing is called so, and by nobody: `a website called`, but not `the man whom Rivera called`."""
    found = CALLED_SO.search(lead[-120:])
    return found is not None and not (grammar("work") | grammar("named work")).isdisjoint(
        found.group(1).replace(",", "").split()
    )


def is_of_work(tail: str) -> bool:
    """Whether the word behind a title tells that it is one: `“…” star Ada Holm`, `“…,” a comedy of the quay`."""
    behind = BEHIND.match(tail)
    return behind is not None and (behind.group(1) in grammar("of work") or behind.group(2) in grammar("work"))


def is_title(quoted: str) -> bool:
    """Whether the long words begin with a capital, as in the title of a book or a broadcast, and no sentence ends."""
    return (
        quoted[-1] not in "?!"
        and (quoted[0].isupper() or quoted[0].isdigit())
        and all(word[0].isupper() or word in SMALL for word in quoted.split() if len(word) > 3)
    )
