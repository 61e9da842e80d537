"""People: the groups of which a share is one, and the verbs of what they think."""

import re

from ... import lookups

DEMONYM = r"[A-Z][\w'-]*(?:ans?|ese|ish|ch|eks?|ks|is|es|os|rs|ns|ts|cs|ds)"
PEOPLE = (
    rf"(?:{lookups.alternatives('poll_words', kind='people')}|{lookups.alternatives('poll_words', kind='party')}"
    rf"|(?-i:{lookups.alternatives('poll_words', kind='demonym')})"
    rf"|(?-i:{DEMONYM}\b(?!-[A-Z])(?! [A-Z])(?! (?:primary |likely |registered |female "
    rf"|male )?(?:voters|adults|respondents|residents|women|men"
    r"|households|citizens|workers|students|parents|supporters|caucus-?goers|consumers)\b)))"
)
NO_LINK = (
    r"(?!(?:of|in|and|or|for|to|from|is|are|was|were|by|on|at|as|who|that|which|with"
    r"|said|say|says|than|but|among|amongst|against|between|while|when|if|after|before"
    r"|during)\b)"
)
WORDS_BEFORE = rf"(?:(?:{NO_LINK}[\w.-]+ ){{1,2}}and (?!the\b))?(?:{NO_LINK}[\w.,'’&/%\"-]+ ){{0,5}}?"
ASKED = r"(?:surveyed|polled|asked|questioned|interviewed|sampled)"
BEHIND = (
    rf"(?: (?:it|they|we) (?:has |have |had )?{ASKED}"
    rf"| {ASKED}(?: (?:by|in)(?: the)?(?: (?-i:[A-Z][\w&.-]+)(?: of)?){{1,6}})?"
    r"| \d\d (?:and|or) (?:older|over|above|younger|under)|,? (?:aged?|ages) (?:between )?\d\d(?:(?: ?- ?"
    r"| to | and | or )(?:\d\d|older|over|above|under|younger|up))?\+?"
    r"| (?:over|under|aged over|aged under) (?:the age of )?\d\d|-?\d\d-plus"
    r"| (?:in|from|living in|near|outside)(?: the)?(?: (?-i:[A-Z])[\w./-]+){1,3}(?![\w./-]| (?:\w+ )?(?:poll|survey)\b)"
    r"| (?:living |based )?(?:in|near) (?:the )?(?:east|west|south|north|front|cent(?:er"
    r"|re)|country|capital|region)(?: line)?"
    r"(?: of the country)?| (?:nationwide|nationally|overall|statewide|living with [\w ]{3,30}?(?= (?:have"
    r"|are|say|said|had|do|own)))| without(?: (?!say|said|are|have|had|want|think"
    r"|do|feel)\w+){1,2}"
    r"| with (?!\d)(?:[\w'-]+ ){0,7}?[\w'-]+(?= (?:say|said|think|want|believe|agree|support|oppose|report)\b)"
    r"| of (?:\w+ )?(?:school-age |young |small )?(?:children|kids)| who (?:(?!\d)[\w\"'-]+ ){0,7}?[\w\"'-]+(?=,"
    r"| \(|\.| at \d| told| sa(?:id|y)| (?:would|are|want|think|believe|support|oppose|approve"
    r"|will|were|did|do|can)\b))?"
)
KIND = r"(?:white|black|hispanic|latin[oax]|asian|young|older|female|male|jewish|muslim|christian|catholic)"
KIND_OF = rf"{WORDS_BEFORE}{KIND} (?:{NO_LINK}[a-z-]+ )?"
NO_PART = r"(?!'|-(?:leaning|voting|owned|backed|led|aged|only|style))"
GROUP = rf"(?:(?:{KIND_OF}|{WORDS_BEFORE})(?:non-|ex-)?{PEOPLE}\b{NO_PART}(?: {PEOPLE}\b)?)"
HOLD = (  # verbs by which any plural is one of people
    r"(?:(?:also|now|still) )?(?:said|say|think|thought|believed?|agreed?|disagreed?|want(?:ed)?|support(?:ed)?"
    r"|opposed?"
    r"|feel|felt|admit(?:ted)?|told|fear(?:ed)?|plan(?:ned)? to|intend(?:ed)? to|expect(?:ed)?|prefer(?:red)?"
    r"|favou?r(?:ed)?"
    r"|would (?:like|prefer|support|vote|back|consider|recommend)"
    r"|(?:are|were) (?:worried|concerned|confident|satisfied|dissatisfied|happy|unhappy|optimistic|pessimistic"
    r"|afraid))\b"
)
ANY = rf"(?:the |all )?(?:{NO_LINK}[a-z-]+ ){{0,2}}[a-z]{{2,}}s(?= {HOLD})"
OF_GROUP = re.compile(
    rf"(?:\)?,?| \([n=\d/, ]{{1,14}}\)| -,?|(?: (?:strong|solid|slim|narrow|small))? (?:majority|plurality"
    rf"|minority|share)) of (?P<group>(?:whose )?{GROUP}{BEHIND}|{ANY})",
    re.I,
)
OPINIONS = lookups.alternatives("poll_words", kind="opinion")
BARE_GROUP = re.compile(rf" (?:of |(?!(?:{OPINIONS})\b(?!-)))(?P<group>{GROUP}{BEHIND})", re.I)
AMONG = re.compile(
    rf"\b(?:among|amongst|with|for|of|by|from) (?P<group>(?:all |the )*{GROUP}{BEHIND})(?! (?:on|at|with) \d)", re.I
)
AMONG_ANY = re.compile(
    r"\b(?:among|amongst) (?P<group>(?:(?:those|people|the|all) )*(?!\d)(?:[\w$'’-]+ ?){1,6}?)(?=[,.;()]"
    r"| (?:is|are|was|were|it|the|had|has)\b|$)",
    re.I,
)
IN_PLACE = re.compile(
    r"(?:^|[,;(] ?|\band |\bwhile |\bwith \d+%? )(?P<group>[Ii]n (?:the )?(?:(?!(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b)[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}"
    r"|(?:south|north|east|west|cent(?:er|re)|"
    r"big cities|cities|countryside|capital)(?:ern)?(?: (?:of the country|regions?"
    r"|oblasts?))?))(?=,| it | the | they | by | with | \d|$| $)(?![^,;]*\b(?:poll"
    r"|survey)\b)"
)
BEING = rf"(?:are|were|is|was|would(?: be)?|will)(?: \w+)? ?{lookups.alternatives('poll_words', kind='state')}"
THEN = rf"(?=(?:{OPINIONS}|have|are|had)(?![\w-]))"
IN_POLL = (
    r"(?: (?:in|by|from|responding to) (?:an?|the|our|its) [^,.;]{0,50}?(?:poll|survey)"
    r"(?: (?:released|published|taken|conducted) [\w ]{0,20}?| (?:last|this) \w+| (?:in|from) [A-Z]\w+)?(?= )"
    rf"| (?:to|in|at|from|with|on) (?:(?!\d|and |but |while |who )[\w'.-]+ ){{1,6}}?{THEN})?"
)
ALSO = (
    rf"{IN_POLL}"
    r",? ?(?:\([^)]{0,40}\) ?)?(?:(?:continues? to|continued to|also|now|still|already|only|just|neither|nor"
    r"|strongly|somewhat|who|there|here|and|that|either|both|simply|"
    r"even|instead|nationwide|nationally|overall|statewide|polled|surveyed|\"|'|however"
    r"|generally|broadly|would|currently) ?)*"
)
OPINION = re.compile(rf"{ALSO}(?:{OPINIONS}|{BEING})\b", re.I)
THOUGHT = re.compile(rf"{ALSO}(?:{lookups.alternatives('poll_words', kind='thought')}|{BEING})\b", re.I)
ATTITUDE = re.compile(rf"\b(?:{lookups.alternatives('poll_words', kind='attitude')})\b", re.I)
PERSONS = (
    rf"(?:{WORDS_BEFORE}(?:{lookups.alternatives('poll_words', kind='people')}|(?-i:"
    rf"{lookups.alternatives('poll_words', kind='demonym')}))\b(?!'))"
)
PEOPLES = re.compile(rf"\b(?:{lookups.alternatives('poll_words', kind='demonym')})\b")
WORD = re.compile(rf"^(?:the )?(?:{WORDS_BEFORE}){PEOPLE}$", re.I)


def group_behind(folded: str, start: int, end: int) -> re.Match | None:
    """The people that stand directly behind a share: `of Ukrainians`, `of likely voters`."""
    return OF_GROUP.match(folded, start, end)
