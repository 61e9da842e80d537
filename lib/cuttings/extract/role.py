"""Roles of lines: what each line of a record is, once it is known which lines are the article."""

import re
from collections.abc import Sequence

from ..text import WORD, ends_sentence, words
from .article import OWN, Mark
from .byline import BETWEEN, byline
from .feature import PROSE_WORDS
from .sheet import REPEATED_WORDS, Sheet

SUBHEADING_WORDS, DECK_WORDS, SHORT_WORDS, ALTERNATIVE_WORDS = 14, 60, 30, 6
SURE, NEAR, SHORT, LABEL_WORDS, CLOSE = 0.85, 12, 30, 2, 3
BIOGRAPHY = re.compile(
    r"(?:Dr |Prof |Professor )?(?:[A-Z][\w.'’-]+ ){1,3}"
    r"(?:is (?:an?|the|our) |covers |has covered |has written |writes |reports |joined |can be reached )"
)
# you, your, our, we, us. The first letter stands before the test of what is above it: a letter is quick to search for.
READER = re.compile(r"[YyOoWwUu](?<!\w.)(?i:(?<=y)our?|(?<=o)ur|(?<=w)e|(?<=u)s)\b")
TRUNCATED = ("...", "…")
NO_HEADING = (".", ",", ";", ":", "…", ".”", '."')
FAR = Mark("boilerplate", 0.95, "far from the article")
HEADLINE = Mark("headline", 0.8, "model of headlines")
ECHO = Mark("duplicate", 0.9, "repeats the headline")
REPEAT = Mark("duplicate", 0.9, "repeats words of this article")
SUMMARY = Mark("duplicate", 0.9, "a summary cut off, whose words follow")
DECK, LIKELY_DECK = (Mark("deck", score, "below the headline") for score in (0.6, 0.7))
ALTERNATIVE = Mark("caption", 0.5, "names near the headline: an image's alternative text")
BETWEEN_PARAGRAPHS = Mark("caption", 0.5, "a sentence between paragraphs that is not the article's")
ADDRESS = Mark("boilerplate", 0.7, "speaks of its author or to its reader")
TEASER = Mark("teaser", 0.6, "prose behind the end of the article")
TITLE = Mark("teaser", 0.5, "line above prose behind the end of the article")


def roles(sheet: Sheet, known: Sequence[Mark | None]) -> list[Mark]:
    """The role of each line: the known one, or by what the models and the lists say of it and of those around."""
    seen: set[str] = set()
    marks = [FAR] * len(sheet.cores)
    near = range(max(0, sheet.begin - NEAR), min(len(known), sheet.last + NEAR))
    for index in noted(sheet, known, near):
        mark = known[index] or (role_of(sheet, index, seen) if index in near else far_role(sheet, index))
        if mark.role in OWN and sheet.can_repeat(index):
            seen.add(sheet.cores[index].lower())
        marks[index] = mark
    return marks


def noted(sheet: Sheet, known: Sequence[Mark | None], near: range) -> list[int]:
    """The lines that are to be looked at: those in the article and near it, where captions, credits and bylines are,
    and of those far from it the ones whose role is known, that repeat the headline, or that stand near prose behind
    the article.
    """
    told = (index for index, mark in enumerate(known) if mark) if any(known) else ()
    behind = (index for index in sheet.near_prose if index >= sheet.last)
    return sorted({*near, *told, *sheet.echoes, *behind})


def far_role(sheet: Sheet, index: int) -> Mark:
    """The role of a line far from the article that is to be looked at."""
    return ECHO if index in sheet.echoes else behind(sheet, index)


def role_of(sheet: Sheet, index: int, seen: set[str]) -> Mark:
    """The role of one line; `seen` are the article's lines above it in small letters."""
    if index == sheet.title:
        return HEADLINE
    if index in sheet.echoes:
        return ECHO
    said = sheet.said[index].role if index in sheet.said else None
    if said in ("credit", "caption"):
        return Mark(said, 0.9, "word list")
    why = None if sheet.own[index] and index > sheet.top else byline(sheet, index)
    if why:
        return Mark("byline", 0.8, why)
    if said and (not sheet.own[index] or (said != "kicker" and sheet.likely[index] < SURE)):
        return Mark(said, 0.9, "word list")
    if sheet.own[index]:
        return own_role(sheet, index, seen)
    return behind(sheet, index) if index >= sheet.last else before(sheet, index)


