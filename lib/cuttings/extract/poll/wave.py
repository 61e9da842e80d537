"""Waves: whether a figure is of the poll reported, or of an earlier one that the report names."""

import re
from typing import NamedTuple

from .place import Place, Span
from .times import Times

EARLIER = re.compile(
    r"(?:\b(?:(?<!support )(?<!backing )from|compared (?:with|to)|up from|down from|versus|previously|it was"
    r"|they were|stood|had been|used to be|as against|unlike|than(?: the)?|earlier"
    r"|before)\b[^,;.()]{0,25}|"
    r"\b(?:was|were) (?:at )?)$",
    re.I,
)
POLL_NEAR = re.compile(
    r"\b(?:poll|survey|released|published|conducted|carried out|taken|found|interviewed"
    r"|polled|surveyed|asked|questioned)\b[^,;]{0,20}$",
    re.I,
)
AGO = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:days?"
    r"|weeks?|fortnight|months?|years?|decades?) (?:ago|earlier|before(?! the| an?\b"
    r"| its| his| her))|(?:last|the previous"
    r"|the preceding) (?:week|month|year|quarter|survey|poll|spring|summer|autumn"
    r"|fall|winter|time)"
    r"|before the (?:\w+ )?(?:debate|war|invasion|election|attack|vote|shooting|crisis|pandemic))\b",
    re.I,
)
SINCE = re.compile(
    r"[^,;.]{0,30}?\b(?P<when>(?:since|over the (?:past|last|year|month|week)"
    r"|within|in (?:just |under )?(?:a|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d+) (?:days?|weeks?|months?|years?|decades?)) ?(?!her\b|his\b|rivals?)[\w' ]{0,30}?)(?=[,.;()]"
    r"| and | to |$)",
    re.I,
)
KINDS = ("month", "year", "season", "day", "range", "relative", "quarter")
FROM = re.compile(r"\b(?:from|previously|had been|used to)\b", re.I)
THAN = re.compile(r"\bthan (?:in |it was )?$")
OPENS = re.compile(
    r"^\W*(?:(?:and|while|but|with|when) )?(?:in|on|by|during|back in|as of)?(?: the"
    r"| late| early)? ?$|[,;:] ?(?:and |while |but )?(?:in|on|by) (?:the )?$",
    re.I,
)
STOP = re.compile(
    r"[;.:(]|, (?!in |before |when )| while | but | and (?!in )|, in [^,]{3,30}? (?:it|the|they|that|support)\b"
)


class Wave(NamedTuple):
    """The wave of a figure: `current`, or the words for an earlier one with their span, where there are any."""

    name: str
    start: int | None = None
    end: int | None = None


CURRENT, BEFORE = Wave("current"), Wave("earlier")


def wave_of(times: Times, folded: str, at: Place, option: Span | None) -> Wave:
    """The wave of a figure.

    1. `up from 47%`, `compared with 47% in May`, `in March it was 57%`: an earlier wave, by the time named around it.
    2. A share with a time of its own in its clause, which is not that of the poll or a part of the answer: that wave.
    3. For a change, a lead or a multiple, the time since which it is counted.
    """
    figure = at.figure
    told = EARLIER.search(at.before(folded)[-60:])
    own = time_around(times, folded, at, option)
    if figure.kind != "share":
        since = SINCE.match(at.behind(folded)[:60]) or AGO.search(at.behind(folded)[:40])
        if own or not since:
            return own or CURRENT
        start, end = (place + figure.end for place in since.span("when" if since.re is SINCE else 0))
        return Wave(" ".join(folded[start:end].split()), start, end)
    if own and (told or not POLL_NEAR.search(folded[max(at.figure.sentence[0], (own.start or 0) - 60) : own.start])):
        return own
    return BEFORE if told and FROM.search(told.group()) else CURRENT


def time_around(times: Times, folded: str, at: Place, option: Span | None) -> Wave | None:
    """The time named in the clause of a figure: one that opens the clause, one behind the figure, one before it."""
    figure = at.figure
    behind = folded[figure.end : min(at.right, figure.end + 90)]
    stop = STOP.search(behind)
    after = list(spans_of(times, folded, figure.end, figure.end + (stop.start() if stop else len(behind))))
    before = list(spans_of(times, folded, max(at.left, figure.start - 110), figure.start))
    before = [one for one in before if is_of(folded, one, at)]
    opening = [one for one in before if OPENS.search(folded[at.left : one[0]])]
    for start, end in [*opening, *after, *reversed(before)]:
        lead = folded[max(at.figure.sentence[0], start - 14) : start]
        inside = option is not None and option[0] <= start < option[1] and option[0] >= figure.end
        if inside or THAN.search(lead):
            continue
        word = re.search(r"\b(?:in|during|on|since|over|within)(?: the| just)? $", lead, re.I)
        start -= len(word.group()) if word else 0
        return Wave(" ".join(folded[start:end].split()), start, end)
    return None


def is_of(folded: str, time: Span, at: Place) -> bool:
    """Whether a time before a figure is not that of the figure before it, and not in another clause."""
    if re.search(r"[;(]|:(?! ?$)| while | but |\bthan\b", folded[time[1] : at.figure.start]):
        return False
    left = folded[at.left : time[0]]
    return at.opens() or (
        bool(re.search(r"[,;:(]|\b(?:and|while|but|in)\b.*\b(?:in|on)\b", left))
        and not re.match(r",? (?:in|on|from|since|a|two|three|last) ?$", left)
    )


def spans_of(times: Times, folded: str, start: int, end: int) -> list[Span]:
    """The times named between two offsets that can be those of a wave."""
    found = [(one.start, one.end) for one in times.between(start, end) if one.kind in KINDS]
    found += [match.span() for match in AGO.finditer(folded, start, end)]
    kept: list[Span] = []
    for one in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept
