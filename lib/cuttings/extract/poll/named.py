"""Namings with the name of who asked, known or not."""

import re
from collections.abc import Iterator

from ... import lookups
from .around import last_of
from .institute import AUTHORITY, INSTITUTE, NO_NAME, first_names, trimmed
from .known import pollster_in
from .mention import Naming
from .noun import DONE, NO_POLL, NOUN, SPOKE, STUDY, TELLS

MIDDLE = lookups.alternatives("poll_words", kind="before poll")
NAMED = re.compile(
    rf"(?P<who>{INSTITUTE})(?: [a-z]+ (?:group|firm|company|agency|union|institute"
    rf"|organi[sz]ation|charity))?(?:'s?)? ?(?:own )?(?:\((?:[A-Z]+)\) )?(?:{MIDDLE} ){{0,4}}(?P<noun>{NOUN})\b"
)
OWNED = re.compile(
    rf"(?P<who>{INSTITUTE}'s?) (?!worst |best |biggest |lead )(?:[a-z-]+ ){{1,4}}"
    rf"(?P<noun>(?:opinion )?[Pp]oll|[Ss]urvey|[Bb]arometer)(?! numbers| ratings?| lead| standing| tax)\b"
    rf"(?=[^.;]{{0,60}}? (?:{TELLS}|of (?:more than |over |about |some |nearly )?\d)\b)"
)
BY = re.compile(
    rf"\b(?:{NOUN}|stud(?:y|ies)|research|data|figures|interviews)\b(?:(?:(?!per ?cent|%|\bpolls?\b"
    rf"|\bsurvey\b)[^.;:()]){{0,90}}?)(?<!owned )(?<!written )(?<!backed )(?<!prompted )(?<!followed )(?<!edited )"
    rf"(?<!cited )(?<!reported )(?<!quoted )(?<!aired )(?<!obtained )(?<!seen )(?<!commissioned )(?<!sponsored"
    rf" )(?<!paid for )(?<!funded )"
    rf"(?<!ordered )\b(?:by|from) (?:the |an? )?(?:(?!by |for |telephone|phone|online"
    rf"|the |\w+ing (?:his|her|its|their) )(?:[a-z][\w-]*|[A-Z]\w+-[a-z]+) ){{0,5}}\"?(?P<who>{INSTITUTE})"
)
FIRM = re.compile(
    r"\b(?:[Pp]ollsters?(?: (?:at|from|for)(?: the)?)?|[Pp]olling (?:firm|company|group|agency|institute"
    r"|organi[sz]ation"
    r"|outfit)|(?:[Rr]esearch|[Ss]urvey) "
    r"(?:firm|company|institute|group|agency|cent(?:er|re)|organi[sz]ation)|[Ii]nstitute"
    r"|[Tt]hink-?\s?tank(?: and pollster)?|told(?: the)?|"
    r"(?:[Aa]ccording to|[Cc]ommissioned from)(?: the)?(?: (?:pollsters?|institute))?) "
    rf"(?P<who>{INSTITUTE})"
)
COUNTED = (
    r"(?=[^.;]{0,70}?(?:\d[\d,]{2,}|\b(?:voters|adults|people|respondents|members|readers|customers|residents)\b))"
)
ASKING = re.compile(
    rf"(?P<who>{INSTITUTE})(?: \([A-Z]{{2,8}}\))?(?:, (?:which|who)|'s interviewers| pollsters| interviewers)? (?:has "
    rf"|have |had )?(?:also )?{SPOKE}(?= |,)(?! by\b){COUNTED}"
)
ASKS = re.compile(
    rf"(?:, (?:which|who)|'s interviewers| of [A-Z]\w+(?: [A-Z]\w+)?)? (?:has |have |had )?(?:also )?{SPOKE}\b"
)
THEN_NOUN = re.compile(rf"(?:'s)?(?: {MIDDLE}| [A-Z]\w+){{0,3}} (?:{NOUN}|[Ii]ndex|reading|pollsters|interviewers)\b")
ASKED_BY = re.compile(
    rf"\b(?:surveyed|polled|interviewed|questioned|asked) (?:for (?:the )?[A-Z][\w ]{{1,30}}? )?by (?:the )?(?:(?!th"
    rf"e )[a-z][\w-]* ){{0,3}}(?P<who>"
    rf"{INSTITUTE})"
    rf"|\b(?:stud(?:y|ies)|poll|survey)s? (?:that|which) (?:the )?(?P<who2>{INSTITUTE}) (?:did|ran|{DONE})"
)
FOUND_IN = re.compile(
    rf"(?P<who>{INSTITUTE}) (?:has |have |had )?(?:found|finds|said|says|reports?|reported|showed|shows|announced"
    rf"|concluded|revealed)(?: this| that| it)?,? (?:in|from|following|after|based on|on the basis of) (?:an?"
    rf"|its|their) "
    rf"(?:[\w-]+ ){{0,4}}{NOUN}\b"
)
STUDIED = re.compile(
    rf"(?P<who>{INSTITUTE})(?:'s?)? ?(?:(?:{MIDDLE}|[a-z]+) ){{0,3}}(?P<noun>{STUDY})\b[^.;%]{{0,50}}? {TELLS}\b"
)
STUDY_BY = re.compile(rf"\b{STUDY},?(?: [a-z]+){{1,3}} (?:by|from) (?:the )?(?P<who>{INSTITUTE})")
REPORTS = re.compile(
    rf"(?P<who>{INSTITUTE}) (?:has |have |had )?(?:also )?{TELLS} (?:on [A-Z]\w+(?: \d\d?)? )?(?:that )?\"?"
    rf"(?:[a-z]+ ){{0,3}}(?=(?:\d[\d.]*(?:%| per ?cent)|half|a third|a quarter|two-thirds|three-quarters) of )"
)
PLACED = re.compile(r"\b(?:in|of|at|for|from|to|on|by) (?:[A-Z][\w.]+ )?$")
STUDIES = (STUDIED, STUDY_BY, REPORTS)
APPOSED = re.compile(
    rf"(?P<who>{INSTITUTE}),? (?:an?|the) (?:[\w-]+ ){{0,3}}(?:polling|research|survey|opinion)"
    rf" (?:firm|company|group|agency|institute|organi[sz]ation|outfit|cent(?:er|re)),? (?:has |have |had )?{TELLS}\b"
)
CARRIED = re.compile(
    rf"(?P<who>{INSTITUTE}),? (?:which|who|that) (?:has |have |had )?(?:also )?(?:did|ran|{DONE}) the (?:[\w-]+"
    rf" ){{0,2}}"
    rf"(?:{NOUN}|study|research)\b"
)
PATTERNS = (APPOSED, CARRIED, NAMED, OWNED, BY, FIRM, ASKING, ASKED_BY, FOUND_IN, *STUDIES)
WEAK = re.compile(r"[Aa]ccording to|[Tt]old|[Ii]nstitute|[Cc]ommissioned from|stud|research|data|figures|interviews")
TWO_WORDS = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z'-]+(?<!Research)(?<!Institute)(?<!Strategies)(?<!Group)(?<!Insight)(?<!Opinion)"
)
DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|its|their|his|her|our)|'s)\b(?! latest| most recent| other"
    r"| second| separate)(?: [\w-]+){0,4} $",
    re.I,
)
SPEAKER = re.compile(
    rf"(?P<who>{INSTITUTE}),? (?:has |have |had )?(?:warned|said|says|found|finds|reported"
    rf"|reports|claims|claimed|revealed|shows|announced|warns)\b"
)
PLURAL = re.compile(r"\b(?:polls|surveys)\b")
CONDUCTED = re.compile(rf"\b(?:{DONE})\b")
PERSON_OF = re.compile(r"(?P<first>[A-Z][a-z]+) (?:[A-Z][\w.'-]+ ){1,2}(?:of|at|from|with)(?: the)? (?=[A-Z])")
FOR_WHOM = re.compile(r"\bfor(?: the)? $")
TOLD = re.compile("[Tt]old")
SHARE_OF = re.compile(r"(?:%|per ?cent)[\w' ]{0,40}$")
THE = re.compile(r"\b(?:[Tt]he|[Tt]his)(?: new)? $")


