"""Options: the answer that a figure counts, as the words around it say."""

import re

from .around import last_of
from .behind import deed, option_behind
from .entry import GENERIC
from .people import OPINION, OPINIONS, PERSONS, WORD
from .phrase import (
    AGAINST,
    AND,
    AS_DO,
    ASIDE,
    COLON,
    DASHED,
    ELLIPSIS,
    FAVOURITE,
    FILLER,
    FOR,
    FROM,
    GIVEN,
    HALT,
    HELD,
    HIGHEST,
    INTRO,
    JOINS,
    LABEL,
    LAST_PART,
    LISTED,
    LOOSE,
    OF_BEFORE,
    OWN,
    PLACED,
    PRONOUN,
    QUOTED,
    RATED_NOUN,
    SPLIT_FOR,
    SUBJECT,
    TAIL,
    TO,
)
from .place import TRIM, WIDE, Place, Span, span_of, trimmed
from .rival import rival_of

NAMED_BEHIND = re.compile(
    r" (?P<who>(?:the )?[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,3})"
    r"(?= \((?:up|down|[+-]|steady|unchanged|no change|n/?c\b|\d)|,? (?:and )?\d[\d.]*(?:%| per ?cent) [A-Z])"
)
NAMED_LAST = re.compile(r" (?P<who>(?:the )?[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,3})(?=[,.;)]|$)")
NAMED_THERE = re.compile(r" (?:the )?[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,3},? (?:and )?")
OF_NUMBER = re.compile(r"\b(?:by|of|in|from) $")
MOVED_IN = re.compile(
    r"[- ](?:increase|rise|drop|fall|gain|decline|jump|dip|surge|spread|gap|difference|swing) (?:in|between|to|for)"
    r" (?P<who>(?!\d)[^,;.()%\d]{3,80}?)(?=,|;|\.|\(|$"
    r"| (?:since|from|compared|over the|in (?:19|20)\d\d|among|according|last|this)\b)"
)
FOLLOWED = re.compile(r"\b(?:followed(?: closely)? by|ahead of|trailed by|and then|as well as) (?:the )?")
NEW_CLAUSE = re.compile(r";\W*(?:just |only |about |some |nearly )?$")
WHO = re.compile(r"(?:it|this|that|which|they|we|I|you|so)(?: \w+){0,3}", re.I)
ONE = re.compile(r"(?:he|she)(?= \w+(?: \w+){0,2}$)", re.I)
ON = r"(?:,|;| and| while| but) (?:and |just |only |about |some )*$"
GOES_ON = re.compile(
    rf"(?:{OPINIONS})\b[^,;]{{2,80}}?{ON}|^ (?:the |as |with |their )?[\w' -]{{2,40}}?{ON}",
    re.I,
)
BARE = re.compile(r"\W*|: ?[^\d%]{1,60}?[;,.\n]\W*")
BRACKET = 12  # characters from a group to the end of the bracket behind it
APART = re.compile(rf"{PERSONS}, $", re.I)


def option_of(folded: str, at: Place, cut: int, group: Span | None) -> Span | None:
    """The answer of a figure; null where the words around it tell none, so that it may be that of the figure before.

    1. Behind `up from`, `compared with`, ` to `, or in an aside (`up two points`): none of its own.
    2. What stands behind the figure and its group, where people think it, up to the next clause.
    3. `Haddad's 41%`: whose the figure is. 4. The quotation or name before its bracket.
    5. The subject of its clause, or, where that is the pollster, what stands behind the verb.
    6. The word or two behind the figure (`41 percent yes`). 7. What the sentence says is rated.
    """
    before = at.before(folded)
    rival = rival_of(folded, at, before)
    if rival:
        return rival
    if not at.opens() and (FROM.search(before[-40:]) or TO.match(before)):
        return held_against(folded, at, cut)
    if not at.opens() and (AS_DO.search(before) or (HELD.search(before) and cut > at.figure.end)):
        return None
    if at.figure.kind != "share" and not at.opens() and ASIDE.match(before):
        return None
    return (
        titled(folded, at, cut, before)
        or in_row(folded, at, cut, before, group)
        or given(folded, at, before)
        or elliptic(folded, at, cut, before)
        or around(folded, at, cut, before, group)
    )


