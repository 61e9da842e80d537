"""Names of those who ask: the shape of a name, and what is cut off from it."""

import re
from functools import cache

from ... import lookups

DAYS = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Polls?"
    r"|Surveys?(?! (?:Research|Cent(?:er|re)|Institute)\b))\b)"
)
CAP = rf"(?:{DAYS}(?:(?:[A-Z]\.)+[A-Z]?|[A-Z][\w'&+-]*(?:\.[a-z]\w+)?))"
HEADS = lookups.column("poll_words", "pattern", kind="body")
FOR = "(?:" + "|".join(f"(?<={head})" for head in HEADS) + ")(?: (?:for|on)(?: the)?)"
INSTITUTE = (
    rf"(?<![\w-]){CAP}(?:(?:{FOR}|(?: (?:of|&|and))(?: the)?| the)?[ /]\"?{CAP}\"?| [0-9]+(?!\d*[%,.]\d)(?= (?:{CAP}"
    rf"|poll|survey))|(?<=Channel) \d\d?(?![\d%])| (?:de|del|la|dimap)(?= |$)){{0,9}}"
)
REGION = lookups.alternatives("poll_words", kind="region")
PLACE = re.compile(rf"(?:(?:{lookups.alternatives('poll_words', kind='place')}|{REGION})(?:$|[ /,.]+|'s? ?))+$")
EDGE = re.compile(
    rf"(?:(?:{lookups.alternatives('poll_words', kind='edge')}|"
    rf"{'|'.join(form for form in lookups.column('capitals', 'form', kind='starter') if form != 'New')})(?=[ /']"
    rf"|$)[ /]?(?:'s )?"
    r"|\d+ |(?:of|for|the|and|&|on|in) )+"
)
TAIL = re.compile(
    r"(?: (?:on|in|of|for|and|the|&|from)| (?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|\d+)|'s?|'|[,.\"])+$"
)
ARTICLE = re.compile(r"(?:The|A|An|This|That|Its|Their|Our|His|Her) (?=[A-Z])")
HEADED = re.compile(rf"(?:{'|'.join(HEADS)}) of ")
NATION = re.compile(r"\b[A-Z][a-z]+(?:an|ish|ese|li|ch) $")
BODY = re.compile(rf"(?:[A-Z][\w&-]* ){{0,3}}(?:{'|'.join(HEADS)})\b")
OWNED = re.compile(rf"'s (?!(?:{CAP} )?(?:{'|'.join(HEADS)}|Research|Union|Network|Panel|Voice)\b)")
THERE = re.compile(rf"(?<! of)(?<!\bthe)(?<!&)(?<! and)(?<!\bin) {REGION}$")
NO_NAME = re.compile(
    r"^(?:Republicans|Democrats|Conservatives|Independents|Women|Men)\b|-(?:leaning|commissioned|sponsored|backed|funded|run|led|based|wide)\b|^(?:PM|AM|GMT|BST|EST|Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\b"
)
AUTHORITY = re.compile(rf"\b{lookups.alternatives('poll_words', kind='authority')}\b")


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words before and behind it that are none: `In a`, `The`, `on Tuesday`."""
    article = ARTICLE.match(folded, start, end)
    start = article.end() if article else start
    edge = EDGE.match(folded, start, end)
    nation = NATION.search(folded, start, edge.end()) if edge else None
    if edge and nation and BODY.match(folded, edge.end(), end):
        start = nation.start()
    elif edge and not HEADED.match(folded, edge.end(), end):
        start = edge.end()
    owned = OWNED.search(folded, start, end)
    if owned and PLACE.match(folded, start, owned.start()):
        start = owned.end()
    else:
        end = owned.start() if owned else end
    tail = TAIL.search(folded, start, end)
    end = tail.start() if tail else end
    there = THERE.search(folded, start, end)
    end = there.start() if there and not PLACE.match(folded, start, there.start()) else end
    return start, start if PLACE.match(folded, start, end) or folded[start:end] in nowhere() else end


@cache
def nowhere() -> frozenset[str]:
    """Names of places and peoples, which ask nobody: `a Finnish poll`."""
    return frozenset(lookups.column("names", "form", kind="place") + lookups.column("demonyms", "form"))


@cache
def first_names() -> frozenset[str]:
    """First names, by which a pollster who is a person is told from a firm."""
    return frozenset(lookups.column("firstnames", "form"))
