"""Roles of lines: what each line of a record is, once it is known which lines are the article."""

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from .. import lookups
from ..text import Line, ends_sentence, words
from .article import OWN, Mark
from .authorship import authors, is_uncommon, kind_of
from .date_line import is_date_line
from .feature import Matrix
from .hint import hint, plain

PROSE_WORDS, LONG_WORDS = 8, 40
SUBHEADING_WORDS, DECK_WORDS, SHORT_WORDS = 14, 60, 30
SURE, NEAR, BETWEEN, BELOW, SHORT, FARTHEST = 0.85, 12, 6, 2, 60, 40
ABOVE, DATE_WORDS = 10, 8
AUTHOR = (
    r"(?:\b[Bb]y|[Aa]bout|[Mm]ore (?:from|by)|[Ff]ollow|[Ss]tories by|[Aa]uthor:?|@)\s*NAME\b"
    r"|^NAME (?:is|was|covers|has|writes|joined|reports|can be|lives|works|began|spent)\b"
)
WHEN = re.compile(
    r"\b\d+ (?:minutes?|mins?|hours?|days?|weeks?) ago\b|^(?:published|updated|posted)\b.*\d|^\d\d?[/.]\d\d?[/.]\d\d",
    re.I,
)
BIOGRAPHY = re.compile(
    r"(?:Dr |Prof |Professor )?(?:[A-Z][\w.'’-]+ ){1,3}"
    r"(?:is (?:an?|the|our) |covers |has covered |has written |writes |reports |joined |can be reached )"
)
READER = re.compile(r"\b(?:you|your|our|we|us)\b", re.I)
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.I)
TRUNCATED = re.compile(r"(?:\.\.\.|…)$")


class Record(NamedTuple):
    """A record's lines with all that is known of them before they have roles."""

    rows: Sequence[Line]
    likely: Matrix
    own: np.ndarray  # whether a line belongs to the article
    first: int  # first line of the article
    last: int  # the line behind its last
    title: int | None  # the headline
    top: int  # the last line among which a byline can stand
    body: frozenset[str]  # the words of the article's lines

    def inside(self, index: int) -> bool:
        """Whether a line belongs to the article."""
        return 0 <= index < len(self.rows) and bool(self.own[index])

    def is_author(self, name: str) -> bool:
        """Whether a line outside the article says that somebody writes: `About Jane Doe`, `Jane Doe is a reporter`."""
        said = re.compile(AUTHOR.replace("NAME", re.escape(name)))
        return any(name in row.core and said.search(row.core) for row in self.rows)

    def speaks_of(self, name: str) -> bool:
        """Whether the article names somebody."""
        surname = plain(name).split()[-1]
        return surname in self.body

    def core(self, index: int) -> str:
        """The text of a line, empty where there is none."""
        return self.rows[index].core if 0 <= index < len(self.rows) else ""


def roles(
    rows: Sequence[Line], known: Sequence[Mark | None], title: int | None, likely: Matrix, own: np.ndarray
) -> list[Mark]:
    """The role of each line: the known one, or by what the models and the lists say of it and of those around."""
    found = np.flatnonzero(own).tolist()
    first, last = (found[0], found[-1] + 1) if found else (len(rows), len(rows))
    words = (plain(rows[index].core).split() for index in found if index != title)
    prose = [index for index in found if is_prose(rows[index].core)]
    top = min(prose[2] if len(prose) > 2 else last, first + FARTHEST)
    record = Record(rows, likely, own, first, last, title, top, frozenset(chain.from_iterable(words)))
    seen: dict[str, int] = {}
    marks = []
    for index, row in enumerate(rows):
        text = plain(row.core)
        marks.append(known[index] or role_of(record, index, seen.get(text)))
        if marks[-1].role in OWN:
            seen.setdefault(text, index)
    return marks


