"""Wordings in which a name is who asked: the subject or agent of a verb of polling, or told to be a polling firm."""

import re

from ... import lookups
from .institute import AUTHORITY, HEADS, INSTITUTE
from .noun import DONE, NOUN, TELLS

OUT = lookups.alternatives("poll_words", kind="published")
FIRM_NAME = lookups.column("poll_words", "pattern", kind="firm name")
RUNS = r"(?:did|does|ran|runs|conducts|carries out|publishes|puts out|draws up|drew up|compiles)"
DRAWS = rf"(?:{RUNS}|took (?=in|on|among|between)|{DONE}|{OUT})"
HAS = r"(?:has |have |had )?(?:also |just )?"
SMALL = r"(?:(?!the |by |for |that |which |who )[a-z][\w-]* )"
POLLING_FIRM = (
    r"(?:(?:(?:[Pp]olling|[Ss]urvey|[Oo]pinion|[Mm]arket|[Rr]esearch)(?:[ -](?:data|research|polling|poll)){0,2}"
    r" (?:firm|company|group|agency|institute|organi[sz]ation|outfit|cent(?:er|re)|house|consultancy))|[Pp]ollster)"
)
ASKED_BY = re.compile(
    r"\b(?:[Ss]urveyed|[Pp]olled|[Ii]nterviewed|[Qq]uestioned|[Aa]sked) (?:for (?:the )?[A-Z][\w ]{1,30}? )?"
    rf"by (?:the )?(?:(?!the )[a-z][\w-]* ){{0,3}}(?P<who>{INSTITUTE})"
)
THAT_DID = re.compile(
    rf"\b(?:{NOUN}|stud(?:y|ies)|trend|ranking|index)\"?(?:,? (?:that|which)(?: the| an?)? {SMALL}{{0,4}}?| the "
    rf"{SMALL}{{0,2}}?| )(?P<who>{INSTITUTE})(?: \([A-Z]{{2,8}}\))? {HAS}(?P<did>{DRAWS})\b(?! not|n't| by)"
)
CARRIED = re.compile(
    rf"(?P<who>{INSTITUTE}),? (?:which|who|that) {HAS}(?:did|ran|{DONE}) the (?:[\w-]+ ){{0,2}}"
    rf"(?:{NOUN}|study|research)\b"
)
FIELDWORK = re.compile(
    rf"(?P<who>{INSTITUTE}) {HAS}(?:did|ran|handled|{DONE}) (?:the |all |all the |these )?(?:\d[\d,]* )?(?:[a-z]+ )?"
    r"(?:fieldwork|interviews|interviewing|phone calls|calls)\b"
)
BEGUN_BY = re.compile(
    rf"(?:Conducted|Carried out|Run|Done|Taken|Made|Compiled)(?: [a-z][\w ]{{1,40}}?)? by (?:the )?{SMALL}{{0,3}}"
    rf"(?P<who>{INSTITUTE})(?=[^.;%]{{0,200}}?, (?:the|this) (?:[\w-]+ ){{0,3}}(?:{NOUN}|study)\b)"
)
APPOSED = re.compile(
    rf"(?P<who>{INSTITUTE}), (?:an?|the) (?:(?!(?:at|of|for|from|in|with) )[\w-]+ ){{0,3}}{POLLING_FIRM}"
    r"(?=,| that | which | has | have )(?!,? (?:that |which |has )?(?:\w+ ){1,2}an? (?:[\w-]+ ){0,3}(?:poll|survey)\b)"
)
GIVING = re.compile(
    rf"(?P<who>{INSTITUTE}),? (?:an?|the) (?:[\w-]+ ){{0,3}}(?:(?:polling|research|survey|opinion) )?"
    rf"(?:firm|company|group|agency|institute|organi[sz]ation|outfit|cent(?:er|re)|pollster),? (?:has |have |had )?"
    rf"(?:{TELLS}|gives?|gave|puts?)\b"
)
DONE_BY = re.compile(
    rf"(?:,| and) (?:(?:was|were|is) )?(?:{DONE}) by (?:the )?(?:[a-z][\w-]* ){{0,3}}(?P<who>{INSTITUTE})"
)
LABELLED = re.compile(
    rf"(?:\b[Ff]ieldwork|\b[Pp]ollster|\([Pp]oll|\b[Ss]ource): (?:the )?(?P<who>{INSTITUTE})(?=[,;.)]|$)", re.M
)
INTERNAL = re.compile(
    rf"(?P<who>{INSTITUTE})'s? (?:[a-z]+ ){{0,2}}(?:own|internal|private|in-house) (?:[a-z]+ ){{0,2}}(?:{NOUN})\b"
)
SAID_LAST = re.compile(
    rf"(?:%|per ?cent)[^.;%]{{0,70}}?, (?:the )?(?P<who>{INSTITUTE}) {HAS}(?:said|says|found|finds|reported|reports"
    r"|announced|estimated|estimates)\b"
)
OF_X = re.compile(
    rf"\b{NOUN} of (?:the )?(?P<who>{INSTITUTE})"
    r"(?=[,.;]| (?:says|said|shows|showed|found|finds|has|had|puts|in|on|for|from)\b)"
)
BODY = re.compile(rf"[A-Z]{{2,}}\b|.*\b(?:Party|{'|'.join(HEADS)})\b")
OF_FIRM = re.compile(rf".*\b(?:{'|'.join(FIRM_NAME)})$")
OF_BODY = re.compile(rf".* (?:Trust|Union|Party|{'|'.join((*HEADS, *FIRM_NAME))})$")
FOR_WHOM = re.compile(r"\bfor(?: the)? $")
POLLED = re.compile(r"\b(?:surveyed|polled)\b")
MEMBER = re.compile(r"\b(?:of|at|from|with|for)(?: the)? $")
FIRM_SIGNS = (
    *("irm", "ompany", "roup", "gency", "nstitute", "rgani"),
    *("utfit", "enter", "entre", "ollster", "onsult", "house"),
)
SIGNS = {  # letters of which one stands wherever a wording does that begins with a name, by which sentences are passed
    CARRIED: ("which ", "who ", "that "),
    FIELDWORK: ("ieldwork", "nterview", "calls"),
    APPOSED: FIRM_SIGNS,
    GIVING: FIRM_SIGNS,
    INTERNAL: (" own ", "internal", "private", "in-house"),
}
ASKER = (GIVING, ASKED_BY, THAT_DID, CARRIED, FIELDWORK, BEGUN_BY, APPOSED, SAID_LAST, OF_X, LABELLED)


