"""Answers behind a figure: what those whom it counts think or do."""

import re

from .people import IN_POLL, OPINION, WORD
from .place import Place, Span, span_of, trimmed
from .wording import FOR, SPLIT_FOR, SPLITS, STOP, VOTE

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
RATING = re.compile(
    r" (?:support|approval|backing|favou?rability)(?: ratings?)?(?=$|[,.;)]| (?:from|among|in|with|nationally"
    r"|nationwide|statewide|to|and|while|compared|followed|versus|for)\b)"
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
    relative = RELATIVE.match(rest) if cut > at.figure.end else None
    if relative:
        cut, rest = cut + relative.end() - 1, rest[relative.end() - 1 :]
    aside = re.match(IN_POLL, rest)
    if aside and aside.end():
        cut, rest = cut + aside.end(), rest[aside.end() :]
    dash = re.match(r" - (?=[a-z])", rest)
    skip = dash.end() - 1 if dash else skip
    if not OPINION.match(rest[skip:]) or re.match(
        r"\)?,? (?:in (?:an?|the) (?:\w+ ){0,4}(?:poll|survey)|among|each|to \d|in (?:19"
        r"|20)\d\d|last|compared|according|followed|trailed|and|while|from|on \w+day|or|as|since)\b",
        rest,
    ):
        return None
    saying = SAYING.match(rest, skip)
    start = saying.end() if saying else skip
    for begin in (start, skip):
        stop = STOP.search(rest, begin + 1)
        found = trimmed(folded, cut + begin, cut + (stop.start() if stop else len(rest)))
        if found:
            return found
    return None


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
