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
    r"margin of (?:sampling )?error|error margin|sampling error|plus or minus|\+/-|±|\berror\b|points? either"
    r"|\b(?:statistical|standard|sampling|maximum) deviation\b",
    re.I,
)
ROSE = r"surged|soared|jumped|rose|risen|climbed|grew|grown|plunged|plummeted|tumbled|shrank|slumped"
BY = re.compile(rf"\b(?:by|{ROSE}) {ABOUT}$")
CLAUSE = re.compile(r"[;:]| while | but ")
PART = re.compile(r"[;:%]| while | but |per ?cent")
NO_POINTS = re.compile(r"\b(?:index|PMI|Dow|Nasdaq|S&P|stocks?|basis|FTSE|game|season|goals?)\b", re.I)
ON_LIST = re.compile(r" ?(?:of|in|on) (?:the )?(?:plan|list|agenda)")
LEADING = re.compile(
    rf"[ -]+(?:{LEAD.pattern}|(?:\w+ ){{0,2}}(?:lead|advantage|disadvantage|edge|gap|margin|deficit)\b| ?clear\b)", re.I
)
LEAD_OF = re.compile(rf"\b(?:lead|advantage|edge|gap|margin|deficit) of {ABOUT}$")
LED_IN = re.compile(r"[ -](?:\w+ )?(?:lead|advantage|edge|gap)\b| (?:ahead|behind)\b")
THEN_PAIR = re.compile(r",? ?\(?\d[\d.]*(?:%| per ?cent)?(?: ?- ?| to )\d")
UP = re.compile(rf"\b(?:is|was|are|'s|now) (?:now )?up (?:by )?{ABOUT}$")
NAMED = re.compile(r"\b[A-Z]\w+ (?:both |all |each |also |has |have |had )*\w+(?: up)? (?:\w+ )?$")
LOST = re.compile(rf"\b(?:lost|lose[sd]?|gain(?:s|ed)|shed|dropped|slipped|added|picked up) {ABOUT}$")
CHANGING = re.compile(
    r"[ -](?:\w+[ -])?(?:increase|rise|drop|fall|decline|jump|gain|surge|swing|bump|dip|slide|loss|boost|improvement)\b"
)
AT = re.compile(r"\b(?:to|at|of|is|was|stands?|stood) (?:just |only |about |around |some |nearly |almost )?$")
FELL_BY = re.compile(r"\b(?:gain|rise|drop|fall|increase|decline) of ")
PREFER = re.compile(
    r"\b(?:support|back|prefer|favou?r|choose|pick|oppos|reject|approv|disapprov|br[eo]ak|broke)\w*(?: [^,;]{1,40}?)?"
    r" by (?:just |only |about |some )?$"
)
HAD_UP = re.compile(
    r"\b(?:had|has|have|puts?|shows?|showed|with|finds?|found|gives?) [A-Z]\w+(?: [A-Z]\w+)? up (?:by )?(?:an? \w+ "
    r"|just |only )?$"
)
IS_UP = re.compile(rf"\b(?:[Hh]e|[Ss]he)(?: is| was|'s) (?:now )?up (?:an average of |by )?{ABOUT}$")
UNBOUND = re.compile(rf" {ABOUT}$")
OF_SAMPLE = re.compile(r"\bmargin (?:increas|ris|rose|was|is|widen)\w*")
COUNTED = re.compile(r"[- ](?:\w+ )?(?:win|victory|loss|defeat|triumph|landslide)\b")
WON_BY = re.compile(rf"\b(?:won|lost|carried)\b[^,;]{{0,40}} by {ABOUT}$")
WITHIN = re.compile(rf"\b(?:pulled|drawn|come|closed|is|are|[A-Z][a-z]+) (?:to )?within {ABOUT}$")
BY_AGAIN = re.compile(rf"(?:^|,|\band|,[\w. ]{{0,30}} [A-Z]\w+|\band [\w. ]{{0,30}}[A-Z]\w+) by {ABOUT}$")
MORE = re.compile(
    r" (?:more|less|higher|lower|fewer|up|down|(?:below|above|short of|shy of|off) (?:the|its|his|her"
    r"|their)\b(?! (?:\w+ )?average))"
)
IT_MOVED = re.compile(
    r"\b(?:[Ii]t|(?:[Tt]his|[Tt]hat|[Tt]he) (?:figure|number|share|proportion|percentage|result|indicator"
    r"|rating|level|support))s? (?:has "
    r"|have |had )?"
    rf"(?:since )?(?:increased|decreased|risen|rose|fallen|fell|dropped|grown|grew|declined|gone (?:up|down))"
    rf" by {ABOUT}$"
)
NET = re.compile(
    r"\b[Nn]et (?:[a-z]+ ){0,2}?(?:(?:dis)?approv|favou?r|satisf|support|popular|trust|confid|rating|score"
    r"|positive|negative)"
)
FAR = 8  # sentences behind a poll in which a net rating is of it
SMALL = 15  # points by which a share changes between polls; more is the loss of something else
RELATION = re.compile(r"[ -]?(?:as|more|less)? ?(?:likely|likelier|probable)\b", re.I)


