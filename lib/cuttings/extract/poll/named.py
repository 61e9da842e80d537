"""Namings with the name of who asked, known or not."""

import re
from collections.abc import Iterator

from ... import lookups
from . import asker
from .around import last_of
from .asker import (
    ASKER,
    DONE_BY,
    FIRM_NAME,
    HAS,
    INTERNAL,
    OF_BODY,
    OF_FIRM,
    OUT,
    SAID_LAST,
    asks_of,
    is_asker,
    is_other,
    is_put_out,
)
from .institute import AUTHORITY, HEADS, INSTITUTE, NO_NAME, first_names, trimmed
from .known import pollster_called, pollster_in
from .mention import Naming
from .noun import DONE, NO_POLL, NOUN, SPOKE, STUDY, TELLS

FIRM_NOUN = lookups.alternatives("poll_words", kind="firm noun")
MIDDLE = lookups.alternatives("poll_words", kind="before poll")
NAMED = re.compile(
    rf"(?P<who>{INSTITUTE})(?: (?:[a-z]+ )?(?:group|firm|company|agency|union|institute"
    rf"|organi[sz]ation|charity|pollsters?))?(?:'s?)? ?(?:own )?"
    rf"(?:\((?:[A-Z]+)\) )?(?:{MIDDLE} ){{0,4}}(?P<noun>{NOUN})\b"
)
OWNED = re.compile(
    rf"(?P<who>{INSTITUTE}'s?) (?!worst |best |biggest |lead )(?:[a-z-]+ ){{1,4}}"
    rf"(?P<noun>(?:opinion )?[Pp]oll|[Ss]urvey|[Bb]arometer)(?! numbers| ratings?| lead| standing| tax)\b"
    rf"(?=[^.;]{{0,60}}? (?:{TELLS}|of (?:more than |over |about |some |nearly )?\d)\b)"
)
WHEN = (
    r"(?:today|tonight|yesterday|this (?:morning|evening|week|month)|last (?:night|week|month)|late|early|earlier"
    r"|exclusively|on [A-Z][a-z]+day(?: (?:night|evening|morning))?|[A-Z][a-z]+day(?: (?:night|evening|morning))?)"
)
NOT_ASKED = "".join(f"(?<!{word} )" for word in lookups.column("poll_words", "pattern", kind="done by others"))
BY = re.compile(
    rf"\b(?:{NOUN}|stud(?:y|ies)|[Rr]esearch|[Dd]ata|[Ff]igures|[Nn]umbers|[Ii]nterviews)\b"
    rf"(?:(?:(?!per ?cent|%|\bpolls?\b"
    rf"|\bsurvey\b)[^.;:()]){{0,90}}?){NOT_ASKED}\b(?:by|from) (?:the |an? )?"
    rf"(?:(?!(?:are|is|was|were|shows?|showed|found|that|into|who|driven) |by |for |telephone|phone|online"
    rf"|the |\w+ing (?:his|her|its|their) )(?:[a-z][\w-]*|[A-Z]\w+-[a-z]+) ){{0,5}}"
    rf"(?:{FIRM_NOUN}, )?\"?(?P<who>{INSTITUTE})"
)
AIRED = re.compile(
    rf"\b(?:{NOUN}),? (?:(?:that|which) )?(?:(?:was|were|has been) )?{OUT}(?: (?:{WHEN}))? (?:by|on|in|to)"
    rf" (?:the )?(?:[A-Z][a-z]+day's )?(?:(?:[a-z][\w-]*|[A-Z]\w+-[a-z]+) ){{0,3}}\"?(?P<who>{INSTITUTE})"
)
PUBLISHED = re.compile(
    rf"(?P<who>{INSTITUTE})(?: \([A-Z]{{2,8}}\))?,? {HAS}{OUT}"
    rf" (?:(?:the|its|their|an?) )?(?:(?!poll|survey)[a-z][\w-]* ){{0,6}}?(?:{NOUN})\b"
)
RAN = re.compile(
    rf"(?P<who>{INSTITUTE})(?: \([A-Z]{{2,8}}\))?(?:, an? [^,.;]{{3,60}})?,? (?:which |who )?"
    rf"{HAS}(?:{DONE}|did|ran|commissioned|ordered) (?:an?|its|their|the)"
    rf" (?:(?!poll|survey)[a-z][\w-]* ){{0,4}}?(?:{NOUN})\b(?! (?:lead|average|edge|advantage|boost|record)s?\b)"
)
FIRM = re.compile(
    r"\b(?:[Pp]ollster,|[Pp]ollsters?(?: (?:at|from|for)(?: the)?)?|[Pp]olling (?:data )?(?:firm|company|group|agency"
    r"|institute|house|organi[sz]ation|outfit)|(?:[Rr]esearch|[Ss]urvey) "
    r"(?:firm|company|institute|group|agency|cent(?:er|re)|organi[sz]ation)|[Ii]nstitute"
    r"|[Tt]hink-?\s?tank(?: and pollster)?|told(?: the)?|"
    r"(?:[Aa]ccording to|[Cc]ommissioned from)(?: the)?(?: (?:pollsters?|institute))?) "
    rf"(?P<who>{INSTITUTE})"
)
COUNTED = (
    r"(?=[^.;]{0,70}?(?:\d[\d,]{2,}|\b(?:voters|adults|people|respondents|members|readers|customers|residents)\b))"
)
ASKING = re.compile(
    rf"(?P<who>{INSTITUTE})(?: \([A-Z]{{2,8}}\))?(?:,? (?:which|who|that)|'s interviewers| pollsters| interviewers"
    rf"|, the [a-z -]{{3,40}},)? (?:has "
    rf"|have |had )?(?:also )?{SPOKE}(?= |,)(?! by\b){COUNTED}"
)
ASKS = re.compile(
    rf"(?:, (?:which|who)|'s interviewers| of [A-Z]\w+(?: [A-Z]\w+)?)? (?:has |have |had )?(?:also )?{SPOKE}\b"
)
THEN_NOUN = re.compile(rf"(?:'s)?(?: {MIDDLE}| [A-Z]\w+){{0,3}} (?:{NOUN}|[Ii]ndex|reading|pollsters|interviewers)\b")
FOUND_IN = re.compile(
    rf"(?P<who>{INSTITUTE}) (?:has |have |had )?(?:found|finds|said|says|reports?|reported|showed|shows|announced"
    rf"|concluded|revealed)(?: this| that| it)?,? (?:in|from|following|after|based on|on the basis of) (?:an?"
    rf"|its|their) "
    rf"(?:[\w-]+ ){{0,4}}{NOUN}\b"
)
STUDIED = re.compile(
    rf"(?P<who>{INSTITUTE})(?:'s?)? ?(?:(?:{MIDDLE}|[a-z]+) ){{0,3}}(?P<noun>{STUDY})\b[^.;%]{{0,50}}? {TELLS}\b"
)
STUDY_BY = re.compile(
    rf"\b{STUDY},?(?: (?!commissioned|sponsored|funded|ordered|cited|quoted|seen|obtained|owned)[a-z]+){{0,3}}"
    rf" (?:by|from)"
    rf" (?:the |an? )?(?:(?!the |by |for )[a-z][\w-]* ){{0,4}}(?P<who>{INSTITUTE})"
)
REPORTS = re.compile(
    rf"(?P<who>{INSTITUTE}) (?:has |have |had )?(?:also )?{TELLS} (?:on [A-Z]\w+(?: \d\d?)? )?(?:that )?\"?"
    rf"(?:(?!polls?|surveys?)[a-z]+ ){{0,3}}"
    r"(?=(?:\d[\d.]*(?:%| per ?cent)|half|a third|a quarter|two-thirds|three-quarters) of )"
)
PLACED = re.compile(r"\b(?:in|of|at|for|from|to|on|by) (?:[A-Z][\w.]+ )?$")
STUDIES = (STUDIED, STUDY_BY, REPORTS)
PATTERNS = (
    DONE_BY,
    AIRED,
    PUBLISHED,
    RAN,
    INTERNAL,
    NAMED,
    OWNED,
    BY,
    FIRM,
    ASKING,
    *ASKER,
    FOUND_IN,
    *STUDIES,
)
SIGNS = {
    **asker.SIGNS,
    OWNED: ("'",),
    PUBLISHED: lookups.column("poll_words", "pattern", kind="published"),
    RAN: (*lookups.column("poll_words", "pattern", kind="carried out"), "did ", "ran ", "commissioned", "ordered"),
    ASKING: ("urvey", "oll", "nterview", "uestion", "anvass", "ampl", "eard", "poke", "ontact", "sked", "uizz"),
    STUDIED: ("stud", "eport", "esearch", "nalysis", "ndex", "ensus", "white paper", "inding", "eview"),
    REPORTS: (" of ",),
}
WITHOUT_NOUN = tuple(
    one for one in PATTERNS if one not in (DONE_BY, AIRED, PUBLISHED, RAN, INTERNAL, NAMED, OWNED, FOUND_IN)
)
KINDS = frozenset(lookups.column("poll_words", "pattern", kind="bare body"))
NOUNS = ("oll", "urvey", "arometer", "racker", "uestionnaire")  # letters of which one stands in every word for a poll
WEAK = re.compile(
    r"[Aa]ccording to|[Tt]old|[Ii]nstitute|[Cc]ommissioned from|[Ss]tud|[Rr]esearch|[Dd]ata|[Ff]igures|[Nn]umbers"
    r"|[Ii]nterviews"
)
TWO_WORDS = re.compile(r"[A-Z][a-z]+ [A-Z][a-z'-]+" + "".join(f"(?<!{word})" for word in FIRM_NAME))
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
ORDERED = re.compile(r"\b(?:commissioned|ordered) (?:an?|its|their|the)\b")
THE_POLL = re.compile(r"\bthe (?:poll|survey)$")
OWN = re.compile(r"\b(?:its|their)\b")
PUBLISHES = re.compile(rf"\b{OUT}(?: {WHEN})? by (?:the )?(?:[a-z][\w-]* ){{0,3}}$")
FIELDED = re.compile(r"\b(?:fielded|[Ff]ieldwork (?:was|is)[a-z ]{0,20}) (?:[a-z ]{1,30} )?by (?:the )?$")
WORDS = re.compile(r"\b[A-Za-z][\w'-]{3,}")
TITLE = 120  # characters up to which a line can be a title
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
    """Namings with a name that stands where only a pollster's can."""
    piece = folded[start:end]
    told = any(sign in piece for sign in NOUNS)
    for pattern in PATTERNS if told else WITHOUT_NOUN:
        if not any(sign in piece for sign in SIGNS.get(pattern, ("",))):
            continue
        for match in pattern.finditer(folded, start, end):
            left, right = trimmed(folded, *match.span("who"))
            left = of_firm(folded, left, right)
            name = folded[left:right]
            if is_name(folded, start, end, match, name) and not NO_POLL.search(
                folded, match.start(), min(end, match.end() + 12)
            ):
                yield by_words(folded, start, match, (left, right))


