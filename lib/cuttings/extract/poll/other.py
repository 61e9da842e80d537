"""Other percentages: those of prices, pay, votes counted, make-up and the like, which count no answers."""

import re

from ... import lookups
from .around import ABOUT, Around
from .number import Number
from .people import ATTITUDE, OPINION
from .points import BY, CHANGE, NO_SUBJECT

RISE_OF = re.compile(
    r"\b(?:rise|increase|growth|drop|fall|decline|gain|jump|cut|reduction|discount|loss|raise|hike|rate|return|stake"
    rf"|margin) of {ABOUT}$",
    re.I,
)
PAIRED = re.compile(r"(?: to| ?-| or) \d[\d.]*(?: ?%| per ?cent)")
NO_AFTER_NEAR = re.compile(rf"[ -](?:{lookups.alternatives('poll_words', kind='no_share_after')})(?!\w)", re.I)
VOTE = re.compile(rf"\b(?:{lookups.alternatives('poll_words', kind='vote')})\b", re.I)
OF_VOTE = re.compile(
    r" of (?:the |all |their |its )?(?:[\w-]+ ){0,2}?(?<!would )(?<!will )(?<!could )(?<!to"
    r" )(?:votes?|ballots?)\b(?! intention)",
    re.I,
)
OF_SEATS = re.compile(r" of (?:the |all |their |its |his |her )?(?:[\w-]+ ){0,2}?(?:delegates|seats)\b", re.I)
OF_INTENTION = re.compile(
    r" of (?:the |that |this |each |either )?(?:same )?(?:(?:age )?group|number|bloc|demographic"
    r"|total(?: number)? of (?:people|those|respondents|voters)"
    r"|voting intentions?|preferences|valid votes|first preferences|responses|answers|sample|support|survey|poll)\b",
    re.I,
)
WISH = re.compile(
    r"\b(?:would|could|will|if|intend\w*|exit polls?|hypothetical|expected|projected|set to|forecast)\b", re.I
)
OF_OTHER = re.compile(r",? of (?!\w+ who\b)", re.I)
TURNED = re.compile(r" ?(?:of )?(?:who(?:m|se)?|them|these|those|us)\b|all(?=[,.]|$)", re.I)
WON_AFTER = re.compile(
    r" (?:of the vote )?(?:it|he|she|they|[A-Z]\w+) (?:won|got|took|received|scored)\b"
    r"|,? (?:ahead of|in) (?:the )?(?:19|20)\d\d (?:\w+ )?(?:election|primary|race"
    r"|vote)"
)
CUTS = re.compile(
    r"\b(?:cut(?:s|ting)?|lay(?:s|ing)? off|laid off|slash\w*|shed\w*|fir(?:es?|ed"
    r"|ing)|eliminat\w+|reduc\w+|hir(?:e|ed|ing)|sack\w*) (?:about |some |up to )?$"
)
SET = re.compile(
    r"\b(?:raised|lowered|cut|hiked|reduced|set|fixed|capped) (?:[\w']+ ){0,3}?(?:to|at|by|from) (?:just |about )?$"
)
NOW = re.compile(
    r"\b(?:gets?|takes|wins|draws|has|would|is|receives?|commands|garners|earns|have"
    r"|are|attracts?|gaining|getting|taking|drawing|receiving)\b[^,;]{0,30}$"
)
PASSIVE = re.compile(r"\b\w+(?:ed|en|ld) (?:\w+ly )?by (?:\w+ ){0,2}$")
GOAL = re.compile(
    rf"\b(?:needs?|has|have|had|must) (?:to )?(?:close in|reach|get|win|hit|clear|poll|earn) (?:on |at |to )?{ABOUT}$"
)
OF_VOTES = re.compile(r"\b(?:million|votes|ballots|seats),? \($")
RATE = re.compile(r"\b(?:interest|cash|policy|funds|repo|lending) rates?\b[^;]{0,110}$", re.I)
MONEY = re.compile(r"[$£€]\d[\d.,]*(?: (?:million|billion|trillion))?,? (?:\(|or )(?:about |only |some |nearly )?$")
ESTIMATE = re.compile(r"\b(?:under|over)?estimat\w+ (?:[\w'%.]+ ){0,8}$")
SLICE = re.compile(r"\b(?:top|bottom|richest|poorest|wealthiest|upper|lower) $", re.I)
COMPOSED = re.compile(
    r"\b(?:mak(?:e|es|ing) up|made up|compos(?:e|es|ed|ing)|compris\w+|constitut\w+|represent(?:s|ed|ing)?"
    rf"|account(?:s|ed|ing)? for) {ABOUT}$",
    re.I,
)
OF_ASKED = re.compile(r" of (?:the |all )?(?:respondents|those|sample|survey|poll|people (?:surveyed|polled|asked))\b")
KINDS = (
    r"(?:[Bb]lack|[Ww]hite|Hispanic|Latin[oax]|Asian|African[- ]American|Muslim|Christian|Catholic|Jewish|male|female"
    r"|rural|urban|Democratic|Republican|minority)"
)
KIND_BEHIND = re.compile(rf" {KINDS}(?! (?:and |or )?(?:\w+ )?\w+s\b)(?=[\s,.;)]|$)")
ARE_KIND = re.compile(
    r" (?:now )?lives? in (?:an?|the) (?:state|country|county|city|area|region)\b|"
    r" (?:who |(?:there |here )?(?:in \w+ )?)?(?:are|is|were|was) (?:themselves |now )?"
    r"(?:[Bb]lack|[Ww]hite|Hispanic|Latin[oax]s?|Asian|African[- ]American|women|men|male|female"
    r"|(?:aged )?\d\d (?:or|and) (?:older|over|younger|under|above))(?=[,.;]|$| and)"
)
PAIR_MARGIN = re.compile(r"(?: ?to \d+| ?- ?\d+)?(?:%| per ?cent|[ -]point)? margin\b")
BY_A = re.compile(r"\bby an? (?:[a-z]+ )?(?:\d+(?:%| per ?cent)? ?(?:to|-) ?)?$")
IS_SO = re.compile(rf"\b(?:is|was|are|were|be|been|now) {ABOUT}$")
EXIT = re.compile(r"\b[Ee]xit poll")
HELD = re.compile(
    r"\b(?:ballot|referendum|election|vote|primary|caucuses)\b[^;.]{0,40}\bin (?:19"
    r"|20)\d\d\b[^,;]{0,25}$|\bwhen (?:it|he|she|they) (?:took|won|got|received) $"
    r"|\b(?:lost|won|carried) (?:the )?(?:state|county|primary|caucus(?:es)?|election|contest|race)(?: by)?"
    r" (?:\d[\d.]*(?:%| per ?cent)? (?:to|-) )?$"
    r"|\b(?:caucus(?:es)?|primary|election)\b[^;.]{0,70}\b(?:won|beat|defeated)\b(?:[^;.]|\.\d){0,30}$"
)
TURNOUT = re.compile(r"\b[Tt]urnout\b[^;.%]{0,30}$")


