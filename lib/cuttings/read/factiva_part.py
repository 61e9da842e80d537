"""The parts of a Factiva article: fields with two-letter tags, or lines in a fixed order."""

import re
from collections.abc import Iterator
from functools import cache

from .. import lookups
from .day import leading_day
from .language import language_codes
from .record import Part

# The words for `words` in the languages of Factiva's pages.
COUNT = re.compile(
    r"^[ \t]*[\d.,' ]{0,12}\d (?:words|wörter|mots|palabras|parole|palavras|слов|語|字)[ \t\xa0]*\r?$", re.M | re.I
)
TAG = re.compile(r"([A-Z]{2,3})(?=[\s|]|$)[ \t|\xa0]*")
CODES = re.compile(r"\S+ : \S")
NUMBER = re.compile(r"(?:Documento?|Dokument) \w+$")
TITLE_LINES = 3
TIME = re.compile(r"\d{1,2}[:.]\d\d")
RIGHTS = re.compile(r"copyright\b|©|\(c\)|[^.]{0,80}\ball rights reserved", re.I)


def tagged(text: str) -> Iterator[Part]:
    """The parts of an article whose fields have tags, such as `HD` before the headline.

    A tag begins a line, counts once, and is followed by a tab, two blanks or the end of the line. Before one blank, a
    word such as IN or AN could begin a sentence: there a tag of codes needs codes behind it, and a tag of the header
    must stand before the text.
    """
    role, field, seen, behind = "boilerplate", "", set[str](), False
    for start, line in cores(text):
        row, width = tag_of(line, behind)
        if row and row["label"] not in seen:
            seen.add(row["label"])
            role, field, behind = row["role"], row["field"], behind or row["part"] == "text"
            yield Part(start, start + width, "boilerplate")
            start, line = start + width, line[width:]
        if line:
            yield Part(start, start + len(line), role, field)


def cores(text: str) -> Iterator[tuple[int, str]]:
    """Each line that is not blank, without blanks around it, and where it starts."""
    position = 0
    for line in text.splitlines(keepends=True):
        if core := line.strip():
            yield position + len(line) - len(line.lstrip()), core
        position += len(line)


def tag_of(line: str, behind: bool) -> tuple[dict[str, str] | None, int]:
    """The row of lookups/export_fields.csv of a line's tag, and the length of the tag with the blanks behind it."""
    match = TAG.match(line)
    row = tags().get(match[1]) if match else None
    if match is None or row is None:
        return None, 0
    gap, rest = match[0][len(match[1]) :], line[match.end() :]
    sure = not rest or len(gap) > 1 or gap == "\t"
    fits = {
        "head": not behind,
        "text": True,
        "end": False,
        "sign": True,
        "code": CODES.match(rest) is not None,
        "number": NUMBER.match(rest) is not None,
    }
    return (row, match.end()) if sure or fits[row["part"]] else (None, 0)


@cache
def tags() -> dict[str, dict[str, str]]:
    """The tags of Factiva."""
    return {row["label"]: row for row in lookups.rows("export_fields") if row["format"] == "factiva"}


def untagged(text: str) -> Iterator[Part]:
    """The parts of an article without tags: see `header` for its first lines; then the body, up to the number."""
    lines = list(cores(text))
    roles = header([line for _, line in lines])
    for index, (start, line) in enumerate(lines):
        role, field = roles[index] if index < len(roles) else ("boilerplate" if NUMBER.match(line) else "body", "")
        yield Part(start, start + len(line), role, field)


def header(lines: list[str]) -> list[tuple[str, str]]:
    """The role and the field of each line before the body of an article without tags; of all where there is no body.

    The headline; the byline, if any; a number of words; the day; the time, if any; the outlet; codes and pages; the
    language; the copyright. Where more lines stand before the number of words, none of them is taken for a headline.
    """
    count = next((index for index, line in enumerate(lines) if COUNT.match(line)), None)
    if count is None:
        return [("boilerplate", "")] * len(lines)
    begin = body_line(lines, count)
    found = [("boilerplate", "")] * begin
    if count <= TITLE_LINES:
        found[:count] = [("byline", "byline") if index else ("headline", "headline") for index in range(count)]
    when = next((index for index in range(count + 1, begin) if leading_day(lines[index])), None)
    if when is not None:
        found[when] = ("boilerplate", "published")
        outlet = next((index for index in range(when + 1, begin) if not TIME.match(lines[index])), None)
        found[outlet or when] = ("boilerplate", "outlet") if outlet else found[when]
    for index in range(count, begin):
        if is_language(lines[index]):
            found[index] = ("boilerplate", "lang")
    return found


def body_line(lines: list[str], count: int) -> int:
    """The line with which the body begins: behind the language and the copyright; without both, the fourth."""
    near = range(count, min(len(lines), count + 12))
    tongue = next((index for index in near if is_language(lines[index])), None)
    rights = next((index for index in near if RIGHTS.match(lines[index])), None)
    if tongue is not None:
        claimed = tongue + 1 < len(lines) and RIGHTS.match(lines[tongue + 1])
        return tongue + 2 if claimed else tongue + 1
    return min(len(lines), count + 3) if rights is None else rights + 1


def is_language(line: str) -> bool:
    """Whether a line is nothing but the name of a language."""
    return line.casefold() in language_codes() and len(line) > 2
