"""Segments: the exact partition of a record into the article itself and everything around it."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd

from .. import lookups
from ..text import Line, ends_sentence, fold, lines, words
from .each import spans

OWN = ("headline", "deck", "subheading", "body")
PROSE_WORDS = 8
SHORT_LINE_COST, END_COST = 8, 120
DATELINE = re.compile(r"^\s*[A-Z][A-Z .'’-]+(?:, [A-Z][\w.]+)*(?: \([A-Z][\w ]+\))? ?[—–-]+ ")
GLUED_CREDIT = re.compile(r"(?<=[a-z0-9][.!?])(?=[A-Z])")
BYLINE = re.compile(r"^[Bb][Yy]:? (?=[A-Z])(?!.*[.!?]$)")
KICKER = re.compile(r"^[A-Z][\w &-]{1,25} \| [A-Z][\w &-]{1,25}$")
TRUNCATED = re.compile(r"(?:\.\.\.|…)$")


class Part(NamedTuple):
    """A stretch of the record with its role."""

    start: int
    end: int
    role: str
    score: float
    reason: str


def segments(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per stretch of a record, in order and without a gap: joined, the texts are the record.

    The article itself is headline, deck, subheading and body; the other roles are byline, dateline, kicker, caption,
    credit, teaser (of another article), duplicate (of words of this one) and boilerplate.

    1. The article is the stretch of lines in which running prose outweighs short lines most; a line that ends
       articles (`Read more`, a copyright notice; lookups/furniture.csv) weighs against going on.
    2. Inside it, a short line without a full stop between two paragraphs is a sub-heading; a line that repeats an
       earlier one, or a cut-off summary of what follows, is a duplicate.
    3. Above it, the line that shares most words with it is the headline, the next one the deck.
    4. Behind it, prose is the teaser of another article and the rest is boilerplate.

    Not found: an article in several columns, prose of another story inside the article without any sign.
    """
    return spans(articles, "segments", lambda text: (part._asdict() for part in parts(text)))


@lru_cache(maxsize=64)
def parts(text: str) -> tuple[Part, ...]:
    """The partition of one record."""
    rows = list(lines(text))
    hints = [hint(line.core) for line in rows]
    first, last = main_stretch(rows, hints)
    marked = before(rows, hints, first, last) + inside(rows, hints, first, last) + behind(rows, hints, last)
    return tuple(piece for line, mark in zip(rows, marked, strict=True) for piece in split(text, line, mark))


class Hint(NamedTuple):
    """What a line says of itself: a role by a word list, and whether articles end with such a line."""

    role: str | None
    ends: bool


@cache
def furniture() -> tuple[tuple[re.Pattern, str, bool], ...]:
    """The patterns of lookups/furniture.csv."""
    table = lookups.rows("furniture")
    return tuple((re.compile(row["pattern"], re.I), row["role"], row["effect"] == "end") for row in table)


@cache
def credit_pattern() -> re.Pattern:
    """The patterns of lookups/credits.csv as one."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in lookups.column("credits", "pattern")))


@lru_cache(maxsize=4096)
def hint(core: str) -> Hint:
    """Look a line up in the word lists; a long line of prose is no furniture."""
    plain = fold(core).lstrip(" *+-•·»>|")
    if len(plain) < 240:
        for pattern, role, ends in furniture():
            if pattern.search(plain):
                return Hint(role, ends)
    if len(core) < 400 and credit_pattern().search(core):
        return Hint("caption", False)
    if KICKER.search(core):
        return Hint("kicker", False)
    if BYLINE.search(core) and len(words(core)) <= 12:
        return Hint("byline", False)
    return Hint(None, False)


def is_prose(line: Line) -> bool:
    """Whether a line reads like a paragraph: several words and the end of a sentence, or many words."""
    count = len(words(line.core))
    return (count >= PROSE_WORDS and ends_sentence(line.core)) or count >= 40


def main_stretch(rows: list[Line], hints: list[Hint]) -> tuple[int, int]:
    """First line of the article's prose and the line behind it: the stretch with the largest sum of weights."""
    best, total, begin, found = 0, 0, 0, (0, 0)
    for index, (line, mark) in enumerate(zip(rows, hints, strict=True)):
        total += weight(line, mark)
        if total <= 0:
            total, begin = 0, index + 1
        elif total > best:
            best, found = total, (begin, index + 1)
    return found


def weight(line: Line, mark: Hint) -> int:
    """Words of prose count for the article, other lines against it."""
    if mark.ends:
        return -END_COST
    return len(words(line.core)) if mark.role is None and is_prose(line) else -SHORT_LINE_COST


Mark = tuple[str, float, str]


def inside(rows: list[Line], hints: list[Hint], first: int, last: int) -> list[Mark]:
    """Roles of the lines of the article's own stretch."""
    seen: set[str] = set()
    flow = " ".join(" ".join(words(line.core)).lower() for line in rows[first:last])
    title = {plain(line.core) for line in rows[:first] if len(words(line.core)) >= 4}
    marks = []
    for index in range(first, last):
        line = rows[index]
        text = plain(line.core)
        repeated = text in title or (len(words(text)) >= 4 and text in seen) or is_summary(line.core, flow)
        seen.add(text)
        role = hints[index].role
        if role:
            marks.append((role, 0.9, "word list"))
        elif repeated:
            marks.append(("duplicate", 0.9, "repeats words of this article"))
        elif is_subheading(rows, index, last):
            marks.append(("subheading", 0.7, "short line between paragraphs"))
        else:
            marks.append(("body", 0.9 if is_prose(line) else 0.6, "stretch of prose"))
    return marks