def is_other(number: Number, before: str, after: str, rest: str, grouped: bool, around: Around) -> bool:
    """Whether the words around a percentage say that it counts something else; rules 1 and 2."""
    if (COMPOSED.search(before) and not OF_ASKED.match(after)) or (KIND_BEHIND.match(after) and IS_SO.search(before)):
        return True
    if (RISE_OF.search(before) and number.form != "pair") or (ESTIMATE.search(before) and not grouped):
        return True
    if OF_VOTES.search(before) or (RATE.search(before) and not grouped and not OPINION.match(rest)):
        return True
    if MONEY.search(before) or ARE_KIND.match(rest) or SLICE.search(before) or GOAL.search(before):
        return True
    if (
        (NO_AFTER_NEAR.match(PAIRED.sub("", after, count=1)) and not is_margin(number, before, after))
        or CUTS.search(before)
        or TURNOUT.search(before)
        or HELD.search(before)
    ):
        return True
    if OF_VOTE.match(after) or OF_SEATS.match(after):
        return is_count(before, after, around)
    if WON_AFTER.match(after) and not around.follows:
        return True
    if BY.search(before) and number.form == "percent":
        led = around.follows or PASSIVE.search(before)
        return not (
            OPINION.match(rest)
            or grouped
            or (led and (PASSIVE.search(before[-30:]) or not CHANGE.search(before[-40:])))
        )
    if not grouped and OF_OTHER.match(after) and not OF_INTENTION.match(after) and not TURNED.match(after[3:].lstrip()):
        return True
    if grouped or around.follows:
        return False
    return is_rate(number, before, rest, around)


def is_margin(number: Number, before: str, after: str) -> bool:
    """Whether a number is one of a pair by which something is preferred: `by a 51 to 42 percent margin`."""
    return number.form == "pair" and PAIR_MARGIN.match(after) is not None and BY_A.search(before) is not None


def is_count(before: str, after: str, around: Around) -> bool:
    """Whether a share of votes or seats is one of an election held, and not of one intended or of an exit poll."""
    if OF_ASKED.match(after):
        return False
    if OF_SEATS.match(after):
        return not WISH.search(before)
    if VOTE.search(after[:40]):
        return True
    if around.near <= 1 and NOW.search(before) and not VOTE.search(before):
        return False
    wished = WISH.search(before) and (around.named or around.near <= 1)
    return not (wished or (around.named and not VOTE.search(before)) or EXIT.search(before + after))


def is_rate(number: Number, before: str, rest: str, around: Around) -> bool:
    """Whether a percentage is said of prices, pay and the like, or of what rises by it."""
    thinks = OPINION.match(rest) is not None
    if SET.search(before) or (around.other and not thinks):
        return True
    if number.form == "pair":
        return False
    rated = NO_SUBJECT.search(before) is not None and not ATTITUDE.search(before[-60:])
    return rated or (number.value == 100 and not thinks)
