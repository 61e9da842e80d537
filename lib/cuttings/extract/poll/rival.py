"""Rivals: whom the second number of a pair counts."""

import re

from .around import last_of
from .phrase import AHEAD, NAME, STOP, THEN
from .place import Place, Span, span_of, trimmed

AHEAD_OF = re.compile(rf" (?:over|ahead of) (?P<who>{NAME})")
MARGIN = re.compile(r"\W*(?:but |and |still, )?by (?:an? |the )?(?:[\w-]+ ){0,3}", re.I)
NEXT = re.compile(r" ?(?:percent|per cent|%)? ?(?:to|-|vs\.?|versus|/)? ?")
WHERE = r"(?:nationally|nationwide|statewide|overall|there)"
OVER = re.compile(rf"\b{AHEAD} (?P<who>{NAME}|him|her)(?=,? (?:by|among|in|with|{WHERE}|\d)|,|\(| -|\W*$)")
FAVOURED = re.compile(
    rf"\b(?:favou?r(?:s|ed)?|preferr?(?:s|ed)?|back(?:s|ed)?|support(?:s|ed)?|chose"
    rf"|choose|picked) (?P<who>{NAME}|her|him|them|the [a-z]+(?: [a-z]+)?),? (?:by )?(?:a margin of )?$"
)


def rival_of(folded: str, at: Place, before: str) -> Span | None:
    """Whom the second number of a pair counts, where a verb says over whom the first one leads; and the first, where
    those asked favour somebody by it.
    """
    if at.figure.number.form not in ("pair", "bare"):
        return None
    if at.opens() and MARGIN.fullmatch(before):
        rest = folded[at.figure.end : min(at.figure.sentence[1], at.figure.end + 260)]
        told = THEN.match(rest)
        stop = STOP.search(rest, told.end()) if told else None
        return (
            trimmed(folded, at.figure.end + told.end(), at.figure.end + (stop.start() if stop else len(rest)))
            if told
            else None
        )
    if NEXT.fullmatch(before):
        ahead = AHEAD_OF.match(folded[at.figure.end : at.right])
        if ahead:
            return trimmed(folded, *span_of(ahead, "who", at.figure.end))
        start = max(at.figure.sentence[0], at.left - 160)
        words = folded[start : at.left]
        hit = last_of(OVER.finditer(words))
        return trimmed(folded, *span_of(hit, "who", start)) if hit else None
    hit = FAVOURED.search(before)
    return trimmed(folded, *span_of(hit, "who", at.left)) if hit else None
