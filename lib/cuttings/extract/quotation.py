"""Direct quotations of the article itself: the words, what kind they are, and who speaks them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd

from ..text import words
from .each import Row, spans
from .mark import Span, marked
from .paragraph import paragraphs
from .saying import LIGHT, Saying, sayings
from .subject import Subject, View, cues, first_free, resolve, view_of

PERCENT = re.compile(r"\d ?(?:%|per cent\b|percent\b)")
POLLED = re.compile(r"\b(?:polls?|survey\w*|respondents?|pollsters?|thought|think|answered|opted|open to|of those)\b")
SIGNATURE = re.compile(r"\s*-+\s*(?=[A-Z])")
COLON = re.compile(r":\s*$")
BREAK = re.compile(r", (?:and|but|while|as|so|with|which|where) (?!\")")
COLON_OR_COMMA = re.compile(r"[,:]\s*$")
ASKED = re.compile(r"\b(?:if|whether|about|why|how)\b")
# An office that one person holds names that person, if not by name: no anonymous speaker.
OFFICE = re.compile(
    r"[Tt]he (?:[A-Z][\w.]+ ){0,2}(?:president|prime minister|chancellor|king|queen|pope|foreign minister)$"
)
WEAK = ("noun", "thought", "infinitive")  # kinds of cues that yield to a verb of saying in the same sentence


class Quote(NamedTuple):
    """One quotation: its span without the marks, and what is known of its speaker."""

    start: int
    end: int
    kind: str
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str | None = None
    anonymous: bool = False


def quotations(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per direct quotation in the article itself; `text` is the words without the outer marks.

    1. Any marks quote, also mixed ones; a mark's place (blank before, word behind) tells whether it opens,
       its shape only where the place does not. Marks inside a quotation stay inside. Apostrophes are no
       marks.
    2. A quotation that each paragraph opens anew and only the last closes is a row a paragraph; one that the
       host's words interrupt is two rows. A mark that is never closed costs at most its own paragraph.
    3. kind: `option` in a sentence with a percentage and a word of polling, spoken by no person; `phrase` for
       up to three words that nobody is said to speak, and for a title in capitals; `full` for a whole
       sentence, which ends like one or before the host's comma and is not woven in; else `partial`.
    4. speaker: the subject of the word of saying (lookups/cues.csv) that follows the quotation directly, else
       of the last one before it in its sentence, else of the first one behind it; the subject before a colon;
       a name signed after a dash. What follows `asked if` is the asker's.
    5. A quotation alone in its sentences goes on with the speaker before, in its paragraph or the one above;
       speaker_start and speaker_end then point to the words that named that speaker, and cue is null.
    6. he and she are the first fitting person of the sentence, else the last speaker or the first person of
       up to five sentences before, gender by titles and given names. `the adviser` is the one person with
       that title, or the last speaker so described.

    Not found: words quoted without marks; the speaker behind they, we, I and it, of a quotation without any
    cue, and of a dialogue in which the speakers take turns without being named.
    """
    return spans(articles, "quotations", rows)


def rows(text: str) -> Iterator[Row]:
    """The rows of one article."""
    for quote in quotes(text):
        yield {**quote._asdict(), "words": len(words(text[quote.start : quote.end]))}


@lru_cache(maxsize=64)
def quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of one article, in order."""
    found = list(marked(text))
    if not found:
        return ()
    return tuple(attributed(view_of(text, found), found))


def attributed(view: View, found: list[Span]) -> Iterator[Quote]:
    """Every quotation with its kind and speaker, in reading order."""
    own = [paragraph.start for paragraph in paragraphs(view.text)]
    said = cache(lambda number: sayings(view, view.sentences[number].start, view.sentences[number].end))
    above, last = 0, None  # paragraph and speaker of the last quotation that has one
    for span in found:
        paragraph = bisect_right(own, span.left)
        first, final = (max(0, bisect_right(view.starts, at) - 1) for at in (span.left, span.right - 1))
        saying = choose(view, span, said(first), said(final))
        subject = None
        if saying and saying.subject:
            subject = resolve(view, saying.subject, last)
        elif saying is None and stands_alone(view, span, first, final):
            subject = introduced(view, first) or (last if above >= paragraph - 1 else None)
        kind = kind_of(view, span, first, final, subject)
        if kind in ("option", "phrase"):
            yield Quote(span.start, span.end, kind)
            continue
        if subject:
            above, last = paragraph, subject
        yield quote_of(span, kind, subject, (saying.cue or None) if saying else None)


def quote_of(span: Span, kind: str, subject: Subject | None, cue: str | None) -> Quote:
    """The quotation with what is known of its speaker."""
    if subject is None:
        return Quote(span.start, span.end, kind, cue=cue)
    anonymous = subject.kind == "role" and not OFFICE.match(subject.name)
    return Quote(span.start, span.end, kind, subject.name, subject.start, subject.end, cue, anonymous)


def stands_alone(view: View, span: Span, first: int, final: int) -> bool:
    """Whether the sentences of a quotation hold no word of the host's near it."""
    lead = view.host[max(view.sentences[first].start, span.left - 200) : span.left]
    tail = view.host[span.right : min(view.sentences[final].end, span.right + 200)]
    return not any(map(str.isalnum, lead + tail))