def of_lookup(folded: str, one: tuple[int, int, str]) -> Naming:
    """The naming of a known pollster."""
    asks = "who" if ASKS.match(folded, one[1], one[1] + 60) else ""
    noun = THEN_NOUN.match(folded, one[1], one[1] + 60)
    asks = asks or ("the" if noun and THE.search(folded, max(0, one[0] - 12), one[0]) else "")
    return Naming(
        one[0], noun.end() if noun else one[1], "named", one[2], folded[one[0] : one[1]], one[:2], False, True, asks
    )


def named(folded: str, start: int, end: int) -> Iterator[Naming]:
    """Namings with a name that no lookup has."""
    for pattern in PATTERNS:
        for match in pattern.finditer(folded, start, end):
            group = "who" if match["who"] else "who2"
            left, right = trimmed(folded, *match.span(group))
            left = of_firm(folded, left, right)
            study, name = pattern in STUDIES, folded[left:right]
            weak = study or WEAK.match(match.group()) is not None
            if TOLD.match(match.group()) and not SHARE_OF.search(folded, max(start, match.start() - 45), match.start()):
                continue
            if not re.search("[A-Za-z]", name) or (weak and AUTHORITY.search(name)) or NO_NAME.search(name):
                continue
            if pattern is ASKING and FOR_WHOM.search(folded, max(start, match.start() - 10), match.start()):
                continue
            if pattern is REPORTS and PLACED.search(folded, max(start, match.start() - 20), left):
                continue
            if pattern in (FIRM, ASKING, REPORTS, OWNED) and is_person(match.group(), name):
                continue
            if not NO_POLL.search(folded, match.start(), min(end, match.end() + 12)):
                begin = match.start() if pattern is not NAMED else left
                asks = asking(folded, start, match) if pattern in (BY, ASKING, ASKED_BY, CARRIED) else ""
                if pattern is NAMED and THE.search(folded, max(start, left - 12), left):
                    asks = "the"
                one = Naming(begin, match.end(), "named", name, name, (left, right), weak, False, asks)
                yield one._replace(study=study, plural=PLURAL.search(match.group()) is not None)


