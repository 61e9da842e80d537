"""Namings without a name: `the poll`, `respondents`, a margin of error."""

import re
from collections.abc import Iterator

from ... import lookups
from .mention import Naming
from .noun import NO_POLL, NOUN, SPOKE, TELLS

WE_ASKED = (
    r"(?<=[Ww]e )(?:asked|polled|surveyed) (?:about (?:their|people's|views|attitudes|how)"
    rf"|{lookups.alternatives('poll_words', kind='asked by us')})"
)
SPEAKS = re.compile(
    rf"\b(?:{NOUN}|pollsters?|respondents?|interviewees|sociologists|voting intentions?"
    r"|(?:those|people|adults|voters|firms|companies|businesses|women|men|households"
    r"|\w+s|\w+s (?:we|it|they)) (?:surveyed|polled|questioned|interviewed|canvassed)"
    rf"|{SPOKE} (?:by (?:tele)?phone )?(?:(?:more than|some|about|around|over|nearly"
    rf"|almost|a total of|an?|roughly|representative|random|sample|of|in|the) ?)*"
    rf"\d[\d,]{{2,}}|two-party preferred|{WE_ASKED}|(?:%|per ?cent) (?:of [\w' ]{{2,30}} )?(?:have |had )?told)(?!\w)",
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
OF_STUDY = re.compile(
    r"\b(?P<which>an?|another|one|the|this|its|their|new|recent) (?:(?!poll|survey)[\w-]+ ){0,3}"
    rf"(?:study|report|research|researchers)\b[^.;%]{{0,60}}? {TELLS}\b",
    re.I,
)
NEW = re.compile(
    r"\b(?:an?|another|one|separate|second(?![- ]quarter)|third(?![- ]quarter)|different"
    r"|other|two|three|several)\b(?!-)(?:(?! (?:from|to|by|in|at|that|who|which|with|of|for|on|was|were|is|are|has"
    r"|had|have)\b)[^.,;:]){0,60}$",
    re.I,
)
EARLIER = re.compile(r"\b(?:previous|last|earlier|prior|older|past|similar|a year ago|the same)\b[^.,;:]{0,40}$", re.I)
OF_MONTH = re.compile(
    r"\b(?:in|from|than|since) an? (?:early[- ]|late[- ]|mid[- ])?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)(?: \d\d?(?: ?-"
    r" ?(?:[A-Z]\w+\.? )?"
    r"\d\d?)?)?,? $"
)
AGO = re.compile(
    r" (?:(?:released |taken |conducted )?(?:a|an|two|three|four|five|six|several"
    r"|\d+) (?:few )?(?:days?|weeks?|months?|years?) (?:ago|earlier|before)"
    r"|last (?:week|month|year|spring|summer|autumn|fall|winter)\b)"
)
FINDINGS = re.compile(
    r" (?:findings|results|questions|respondents|participants|highlights|takers|highs?|lows?|slump|surge|slide"
    r"|bounce)\b"
)
MATCH_UP = re.compile(
    r"\b(?:(?:two|three|four|five|six)-(?:way|person|candidate)|head-to-head|hypothetical) (?:[a-z]+ )?$"
)
NEAREST = re.compile(
    r"\b(?:the|this|that|its|their|our)(?! other| second| third| separate| different)(?: [\w-]+){0,2} $", re.I
)
OF_SAME = re.compile(
    r" (?:conducted |carried out |released |done |published )?by the (?:same|organi[sz]ation|institute|firm|pollster"
    r"|company|cent(?:er|re)|group|university|foundation|network|newspaper|paper|magazine)\b"
)
EXIT = re.compile(r"\b(?:[Ee]xit|[Ee]ntrance) $")
AVERAGE = re.compile(r"\b(?:averages?|aggregates?) of (?:[\w-]+ ){0,4}$")
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
AND_OTHER = re.compile(r"\band (?:some |several |many )?other (?:[\w-]+ )?$")
THESE = re.compile(r"\b(?:the|these|those|both|two|three|four|all|its|their|his|in the)\b[^.,;:]{0,30}$", re.I)
ITS = re.compile(r"\b(?:its|their|his|her)(?: [\w-]+){0,3} $", re.I)
OTHER = re.compile(r"\b(?:another|separate|second|different|other)\b[^.,;:]{0,40}$", re.I)


def spoken(folded: str, start: int, end: int) -> Iterator[Naming]:
    """Namings without a name."""
    for pattern in (SPEAKS, METHOD):
        for match in pattern.finditer(folded, start, end):
            if NO_POLL.search(folded, max(start, match.start() - 20), min(end, match.end() + 12)):
                continue
            window = max(start, match.start() - 60)
            plural = PLURAL.fullmatch(match.group()) is not None
            if plural and AND_OTHER.search(folded, window, match.start()):
                continue
            new = pattern is SPEAKS and is_noun(match.group()) and is_new(folded, window, match.start())
            dated = EARLIER.search(folded, window, match.start()) or AGO.match(folded, match.end(), end)
            dated = dated or OF_MONTH.search(folded, window, match.start())
            earlier = dated and not OTHER.search(folded, window, match.start())
            kind = "method" if pattern is METHOD else "new" if new and not earlier else "same"
            does = DOES.search(folded, window, match.start()) or OF_SAME.match(folded, match.end(), end)
            kind = "same" if kind == "new" and does else kind
            if kind == "new" and FINDINGS.match(folded, match.end(), end):
                kind = "same"
            if match.group().lower() == "polling" and not SPEAKING.match(folded, match.end(), end):
                continue
            left = EXIT.search(folded, window, match.start()) is not None
            if left and kind == "same" and not ITS.search(folded, window, match.start()):
                kind = "new"
            averaged = AVERAGE.search(folded, window, match.start())
            kind = "same" if averaged else kind
            if kind == "same" and plural and not averaged and not THESE.search(folded, window, match.start()):
                kind = "new"
            if kind == "same" and ITS.search(folded, window, match.start()):
                kind = "its"
            yield Naming(*match.span(), kind, None, None, plural=plural, left=left)
    for match in OF_STUDY.finditer(folded, start, end):
        kind = "same" if match["which"].lower() in ("the", "this", "its", "their") else "new"
        yield Naming(*match.span(), kind, None, None, weak=True, study=True)


def is_new(folded: str, start: int, end: int) -> bool:
    """Whether the words before a noun say that it is another poll: `a`, with no `the` between."""
    if MATCH_UP.search(folded, start, end):
        return False
    return NEW.search(folded, start, end) is not None and NEAREST.search(folded, start, end) is None


def is_noun(words: str) -> bool:
    """Whether the words are a noun for one poll."""
    return words.lower() in ("poll", "survey", "opinion poll", "tracker")
