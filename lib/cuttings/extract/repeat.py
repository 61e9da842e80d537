"""Repeats: quotations of headline, deck and sub-headings whose words the body quotes in full."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ..text import fold, words
from .kind import SPOKEN
from .quote import Quote

MOST = 50  # repeats looked for in one article, so that hostile texts cost linear time


def with_repeats(text: str, found: Iterable[Quote]) -> Iterator[Quote]:
    """The quotations of an article, those above the body that it gives again as `repeat`.

    Such words are said once, and the outlet has chosen them for its headline: whose they are, the body tells. A single
    word that nobody is said to say is no repeat.
    """
    every = tuple(found)
    body = [quote for quote in every if quote.role == "body" and quote.kind in SPOKEN]
    said = [spelled(text, quote) for quote in body]
    places, whole, left = [0, *accumulate(map(len, said))], "".join(said), MOST
    for quote in every:
        if quote.role != "body" and left and body and (quote.kind in SPOKEN or is_term(text, quote)):
            left -= 1
            at = whole.find(spelled(text, quote))
            yield quote if at < 0 else repeat(quote, body[bisect_right(places, at) - 1])
        else:
            yield quote


def spelled(text: str, quote: Quote) -> str:
    """The words of a quotation as a headline and the body share them; no run of them goes over its end."""
    small = fold(text[quote.start : quote.end]).lower().replace("'", "")
    return f" {' '.join(words(small))} "


def is_term(text: str, quote: Quote) -> bool:
    """Whether a quotation is a term of several words."""
    return quote.kind == "phrase" and " " in text[quote.start : quote.end]


def repeat(quote: Quote, body: Quote) -> Quote:
    """A quotation as the repeat of one of the body, whose speaker it has, where that one has any."""
    quote = quote._replace(kind="repeat")
    if body.speaker_start is None:
        return quote
    return quote._replace(
        speaker=body.speaker,
        speaker_start=body.speaker_start,
        speaker_end=body.speaker_end,
        anonymous=body.anonymous,
    )
