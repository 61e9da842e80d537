"""Attribution: which of the sayings of its sentences a quotation belongs to, and who speaks it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from ..text import words
from .antecedent import first_free, main_subject, resolve
from .clause import LIGHT
from .cue import grammar, takes
from .mark import Span
from .paragraph import Paragraph
from .reporting import is_known, is_verb
from .saying import Saying, sayings
from .statement import Reported, contents, outermost
from .subject import Subject, View, is_free

SIGNATURE = re.compile(r"\s*-+\s*(?=[A-Z])")
DESCRIPTION = re.compile(r",? (?:[\w.&'-]+ ){1,8}")  # the words of a title before a name
GOES_ON = re.compile(r",? *(?:which|where|who|when|for|in|on|at|of|to|from|with|under|than|and|but) ")
MARKS = "\"'“”„‘’«»‹›` "
COLON = re.compile(r":\s*$")
OBJECT = re.compile(r" (?:an? |the )?")
ASKED = re.compile(r"\b(?:if|whether|about|why|how)\b")
NEAR = 12  # contents before a quotation that can have it inside
WEAK = ("noun", "thought", "infinitive")  # kinds of cues that yield to a verb of saying in the same sentence


class Voice(NamedTuple):
    """Who speaks: the words for the speaker, and the person or body that they stand for, if the text settles it."""

    words: Subject | None = None
    known: Subject | None = None

    def __bool__(self) -> bool:
        return self.words is not None


def attribute(
    view: View, span: Span, before: list[Saying], after: list[Saying], told: Callable[[], list[Reported]]
) -> tuple[Saying | None, bool]:
    """The saying that a quotation belongs to, of those of its first and its last sentence; and whether it does so only
    because what the saying reports (what `told` gives for the first sentence) has the words inside.
    """
    saying = choose(view, span, before, after)
    if saying and (not saying.subject or saying.start > span.left or saying.kind in ("signature", "colon", "comma")):
        return saying, False
    if saying and not any(other.kind in ("say", "ask") and other.end < saying.start for other in before):
        return saying, False
    holder = reporting(view, span, told())
    if saying is None:
        return holder, holder is not None
    return (holder if holder and is_within(saying, holder, span) else saying), False


def reporting(view: View, span: Span, found: list[Reported]) -> Saying | None:
    """The saying whose reported content a quotation is part of."""
    place = bisect_right(found, span.start, key=lambda one: one[1])
    near = found[max(0, place - NEAR) : place]
    saying = next((saying for saying, _, end in near if span.end <= end + 1), None)
    word = saying.cue.lower() if saying and saying.kind == "stance" else ""
    if (saying and shown(view, span, saying)) or (word and (takes()[word] == "thing" or word in grammar("raising"))):
        return None  # whoever weighs a “plan” need not call it so, nor who seems to have one
    return saying


def shown(view: View, span: Span, saying: Saying) -> bool:
    """Whether a few words are what is seen or shown, or nobody who speaks has the feeling: `should show “Start”`."""
    perceived = saying.cue.lower() in grammar("perceiving")
    if not (perceived or saying.kind == "thought") or not has_few_words(view, span):
        return False
    subject = saying.subject
    if perceived and OBJECT.fullmatch(view.host, saying.end, span.left):
        return True
    return subject is not None and (subject.name.lower() in ("i", "we") or not is_known(view, subject))


def told_in(view: View, number: int) -> list[Reported]:
    """What the sayings of a sentence report, in order."""
    return sorted(outermost(contents(view, view.sentences[number])), key=lambda one: one[1])


def has_few_words(view: View, span: Span) -> bool:
    """Whether a quotation has no more than the three words of a term."""
    return len(words(view.text[span.start : min(span.end, span.start + 100)])) <= 3


def is_within(saying: Saying, holder: Saying, span: Span) -> bool:
    """Whether a saying before a quotation is itself what somebody is said to say, and so are the words quoted."""
    return holder.kind in ("say", "ask") and holder.subject is not None and holder.end < saying.start < span.left


def is_pull_quote(view: View, paragraph: Paragraph) -> bool:
    """Whether a headline, or a line that no stop ends, is nothing but quoted words: whose they are, the body tells."""
    if any(map(str.isalnum, view.host[paragraph.start : paragraph.end])):
        return False
    return paragraph.role != "body" or view.text[paragraph.start : paragraph.end].rstrip(MARKS)[-1:].isalnum()


def begins_alone(view: View, span: Span, first: int, final: int) -> bool:
    """Whether no word of the host's stands before a quotation in its sentence, nor behind it, but for a clause."""
    lead = view.host[max(view.sentences[first].start, span.left - 200) : span.left]
    tail = view.host[span.right : min(view.sentences[final].end, span.right + 200)]
    return not any(map(str.isalnum, lead)) and (not any(map(str.isalnum, tail)) or GOES_ON.match(tail) is not None)


def introduced(view: View, sentence: int, last: Subject | None) -> Voice:
    """The voice of the sentence before, where that one ends with a colon, given the last one that spoke."""
    if not sentence:
        return Voice()
    before = view.sentences[sentence - 1]
    if not view.host[before.start : before.end].rstrip().endswith(":"):
        return Voice()
    found = [s for s in sayings(view, before.start, before.end) if s.subject]
    subject = found[-1].subject if found else main_subject(view, before.start, before.end)
    return Voice(subject, resolve(view, subject, last)) if subject else Voice()


