"""Points: leads of one share over another, and changes of a share."""

import re

from ... import lookups
from .around import ABOUT, Around
from .number import Number
from .people import ATTITUDE

CHANGE = re.compile(
    "|".join(rf"\b(?P<{kind}>{lookups.alternatives('poll_words', kind=kind)})\b" for kind in ("up", "down", "changed")),
    re.I,
)
NO_SUBJECT = re.compile(
    rf"\b(?:{lookups.alternatives('poll_words', kind='no_subject')})\b(?! (?:poll|survey"
    rf"|rating)\b| (?:is|are|was|were) (?!at\b|up\b|down\b|seen\b|expected\b|forecast\b"
    rf"|projected\b|estimated\b|put\b|\d|$|just\b|about\b|only\b))[^,;:()]{{0,45}}$",
    re.I,
)
LEAD = re.compile(rf"\b{lookups.alternatives('poll_words', kind='lead')}\b", re.I)
ERROR = re.compile(
    r"margin of (?:sampling )?error|error margin|sampling error|plus or minus|\+/-|±|\berror\b|points? either", re.I
)
ROSE = r"surged|soared|jumped|rose|risen|climbed|grew|grown|plunged|plummeted|tumbled|shrank|slumped"
BY = re.compile(rf"\b(?:by|{ROSE}) {ABOUT}$")
CLAUSE = re.compile(r"[;:]| while | but ")
PART = re.compile(r"[;:%]| while | but |per ?cent")
NO_POINTS = re.compile(r"\b(?:index|Dow|Nasdaq|S&P|stocks?|basis|FTSE|game|season|goals?)\b")
ON_LIST = re.compile(r" ?(?:of|in|on) (?:the )?(?:plan|list|agenda)")
LEADING = re.compile(
    rf"[ -]+(?:{LEAD.pattern}|(?:\w+ ){{0,2}}(?:lead|advantage|edge|gap|margin|deficit)\b| ?clear\b)", re.I
)
CHANGING = re.compile(
    r"[ -](?:\w+[ -])?(?:increase|rise|drop|fall|decline|jump|gain|surge|swing|bump|dip|slide|loss|boost|improvement)\b"
)
AT = re.compile(r"\b(?:to|at|of|is|was|stands?|stood) (?:just |only |about |around |some |nearly |almost )?$")
FELL_BY = re.compile(r"\b(?:gain|rise|drop|fall|increase|decline) of ")
PREFER = re.compile(r"\b(?:support|back|prefer|favou?r|choose|pick)\w* [^,;]{1,40}? by (?:just |only |about |some )?$")
HAD_UP = re.compile(
    r"\b(?:had|has|have|puts?|shows?|showed|with|finds?|found|gives?) [A-Z]\w+(?: [A-Z]\w+)? up (?:by )?(?:an? \w+ "
    r"|just |only )?$"
)
IS_UP = re.compile(rf"\b(?:[Hh]e|[Ss]he)(?: is| was|'s) (?:now )?up (?:an average of |by )?{ABOUT}$")
UNBOUND = re.compile(rf" {ABOUT}$")
COUNTED = re.compile(r"[- ](?:\w+ )?(?:win|victory|loss|defeat|triumph|landslide)\b")
WON_BY = re.compile(rf"\b(?:won|lost|carried)\b[^,;]{{0,40}} by {ABOUT}$")
WITHIN = re.compile(rf"\b(?:pulled|drawn|come|closed|is|are|[A-Z][a-z]+) (?:to )?within {ABOUT}$")
MORE = re.compile(r" (?:more|less|higher|lower|fewer|up|down)\b")
RELATION = re.compile(r"[ -]?(?:as|more|less)? ?(?:likely|likelier|probable)\b", re.I)


def points(number: Number, before: str, after: str, around: Around) -> str | None:
    """Points are a lead or a change of a share; a margin of error is neither, nor points of an index or a game.

    1. A noun or adverb behind the number decides (`a 5-point lead`, `3 points behind`, `a 4-point drop`).
    2. `the lead narrowed to 4 points` is a lead, `narrowed by 4 points` a change.
    3. Else the last word of leading or changing before it; `prefer him by 4 points` is a lead.
    4. None of a vote that was held: `a 22-point win`, `won by 2 points`.
    """
    clause = CLAUSE.split(before)[-1]
    near = after[:30]
    if (around.near > 2 and not around.follows) or ERROR.search(clause[-75:]) or ERROR.search(after[:45]):
        return None
    if NO_POINTS.search(before + after[:40]) or ON_LIST.match(after) or RELATION.match(after):
        return None
    if COUNTED.match(after) or WON_BY.search(clause):
        return None
    if number.signed and around.follows:
        return "change"
    bare = UNBOUND.sub("", clause)
    lead, change = last(LEAD, bare), last(CHANGE, bare)
    if LEADING.match(near) or (lead >= 0 and AT.search(before) and not FELL_BY.search(before[-25:])):
        return "lead"
    if CHANGING.match(near):
        return "change"
    if WITHIN.search(clause) or HAD_UP.search(clause) or IS_UP.search(clause):
        return "lead"
    if lead >= 0 or change >= 0:
        return "lead" if lead >= change else "change"
    if PREFER.search(clause):
        return "lead"
    return "change" if MORE.match(after) else None


def by_percent(number: Number, before: str, after: str, around: Around) -> str | None:
    """`leads by 2 percent`, `support rose by 5 percent`: a lead or a change, though points are meant or may be."""
    if number.form != "percent" or not BY.search(before) or around.near > 1 or re.match(r" (?:of|to)\b", after):
        return None
    clause = PART.split(before)[-1]
    if last(LEAD, clause) > last(CHANGE, clause):
        return "lead"
    return "change" if last(CHANGE, clause) >= 0 and ATTITUDE.search(clause) and not NO_SUBJECT.search(clause) else None


def last(pattern: re.Pattern, text: str) -> int:
    """Where a pattern stands last; -1 where it does not."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)