def points(number: Number, before: str, after: str, around: Around) -> str | None:
    """Points are a lead or a change of a share; a margin of error is neither, nor points of an index or a game.

    1. A noun or adverb behind the number decides (`a 5-point lead`, `3 points behind`, `a 4-point drop`).
    2. `the lead narrowed to 4 points` is a lead, `narrowed by 4 points` a change.
    3. Else the last word of leading or changing before it; `prefer him by 4 points` is a lead.
    4. None of a vote that was held: `a 22-point win`, `won by 2 points`.
    5. A net rating, those in favour less those against, is a lead: `net approval of -12`, `minus 12` behind `net`.
    """
    if number.form == "net":
        return "lead" if around.near <= FAR and not NO_POINTS.search(before + after[:40]) else None
    if number.form == "signed" or number.signed:
        net = NET.search(before) is not None and not CHANGING.match(after)
        if net or number.form == "signed":
            return "lead" if net and (around.follows or around.near <= 1) else None
    clause = CLAUSE.split(before)[-1]
    near = after[:30]
    if (around.near > 2 and not around.follows) or ERROR.search(clause[-75:]) or ERROR.search(after[:45]):
        return None
    if OF_SAMPLE.search(clause) and re.search(r"\b(?:sample|respondents)\b", after[:60]):
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
    if UP.search(clause) and THEN_PAIR.match(after):
        return "lead"
    if lead >= 0 or change >= 0:
        return "lead" if lead >= change else "change"
    if PREFER.search(clause):
        return "lead"
    if BY_AGAIN.search(clause) and (last(LEAD, before) > last(CHANGE, before) or is_row(before)):
        return "lead"
    return "change" if MORE.match(after) else None


def is_row(before: str) -> bool:
    """Whether a number goes on in a row of leads that begins too far before it: `by 8 points in the west, and by 4`."""
    return last(CHANGE, before) < 0 and re.search(r"\bby \d+ points(?:,| in\b| each\b| among\b)", before) is not None


def by_percent(number: Number, before: str, after: str, around: Around) -> str | None:
    """`leads by 2 percent`, `support rose by 5 percent`: a lead or a change, though points are meant or may be."""
    if number.form != "percent" or around.near > 1 or re.match(r" (?:of|to)\b", after):
        return None
    if LEAD_OF.search(before) or (LED_IN.match(after) and not NO_SUBJECT.search(before) and not AT.search(before)):
        return "lead"
    if (
        LOST.search(before)
        and number.value <= SMALL
        and (around.follows or ATTITUDE.search(before) or NAMED.search(before))
    ):
        return "change"
    if not BY.search(before):
        return None
    if IT_MOVED.search(before) and number.value <= SMALL:
        return "change"
    clause = PART.split(before)[-1]
    if last(LEAD, clause) > last(CHANGE, clause):
        return "lead"
    return "change" if last(CHANGE, clause) >= 0 and ATTITUDE.search(clause) and not NO_SUBJECT.search(clause) else None


def last(pattern: re.Pattern, text: str) -> int:
    """Where a pattern stands last; -1 where it does not."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)