def is_name(folded: str, start: int, end: int, match: re.Match, name: str) -> bool:
    """Whether the words of a match name who asked: no person, no authority, no place, no word of a title."""
    words, weak = match.group(), is_weak(match)
    if not re.search("[A-Za-z].*[A-Za-z]", name) or (weak and AUTHORITY.search(name)) or NO_NAME.search(name):
        return False
    if name in HEADS or name in KINDS:
        return False
    if TOLD.match(words) and not SHARE_OF.search(folded, max(start, match.start() - 45), match.start()):
        return False
    if match.re is ASKING and is_other(folded, start, match, name):
        return False
    if match.re is NAMED and is_title(folded, start, end, name):
        return False
    if match.re is REPORTS and PLACED.search(folded, max(start, match.start() - 20), match.start("who")):
        return False
    if match.re in (INTERNAL, *ASKER) and not is_asker(folded, start, match, name):
        return False
    return not (match.re in (FIRM, ASKING, REPORTS, OWNED, RAN, INTERNAL, *ASKER) and is_person(words, name))


def is_weak(match: re.Match) -> bool:
    """Whether only a share of people who think something shows that a poll is meant."""
    return match.re in STUDIES or match.re is SAID_LAST or WEAK.match(match.group()) is not None


def by_words(folded: str, start: int, match: re.Match, at: tuple[int, int]) -> Naming:
    """The naming that a match tells of."""
    name = folded[slice(*at)]
    known = pollster_called(name)
    plural = PLURAL.search(match.group()) is not None
    asks = "" if plural else asking(folded, start, match, at[0])
    begin = match.start() if match.re is not NAMED else at[0]
    medium = is_published(folded, match, at[0])
    one = Naming(begin, match.end(), "named", known or name, name, at, is_weak(match), bool(known), asks)
    return one._replace(study=match.re in STUDIES, plural=plural, medium=medium)


