"""Namings of polls: where a sentence speaks of a poll, and by which name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ... import lookups
from .around import last_of
from .institute import AUTHORITY, INSTITUTE, NO_NAME, first_names, trimmed
from .known import pollster_in

NOUN = r"(?:opinion poll(?:ing)?|[Pp]olls?|[Ss]urveys?|[Pp]olling|[Bb]arometer|tracker|questionnaire|survey report)"
MIDDLE = lookups.alternatives("poll_words", kind="before poll")
SPOKE = lookups.alternatives("poll_words", kind="polling")
DONE = lookups.alternatives("poll_words", kind="carried out")
NAMED = re.compile(
    rf"(?P<who>{INSTITUTE})(?: [a-z]+ (?:group|firm|company|agency|union|institute"
    rf"|organi[sz]ation|charity))?(?:'s?)? ?(?:own )?(?:\((?:[A-Z]+)\) )?(?:{MIDDLE} ){{0,4}}(?P<noun>{NOUN})\b"
)
BY = re.compile(
    rf"\b(?:{NOUN}|stud(?:y|ies)|research|data|interviews)\b(?:(?:(?!per ?cent|%|\bpolls?\b"
    rf"|\bsurvey\b)[^.;:()]){{0,90}}?)(?<!commissioned )(?<!sponsored )(?<!paid for )(?<!funded )"
    rf"(?<!ordered )\b(?:by|from) (?:the |an? )?(?:(?!by |for |telephone|phone|online"
    rf"|the )(?:[a-z][\w-]*|[A-Z]\w+-[a-z]+) ){{0,5}}\"?(?P<who>{INSTITUTE})"
)
FIRM = re.compile(
    r"\b(?:[Pp]ollsters?|[Pp]olling (?:firm|company|group|agency|institute|organi[sz]ation"
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
    rf"(?P<who>{INSTITUTE})(?:, (?:which|who)|'s interviewers| pollsters| interviewers)? (?:has "
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
    rf"(?P<who>{INSTITUTE}) (?:has |have |had )?(?:found|finds|said|says|reported|showed"
    rf"|revealed) (?:in|from) (?:an?|its|their) (?:[\w-]+ ){{0,3}}{NOUN}\b"
)
PATTERNS = (NAMED, BY, FIRM, ASKING, ASKED_BY, FOUND_IN)
WEAK = re.compile(r"[Aa]ccording to|[Tt]old|[Ii]nstitute|[Cc]ommissioned from|stud|research|data|interviews")
SPEAKS = re.compile(
    rf"\b(?:{NOUN}|pollsters?|respondents?|interviewees|sociologists|voting intentions?"
    r"|(?:those|people|adults|voters|firms|companies|businesses|women|men|households"
    r"|\w+s) (?:surveyed|polled|questioned|interviewed|canvassed)"
    rf"|{SPOKE} (?:by (?:tele)?phone )?(?:(?:more than|some|about|around|over|nearly"
    rf"|almost|a total of|an?|roughly|representative|random|sample|of|in|the) ?)*"
    r"\d[\d,]{2,}|two-party preferred|(?:%|per ?cent) (?:of [\w' ]{2,30} )?(?:have |had )?told)(?!\w)",
    re.I,
)
METHOD = re.compile(
    r"\bmargin of (?:sampling )?error\b|\berror margin\b|\bsampl(?:e|ing) (?:size"
    r"|error|of)\b|\b(?:statistical|theoretical) error\b"
    r"|\bfieldwork\b|\brandom(?:ly)? (?:sample|selected)|\binterviews? (?:was|were)\b"
    r"|\bweighted\b|\bresults are based\b|\b[Aa]sked (?:about|whether|if|who|which"
    r"|what|how|\")|(?<![\d,])\d[\d,]{1,11} (?:\w+ ){0,4}"
    r"(?:were|was) (?:interviewed|surveyed|polled|asked|questioned)",
    re.I,
)
NO_POLL = re.compile(rf"\b{lookups.alternatives('poll_words', kind='no_poll')}", re.I)
NEW = re.compile(
    r"\b(?:an?|another|one|separate|second|third|different|other|two|three|several)\b(?!-)[^.,;:]{0,60}$", re.I
)
EARLIER = re.compile(r"\b(?:previous|last|earlier|prior|older|past|similar|a year ago|the same)\b[^.,;:]{0,40}$", re.I)
AGO = re.compile(
    r" (?:(?:released |taken |conducted )?(?:a|an|two|three|four|five|six|several"
    r"|\d+) (?:few )?(?:days?|weeks?|months?|years?) (?:ago|earlier|before)"
    r"|last (?:week|month|year|spring|summer|autumn|fall|winter)\b)"
)
TWO_WORDS = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z'-]+(?<!Research)(?<!Institute)(?<!Strategies)(?<!Group)(?<!Insight)(?<!Opinion)"
)
DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|its|their|his|her|our)|'s)\b(?! latest| most recent| other"
    r"| second| separate)(?: [\w-]+){0,4} $",
    re.I,
)
PLURAL = re.compile(r"(?:opinion )?(?:polls|surveys|polling)", re.I)
SPEAKING = re.compile(
    r" (?:of|by|from|for|has|have|had|is|are|was|were|in|on|also|now|data|average"
    r"|consistently|generally|conducted|published|released|taken|sh|sug|f[io]|p[ou]"
    r"|ind|sa|rev|giv)"
)
DOES = re.compile(
    r"\b(?:the (?:institute|firm|pollster|company|cent(?:er|re)|group|university|organi[sz]ation"
    r"|foundation|researchers?|team|newspaper|network)|it|they|we|researchers) (?:has "
    r"|have |had |also )?(?:conducted|carried out|did|ran|took|commissioned|used) an?\b[^.,;:]{0,40}$",
    re.I,
)
THESE = re.compile(r"\b(?:the|these|those|both|two|three|four|all|its|their|his|in the)\b[^.,;:]{0,30}$", re.I)
ITS = re.compile(r"\b(?:its|their|his|her)(?: [\w-]+){0,3} $", re.I)
SPEAKER = re.compile(
    rf"(?P<who>{INSTITUTE}),? (?:has |have |had )?(?:warned|said|says|found|finds|reported"
    rf"|reports|claims|claimed|revealed|shows|announced|warns)\b"
)
OTHER = re.compile(r"\b(?:another|separate|second|different|other)\b[^.,;:]{0,40}$", re.I)


HINTS = (  # letters of which one stands in every naming: a sentence without them need not be searched
    *(
        "oll",
        "urvey",
        "arometer",
        "racker",
        "uestion",
        "tud",
        "esearch",
        "data",
        "nterview",
        "nstitute",
        "told",
        "ccording",
    ),
    *(
        "ommission",
        "sked",
        "anvass",
        "ampl",
        "eard from",
        "poke ",
        "ontacted",
        "quizzed",
        "espondent",
        "ociolog",
        "oting",
    ),
    *("argin", "rror", "ieldwork", "weighted", "esults", "hink", "preferred"),
)


class Naming(NamedTuple):
    """A place where a poll is spoken of.

    `pollster` is a name of lookups/pollsters.csv or, for others, as written; null where the words name none. `kind` is
    named, new (`another poll`), its (`its survey`), same (`the poll`) or method (a margin of error, a sample). `weak`
    says that only a share of people who think something shows that a poll is meant (`according to X`). `asks` is `by`
    for `the survey was conducted by X`, who asked in a poll spoken of before, `who` for `X interviewed 1,000`.
    """

    start: int
    end: int
    kind: str
    pollster: str | None
    name: str | None
    at: tuple[int, int] | None = None
    weak: bool = False
    known: bool = False
    asks: str = ""


def namings(folded: str, start: int, end: int, known: list[tuple[int, int, str]]) -> list[Naming]:
    """The namings in one sentence, in order, given the known pollsters that stand in it; those that overlap are one."""
    piece = folded[start:end]
    if not known and not any(hint in piece for hint in HINTS):
        return []
    found = [*named(folded, start, end), *(of_lookup(folded, one) for one in known)]
    found += spoken(folded, start, end)
    merged: list[Naming] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if merged and one.start <= merged[-1].end:
            merged[-1] = merge(merged[-1], one)
        else:
            merged.append(one)
    return merged


def of_lookup(folded: str, one: tuple[int, int, str]) -> Naming:
    """The naming of a known pollster."""
    asks = "who" if ASKS.match(folded, one[1], one[1] + 60) else ""
    noun = THEN_NOUN.match(folded, one[1], one[1] + 60)
    return Naming(
        one[0], noun.end() if noun else one[1], "named", one[2], folded[one[0] : one[1]], one[:2], False, True, asks
    )


def named(folded: str, start: int, end: int) -> Iterator[Naming]:
    """Namings with a name that no lookup has."""
    for pattern in PATTERNS:
        for match in pattern.finditer(folded, start, end):
            group = "who" if match["who"] else "who2"
            left, right = trimmed(folded, *match.span(group))
            weak, name = bool(WEAK.match(match.group())), folded[left:right]
            if not name or (weak and AUTHORITY.search(name)) or NO_NAME.search(name):
                continue
            if pattern in (FIRM, ASKING) and is_person(match.group(), name):
                continue
            if not NO_POLL.search(folded, match.start(), min(end, match.end() + 12)):
                begin = match.start() if pattern is not NAMED else left
                asks = asking(folded, start, match) if pattern in (BY, ASKING, ASKED_BY) else ""
                yield Naming(begin, match.end(), "named", name, name, (left, right), weak, False, asks)


def is_person(words: str, name: str) -> bool:
    """Whether a name behind `pollster`, or before a verb of asking, is a person's."""
    return name.split(" ")[0] in first_names() or ("ollster " in words and TWO_WORDS.fullmatch(name) is not None)