def held_against(folded: str, at: Place, cut: int) -> Span | None:
    """Rule 1: what a figure behind `up from` or `to` counts, where it says so itself."""
    rest = folded[cut : at.right]
    if rest.startswith(" who ") or FOR.match(rest):
        return option_behind(folded, at, cut)
    return (for_what(folded, at, cut) or loose(folded, at, cut)) if AGAINST.match(rest) else None


def in_row(folded: str, at: Place, cut: int, before: str, group: Span | None) -> Span | None:
    """The label of a figure in a row of brackets, or behind it (`58%: no`); else rule 2."""
    listed = before.startswith(")") and before.endswith("(") and folded.startswith(")", cut)
    label = bracketed(folded, at, before, group) if listed else None
    if label:
        return label
    colon = COLON.match(folded, cut, at.right) if BARE.fullmatch(before) else None
    if colon:
        return trimmed(folded, *colon.span("who"))
    told = at.figure.kind in ("share", "multiple") and not is_shut(folded, before, cut, group)
    return (option_behind(folded, at, cut) if told else None) or (
        deed(folded, at, cut) if APART.search(before) else None
    )


def titled(folded: str, at: Place, cut: int, before: str) -> Span | None:
    """The name behind a figure in a row (`37% Labour (up 1), 36% Greens`), and of what a change is one in."""
    if at.figure.kind in ("change", "lead"):
        moved = MOVED_IN.match(folded, at.figure.end, at.right)
        return trimmed(folded, *moved.span("who")) if moved else None
    found = NAMED_BEHIND.match(folded, at.figure.end, at.figure.sentence[1])
    if found is None and not at.opens() and NAMED_THERE.fullmatch(before):
        found = NAMED_LAST.match(folded, at.figure.end, at.figure.sentence[1])
    if found is None or cut > at.figure.end or at.figure.kind != "share" or OF_NUMBER.search(before):
        return None
    return trimmed(folded, *found.span("who"))


def given(folded: str, at: Place, before: str) -> Span | None:
    """Whom a poll gives the figure: `a lead for Moor of 5 points`."""
    found = FAVOURITE.search(before) or GIVEN.search(before)
    return trimmed(folded, *span_of(found, "who", at.left)) if found else None


def around(folded: str, at: Place, cut: int, before: str, group: Span | None) -> Span | None:
    """Rules 3 to 7."""
    own = OWN.search(before[-60:])
    if own and not at.opens():
        return trimmed(folded, *span_of(own, "who", at.figure.start - min(60, len(before))))
    if before.endswith("("):
        return bracketed(folded, at, before, group)
    return subject(folded, at, before, group) or deed(folded, at, cut) or loose(folded, at, cut) or rated(folded, at)


def is_shut(folded: str, before: str, cut: int, group: Span | None) -> bool:
    """Whether a figure stands alone in a bracket that ends a clause: `doctors (56%), teachers (52%)`."""
    of_group = group is not None and cut - group[1] < BRACKET
    return before.endswith("(") and not of_group and folded.startswith(("),", ");", ")."), cut)


def elliptic(folded: str, at: Place, cut: int, before: str) -> Span | None:
    """What the next figure of a row counts, whose verb is that of the first: `61% trust the army, 34% the police`."""
    if at.opens() or at.figure.kind != "share" or cut > at.figure.end or not JOINS.match(before):
        return None
    found = DASHED.match(folded, cut, at.right) or (
        ELLIPSIS.match(folded, cut, at.right) if GOES_ON.search(before) else None
    )
    return trimmed(folded, *found.span("who")) if found else None


