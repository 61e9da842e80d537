"""The outlet of an article: who published it, as the page's own furniture says. See `outlets`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..evidence import Field
from ..segment import Part
from .line import LONGEST, LONGEST_OWNER, Piece, claims, pieces, speaks
from .name import TOKEN, agencies, names, outlet_of_name, outlet_of_url
from .unlisted import unlisted

TITLES = frozenset({"headline", "duplicate", "boilerplate", "kicker"})

ADDRESS, TITLE, COPYRIGHT = "the page's address", "page title with its name", "copyright line"
CREDIT, AGREED, PHRASE = "credit line", "two pieces of furniture with one name", "phrase that only it uses"
ITSELF, SITE = "its name in the page's furniture", "its address in the page's furniture"
BYLINE, MAIL = "its name behind a byline", "an address of its staff"
HEAD = "its name alone at the head of the page"
HEAD_LINES = 12
KINDS_BY_RANK = (
    (ADDRESS, TITLE, COPYRIGHT, CREDIT, AGREED, PHRASE),
    (ITSELF, SITE),
    (BYLINE, MAIL),
    (HEAD,),
)
RANKS = {kind: rank for rank, kinds in enumerate(KINDS_BY_RANK) for kind in kinds}

URL_LINE = re.compile(
    r"(?:(?:url|link|source|from|permalink|retrieved from)\s*:?\s*)?(?P<url>(?:https?://|www\.)[^\s<>\"]+)", re.I
)
HOST_LINE = re.compile(r"(?:www\.)?(?:[\w-]+\.)+[a-z]{2,}", re.I)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@((?:[\w-]++\.)+[a-z]{2,})", re.I)
CREDITED = re.compile(
    r"\bcontributed to this (?:article|report|story) for (?P<outlet>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4})$"
)
BEHIND = re.compile(r"(?:[,|/(•·-]|\b(?:for|of|at|with|from)(?: the)?)\s*$", re.I)
TITLE_END = re.compile(r"\s+[|•·–—-]+\s+(?=[^|•·–—]{2,40}$)")


def outlets(text: str, parts: Sequence[Part], headline: str | None) -> list[Field]:
    """One row per piece of evidence for the outlet, in the page's own furniture.

    1. The page's address: a URL on a line of its own above the article, or anywhere if it has the headline's words.
    2. The title of the page: the headline, then a bar or dash, then a known outlet.
    3. The last copyright line whose owner is known, where it is an outlet, by name or by the firm that stands for it
       alone; lines above it may be of what the page reprints. Nothing where it is a platform that shows many outlets.
    4. A credit line: `Jane Doe contributed to this article for …`, known or not.
    5. A phrase that only one outlet uses.
    6. A known outlet in a line that speaks of the page itself: newsletter, subscription, app, account.
    7. A known domain alone in a line of furniture.
    8. A known outlet behind the name in a byline, or as the host of an address for mail.
    9. A known outlet alone in one of the first lines of the page, above the article.
    10. Failing all these, two pieces of furniture that give the same name (`unlisted`).

    An agency's byline, credit or copyright line is no evidence, since others print it; a name that several outlets go
    by, or that is a publisher's of several, is none either.

    Not found: an outlet that only its logo, its style or what it says of itself in running text gives away.
    """
    top = min((part.start for part in parts if part.role in ("headline", "body")), default=0)
    head = min([top, *(part.start for part in parts[HEAD_LINES : HEAD_LINES + 1])])
    headline = headline[:LONGEST] if headline else None
    lines = list(pieces(text, parts))
    claim = next((line for line in reversed(lines) if list(owners(line))), None)
    if claim and is_platform(claim):
        return []
    found = list(titles(text, parts, headline))
    for line in lines:
        found += [*addresses(line, top, headline), *behind(line), *itself(line, head)]
    if claim:
        found += owner(claim, {one.value for one in found if one.basis not in (BYLINE, HEAD)})
    return found or [
        Field("outlet", start, end, text[start:end], AGREED) for start, end in unlisted(lines, text, parts)
    ]


def chosen(options: Iterable[Field]) -> tuple[str | None, str | None]:
    """The outlet that the evidence settles and the rule behind it; where it contradicts itself, none, and that it does.

    Evidence of a higher rank overrules; within a rank, an outlet with more kinds of evidence than any other.
    """
    ranked: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in options:
        kinds = ranked[RANKS[one.basis]][one.value]
        kinds += [] if one.basis in kinds else [one.basis]
    if not ranked:
        return None, None
    best = ranked[min(ranked)]
    most = max(len(kinds) for kinds in best.values())
    ahead = sorted(value for value, kinds in best.items() if len(kinds) == most)
    if len(ahead) > 1:
        return None, "contradictory: " + ", ".join(ahead)
    return ahead[0], best[ahead[0]][0]


def field(line: Piece, start: int, end: int, value: str | None, basis: str) -> Iterator[Field]:
    """The row of a piece of evidence at a place in a line; none where no outlet is known."""
    if value:
        yield Field("outlet", line.start + start, line.start + end, value, basis)


def reprinted(outlet: str | None) -> str | None:
    """The outlet, unless it is an agency, whose name stands above and below what others print of it."""
    return None if outlet in agencies() else outlet


def titles(text: str, parts: Sequence[Part], headline: str | None) -> Iterator[Field]:
    """A known outlet behind the headline in the title of the page."""
    for part in parts if headline else ():
        core = text[part.start : part.end].strip() if part.role in TITLES else ""
        cut = TITLE_END.search(core) if len(core) < LONGEST else None
        if cut and headline and is_headline(core[: cut.start()], headline):
            rest = core[cut.end() :]
            named = (one.outlet for one in names(rest, "alias") if one.end == len(rest) and begins(rest, one.start))
            outlet = outlet_of_url(rest) or next(named, None)
            line = Piece(text.index(core, part.start), core, part.role)
            yield from field(line, cut.end(), len(core), outlet, TITLE)


def is_headline(core: str, headline: str) -> bool:
    """Whether words are the headline, or what of it a title has room for."""
    return len(TOKEN.findall(core)) >= 3 and flat(headline).startswith(flat(core)[:40])


def begins(core: str, start: int) -> bool:
    """Whether a name stands at the beginning of its line, but for an article."""
    return core[:start].lower().strip() in ("", "the")


def flat(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(TOKEN.findall(text.lower()))


def addresses(line: Piece, top: int, headline: str | None) -> Iterator[Field]:
    """A URL or a domain alone in its line, and addresses for mail."""
    if "." not in line.core:
        return
    if alone := URL_LINE.fullmatch(line.core):
        words = {word for word in TOKEN.findall((headline or "").lower()) if len(word) > 3}
        own = line.start < top or len(words & set(TOKEN.findall(alone["url"].lower()))) >= max(2, len(words) // 2)
        if own:
            yield from field(line, *alone.span("url"), outlet_of_url(alone["url"]), ADDRESS)
    elif HOST_LINE.fullmatch(line.core):
        yield from field(line, 0, len(line.core), outlet_of_url(line.core), SITE)
    elif "@" in line.core:
        for match in EMAIL.finditer(line.core):
            yield from field(line, *match.span(), reprinted(outlet_of_url(match[1])), MAIL)


def is_platform(line: Piece) -> bool:
    """Whether the copyright is of one that shows articles of many outlets: nothing on such a page is its own."""
    starts = [start for start, _ in claims(line.core)]
    firsts = (line.core[start : start + LONGEST_OWNER] for start in starts)
    return any(name.start == 0 for first in firsts for name in names(first, "platform"))


def owner(line: Piece, backed: set[str]) -> Iterator[Field]:
    """The outlet of the page's copyright line; an agency only where something else speaks for it."""
    for start, end, outlet in owners(line):
        if outlet not in agencies() or outlet in backed:
            yield from field(line, start, end, outlet, COPYRIGHT)