def is_asker(folded: str, start: int, match: re.Match, name: str) -> bool:
    """Whether a name is one that can ask: a party or body for `X's own poll`, a firm for `61%, X said`."""
    if match.re is INTERNAL:
        return BODY.match(name) is not None
    if match.re is GIVING:
        return not match["who"].endswith("'")
    if match.re in (SAID_LAST, OF_X) or match.group().startswith(("Source", "source")):
        return OF_FIRM.match(name) is not None
    return not (
        match.re is APPOSED
        and ("'" in name or MEMBER.search(folded, max(start, match.start("who") - 10), match.start("who")))
    )


def is_other(folded: str, start: int, match: re.Match, name: str) -> bool:
    """Whether a name before a verb of asking is a client's, or an office's that asks without polling."""
    if AUTHORITY.search(name) and not POLLED.search(match.group()):
        return True
    return FOR_WHOM.search(folded, max(start, match.start() - 10), match.start()) is not None


def is_put_out(match: re.Match) -> bool:
    """Whether `a poll that X put out` tells only who published it."""
    return match.re is THAT_DID and re.fullmatch(f"publishes|puts out|{OUT}", match["did"]) is not None


def asks_of(match: re.Match, definite: bool) -> str:
    """How one of these wordings tells who asked: see Naming."""
    if match.re is FIELDWORK or (match.re is LABELLED and match.group().lower().startswith("field")):
        return "field"
    if match.re is APPOSED:
        return "who"
    if match.re is THAT_DID:
        return "by" if definite else ""
    return "by" if match.re in (ASKED_BY, CARRIED, BEGUN_BY, LABELLED) else ""
