"""The parts of a LexisNexis article: masthead, labelled fields, body, and the fields that end it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from .. import lookups
from ..text import words
from .day import leading_day, weekday
from .record import Part

LABEL = re.compile(r"([A-ZÄÖÜÉÈÀÇ][A-ZÄÖÜÉÈÀÇ -]{1,24}):(?=\s|$)")
RIGHTS = re.compile(r"(?:copyright\b|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits réservés)", re.I)
NOTICE = re.compile(r"corrections? appended|berichtigung|\(?see correction below\)?", re.I)
TIME = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|[A-Z]{2,4})(?:[+-]\d+)?)?", re.I)
CENTRED = 8  # blanks before a centred line
MASTHEAD_BLOCKS, HEADER_BLOCKS = 12, 20  # at most
EDITIONS = {"edition", "ausgabe", "édition", "am", "pm"}


class Block(NamedTuple):
    """Lines without a blank one between: where they stand, and the row of lookups/export_fields.csv of their label."""

    lines: tuple[tuple[int, int], ...]
    label: dict[str, str] | None
    content: int  # first character behind the label


def parts(text: str) -> list[Part]:
    """The parts of an article, which cover all of it but blanks.

    1. The masthead are the blocks before the first label: the outlet, then a line that is a day; what stands in the
       block of the day or is centred belongs to it, and so do a copyright line and `Correction Appended`, wherever they
       stand. The next block is the headline, others the deck.
    2. The header goes on to LENGTH and the labels behind it; BODY ends it. Blocks without label in it are about the
       author or the edition.
    3. The end begins with LOAD-DATE, LANGUAGE, GRAPHIC and the like, or with a label such as NOTES that one of these
       follows, or with a copyright line behind which there is nothing.
    4. What remains is the body.
    """
    blocks = list(cut(text))
    masthead = masthead_end(text, blocks)
    end = ending(text, blocks, masthead)
    begin = body_start(blocks[:end], masthead)
    titled = any(field_of(block) == "headline" for block in blocks[masthead:begin])
    found = list(top(text, blocks[:masthead], titled))
    for index, block in enumerate(blocks[masthead:], masthead):
        if begin <= index < end:
            found.append(Part(block.lines[0][0], block.lines[-1][1], "body"))
        else:
            found += labelled(block, index >= end)
    return list(together(found))


def value(text: str, pieces: list[Part], field: str) -> str | None:
    """What the parts state of a field; of several parts, the first."""
    return next((text[part.start : part.end] for part in pieces if part.field == field), None)


def cut(text: str) -> Iterator[Block]:
    """The blocks of a text: a blank line ends one, and a line that begins with a label begins one."""
    lines: list[tuple[int, int]] = []
    label, content, position = None, 0, 0
    for line in text.splitlines(keepends=True):
        core = line.strip()
        start = position + len(line) - len(line.lstrip()) if core else position
        row, width = label_of(core)
        if lines and (not core or row):
            yield Block(tuple(lines), label, content)
            lines = []
        if core:
            label, content = (label, content) if lines else (row, start + width)
            lines.append((start, start + len(core)))
        position += len(line)
    if lines:
        yield Block(tuple(lines), label, content)


def label_of(core: str) -> tuple[dict[str, str] | None, int]:
    """The known label that a line begins with, and its length with the blanks behind it."""
    match = LABEL.match(core)
    row = labels().get(match[1]) if match else None
    return (row, len(core) - len(core[match.end() :].lstrip())) if match and row else (None, 0)


@cache
def labels() -> dict[str, dict[str, str]]:
    """The labels of LexisNexis."""
    return {row["label"]: row for row in lookups.rows("export_fields") if row["format"] == "lexis"}


def masthead_end(text: str, blocks: list[Block]) -> int:
    """The first block with a label of the header; without one, the second behind the day: a headline stands between."""
    near = blocks[:MASTHEAD_BLOCKS]
    found = next((index for index, block in enumerate(near) if part_of(block) == "head"), None)
    if found is not None:
        return found
    days = (index for index, block in enumerate(near) if any(is_day(text[a:b]) for a, b in block.lines[:4]))
    return min(next(days, 0) + 2, len(blocks))


def ending(text: str, blocks: list[Block], masthead: int) -> int:
    """The block with which the end begins: see rule 3."""
    after = range(masthead, len(blocks))
    end = next((index for index in after if part_of(blocks[index]) == "end"), len(blocks))
    if end == len(blocks):
        while end > masthead and is_rights(text, blocks[end - 1]):
            end -= 1
    while end > masthead and part_of(blocks[end - 1]) == "note":
        end -= 1
    return end


def part_of(block: Block) -> str:
    """Where in an article the label of a block stands: head, note or end."""
    return block.label["part"] if block.label else ""


def is_rights(text: str, block: Block) -> bool:
    """Whether a block claims the copyright."""
    return RIGHTS.match(text, block.lines[0][0]) is not None


def body_start(blocks: list[Block], masthead: int) -> int:
    """The block with which the body begins: see rule 2."""
    near = range(masthead, min(len(blocks), masthead + HEADER_BLOCKS))
    length = next((index for index in near if field_of(blocks[index]) == "length"), masthead)
    index = length
    while index < len(blocks) and part_of(blocks[index]) == "head":
        index += 1
        if field_of(blocks[index - 1]) == "body":
            break
    return index


def field_of(block: Block) -> str:
    """The field that the label of a block names."""
    return block.label["field"] if block.label else ""


def labelled(block: Block, ending: bool) -> list[Part]:
    """The label and what it states; a block without label is what stands around."""
    start, end = block.lines[0][0], block.lines[-1][1]
    if block.label is None:
        return [Part(start, end, "boilerplate", ending=ending)]
    role, field = block.label["role"], block.label["field"]
    alone = block.content == block.lines[0][1]  # what the label names stands on the lines below
    content = block.lines[1][0] if alone and len(block.lines) > 1 else block.content
    if content >= end:
        return [Part(start, end, "boilerplate", ending=ending)]
    return [Part(start, block.content, "boilerplate", "", ending), Part(content, end, role, field, ending)]


def top(text: str, blocks: list[Block], titled: bool) -> Iterator[Part]:
    """The parts of the masthead, line by line: see rule 1. With a headline that has its label, it holds no title."""
    lines = [(start, end, number) for number, block in enumerate(blocks) for start, end in block.lines]
    plain = [line for line in lines if not NOTICE.match(text, line[0]) and not RIGHTS.match(text, line[0])]
    when = next((line for line in plain if is_day(text[line[0] : line[1]])), None)
    several = when is not None or len({line[2] for line in plain}) > 1
    outlet = plain[0] if plain and plain[0] != when and several else None
    before = {line[2] for line in (outlet, when) if line}
    titles = {line for line in plain if line[2] not in before and not titled and not is_centred(text, line[0])}
    first = min((line[2] for line in titles), default=-1)
    for line in lines:
        start, end, number = line
        if line in titles:
            yield Part(start, end, *(("headline", "headline") if number == first else ("deck", "deck")))
        else:
            yield Part(start, end, "boilerplate", "outlet" if line == outlet else "published" if line == when else "")


def is_day(line: str) -> bool:
    """Whether a line is a day with at most a weekday, a time of day and an edition, and not a title that begins so."""
    found = leading_day(line)
    if not found:
        return False
    rest = words(TIME.sub(" ", re.sub(weekday(), " ", found[1], flags=re.I)))
    small = [word for word in rest if word[0].islower() and word.casefold() not in EDITIONS]
    return not found[1].startswith(":") and not small and len(rest) <= 6


def is_centred(text: str, start: int) -> bool:
    """Whether what starts here stands far behind the beginning of its line."""
    return start - (text.rfind("\n", 0, start) + 1) >= CENTRED


def together(pieces: Iterable[Part]) -> Iterator[Part]:
    """Parts, where neighbours that say the same of themselves are one."""
    for _, group in groupby(pieces, key=lambda part: part[2:]):
        same = list(group)
        yield same[0]._replace(end=same[-1].end)
