"""Direct quotations of the article itself: the words, what kind they are, and who speaks them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache, partial

import pandas as pd

from ..text import words
from .antecedent import is_anonymous, resolve
from .attribution import Voice, attribute, begins_alone, introduced, is_pull_quote, told_in
from .each import Row, spans
from .kind import SPOKEN, kind_of
from .mark import Span, inner, marked
from .occasion import NOWHERE, Calendar, occasion
from .paragraph import paragraphs
from .quote import Quote
from .repeat import with_repeats
from .saying import sayings
from .subject import View, view_of

BRACKET = re.compile(r"\[[^\]\n]{1,200}\]")
ELLIPSIS = re.compile(r"…|\.\.\.|\. \. \.")
LINK = re.compile(r"[,;]?(?: and| or)? ")


def quotations(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per direct quotation in the article itself; `text` is the words without the outer marks.

    1. Any marks quote, also mixed ones; a mark's place (blank before, word behind) tells whether it opens,
       its shape only where the place does not. Marks inside a quotation stay inside. Apostrophes are no
       marks.
    2. A quotation that each paragraph opens anew and only the last closes is a row a paragraph; one that the
       host's words interrupt is two rows. A mark that is never closed costs at most its own paragraph.
    3. kind: `option` in a sentence with a percentage and a word of polling, spoken by no person; `question` for the
       words of somebody who asks; `title` for the name of a work, a broadcast or a thing, unless somebody calls a
       person so; `phrase` for a nickname, and for up to three words that no word of saying brings, unless they are
       somebody's wording (`is_wording`); `nested` for a quotation inside another, whose speaker stays null; `repeat`
       for words of headline, deck or sub-heading that the body quotes too, whose speaker is the body's; `full` for a
       whole sentence, which ends like one or before the host's comma and is not woven in; else `partial`.
    4. speaker: the subject of the word of saying (lookups/cues.csv) that follows the quotation directly, else
       of the last one before it in its sentence, else of the first one behind it; the subject before a colon;
       a name signed after a dash. What follows `asked if` is the asker's.
    5. A quotation alone in its sentences goes on with the speaker before, in its paragraph or the one above;
       speaker_start and speaker_end then point to the words that named that speaker, and cue is null.
       A whole sentence behind a comma or a colon without such a word is that of the person whose clause it ends.
    6. he and she are the first fitting person of the sentence, else the last speaker or the first person of
       up to five sentences before, gender by titles and given names; a sentence in which the same pronoun comes
       first names nobody new. `the adviser` is the one person with that title, or the last speaker so described;
       `the mayor, Ada Holm,` is her.

    Not found: words quoted without marks; the speaker behind they, we, I and it, of a quotation without any
    cue, and of a dialogue in which the speakers take turns without being named.
    """
    return spans(articles, "quotations", rows)


def rows(text: str) -> Iterator[Row]:
    """The rows of one article."""
    for quote in quotes(text):
        quoted = text[quote.start : quote.end]
        told = {**quote._asdict(), **quote.occasion._asdict()}
        yield {**told, "words": len(words(quoted)), "edited": edited(quoted)}


def edited(quoted: str) -> str | None:
    """What the host has changed inside the words quoted: `bracket`, `ellipsis` or both; null for nothing."""
    marks = [name for name, pattern in (("bracket", BRACKET), ("ellipsis", ELLIPSIS)) if pattern.search(quoted)]
    return " ".join(marks) or None


@lru_cache(maxsize=64)
def quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of one article, in order."""
    found = list(marked(text))
    if not found:
        return ()
    spoken = attributed(view_of(text, found), found)
    return tuple(with_repeats(text, sorted(with_nested(text, spoken))))


def with_nested(text: str, found: Iterator[Quote]) -> Iterator[Quote]:
    """The quotations, and those inside them; the text inside a quotation does not settle who speaks in it."""
    for quote in found:
        yield quote
        if quote.kind in SPOKEN:
            for span in inner(text, quote.start, quote.end):
                if span.start > quote.start:
                    yield Quote(span.start, span.end, "nested", quote.role)


def attributed(view: View, found: list[Span]) -> Iterator[Quote]:
    """Every quotation with its kind and speaker, in reading order."""
    own = paragraphs(view.text)
    starts = [paragraph.start for paragraph in own]
    said = cache(lambda number: sayings(view, view.sentences[number].start, view.sentences[number].end))
    calendar = Calendar(view.text)
    told = cache(lambda number: told_in(view, number))
    above, voice, where = 0, Voice(), NOWHERE  # paragraph, speaker and occasion of the last one that has a speaker
    kind, end = "", 0
    for span in found:
        paragraph = bisect_right(starts, span.left)
        first, final = view.number_at(span.left), view.number_at(span.right - 1)
        saying, held = attribute(view, span, said(first), said(final), partial(told, first))
        goes_on = saying is None and begins_alone(view, span, first, final)
        if saying and saying.subject:
            spoken = Voice(saying.subject, resolve(view, saying.subject, voice.known))
        elif goes_on and not is_pull_quote(view, own[paragraph - 1]):
            spoken = introduced(view, first, voice.known) or (voice if above >= paragraph - 1 else Voice())
        else:
            spoken = Voice()
        beside = kind if LINK.fullmatch(view.host, end, span.left) else None
        kind, end = kind_of(view, span, saying, spoken.known or spoken.words, held, beside), span.right
        role = view.sentences[first].role
        if kind not in SPOKEN:
            yield Quote(span.start, span.end, kind, role)
            continue
        here = occasion(view, saying, calendar) if saying else where if spoken and spoken is voice else NOWHERE
        if spoken:
            above, voice, where = paragraph, spoken, here
        cue = (saying.cue or None) if saying else None
        yield quote_of(Quote(span.start, span.end, kind, role, cue=cue, occasion=here), spoken)


def quote_of(quote: Quote, spoken: Voice) -> Quote:
    """The quotation with its speaker; of a pronoun that nobody fits, its place alone."""
    words_for, known = spoken
    if words_for is None:
        return quote
    name, anonymous = (known.name, is_anonymous(known)) if known else (None, False)
    return quote._replace(speaker=name, speaker_start=words_for.start, speaker_end=words_for.end, anonymous=anonymous)
