"""Roles of lines: what each line of a record is, once it is known which lines are the article."""

import re
from collections.abc import Sequence

from ..text import ends_sentence, words
from .article import OWN, Mark
from .byline import BETWEEN, byline
from .feature import PROSE_WORDS
from .sheet import REPEATED_WORDS, Sheet

SUBHEADING_WORDS, DECK_WORDS, SHORT_WORDS, ALTERNATIVE_WORDS = 14, 60, 30, 6
SURE, NEAR, SHORT, LABEL_WORDS = 0.85, 12, 30, 2
BIOGRAPHY = re.compile(
    r"(?:Dr |Prof |Professor )?(?:[A-Z][\w.'’-]+ ){1,3}"
    r"(?:is (?:an?|the|our) |covers |has covered |has written |writes |reports |joined |can be reached )"
)
READER = re.compile(r"\b(?:you|your|our|we|us)\b", re.I)
FAR = Mark("boilerplate", 0.95, "far from the article")
TRUNCATED = re.compile(r"(?:\.\.\.|…)$")


def roles(sheet: Sheet, known: Sequence[Mark | None]) -> list[Mark]:
    """The role of each line: the known one, or by what the models and the lists say of it and of those around."""
    seen: set[str] = set()
    marks = [FAR] * len(sheet.cores)
    for index in noted(sheet, known):
        mark = known[index] or (role_of(sheet, index, seen) if is_near(sheet, index) else far_role(sheet, index))
        if mark.role in OWN:
            seen.add(sheet.cores[index].lower())
        marks[index] = mark
    return marks


def noted(sheet: Sheet, known: Sequence[Mark | None]) -> list[int]:
    """The lines that are to be looked at: those in the article and near it, and of those far from it the ones whose
    role is known, that repeat the headline, or that stand near prose behind the article.
    """
    near = range(max(0, sheet.begin - NEAR), min(len(known), sheet.last + NEAR))
    told = (index for index, mark in enumerate(known) if mark)
    behind = (index for index in sheet.near_prose if index >= sheet.last)
    return sorted({*near, *told, *sheet.echoes, *behind})


def is_near(sheet: Sheet, index: int) -> bool:
    """Whether a line stands in the article or near it, where captions, credits and bylines are."""
    return sheet.begin - NEAR <= index < sheet.last + NEAR


def far_role(sheet: Sheet, index: int) -> Mark:
    """The role of a line far from the article that is to be looked at."""
    return Mark("duplicate", 0.9, "repeats the headline") if index in sheet.echoes else behind(sheet, index)


def role_of(sheet: Sheet, index: int, seen: set[str]) -> Mark:
    """The role of one line; `seen` are the article's lines above it in small letters."""
    if index == sheet.title:
        return Mark("headline", 0.8, "model of headlines")
    if index in sheet.echoes:
        return Mark("duplicate", 0.9, "repeats the headline")
    said = sheet.hint(index).role
    if said in ("credit", "caption"):
        return Mark(said, 0.9, "word list")
    why = byline(sheet, index)
    if why:
        return Mark("byline", 0.8, why)
    if said and (not sheet.own[index] or (said != "kicker" and sheet.likely[index] < SURE)):
        return Mark(said, 0.9, "word list")
    if sheet.own[index]:
        return own_role(sheet, index, seen)
    return behind(sheet, index) if index >= sheet.last else before(sheet, index)


def own_role(sheet: Sheet, index: int, seen: set[str]) -> Mark:
    """The role of a line that belongs to the article."""
    core, score = sheet.cores[index], round(sheet.likely[index], 2)
    if core.count(" ") >= REPEATED_WORDS - 1 and core.lower() in seen:
        return Mark("duplicate", 0.9, "repeats words of this article")
    if is_summary(sheet, index):
        return Mark("duplicate", 0.9, "a summary cut off, whose words follow")
    if is_deck(sheet, index):
        return Mark("deck", 0.7, "below the headline")
    if is_subheading(sheet, index):
        return Mark("subheading", score, "short line between paragraphs")
    return Mark("body", score, "model of lines")