def of_firm(folded: str, left: int, right: int) -> int:
    """Where a name begins without the person before it: `Ann Lee of Harlow Insights`."""
    person = PERSON_OF.match(folded, left, right)
    return person.end() if person and person["first"] in first_names() else left


def is_person(words: str, name: str) -> bool:
    """Whether a name behind `pollster`, or before a verb of asking, is a person's."""
    if OF_BODY.match(name):
        return False
    return name.split(" ")[0] in first_names() or ("ollster" in words and TWO_WORDS.fullmatch(name) is not None)


def is_published(folded: str, match: re.Match, left: int) -> bool:
    """Whether a name is that of who published or ordered a poll: `a poll aired on X`; not where it is its own."""
    if match.re is BY:
        return PUBLISHES.search(folded, max(0, left - 60), left) is not None
    if match.re is RAN:
        return ORDERED.search(match.group()) is not None
    return match.re is AIRED or is_put_out(match) or (match.re is PUBLISHED and OWN.search(match.group()) is None)


def is_title(folded: str, start: int, end: int, name: str) -> bool:
    """Whether a name before `poll` is a word of a title, which the text does not take up again: `Tax Rise Poll`."""
    words = WORDS.findall(folded, start, end)
    if end - start > TITLE or not all(word[0].isupper() for word in words):
        return False
    return folded.find(name, end) < 0 and folded.find(name, 0, start) < 0