def of_firm(folded: str, left: int, right: int) -> int:
    """Where a name begins without the person before it: `Ann Lee of Harlow Insights`."""
    person = PERSON_OF.match(folded, left, right)
    return person.end() if person and person["first"] in first_names() else left


def is_person(words: str, name: str) -> bool:
    """Whether a name behind `pollster`, or before a verb of asking, is a person's."""
    return name.split(" ")[0] in first_names() or ("ollster " in words and TWO_WORDS.fullmatch(name) is not None)


def asking(folded: str, start: int, match: re.Match) -> str:
    """How a naming tells who asked: see Naming."""
    if match.re is ASKING:
        return "who"
    if match.re in (ASKED_BY, CARRIED):
        return "by"
    if WEAK.match(match.group()) and not CONDUCTED.search(match.group()):
        return ""
    return "by" if DEFINITE.search(folded, max(start, match.start() - 50), match.start()) else ""


def speaker(folded: str, start: int, end: int) -> Naming | None:
    """Who says something in a sentence, as the pollster of `its survey` in the next one."""
    found = last_of(SPEAKER.finditer(folded, start, end))
    if not found:
        return None
    left, right = trimmed(folded, *found.span("who"))
    known = pollster_in(folded[left:right])
    name = folded[left:right]
    return (
        Naming(left, right, "named", known or name, name, (left, right), False, bool(known), "by")
        if right > left
        else None
    )
