"""Offices: where a text names one, and whose it is said to be."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ... import lookups
from ..sentence import Sentence
from .lexicon import nations
from .spelling import listed

TOKEN = re.compile(r"[\w.]+(?:-[\w.]+)*(?:'s)?|\S")
OF = re.compile(r" (?:of|from) (?:the )?((?:[A-Z][\w.]*+ ?){1,4})")
ELECT = re.compile(r"-(?:elect|designate)\b")
MARKS = {row["form"]: row["mark"] for row in lookups.rows("office_marks")}
REACH = 60


class Office(NamedTuple):
    """An office named: its words with the article before it, if there is one, what it is, of which country, and whether
    it is a former, an incoming or an other one than the word alone says.
    """

    start: int
    end: int
    definite: bool
    mark: str
    country: str | None
    office: str


def offices(folded: str, sentences: Iterable[Sentence]) -> Iterator[Office]:
    """The offices of lookups/office_words.csv that the sentences name."""
    for start, end, _ in sentences:
        for match in pattern().finditer(folded, start, end):
            yield office_at(folded, match, start, end)


def office_at(folded: str, match: re.Match, sentence: int, stop: int) -> Office:
    """One office, with what the words before and behind it say."""
    before = list(TOKEN.finditer(folded, max(sentence, match.start() - REACH), match.start()))
    mark, at = marked(before, len(before))
    country, at = owner(before, at)
    if country and not mark:
        mark, at = marked(before, at)
    word = before[at - 1].group() if at else ""
    definite = word in ("the", "The")
    start = before[at - 1].start() if definite else before[at].start() if at < len(before) else match.start()
    if not mark and is_of_another_kind(match.group(), word, bool(country) or at < 2):
        mark = "other"
    elect = ELECT.match(folded, match.end())
    end = elect.end() if elect else match.end()
    behind = OF.match(folded, end, stop) if not country else None
    if behind:
        country, end = domain(behind)
    elif not country and folded.startswith(" of ", end):
        mark = "other"
    return Office(start, end, definite, "incoming" if elect else mark, country, words()[match.group()])


def marked(before: list[re.Match], at: int) -> tuple[str, int]:
    """What a word such as `former` before token `at` makes of an office, and the token that stands before it then."""
    hyphen = at > 1 and before[at - 1].group() == "-"
    place = at - 2 if hyphen else at - 1
    mark = MARKS.get(before[place].group().lower(), "other" if hyphen else "") if place >= 0 else ""
    return (mark, place) if mark else ("", at)


def owner(before: list[re.Match], at: int) -> tuple[str | None, int]:
    """The country that the words before token `at` name, and the token that they begin with."""
    for size in (3, 2, 1):
        form = " ".join(token.group() for token in before[max(0, at - size) : at]).removesuffix("'s")
        if at >= size and form in nations():
            return nations()[form], at - size
    return None, at


def is_of_another_kind(office: str, word: str, settled: bool) -> bool:
    """Whether the word before an office says that it is no state's: `Senate President`, `university president`."""
    if settled or not word[0].isalpha():
        return False
    return word[0].isupper() or (office[0].islower() and word not in lookups.column("stopwords", "word"))


def domain(behind: re.Match) -> tuple[str, int]:
    """The country or body that the words behind an office name, and where they end."""
    form = behind.group(1).rstrip()
    parts = form.split()
    for size in range(len(parts), 0, -1):
        part = " ".join(parts[:size])
        if part in nations():
            return nations()[part], behind.start(1) + len(part)
    return form, behind.start(1) + len(form)


@cache
def words() -> dict[str, str]:
    """The office that each form of lookups/office_words.csv means."""
    return {row["form"]: row["office"] for row in lookups.rows("office_words")}


@cache
def countries() -> dict[tuple[str, str], str]:
    """Whose office it is, of the people in lookups/offices.csv, by canonical name and office."""
    rows = lookups.rows("offices")
    named = [(listed(f"{row['first']} {row['surname']}"), row) for row in rows]
    return {
        (entry[0] if entry else f"{row['first']} {row['surname']}", words()[row["office"]]): row["country"]
        for entry, row in named
        if row["office"] in words()
    }


@cache
def pattern() -> re.Pattern:
    """Any form of lookups/office_words.csv, the longest first."""
    forms = sorted(words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})(?!\w)")