def choose(view: View, span: Span, before: list[Saying], after: list[Saying]) -> Saying | None:
    """The saying that a quotation belongs to, of those of the sentences that it begins and ends in."""
    place = bisect_left(after, (span.right,))
    following = after[place : place + 6]
    place = bisect_left(before, (span.left,))
    leading = before[max(0, place - 6) : place]
    if following and adjoins(view, span, following[0]) and not (leading and asks(view, span, leading[-1])):
        return following[0]
    signed = signature(view, span)
    if signed:
        return signed
    leading = [
        saying
        for saying in leading
        if not is_noun(view, saying)
        and not is_answered(view, span, saying)
        and not (saying.kind == "thought" and shown(view, span, saying))
    ]
    if leading:
        strong = [saying for saying in leading if saying.kind not in WEAK]
        return (strong or leading)[-1]
    introduction = before_colon(view, span) or before_comma(view, span)
    if introduction:
        return introduction
    if has_few_words(view, span):
        return None  # a term that the host uses, unless what is said has it inside
    return next((s for s in following if s.subject and s.kind in ("say", "ask", "according")), None)


def is_noun(view: View, saying: Saying) -> bool:
    """Whether a form that can be a verb of saying is a noun that brings no words: `a swing state where “…”`."""
    return "noun" not in saying.kind and saying.cue.lower() in grammar("ambiguous") and not is_verb(view, saying)


def asks(view: View, span: Span, saying: Saying) -> bool:
    """Whether a quotation gives the words of a question reported: `was asked if he had …`."""
    if view.host.endswith(", ", 0, span.left):
        return False  # asked if she was sorry, “…,” she answered
    return saying.kind.endswith("ask") and ASKED.search(view.host, saying.end, span.left) is not None


def signature(view: View, span: Span) -> Saying | None:
    """The person whose name follows a quotation after a dash."""
    match = SIGNATURE.match(view.host, span.right, span.right + 20)
    place = bisect_left(view.firsts, match.end()) if match else len(view.firsts)
    if match is None or place == len(view.firsts):
        return None
    subject = view.subjects[place]
    named = subject.start == match.end() and (subject.kind == "person" or " " in subject.name)
    return Saying(span.right, span.right, "", "signature", subject) if named else None


def before_colon(view: View, span: Span) -> Saying | None:
    """The subject that stands before the colon before a quotation, or else begins the sentence."""
    colon = COLON.search(view.host, max(0, span.left - 5), span.left)
    if colon is None:
        return None
    start = view.sentence_at(span.left).start
    place = bisect_left(view.firsts, colon.start()) - 1
    near = view.subjects[place] if place >= 0 and view.subjects[place].end == colon.start() else None
    direct = near is not None and near.kind != "place" and near.gender != "n" and is_free(view, near, start)
    if near is not None and near.kind == "role" and near.name.lower().startswith(("his ", "her ", "their ")):
        direct = False  # Rivera shook her head:
    subject = near if direct else main_subject(view, start, span.left)
    return Saying(span.left, span.left, "", "colon", subject) if subject else None


def before_comma(view: View, span: Span) -> Saying | None:
    """The person who begins the clause before the comma before a whole sentence: `Rivera shot back, “We will.”`"""
    quoted = view.text[span.start : span.end]
    sentence = view.sentence_at(span.left)
    whole = quoted[:1].isupper() and quoted[-1] in ".?!" and quoted.count(" ") > 2 and sentence.role == "body"
    if not whole or not view.host.endswith(", ", 0, span.left):
        return None
    subject = main_subject(view, sentence.start, span.left)
    person = subject is not None and (subject.kind == "person" or subject.gender in ("m", "f"))
    return Saying(span.left, span.left, "", "comma", subject) if person else None


def is_answered(view: View, span: Span, saying: Saying) -> bool:
    """Whether whoever was asked is named behind the question: `Asked about the crane, Rivera was blunt: “No.”`"""
    if not saying.kind.endswith("ask") or saying.subject or not view.host.endswith((", ", ": "), 0, span.left):
        return False
    return first_free(view, saying.end, span.left) is not None


def adjoins(view: View, span: Span, saying: Saying) -> bool:
    """Whether a saying follows a quotation directly; not of a term that belongs to the subject: `“most” voters say`."""
    if saying.subject is None or view.text[span.end - 1] == ".":
        return False
    at = min(saying.start, saying.subject.start)
    gap = view.host[span.right : at]
    term = at == saying.subject.start and gap == " " and view.text[span.end - 1].isalnum()
    if term and saying.subject.kind == "role" and has_few_words(view, span):
        return False
    if at < span.right or LIGHT.fullmatch(gap):
        return at >= span.right
    between = gap.lower().split()
    inner = grammar("barrier") - {"of", "for", "at"}
    return DESCRIPTION.fullmatch(gap) is not None and inner.isdisjoint(between) and between[0] not in grammar("barrier")