def role_of(record: Record, index: int, before: int | None) -> Mark:
    """The role of one line; `before` is an earlier line of the article with the same words."""
    core = record.core(index)
    said = named(core) if near_article(record, index) else None
    if index == record.title:
        return Mark("headline", 0.8, "model of headlines")
    if said in ("credit", "caption"):
        return Mark(said, 0.9, "word list")
    if in_top(record, index) and is_byline(record, index):
        return Mark("byline", 0.9, "names its author")
    if is_lone_date(record, index):
        return Mark("byline", 0.6, "a date alone above the headline")
    if said == "kicker" and not record.inside(index):
        return Mark(said, 0.9, "word list")
    if record.last <= index < record.last + BELOW and is_signed(core):
        return Mark("byline", 0.8, "names its author")
    if in_top(record, index) and is_date_line(core):
        return Mark("byline", 0.8, "says when it was published")
    if record.title is not None and repeats_title(record, index, core):
        return Mark("duplicate", 0.9, "repeats the headline")
    if record.inside(index):
        return own_role(record, index, core, said, before)
    return other_role(record, index, core, said)


def near_article(record: Record, index: int) -> bool:
    """Whether a line stands in the article or near it, where captions and credits are."""
    begin = record.first if record.title is None else min(record.first, record.title)
    return begin - NEAR <= index < record.last + NEAR


def named(core: str) -> str | None:
    """The role by the word lists of a line that is not long."""
    return hint(core).role if len(core) < 500 else None


def in_top(record: Record, index: int) -> bool:
    """Whether a line stands where bylines do: around the headline, above the article's third paragraph."""
    top = record.first if record.title is None else min(record.title, record.first)
    return top - BETWEEN <= index <= record.top


def is_byline(record: Record, index: int) -> bool:
    """Whether a line names the authors. A name without a word for writing is one only if the article, whose subject it
    could be, does not name it.
    """
    core = record.core(index)
    dated = any(says_when(record.core(near)) for near in (index, index + 1, index - 1))
    titled = starts_with_job(record.core(index + 1))
    known = (dated or titled) and is_uncommon
    opened = is_opener(record.core(index - 1))
    found = authors(core, lambda name: record.is_author(name) or (known and known(name)), opened)
    return found is not None and (found.said or not any(record.speaks_of(name) for name in found.names))


def is_lone_date(record: Record, index: int) -> bool:
    """Whether a line above the headline is a date and nothing else; one with a weekday is today's, of the masthead."""
    core = record.core(index)
    near = record.title is not None and record.title - ABOVE <= index < record.title
    return near and len(words(core)) <= DATE_WORDS and not WEEKDAY.match(core) and is_date_line(core)


def starts_with_job(core: str) -> bool:
    """Whether a line is what stands below a name: `Senior correspondent`."""
    first = core.split(" ", 1)[0] if len(core) < SHORT else ""
    return kind_of(first) == "job"


def is_opener(core: str) -> bool:
    """Whether a line is nothing but a word that opens a byline."""
    return core.lower().strip(" :*") in lookups.column("byline_words", "word", kind="opener")


def says_when(core: str) -> bool:
    """Whether a line gives a day or tells how long ago, and little else."""
    return is_date_line(core) or (len(core) < SHORT and WHEN.search(core) is not None)


def is_signed(core: str) -> bool:
    """Whether a line right behind the article says who wrote it."""
    found = authors(core)
    return found is not None and found.said


def repeats_title(record: Record, index: int, core: str) -> bool:
    """Whether a line is the headline again, alone or with the name of the site."""
    title = plain(record.rows[record.title].core) if record.title is not None else ""
    text = plain(core)
    if text == title:
        return True
    return index < record.first and len(title.split()) >= 4 and text.startswith(title) and len(text) < len(title) + 60


def own_role(record: Record, index: int, core: str, said: str | None, before: int | None) -> Mark:
    """The role of a line that the model counts to the article."""
    score = round(float(record.likely[index]), 2)
    if said in ("boilerplate", "teaser") and score < SURE:
        return Mark(said, 0.7, "word list")
    if before is not None and len(words(core)) >= 4:
        return Mark("duplicate", 0.9, "repeats words of this article")
    if is_summary(record, index, core):
        return Mark("duplicate", 0.9, "a summary cut off, whose words follow")
    if is_deck(record, index, core):
        return Mark("deck", 0.7, "below the headline")
    if is_subheading(record, index, core):
        return Mark("subheading", score, "short line between paragraphs")
    return Mark("body", score, "model of lines")