def asking(folded: str, start: int, match: re.Match) -> str:
    """How a naming tells who asked: see Naming."""
    if match.re is ASKING:
        return "who"
    if match.re is ASKED_BY:
        return "by"
    return "by" if DEFINITE.search(folded, max(start, match.start() - 50), match.start()) else ""


def spoken(folded: str, start: int, end: int) -> Iterator[Naming]:
    """Namings without a name."""
    for pattern in (SPEAKS, METHOD):
        for match in pattern.finditer(folded, start, end):
            if NO_POLL.search(folded, max(start, match.start() - 20), min(end, match.end() + 12)):
                continue
            window = max(start, match.start() - 60)
            new = pattern is SPEAKS and is_noun(match.group()) and NEW.search(folded, window, match.start())
            dated = EARLIER.search(folded, window, match.start()) or AGO.match(folded, match.end(), end)
            earlier = dated and not OTHER.search(folded, window, match.start())
            kind = "method" if pattern is METHOD else "new" if new and not earlier else "same"
            kind = "same" if kind == "new" and DOES.search(folded, window, match.start()) else kind
            if match.group().lower() == "polling" and not SPEAKING.match(folded, match.end(), end):
                continue
            if kind == "same" and PLURAL.fullmatch(match.group()) and not THESE.search(folded, window, match.start()):
                kind = "new"
            if kind == "same" and ITS.search(folded, window, match.start()):
                kind = "its"
            yield Naming(*match.span(), kind, None, None)


def is_noun(words: str) -> bool:
    """Whether the words are a noun for one poll."""
    return words.lower() in ("poll", "survey", "opinion poll", "tracker")


def merge(first: Naming, second: Naming) -> Naming:
    """Two namings of one place as one: a known pollster is before another name, and a name before none."""
    rank = {"named": 2, "new": 1, "its": 0, "same": 0, "method": -1}
    best = max((first, second), key=lambda one: (one.known, rank[one.kind], one is second and one.name is not None))
    other = second if best is first else first
    weak = best.weak and other.weak if other.kind == "named" else best.weak and other.kind == "method"
    name = best.name if not other.name else f"{first.name} {second.name}"
    asks = first.asks or second.asks if best.kind == "named" else ""
    start, end = min(first.start, second.start), max(first.end, second.end)
    return best._replace(start=start, end=end, weak=weak, name=name, asks=asks)


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