def own_role(sheet: Sheet, index: int, seen: set[str]) -> Mark:
    """The role of a line that belongs to the article."""
    if sheet.can_repeat(index) and sheet.cores[index].lower() in seen:
        return REPEAT
    if index <= sheet.top and is_summary(sheet, index):
        return SUMMARY
    if can_be_deck(sheet, index) and is_deck(sheet, index):
        return LIKELY_DECK
    if sheet.blanks[index] < SUBHEADING_WORDS and is_subheading(sheet, index):
        return Mark("subheading", sheet.score[index], "short line between paragraphs")
    return Mark("body", sheet.score[index], "model of lines")


def is_summary(sheet: Sheet, index: int) -> bool:
    """Whether a cut-off line (`…`) only repeats words that the article has in the same order elsewhere."""
    core = sheet.cores[index]
    if not core.endswith(TRUNCATED):
        return False
    start = " ".join(words(core)[:-1]).lower()
    return len(start) > 40 and sheet.flow.count(start) > 1


def can_be_deck(sheet: Sheet, index: int) -> bool:
    """Whether a deck can stand in a place: not far below the headline."""
    return sheet.title is not None and sheet.title < index <= sheet.title + BETWEEN


def is_deck(sheet: Sheet, index: int) -> bool:
    """Whether a line sums the article up below its headline: nothing but labels stands between them, and a paragraph or
    a byline follows.
    """
    begin, end = (sheet.title or 0) + 1, index + 1 + BETWEEN
    if max(sheet.blanks[begin:index], default=0) > LABEL_WORDS:
        return False
    size = len(words(sheet.cores[index]))
    if not 5 <= size <= DECK_WORDS or any(byline(sheet, number) for number in range(begin, index + 1)):
        return False
    if size <= SHORT_WORDS and not ends_sentence(sheet.cores[index]):
        return True in sheet.prose[index + 1 : end]
    author = next((number for number in range(index + 1, end) if byline(sheet, number)), None)
    return author is not None and True not in sheet.prose[index + 1 : author]


def is_subheading(sheet: Sheet, index: int) -> bool:
    """Whether a short line stands between paragraphs like a sub-heading."""
    core = sheet.cores[index]
    if core.endswith(NO_HEADING) or not (core[:1].isupper() or not core[:1].isalpha()):
        return False
    alone = index > 0 and (ends_sentence(sheet.cores[index - 1]) or not sheet.own[index - 1])
    return alone and index + 1 < sheet.last and sheet.prose[index + 1]


def before(sheet: Sheet, index: int) -> Mark:
    """The role of a line above the article or between its lines that does not belong to it."""
    if can_be_deck(sheet, index) and is_deck(sheet, index):
        return DECK
    if sheet.title is not None and sheet.title - CLOSE <= index < sheet.first and is_alternative_text(sheet, index):
        return ALTERNATIVE
    if sheet.first < index and sheet.blanks[index] >= PROSE_WORDS - 1 and ends_sentence(sheet.cores[index]):
        return BETWEEN_PARAGRAPHS
    return Mark("boilerplate", sheet.rest[index], "model of lines")


def is_alternative_text(sheet: Sheet, index: int) -> bool:
    """Whether a line is nothing but a few capitalised names that the article uses."""
    names: list[str] = []
    for token in WORD.finditer(sheet.cores[index]):
        if len(names) == ALTERNATIVE_WORDS or not token[0][0].isupper():
            return False
        names.append(token[0].lower())
    return bool(names) and all(map(sheet.speaks_of, names))


def behind(sheet: Sheet, index: int) -> Mark:
    """The role of a line behind the article: a teaser of another story, or furniture."""
    core = sheet.cores[index]
    if len(core) > SHORT and (BIOGRAPHY.match(core) or len(READER.findall(core)) >= 2):
        return ADDRESS
    if sheet.prose[index]:
        return TEASER
    if True in sheet.prose[index + 1 : index + 4] and len(words(core)) >= REPEATED_WORDS:
        return TITLE
    return Mark("boilerplate", sheet.rest[index], "model of lines")
