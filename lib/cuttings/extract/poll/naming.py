"""Namings of polls: where a sentence speaks of a poll, and by which name."""

import re

from ... import lookups
from .mention import Naming, merge
from .named import named, of_lookup
from .noun import DONE
from .spoken import spoken

CONDUCTS = re.compile(
    rf"(?:,? (?:which|who))? (?:has |have |had )?(?:also )?(?:did|ran|{DONE}) (?:an?|its|their) (?:[\w-]+ ){{0,3}}"
)
SOURCE = re.compile(r"[^,]{12}, according to (?:an?|the) (?:[\w-]+ ){0,3}$")
DATED = re.compile(
    r"(?:(?:Back )?[Ii]n (?:the (?:spring|summer|autumn|fall|winter) of )?(?:[A-Z][a-z]+)? ?(?:\d{4})?"
    r"|Last (?:week|month|year|spring|summer|autumn|fall|winter)),? (?:an?|the) "
    r"|(?:An?|The|In) (?:[a-z]+ ){0,3}last (?:week|month|year)'s (?:[a-z-]+ ){0,2}"
    r"|Last (?:week|month|year)'s (?:[a-z-]+ ){0,2}"
)
PAST = re.compile(
    r"(?: (?:for|in|by|of) (?:the |this |that |its )?[\w' ]{2,30}?)? (?:in|from|of|on|back in) (?:(?:early |late )?"
    r"(?:mid-?)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:19|20)\d\d)\b"
    r"|(?: (?:for|in|by) (?:the |this |that |its )?[\w' ]{2,30}?)?"
    r" (?:last|a) (?:week|month|year|spring|summer|autumn|fall|winter)\b"
)
ASIDE = re.compile(
    r"\b(?:[Aa]s with|[Ll]ike|[Uu]nlike|[Tt]han|[Aa]s well as|[Cc]ontrast (?:to|with)|[Cc]ompared (?:with|to)"
    r"|[Jj]ust as) (?:the |an? )?$"
    r"|\b(?:days?|weeks?|months?|hours) (?:after|before) (?:an?|another) (?:[\w-]+ ){0,3}$"
)
NEXT = re.compile(r"(?:'s)? ?[\"']?")
ORDERED = lookups.alternatives("poll_words", kind="ordered")
CLIENT = re.compile(
    rf"\b{ORDERED} by (?:the )?(?:[a-z][\w-]* ){{0,3}}$"
    r"|\bon behalf of (?:the )?$"
    r"|\b(?:together|jointly|cooperation|co-operation|partnership|collaboration) with (?:the )?$"
    r"|\b(?:[Pp]oll|[Ss]urvey|conducted|carried out|done) for (?:the )?$"
)
SHOWING = re.compile(r",? (?:that|which|showing|finding|suggesting|putting|giving)\b")
SHORT = re.compile(r",? [(\[]")
DRAWN = re.compile(
    r"[^;:]{0,140}\b(?:based on|collated|drawn|results?|via|through|using|comes?|came)\b[^;:]{0,20}\b(?:from )?an?"
    r" (?:[\w-]+ ){0,3}"
)
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
    *(
        "argin",
        "rror",
        "ieldwork",
        "weighted",
        "esults",
        "hink",
        "preferred",
        "igures",
        "ource: ",
        "eport by",
        "eport from",
    ),
)


def namings(folded: str, start: int, end: int, known: list[tuple[int, int, str]]) -> list[Naming]:
    """The namings in one sentence, in order, given the known pollsters that stand in it; those that overlap are one."""
    piece = folded[start:end]
    if not known and not any(hint in piece for hint in HINTS):
        return []
    found = [*named(folded, start, end), *(of_lookup(folded, one) for one in known)]
    found += spoken(folded, start, end)
    if any(one.kind == "named" and not one.weak for one in found):
        found = [one for one in found if not one.study]
    merged: list[Naming] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if merged and (one.start <= merged[-1].end or is_next(folded, merged[-1], one)):
            merged[-1] = merge(merged[-1], one)
        else:
            own = merged and merged[-1].kind == "named" and is_own(folded, merged[-1].end, one.start)
            merged.append(one._replace(kind="same") if own and one.kind == "new" else one)
    return [placed(folded, start, one) for one in merged]


def is_next(folded: str, one: Naming, other: Naming) -> bool:
    """Whether a survey of some title stands directly behind who asks in it: `YouGov 'State of Mind' survey`."""
    if one.kind == "named" and other.kind in ("new", "same") and folded[one.end : other.start].isspace():
        return True
    if one.known and one.pollster == other.pollster and SHORT.fullmatch(folded, one.end, other.start):
        return True
    named = one.kind == other.kind == "named" and one.known and not other.known
    return named and NEXT.fullmatch(folded, one.end, other.start) is not None


def is_own(folded: str, start: int, end: int) -> bool:
    """Whether the words between a name and `a poll` say that it is the poll of that name."""
    return bool(CONDUCTS.fullmatch(folded, start, end) or DRAWN.fullmatch(folded, start, end))


def placed(folded: str, start: int, one: Naming) -> Naming:
    """A naming with what the words before it say of its place."""
    before = folded[max(start, one.start - 80) : one.start]
    if one.at and not one.asks and CLIENT.search(folded, max(start, one.at[0] - 60), one.at[0]):
        one = one._replace(medium=True, asks="for")
    if one.plural and one.kind == "named" and SHOWING.match(folded, one.end):
        one = one._replace(plural=False)
    dated = DATED.fullmatch(before.lstrip()) is not None
    dated = dated or (one.asks == "the" and PAST.match(folded, one.end) is not None)
    return one._replace(aside=ASIDE.search(before) is not None, source=SOURCE.search(before) is not None, dated=dated)
