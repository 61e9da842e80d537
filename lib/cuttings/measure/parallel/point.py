"""Points: what a sentence says, as names, times, numbers, things and words, each at its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from ... import lookups
from ...extract.cue import cues, roles
from ...extract.name.lexicon import nations
from ...extract.name.office import MARKS
from ..candidate.referent import synonyms
from ..candidate.token import lemma
from ..term import stopwords

NAME, TIME, NUMBER, THING, WORD = "name", "time", "number", "thing", "word"
STEM = 6  # letters by which words of one stem are taken for one: annexed, annexation
SHORT = 31  # days: a longer stretch of time is told by its years
TOKEN = re.compile(r"[^\W_]+(?:(?:[.']|,(?=\d{3}))[^\W_]+)*")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
BEHIND = re.compile(
    r",[^,;.()\"]{1,120}?(?=[,;.()\"]| (?:said|says|told)\b)| of(?: [A-Z][\w'-]{0,40}){1,6}| \([^()]{1,30}\)"
)
CLOCK = re.compile(
    r"\b(?:([01]?\d|2[0-3])(?: ?[:.] ?([0-5]\d))? ?([ap])\.? ?m\b\.?|([01]?\d|2[0-3]):([0-5]\d)\b)", re.IGNORECASE
)

Key = tuple[str, str]
Row = tuple[Any, ...]
Rows = Mapping[str, Sequence[Row]]


class Point(NamedTuple):
    """Something said: its place, what it counts for, and whether it is a person's name."""

    start: int
    end: int
    key: Key
    person: bool = False


def points(folded: str, own: Rows, words: Sequence[re.Match], spelling: Mapping[str, str]) -> list[Point]:
    """The points of a sentence in order, from what the tables have found in it and its words.

    1. name: a person, place or organisation by its canonical name; an adjective of a people stands for the place.
    2. time: a day, or the year named; a stretch of up to a month; what the text does not settle, by its words; a time
       of the clock.
    3. number: value and unit, or a bare number of two digits and more.
    4. thing: a referent of a contrast set, whatever form is used for it.
    5. word: any other word of content by its stem, nouns of one meaning (lookups/synonyms.csv) as one.
    None of these are words of saying, and what says who a person is: titles, offices and the names beside them.
    """
    found = [Point(row[0], row[1], (NAME, spelling[row[2]]), row[3] == "person") for row in own["mentions"]]
    found += [Point(row[0], row[1], (TIME, one)) for row in own["dates"] for one in times(*row[2:])]
    found += [Point(row[0], row[1], (TIME, row[2])) for row in own["clocks"]]
    numbers = [row for row in own["quantities"] if not covers(own["clocks"], row[0])]
    found += [Point(row[0], row[1], (NUMBER, amount(*row[2:4]))) for row in numbers]
    found += [Point(row[0], row[1], (THING, row[2])) for row in own["labels"]]
    taken = [one[:2] for one in found]
    found += [one for one in map(worded, words) if one and not covers(taken, one.start)]
    beside = list(descriptions(folded, [one for one in found if one.person], words))
    return sorted(one for one in found if one.person or not covers(beside, one.start))


def times(text: str, first: Any, last: Any) -> Iterator[str]:
    """What a time expression stands for: the years it names, its stretch where that is short, else its words."""
    years = YEAR.findall(text)
    yield from years
    if not (pd.isna(first) or pd.isna(last)) and (last - first).days <= SHORT:
        yield f"{first:%Y-%m-%d}" if first == last else f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"
    elif not years:
        yield " ".join(word for word in TOKEN.findall(text.lower()) if word not in stopwords()) or text.lower()


def clocks(folded: str, start: int, end: int) -> Iterator[Row]:
    """The times of the clock in a sentence: where they stand, and as hours and minutes."""
    for found in CLOCK.finditer(folded, start, end):
        hour, minute, half, of_day, past = found.groups()
        hours = int(of_day) if of_day else int(hour) % 12 + 12 * (half in "pP")
        yield *found.span(), f"{hours:02}:{past or minute or '00'}"


def amount(value: float, unit: Any) -> str:
    """A number with its unit."""
    return f"{value:.10g} {unit}" if isinstance(unit, str) else f"{value:.10g}"


def worded(match: re.Match) -> Point | None:
    """What a single word says; null for nothing."""
    word = match[0].removesuffix("'s")
    low = word.lower()
    if word in nations():
        return Point(*match.span(), (NAME, nations()[word]))
    if low[0].isdigit():
        return Point(*match.span(), (NUMBER, low.replace(",", ""))) if len(low) > 1 else None
    if len(low) < 3 or low in stopwords() or low in plain():
        return None
    return Point(*match.span(), (WORD, meaning(low)))


@cache
def meaning(word: str) -> str:
    """What a word counts for: the noun that stands for its synonyms, else its stem."""
    return synonyms().get(lemma(word)) or word[:STEM]


@cache
def plain() -> frozenset[str]:
    """Words of saying, and for the part that a person plays."""
    said = {form for form, kind in cues().items() if kind in ("say", "ask", "according")}
    return frozenset(said) | parts()


@cache
def parts() -> frozenset[str]:
    """Words for the part that a person plays: titles, offices, trades."""
    titles = [form for name in ("titles", "office_words") for form in lookups.column(name, "form")]
    return frozenset({*roles(), *MARKS, *(part.lower().rstrip(".") for form in titles for part in form.split())})


def descriptions(folded: str, persons: Sequence[Point], words: Sequence[re.Match]) -> Iterator[tuple[int, int]]:
    """What says who a person is: before the name (`former Idaho governor`) or behind it (`, head of the Fairview
    school,`, `of Idaho`).
    """
    for person in persons:
        first, heads = person.start, 0
        for word in reversed([one for one in words if one.start() < person.start]):
            head = word[0].lower() in parts()
            if folded[word.end() : first].strip(" -") or not (head or word[0][0].isupper()):
                break
            first, heads = word.start(), heads + head
        if heads:
            yield first, person.start
        behind = BEHIND.match(folded, person.end)
        if behind and (behind[0][0] != "," or parts() & {word.lower() for word in TOKEN.findall(behind[0])}):
            yield behind.span()


def covers(spans: Sequence[Row], place: int) -> bool:
    """Whether a place lies in one of these spans."""
    return any(span[0] <= place < span[1] for span in spans)