def plain(text: str) -> str:
    """Lower-cased words, for comparing lines."""
    return " ".join(words(fold(text))).lower()


def is_summary(core: str, flow: str) -> bool:
    """Whether a cut-off line (`…`) only repeats words that the article has in the same order elsewhere."""
    if not TRUNCATED.search(core):
        return False
    start = " ".join(words(core)[:-1]).lower()
    return len(start) > 40 and flow.count(start) > 1


def is_subheading(rows: list[Line], index: int, last: int) -> bool:
    """Whether a line stands between paragraphs like a sub-heading."""
    core = rows[index].core
    short = len(words(core)) <= 12 and not core.endswith((".", ",", ";", "…", ".”", '."'))
    alone = index == 0 or ends_sentence(rows[index - 1].core)
    return (
        short
        and alone
        and index + 1 < last
        and is_prose(rows[index + 1])
        and core[:1].isupper() | (not core[:1].isalpha())
    )


def before(rows: list[Line], hints: list[Hint], first: int, last: int) -> list[Mark]:
    """Roles of the lines above the article's prose: headline, deck, kicker, byline, caption, and menus."""
    body = set(plain(" ".join(line.core for line in rows[first:last])).split())
    title = headline_index(rows, hints, first, body)
    marks: list[Mark] = []
    for index in range(first):
        core, role = rows[index].core, hints[index].role
        if role:
            marks.append((role, 0.9, "word list"))
        elif index == title:
            marks.append(("headline", 0.7, "shares most words with the prose below"))
        elif title is not None and index == title + 1 and 6 <= len(words(core)) <= 60:
            marks.append(("deck", 0.7, "line below the headline"))
        elif title is not None and plain(core) == plain(rows[title].core):
            marks.append(("duplicate", 0.9, "repeats the headline"))
        elif title is not None and title - 3 <= index < title and is_alt_text(core, body):
            marks.append(("caption", 0.5, "names above the headline: an image's alternative text"))
        else:
            marks.append(("boilerplate", 0.7, "above the article"))
    return marks


def headline_index(rows: list[Line], hints: list[Hint], first: int, body: set[str]) -> int | None:
    """The line above the prose that is the headline; null where none shares two words with the prose.

    Of the 25 lines above the prose, the one closest to it in words; where a shorter line that also shares words
    stands directly above that one, the longer one is the deck.
    """
    window = range(max(0, first - 25), first)
    scores = {index: kinship(rows[index].core, body) for index in window if hints[index].role is None}
    if not any(scores.values()):
        return None
    found = max(scores, key=lambda index: (scores[index], -index))
    above = found - 1
    is_deck = scores.get(above, 0) > 0 and len(words(rows[above].core)) <= min(16, len(words(rows[found].core)))
    return above if is_deck else found


def kinship(core: str, body: set[str]) -> float:
    """How much a line above the prose shares with it: long words in common, squared, over its long words."""
    tokens = [word for word in plain(core).split() if len(word) > 3]
    if not 3 <= len(words(core)) <= 30 or core.startswith(("*", "+")):
        return 0.0
    shared = sum(word in body for word in tokens)
    return shared * shared / len(tokens) if shared >= 2 else 0.0


def is_alt_text(core: str, body: set[str]) -> bool:
    """Whether a line is nothing but a few capitalised names that the article uses."""
    tokens = words(core)
    return len(tokens) <= 6 and all(token[0].isupper() and token.lower() in body for token in tokens)


def behind(rows: list[Line], hints: list[Hint], last: int) -> list[Mark]:
    """Roles of the lines behind the article: teasers of other stories, captions, credits, menus."""
    marks: list[Mark] = []
    for index in range(last, len(rows)):
        line, mark = rows[index], hints[index]
        if mark.role:
            marks.append((mark.role, 0.9, "word list"))
        elif is_prose(line):
            marks.append(("teaser", 0.6, "prose behind the end of the article"))
        elif len(words(line.core)) >= 4 and any(map(is_prose, rows[index + 1 : index + 4])):
            marks.append(("teaser", 0.5, "line above prose behind the end of the article"))
        else:
            marks.append(("boilerplate", 0.6, "behind the article"))
    return marks


def split(text: str, line: Line, mark: Mark) -> Iterator[Part]:
    """Cut the dateline off a first paragraph, and a credit glued to a caption."""
    role, score, reason = mark
    piece = text[line.start : line.end]
    cut = DATELINE.match(piece) if role == "body" else GLUED_CREDIT.search(piece) if role == "caption" else None
    if cut is None:
        yield Part(line.start, line.end, role, score, reason)
    elif role == "body":
        yield Part(line.start, line.start + cut.end(), "dateline", 0.9, "place in capitals before a dash")
        yield Part(line.start + cut.end(), line.end, role, score, reason)
    else:
        yield Part(line.start, line.start + cut.end(), role, score, reason)
        yield Part(line.start + cut.end(), line.end, "credit", 0.7, "glued to a caption")
