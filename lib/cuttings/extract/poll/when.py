"""When a poll was taken and when it was published: the time expressions of its report that say so."""

import re
from datetime import date

from ..time.date import Resolution, resolutions
from ..time.expression import Expression
from .place import Detail, Span
from .times import Times

ASKED = re.compile(
    r"\b(?:conducted|carried out|taken|took place|done|fielded|held|interviewed|interviews"
    r"|polled|surveyed|questioned|asked|contacted|spoke (?:to|with)|gathered|completed"
    r"|reached|run|"
    r"[Ff]ieldwork|[Bb]etween|received \d[\d,]* responses|heard|surveys?|polls?|sample"
    r"|poll of|adults|people|voters|respondents|members)\b(?![^.;]*\b(?:released|published"
    r"|issued)\b)[^.;]{0,130}$"
)
STRONG = re.compile(
    r"\b(?:conducted|carried out|taken|took place|done|fielded|held|interviewed|interviews"
    r"|polled|surveyed|questioned|asked|contacted|spoke|gathered|completed|reached"
    r"|run|[Ff]ieldwork|received|heard)\b"
)
OUT = re.compile(
    r"\b(?:released|published|issued|unveiled|made public|announced|out|reported|said"
    r"|says|showed|shows|found|finds|suggested|revealed|poll|survey|report)\b(?: [a-z]+){0,3}? ?(?:on "
    r"|this |late |early )?$"
)
JOINED = re.compile(r" ?(?:and|to|-|through|until|till) ?")


def fieldwork(times: Times, folded: str, stretches: list[Span]) -> Span | None:
    """The span of the days on which the questions were asked.

    A range of days behind a word of asking is best, then two times joined by `to` or `and`, then a single time.
    """
    best: tuple[int, Span] | None = None
    for start, end in stretches:
        known = times.between(start, end)
        for place, one in enumerate(known):
            before = folded[max(start, one.start - 150) : one.start]
            if not ASKED.search(before) or one.kind not in ("range", "day", "month", "weekday", "relative"):
                continue
            span, rank = joined(folded, known, place)
            sure = STRONG.search(before) is not None
            if rank == 2 and (
                not sure
                or (
                    one.kind == "relative"
                    and not re.search(r"\b(?:conducted|carried out|taken|fielded|held)\b", before)
                )
            ):
                continue
            if best is None or rank < best[0]:
                best = (rank, span)
    return best[1] if best else None


def joined(folded: str, known: tuple[Expression, ...], place: int) -> tuple[Span, int]:
    """A time with the one that it is joined to, and how good it is as a time of fieldwork: 0, 1 or 2."""
    one = known[place]
    if one.kind == "range":
        return (one.start, one.end), 0
    if place + 1 < len(known) and JOINED.fullmatch(folded[one.end : known[place + 1].start]):
        return (one.start, known[place + 1].end), 1
    return (one.start, one.end), 2


def released(times: Times, folded: str, stretches: list[Span], field: Span | None) -> Span | None:
    """The span of the day on which a poll was published."""
    for start, end in stretches:
        for one in times.between(start, end):
            if one.kind not in ("weekday", "day", "relative") or (field and field[0] <= one.start < field[1]):
                continue
            if one.kind == "relative" and not re.match(
                r"(?:[Yy]ester|[Tt]o)day|\w+ days? ago|[Ll]ast (?:week|month)", one.text
            ):
                continue
            if OUT.search(folded[max(start, one.start - 45) : one.start]):
                return one.start, one.end
    return None


def resolved(text: str) -> tuple[Times, tuple[Resolution, ...]]:
    """The time expressions of an article and what each means."""
    return Times(text), resolutions(text)


def days(known: tuple[Times, tuple[Resolution, ...]], detail: Detail | None) -> tuple[date | None, date | None]:
    """The first and last day that the words of a detail can mean; null where the text does not settle them."""
    if detail is None:
        return None, None
    times, meant = known
    inside = meant[times.place(detail.start) : times.place(detail.end)]
    if not inside or any(one[0] is None for one in inside):
        return None, None
    return inside[0][0], inside[-1][1]