def introduced(view: View, sentence: int) -> Subject | None:
    """The subject of the sentence before, where that one ends with a colon."""
    if not sentence:
        return None
    before = view.sentences[sentence - 1]
    if not view.host[before.start : before.end].rstrip().endswith(":"):
        return None
    found = [s for s in sayings(view, before.start, before.end) if s.subject]
    subject = found[-1].subject if found else first_free(view, before.start, before.end)
    return resolve(view, subject, None) if subject else None


def kind_of(view: View, span: Span, first: int, final: int, subject: Subject | None) -> str:
    """Option, phrase, full or partial."""
    quoted = view.text[span.start : span.end]
    count = len(words(quoted[:400]))
    lead = view.host[max(view.sentences[first].start, span.left - 400) : span.left]
    tail = view.host[span.right : min(view.sentences[final].end, span.right + 400)]
    by_person = subject is not None and (subject.kind == "person" or subject.gender in ("m", "f"))
    if count <= 15 and not by_person and PERCENT.search(lead + tail) and POLLED.search(lead + tail):
        return "option"
    before = re.search(r"([a-z']+) $", lead[-30:])
    woven = before is not None and before.group(1) not in cues() and before.group(1) not in ("that", "and", "but")
    if 2 <= count <= 7 and woven and quoted[-1] not in "?!" and is_title(quoted):
        return "phrase"
    if count <= 3 and subject is None and not (quoted[-1] in ".!?," and stands_alone(view, span, first, final)):
        return "phrase"
    begins = (quoted.lstrip("([ ")[:1].isupper() and not woven) or COLON_OR_COMMA.search(lead[-30:]) is not None
    ends = quoted[-1] in ".!?…," or not tail.strip(' "')
    return "full" if count >= 4 and begins and ends else "partial"


def is_title(quoted: str) -> bool:
    """Whether the long words begin with a capital, as in the title of a book or a broadcast."""
    return quoted[0].isupper() and all(word[0].isupper() for word in quoted.split() if len(word) > 3)


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
    if leading:
        strong = [saying for saying in leading if saying.kind not in WEAK]
        return near_enough(view, span, (strong or leading)[-1])
    introduction = before_colon(view, span)
    if introduction:
        return introduction
    return next((s for s in following if s.subject and s.kind in ("say", "ask", "according")), None)


def asks(view: View, span: Span, saying: Saying) -> bool:
    """Whether a quotation gives the words of a question reported: `was asked if he had …`."""
    return saying.kind.endswith("ask") and ASKED.search(view.host, saying.end, span.left) is not None


def signature(view: View, span: Span) -> Saying | None:
    """The person whose name follows a quotation after a dash."""
    match = SIGNATURE.match(view.host, span.right, span.right + 20)
    place = bisect_left(view.firsts, match.end()) if match else len(view.firsts)
    if match is None or place == len(view.firsts):
        return None
    subject = view.subjects[place]
    named = subject.start == match.end() and subject.kind == "person"
    return Saying(span.right, span.right, "", "signature", subject) if named else None


def before_colon(view: View, span: Span) -> Saying | None:
    """The subject that stands before the colon before a quotation, or else begins the sentence."""
    colon = COLON.search(view.host, max(0, span.left - 5), span.left)
    if colon is None:
        return None
    start = view.starts[max(0, bisect_right(view.starts, span.left) - 1)]
    place = bisect_left(view.firsts, colon.start()) - 1
    near = view.subjects[place] if place >= 0 and view.subjects[place].end == colon.start() else None
    subject = near if near and near.kind != "place" else first_free(view, start, span.left)
    return Saying(span.left, span.left, "", "colon", subject) if subject else None


def near_enough(view: View, span: Span, saying: Saying) -> Saying | None:
    """The saying, unless the quotation is of a few words and another clause begins between the two."""
    short = span.end - span.start <= 40 and len(words(view.text[span.start : span.end])) <= 3
    broken = BREAK.search(view.host[max(saying.end, span.left - 400) : span.left])
    return None if short and broken else saying


def adjoins(view: View, span: Span, saying: Saying) -> bool:
    """Whether a saying follows a quotation directly."""
    if saying.subject is None or view.text[span.end - 1] == ".":
        return False
    at = min(saying.start, saying.subject.start)
    return at >= span.right and LIGHT.fullmatch(view.host[span.right : at]) is not None