def asking(folded: str, start: int, match: re.Match, left: int) -> str:
    """How a naming tells who asked: see Naming."""
    if match.re is NAMED:
        return "the" if THE.search(folded, max(start, left - 12), left) else ""
    if match.re is ASKING:
        return "who"
    if match.re is DONE_BY:
        return "by"
    if match.re is RAN:
        return "by" if THE_POLL.search(match.group()) and not ORDERED.search(match.group()) else ""
    definite = DEFINITE.search(folded, max(start, match.start() - 50), match.start())
    if match.re in ASKER:
        return asks_of(match, definite is not None)
    if match.re is STUDY_BY and definite:
        return "from"
    if match.re is not BY:
        return ""
    if FIELDED.search(folded, max(start, left - 50), left):
        return "field"
    if WEAK.match(match.group()) and not CONDUCTED.search(match.group()):
        return "from" if definite else ""
    return "by" if definite else ""


def speaker(folded: str, start: int, end: int, firm: bool = False) -> Naming | None:
    """Who says something in a sentence, as the pollster of `its survey` in the next one; with `firm`, only who has the
    name of a firm, as that of `the poll`.
    """
    found = last_of(SPEAKER.finditer(folded, start, end))
    if not found:
        return None
    left, right = trimmed(folded, *found.span("who"))
    known = pollster_in(folded[left:right])
    name = folded[left:right]
    if firm and not (known or OF_FIRM.match(name)):
        return None
    return (
        Naming(left, right, "named", known or name, name, (left, right), False, bool(known), "by")
        if right > left
        else None
    )