def bracketed(folded: str, at: Place, before: str, group: Span | None) -> Span | None:
    """Rule 4; a bracket behind a group has the answer of the figure before."""
    by = at.left
    quoted = QUOTED.search(before)
    if quoted:
        return span_of(quoted, "who", by)
    if group and group[1] >= at.figure.start - 2:
        rated = HIGHEST.search(folded, max(at.figure.sentence[0], at.figure.start - 2 * WIDE), at.figure.start)
        return rated.span("who") if rated else None
    label = LABEL.search(before[-90:])
    if label is None:
        return None
    start, end = span_of(label, "who", at.figure.start - min(90, len(before)))
    joined = last_of(FOLLOWED.finditer(folded, start, end))
    return trimmed(folded, joined.end() if joined else start, end)


def subject(folded: str, at: Place, before: str, group: Span | None) -> Span | None:
    """Rule 5."""
    begin = 0
    if NEW_CLAUSE.search(before) or OF_BEFORE.fullmatch(before):
        return None
    listed = LISTED.search(before)
    if listed and not is_pollster(listed["who"], at):
        return trimmed(folded, *span_of(listed, "who", at.left))
    if not at.opens() and OPINION.match(before) and is_filler(LAST_PART.split(before)[-1]):
        return None
    for pattern in (HALT, AND):
        for match in pattern.finditer(before, begin):
            if (
                match.end() < len(before) - 2
                and before[match.end() :].strip(" ,(")
                and not is_filler(before[match.end() :])
            ):
                begin = match.end()
    begin = skip_intro(before, begin)
    found = SUBJECT.match(before[begin:])
    while found and is_pollster(found["np"], at):
        begin = skip_intro(before, begin + found.end())
        found = SUBJECT.match(before[begin:])
    end = begin + found.end("np") if found else begin + len(TAIL.sub("", before[begin:]))
    words = before[begin:end].strip(TRIM)
    if (
        not words
        or PRONOUN.match(words)
        or WHO.fullmatch(words)
        or PLACED.fullmatch(words)
        or is_pollster(words, at)
        or end - begin > 140
        or is_filler(words)
    ):
        return None
    if group and group[0] <= at.left + begin and at.left + end <= group[1] + 1:
        return None
    alone = ONE.match(words)
    start = before.index(words, begin)
    return trimmed(folded, at.left + start, at.left + (start + alone.end() if alone else end))


def skip_intro(before: str, begin: int) -> int:
    """Where a clause begins behind words of time and place."""
    intro = INTRO.match(before[begin:])
    return begin + intro.end() if intro else begin


def is_filler(words: str) -> bool:
    """Whether words hold nothing but prepositions, numbers and times."""
    return FILLER.fullmatch(words) is not None or not re.search(r"[a-zA-Z]{2}", words)


def is_pollster(words: str, at: Place) -> bool:
    """Whether words name a poll or who asked it."""
    inner = set(re.findall(r"[A-Z0-9][\w&+-]*", words.replace("'s", ""))) - GENERIC - {"A", "The", "In"}
    return bool(
        re.search(r"\b(?:[Pp]oll(?:s|sters?|ing)?|[Ss]urveys?|study|[Rr]esearch|[Ii]nstitute|questionnaire)\b", words)
    ) or bool(inner and inner <= at.names)


def rated(folded: str, at: Place) -> Span | None:
    """Rule 7: what the sentence says is rated, where no figure stands before: `Trust has never been lower: 54%`."""
    found = (
        RATED_NOUN.search(folded, max(at.figure.sentence[0], at.figure.start - 2 * WIDE), at.figure.start)
        if at.opens()
        else None
    )
    return found.span("who") if found else None


def for_what(folded: str, at: Place, cut: int) -> Span | None:
    """What those are for whom a figure behind `compared to` counts, where that is not people."""
    found = SPLIT_FOR.match(folded[cut : at.right])
    return trimmed(folded, *span_of(found, "who", cut)) if found and not WORD.match(found["who"]) else None


def loose(folded: str, at: Place, cut: int) -> Span | None:
    """Rule 6."""
    found = LOOSE.match(folded[cut : at.right])
    return trimmed(folded, *span_of(found, "who", cut)) if found and at.figure.kind == "share" else None