def is_summary(sheet: Sheet, index: int) -> bool:
    """Whether a cut-off line (`…`) near the top only repeats words that the article has in the same order elsewhere."""
    core = sheet.cores[index]
    if index > sheet.top or not TRUNCATED.search(core):
        return False
    start = " ".join(words(core)[:-1]).lower()
    return len(start) > 40 and sheet.flow.count(start) > 1


def is_deck(sheet: Sheet, index: int) -> bool:
    """Whether a line sums the article up below its headline: nothing but labels stands between them, and a paragraph or
    a byline follows.
    """
    core = sheet.cores[index]
    if (
        sheet.title is None
        or not sheet.title < index <= sheet.title + BETWEEN
        or not 5 <= len(words(core)) <= DECK_WORDS
    ):
        return False
    if any(sheet.core(number).count(" ") > LABEL_WORDS for number in range(sheet.title + 1, index)):
        return False
    if any(byline(sheet, number) for number in range(sheet.title + 1, index + 1)):
        return False
    following = range(index + 1, index + 1 + BETWEEN)
    if not ends_sentence(core) and len(words(core)) <= SHORT_WORDS:
        return any(sheet.is_prose(number) for number in following)
    author = next((number for number in following if byline(sheet, number)), None)
    return author is not None and not any(sheet.is_prose(number) for number in range(index + 1, author))


def is_subheading(sheet: Sheet, index: int) -> bool:
    """Whether a line stands between paragraphs like a sub-heading."""
    core = sheet.cores[index]
    if core.count(" ") >= SUBHEADING_WORDS or core.endswith((".", ",", ";", ":", "…", ".”", '."')):
        return False
    opens = core[:1].isupper() or not core[:1].isalpha()
    alone = index > 0 and (ends_sentence(sheet.core(index - 1)) or not sheet.own[index - 1])
    return opens and alone and sheet.is_prose(index + 1) and index + 1 < sheet.last


def before(sheet: Sheet, index: int) -> Mark:
    """The role of a line above the article or between its lines that does not belong to it."""
    if sheet.title is not None and index > sheet.title - NEAR:
        if is_deck(sheet, index):
            return Mark("deck", 0.6, "below the headline")
        if is_alternative_text(sheet, index):
            return Mark("caption", 0.5, "names near the headline: an image's alternative text")
    if sheet.first < index and sheet.core(index).count(" ") >= PROSE_WORDS - 1 and ends_sentence(sheet.core(index)):
        return Mark("caption", 0.5, "a sentence between paragraphs that is not the article's")
    return Mark("boilerplate", round(1 - sheet.likely[index], 2), "model of lines")


def is_alternative_text(sheet: Sheet, index: int) -> bool:
    """Whether a line close to the headline is nothing but a few capitalised names that the article uses."""
    if sheet.title is None or not sheet.title - 3 <= index < sheet.first:
        return False
    tokens = words(sheet.cores[index])
    few = 0 < len(tokens) <= ALTERNATIVE_WORDS
    return few and all(token[0].isupper() and sheet.speaks_of(token.lower()) for token in tokens)


def behind(sheet: Sheet, index: int) -> Mark:
    """The role of a line behind the article: a teaser of another story, or furniture."""
    core = sheet.cores[index]
    if len(core) > SHORT and (BIOGRAPHY.match(core) or len(READER.findall(core)) >= 2):
        return Mark("boilerplate", 0.7, "speaks of its author or to its reader")
    if sheet.is_prose(index):
        return Mark("teaser", 0.6, "prose behind the end of the article")
    following = any(sheet.is_prose(number) for number in range(index + 1, index + 4))
    if following and len(words(core)) >= REPEATED_WORDS:
        return Mark("teaser", 0.5, "line above prose behind the end of the article")
    return Mark("boilerplate", round(1 - sheet.likely[index], 2), "model of lines")
