"""Answers behind a figure: what those whom it counts think or do."""

import re

from .people import IN_POLL, OPINION, WORD
from .phrase import FOR, SPLIT_FOR, SPLITS, STOP, VOTE
from .place import Place, Span, span_of, trimmed

SAYING = re.compile(
    r"[)]?,?\"?\s*(?:\([^)]{0,30}\) ?)?(?:who |also |now |still |just |only )?(?:(?:have "
    r"|has |had )?(?:said|say|says|thought|think|thinks|believed?|believes|answered|responded|replied"
    r"|felt|feel|"
    r"agreed?|told [A-Z][\w &]{1,40}?|indicated?|reported)\b(?: that\b)?(?: (?:they"
    r"|it|there) (?:were|are|was|is)\b| they\b(?!'| (?:would|have|had|want|will)))?"
    r"|(?:were|are|was|is)\b(?! of| in (?!fav)))\s*",
    re.I,
)
RELATIVE = re.compile(
    r" who [^,;.]{3,90}? (?=(?:say|said|think|thought|believe|believed|want|wanted|support|oppose|approve|disapprove"
    r"|favou?r|would|agree|voted?|cast)\b)"
)
THE = re.compile(r"\b[Tt]he (?:other |remaining )?$")
THOSE_WHO = re.compile(  # `the 62% who oppose it say …`: they are counted by what stands before the second verb
    r" who (?P<who>[a-z][^,;%]{2,80}?)(?<! they)(?<! that)(?<! would)(?<! not)(?=,|;|\.?$| (?:say|said|think"
    r"|thought|believed?|wanted|want|cited?|feel|felt|disagreed?|agreed?|tend|speak|worry|argue|point|mostly|mainly|overwhelmingly|were|are|did"
    r"|do|most|had)\b)"
)
RATING = re.compile(
    r" (?:support|approval|backing|favou?rability)(?: ratings?)?(?=$|[,.;)]| (?:from|among|in|with|nationally"
    r"|nationwide|statewide|to|and|while|compared|followed|versus|for)\b)"
)
SAID_OF = re.compile(
    r"(?: \([^()%]{1,30}\))?(?: - [^-%]{3,90} -|, (?:or|after|about|including|excluding|even|most|among) [^,%]{2,60},)?"
    r"(?= [a-z])"
)
NO_ANSWER = re.compile(
    r"\)?,? (?:in (?:an?|the) (?:\w+ ){0,4}(?:poll|survey)|among|each|follow\w+|to \d|in (?:19|20)\d\d|last|compared"
    r"|according|trailed|and|while|from|on \w+day|or|as|since)\b"
)
GIVES = re.compile(
    r"\b(?:with|gets?|got|receiv\w+|has|have|had|draws?|drew|drawing|at|w[io]ns?|winning|garner\w*|command\w*|earn\w*"
    r"|takes?|took|holds?|held|holding|polling|attract\w*|enjoy\w*|achiev\w+|reach\w+|hits?|an?|of|from|to|by|above"
    r"|below)(?: (?:just|only|about|nearly|some|around|over|as much as|at least))? $"
)
NO_VERB = (
    r"(?!(?:in|of|on|at|across|ranging|including|and|or|but|to|for|with|by|from|as"
    r"|than|while|who|that|which|when|nationwide|nationally|overall"
    r"|statewide|last|this|according|compared|versus|after|before|since|during|over|among|between|aged?|up|down|or|if"
    r"|because|either|the|an?|his|her|their|its|each|both|all|polled|surveyed|asked|questioned|interviewed)\b)"
)
DEED = re.compile(rf"(?: - [^-]{{2,90}} -)?(?P<does> (?:\w+ly |often |also |already |now )?{NO_VERB}[a-z'-]+ \S)")
APPOSED = re.compile(rf"[,)](?P<does> {NO_VERB}[a-z]+ \S)")


def option_behind(folded: str, at: Place, cut: int) -> Span | None:
    """What stands behind a figure and its group, where people think it: rule 2 of option_of."""
    rest = folded[cut : at.right]
    skip = 1 if rest[:1] == ")" else 0
    rated_or_vote = RATING.match(rest) if cut == at.figure.end else VOTE.match(rest)
    if rated_or_vote and GIVES.search(at.before(folded)):
        return None
    chosen = FOR.match(rest)
    if chosen:
        return trimmed(folded, *span_of(chosen, "who", cut))
    parted = SPLIT_FOR.match(rest) if SPLITS.search(at.before(folded)) else None
    if parted and not WORD.match(parted["who"]):
        return trimmed(folded, *span_of(parted, "who", cut))
    if at.before(folded).endswith("(") and rest[:1] != ")" and ")" in rest:
        rest = rest[: rest.find(")")]
    rest = within(rest)
    those = THOSE_WHO.match(rest) if cut == at.figure.end and THE.search(at.before(folded)) else None
    if those:
        return trimmed(folded, *span_of(those, "who", cut))
    left = past(rest, cut > at.figure.end)
    cut, rest = cut + left, rest[left:]
    dash = re.match(r" - (?=[a-z])", rest)
    skip = dash.end() - 1 if dash else skip
    if not OPINION.match(rest[skip:]) or NO_ANSWER.match(rest):
        return None
    saying = SAYING.match(rest, skip)
    start = saying.end() if saying else skip
    for begin in (start, skip):
        stop = STOP.search(rest, begin + 1)
        found = trimmed(folded, cut + begin, cut + (stop.start() if stop else len(rest)))
        if found:
            return found
    return None


def past(rest: str, grouped: bool) -> int:
    """Where the words begin that tell an answer: behind an aside, a relative clause, and the words for the poll."""
    start = 0
    aside = SAID_OF.match(rest) if grouped or rest.startswith(",") else None
    if aside and OPINION.match(rest[aside.end() :]):
        start = aside.end()
    relative = RELATIVE.match(rest[start:]) if grouped else None
    start += relative.end() - 1 if relative else 0
    asked = re.match(IN_POLL, rest[start:])
    return start + (asked.end() if asked else 0)


def within(rest: str) -> str:
    """What stands behind a figure, up to the end of the bracket that it stands in."""
    closing = rest.find(")", 1)
    return rest[:closing] if closing > 0 and "(" not in rest[:closing] else rest


def deed(folded: str, at: Place, cut: int) -> Span | None:
    """What a group directly behind a figure does, by any verb: `87% of searchers find …`."""
    rest = folded[cut : at.right]
    verb = DEED.match(rest) if cut > at.figure.end else APPOSED.match(rest)
    if verb is None or (cut == at.figure.end and not at.before(folded).endswith((", ", "("))):
        return None
    stop = STOP.search(rest, verb.end() + 1)
    return trimmed(folded, cut + verb.start("does"), cut + (stop.start() if stop else len(rest)))
