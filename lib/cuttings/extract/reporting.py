"""Reporting: whether a cue tells of a statement where it stands, or is a noun, an idiom or a cue of another sense."""

import re
from bisect import bisect_left

from .clause import LIGHT
from .cue import bases, cues, grammar, takes
from .saying import Saying
from .subject import Subject, View

NOUN_TAKES = re.compile(r" (?:that|of|for|about|to|on|over|from|against)\b")
TOPIC = re.compile(r" (?:that|about|of|out|against|for|over|with|whether|how|what|at|forward|into|to)\b")
SPEECH = re.compile(r" (?:about|of|out|against|for|over)\b")
PERFECT = re.compile(r"\b(?:has|have|had|having)(?: \w+ly| not| never| always| long)* $|'(?:ve|d) $")
OBJECT = re.compile(r" (?:the|an?|his|her|its|their|it|him|them|this|[A-Z]\w*+(?!day\b))\b")
PLACED = re.compile(r" (?:on|in|at|before|with|alongside|next|for|from|together|by|during|here|there)\b|[.,;]")


def is_reporting(view: View, saying: Saying) -> bool:
    """Whether a cue reports something here: it takes a content, and the form is a verb where it could be a noun."""
    word, kind = saying.cue.lower(), saying.kind
    if kind == "according":
        return True
    taken = takes().get(word)
    if not taken:
        return False
    if "noun" in kind:
        return NOUN_TAKES.match(view.host, saying.end) is not None
    if (
        word.endswith(("ed", "wn", "en"))
        and not kind.startswith("passive")
        and view.host.startswith(" by ", saying.end)
    ):
        return False
    if taken == "topic" and not (SPEECH if kind == "say" else TOPIC).match(view.host, saying.end):
        return False
    asker = kind == "passive ask" and saying.subject is not None  # asked by a medium: nobody's statement
    if asker or kind == "passive stance" or is_idle(view, saying):
        return False
    if kind == "infinitive":
        return cues(stances=True)[word] != "stance" or taken == "thing"
    return kind.startswith(("passive", "stance adj")) or is_verb(view, saying)


def is_idle(view: View, saying: Saying) -> bool:
    """Whether a form tells of no statement here: `known as`, `appeared on the quay`, `the programme, called Anchor`."""
    word, host, at = saying.cue.lower(), view.host, saying.start
    if word == "known":
        return PERFECT.search(host[max(0, at - 30) : at]) is None
    if word in grammar("raising"):
        return PLACED.match(host, saying.end) is not None
    return word in grammar("naming") and word.endswith("ed") and host.endswith(", ", 0, at)


def is_verb(view: View, saying: Saying) -> bool:
    """Whether a form that could be a noun or an imperative follows a subject or an auxiliary."""
    word, subject = saying.cue.lower(), saying.subject
    before = (view.host[max(0, saying.start - 30) : saying.start].lower().split() or [""])[-1]
    helped = before in grammar("auxiliary") or before.endswith("n't")
    plural = subject is not None and subject.gender == "p"
    if word in grammar("ambiguous"):
        if subject is not None and word.endswith("s") and not is_known(view, subject):
            return False  # a dozen states, percentage points
        close = subject is not None and (
            LIGHT.fullmatch(view.host, subject.end, max(subject.end, saying.start))
            or (word.endswith("s") and OBJECT.match(view.host, saying.end))
        )
        return helped or (bool(close) and (word not in bases() or before.endswith("s") or plural))
    if word not in bases() or word in grammar("verbal"):
        return True
    noun = before.endswith("'s") or not before.endswith(("s", "ly"))
    return helped or before == "and" or plural or not noun


def is_known(view: View, subject: Subject) -> bool:
    """Whether a subject is a name, a pronoun or a noun for people and bodies, and not just the words before a cue."""
    place = bisect_left(view.firsts, subject.start)
    return view.subjects[place : place + 1] == [subject] and subject.kind != "place"