def is_prose(core: str) -> bool:
    """Whether a line reads like a paragraph: several words and the end of a sentence, or many words."""
    count = len(words(core))
    return (count >= PROSE_WORDS and ends_sentence(core)) or count >= LONG_WORDS


def is_summary(record: Record, index: int, core: str) -> bool:
    """Whether a cut-off line (`…`) only repeats words that the article has in the same order elsewhere."""
    if not TRUNCATED.search(core):
        return False
    start = " ".join(words(core)[:-1]).lower()
    others = (row.core for number, row in enumerate(record.rows) if number != index and record.inside(number))
    return len(start) > 40 and start in " ".join(" ".join(words(other)).lower() for other in others)


def is_deck(record: Record, index: int, core: str) -> bool:
    """Whether a line sums the article up below its headline: before its first paragraph, or above the byline."""
    count = len(words(core))
    if record.title is None or not record.title < index <= record.title + BETWEEN or not 5 <= count <= DECK_WORDS:
        return False
    if any(is_prose(record.core(number)) for number in range(record.title + 1, index)):
        return False
    if not ends_sentence(core) and count <= SHORT_WORDS:
        return any(is_prose(record.core(number)) for number in range(index + 1, index + 1 + BETWEEN))
    between = range(index + 1, min(index + BETWEEN, len(record.rows)))
    author = next((number for number in between if is_byline(record, number)), None)
    return author is not None and not any(is_prose(record.core(number)) for number in range(index + 1, author))


def is_subheading(record: Record, index: int, core: str) -> bool:
    """Whether a line stands between paragraphs like a sub-heading."""
    short = len(words(core)) <= SUBHEADING_WORDS and not core.endswith((".", ",", ";", ":", "…", ".”", '."'))
    opens = core[:1].isupper() or not core[:1].isalpha()
    alone = index > 0 and (ends_sentence(record.core(index - 1)) or not record.inside(index - 1))
    return short and opens and alone and is_prose(record.core(index + 1)) and index + 1 < record.last


def other_role(record: Record, index: int, core: str, said: str | None) -> Mark:
    """The role of a line that the model does not count to the article."""
    if said in ("teaser", "boilerplate", "credit"):
        return Mark(said, 0.9, "word list")
    if record.title is not None and is_deck(record, index, core) and index < record.last:
        return Mark("deck", 0.6, "below the headline")
    if index >= record.last:
        return behind(record, index, core)
    if record.title is not None and is_alternative_text(record, index, core):
        return Mark("caption", 0.5, "names near the headline: an image's alternative text")
    if record.first < index and is_caption(core):
        return Mark("caption", 0.5, "a sentence between paragraphs that is not the article's")
    return Mark("boilerplate", round(1 - float(record.likely[index]), 2), "model of lines")


def is_alternative_text(record: Record, index: int, core: str) -> bool:
    """Whether a line close to the headline is nothing but a few capitalised names that the article uses."""
    tokens = words(core)
    near = record.title is not None and record.title - 3 <= index < record.first
    return near and 0 < len(tokens) <= 6 and all(one[0].isupper() and one.lower() in record.body for one in tokens)


def is_caption(core: str) -> bool:
    """Whether a line reads like what stands below a picture."""
    return len(words(core)) >= PROSE_WORDS and ends_sentence(core)


def behind(record: Record, index: int, core: str) -> Mark:
    """The role of a line behind the article: a teaser of another story, or furniture."""
    if BIOGRAPHY.match(core) or len(READER.findall(core)) >= 2:
        return Mark("boilerplate", 0.7, "speaks of its author or to its reader")
    if is_prose(core):
        return Mark("teaser", 0.6, "prose behind the end of the article")
    following = (record.core(number) for number in range(index + 1, index + 4))
    if len(words(core)) >= 4 and any(map(is_prose, following)):
        return Mark("teaser", 0.5, "line above prose behind the end of the article")
    return Mark("boilerplate", round(1 - float(record.likely[index]), 2), "model of lines")
