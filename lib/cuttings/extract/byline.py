"""Lines that say who wrote an article, and when it was published."""

import re

from ..lookups import literal
from .authorship import OPENERS, authors, is_signed, is_uncommon, kind_of
from .date_line import is_date_line
from .hint import plain
from .sheet import Sheet

OPENING = frozenset(OPENERS)
BETWEEN, BELOW, ABOVE, SHORT, DATE_WORDS = 6, 2, 10, 60, 8
BEFORE = re.compile(r"(?:\b[Bb]y|[Aa]bout|[Mm]ore (?:from|by)|[Ff]ollow|[Ss]tories by|[Aa]uthor:?|@)\s*$")
BEHIND = re.compile(rf" {literal('grammar', 'form', kind='biography')}\b")
WHEN = re.compile(
    r"\b\d+ (?:minutes?|mins?|hours?|days?|weeks?) ago\b|^(?:published|updated|posted)\b.*\d|^\d\d?[/.]\d\d?[/.]\d\d",
    re.I,
)
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.I)


def byline(sheet: Sheet, index: int) -> str | None:
    """Why a line is a byline; null where it is none.

    1. Around the headline and above the article's third paragraph, it names the authors, or states a day and little
       else.
    2. Right behind the article, it says who wrote it.
    3. Not far above the headline, it is a date alone; one with a weekday is today's, of the masthead.
    """
    if index not in sheet.bylines:
        sheet.bylines[index] = reason(sheet, index) if can_have(sheet, index) else None
    return sheet.bylines[index]


def can_have(sheet: Sheet, index: int) -> bool:
    """Whether a byline can stand in a place: around the headline, above the third paragraph, or behind the article."""
    if sheet.begin - BETWEEN <= index <= sheet.top or sheet.last <= index < sheet.last + BELOW:
        return True
    return sheet.title is not None and sheet.title - ABOVE <= index < sheet.title


def reason(sheet: Sheet, index: int) -> str | None:
    """The rule of `byline` that holds for a line."""
    core = sheet.core(index)
    if sheet.begin - BETWEEN <= index <= sheet.top:
        if names_authors(sheet, index):
            return "names its author"
        if is_date_line(core):
            return "says when it was published"
    if sheet.last <= index < sheet.last + BELOW and is_signed(core):
        return "names its author"
    return "a date alone above the headline" if is_lone_date(sheet, index) else None


def names_authors(sheet: Sheet, index: int) -> bool:
    """Whether a line names the authors. A name without a word for writing is one only if a line that says when stands
    below it, or the article, whose subject it could be, does not name it.
    """
    core = sheet.core(index)
    if len(core) > 2 * SHORT and not core[:12].lower().lstrip(" *|").startswith(("by", "wr", "st", "po", "pu")):
        return False

    def known(name: str) -> bool:
        return is_author(sheet, name) or (is_uncommon(name) and beside_day_or_job(sheet, index))

    found = authors(core, known, is_opener(sheet.core(index - 1)))
    return found is not None and (
        found.said or not any(sheet.speaks_of(plain(name).split()[-1]) for name in found.names)
    )


def is_author(sheet: Sheet, name: str) -> bool:
    """Whether a line says elsewhere that somebody writes: `About Jane Doe`, `Jane Doe is a reporter`."""
    if sheet.text.count(name) < 2:
        return False
    places = [(core, core.find(name)) for core in sheet.cores if name in core]
    return len(places) > 1 and any(
        BEFORE.search(core[:at]) or (at == 0 and BEHIND.match(core, len(name))) for core, at in places
    )


def beside_day_or_job(sheet: Sheet, index: int) -> bool:
    """Whether a line or one beside it says when, or a word for a job stands below it: `Senior correspondent`."""
    below = sheet.core(index + 1)
    titled = len(below) < SHORT and kind_of(below.split(" ", 1)[0]) == "job"
    return titled or any(says_when(sheet.core(near)) for near in (index, index + 1, index - 1))


def says_when(core: str) -> bool:
    """Whether a line gives a day or tells how long ago, and little else."""
    return is_date_line(core) or (len(core) < SHORT and WHEN.search(core) is not None)


def is_opener(core: str) -> bool:
    """Whether a line is nothing but a word that opens a byline."""
    return len(core) < SHORT and core.lower().strip(" :*") in OPENING


def is_lone_date(sheet: Sheet, index: int) -> bool:
    """Whether a line above the headline is a date and nothing else."""
    core = sheet.core(index)
    near = sheet.title is not None and sheet.title - ABOVE <= index < sheet.title
    return near and core.count(" ") < DATE_WORDS and not WEEKDAY.match(core) and is_date_line(core)