def owners(line: Piece) -> Iterator[tuple[int, int, str | None]]:
    """The known owners in a copyright line, each with its place: an outlet, or none for a publisher of several."""
    for start, end in claims(line.core):
        core = line.core[start : start + LONGEST_OWNER]
        known = names(core, "alias", "imprint", "group", "platform")
        first = next((name for name in known if begins(core, name.start)), None)
        if outlet := outlet_of_url(line.core[start:end]):
            yield start, end, outlet
        elif first:
            yield start + first.start, start + first.end, first.outlet


def behind(line: Piece) -> Iterator[Field]:
    """The outlet of a credit line, and a known one behind the names of a byline."""
    if line.role == "credit" and (match := CREDITED.search(line.core)):
        yield from field(line, *match.span("outlet"), reprinted(outlet_of_name(match["outlet"])), CREDIT)
    if line.role == "byline":
        for name in names(line.core, "alias"):
            if BEHIND.search(line.core[: name.start]):
                yield from field(line, name.start, name.end, reprinted(name.outlet), BYLINE)


def itself(line: Piece, head: int) -> Iterator[Field]:
    """Known outlets in a line in which a page speaks of itself, and phrases that only one outlet uses."""
    for name in names(line.core, "alias", "fingerprint", shouting=line.core.isupper()):
        if name.kind == "fingerprint":
            yield from field(line, name.start, name.end, name.outlet, PHRASE)
        elif speaks(line.core, name.start, name.end):
            yield from field(line, name.start, name.end, name.outlet, ITSELF)
        elif line.start < head and name.end == len(line.core) and begins(line.core, name.start):
            yield from field(line, name.start, name.end, reprinted(name.outlet), HEAD)
