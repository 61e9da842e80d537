"""Sayings: the sentences in an outlet's own words, with their points and what must not contradict another sentence."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ...extract.kind import NOT_OWN
from ...extract.name.run import is_title_case
from ...extract.poll.detail import ERROR
from ...frames.negation import denies
from ...text import fold
from ..name import one_spelling
from .point import NAME, THING, TIME, TOKEN, Key, Point, Row, Rows, clocks, covers, points, times

LONGEST = 1_000  # characters of a sentence: a longer one is a list, or many
NEAR = 8  # words between a thing and the time that is told of it
BACK = re.compile(r"(?:The|This|That|These|Those|He|She|It|They|His|Her|Its|Their)\b")
JOINS = (" ", "-", " of ")
METHOD = re.compile(ERROR)
MARK = re.compile('"')


class Saying(NamedTuple):
    """A sentence's place and what it says."""

    article_id: str
    start: int
    end: int
    points: dict[Key, str]  # with the words for each
    order: tuple[Key, ...]  # the points as they follow on each other
    run: dict[Key, int]  # points with one number stand in one name, and count as one
    before: frozenset[Key]  # names of the sentence before, where this one refers back
    forms: dict[Key, dict[str, str]]  # the forms used for each thing, with the words
    dated: dict[tuple[Key, Key], str]  # the form used for a thing beside a time
    persons: frozenset[Key]
    counts: dict[str, set[float]]  # how many, by what is counted
    denied: bool
    words: tuple[str, ...]


def sayings(articles: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Iterator[Saying]:
    """The sentences of which half of the words or more are not quoted, with the points (`point.points`) of those words;
    `tables` are sentences, mentions, dates, quantities, quotations and label_spans.

    Left out: a sentence with a quotation mark that has no partner, because whose words it has is not known, and one
    that tells the margin of error of a poll, which says the same of any poll.
    A form of a contrast set that is a name, or part of one, is its spelling and no other word for the thing. A sentence
    that begins with a pronoun or `the` may speak of what the sentence before has named.
    """
    spelling = one_spelling(tables["mentions"])
    spoken = tables["quotations"][tables["quotations"]["kind"].isin(NOT_OWN)]
    given = {
        "mentions": of_article(tables["mentions"], "start", "end", "name", "kind"),
        "dates": of_article(tables["dates"], "start", "end", "text", "resolved_from", "resolved_to"),
        "quantities": of_article(tables["quantities"], "start", "end", "value", "unit", "of"),
        "labels": of_article(tables["label_spans"], "start", "end", "referent", "form"),
        "spoken": of_article(spoken, "start", "end"),
        "marked": of_article(tables["quotations"], "start", "end"),
    }
    cut = of_article(tables["sentences"], "start", "end", "voice")
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        rows = {name: of.get(article_id, []) for name, of in given.items()}
        yield from of_text(article_id, fold(text), cut.get(article_id, []), rows, spelling)


def of_article(table: pd.DataFrame, *columns: str) -> dict[str, list[Row]]:
    """The rows of each article as tuples, in order of place."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    ordered = table.sort_values(["article_id", "start"])
    for row in zip(ordered["article_id"], *(ordered[name] for name in columns), strict=True):
        found[row[0]].append(row[1:])
    return dict(found)


def of_text(
    article_id: str, folded: str, cut: Sequence[Row], rows: Rows, spelling: Mapping[str, str]
) -> Iterator[Saying]:
    """The sentences of one article."""
    starts = {name: [row[0] for row in found] for name, found in rows.items()}
    before: frozenset[Key] = frozenset()
    for start, end, voice in cut:
        at = {name: slice(bisect_left(places, start), bisect_left(places, end)) for name, places in starts.items()}
        quoted, marked = (rows[name][max(0, at[name].start - 1) : at[name].stop] for name in ("spoken", "marked"))
        if end - start > LONGEST or METHOD.search(folded, start, end) or is_open(folded, start, end, marked):
            before = frozenset()
            continue
        own = {name: [row for row in rows[name][at[name]] if not covers(quoted, row[0])] for name in rows}
        own["clocks"] = [row for row in clocks(folded, start, end) if not covers(quoted, row[0])]
        own["labels"] = [row for row in own["labels"] if not is_part(row, own["mentions"])]
        every = list(TOKEN.finditer(folded, start, end))
        heard = [word for word in every if not covers(quoted, word.start())]
        found = points(folded, own, heard, spelling)
        back = before if BACK.match(folded, start) else frozenset()
        before = frozenset(one.key for one in found if one.key[0] == NAME)
        if voice != "quoted" and 2 * len(heard) >= len(every):
            words = tuple(word[0].lower() for word in every)
            yield Saying(
                *(article_id, start, end),
                points={one.key: " ".join(folded[one.start : one.end].split()) for one in reversed(found)},
                order=tuple(one.key for one in found),
                run=in_runs(folded, found, is_title_case(folded, start, end)),
                before=back - before,
                forms=formed(folded, own),
                dated=dated(folded, own),
                persons=frozenset(one.key for one in found if one.person),
                counts=counted(own),
                denied=any(map(denies, words)),
                words=words,
            )


def is_open(folded: str, start: int, end: int, marked: Sequence[Row]) -> bool:
    """Whether a sentence has a quotation mark that neither begins nor ends what is quoted, nor stands in it."""
    marks = (mark.start() for mark in MARK.finditer(folded, start, end))
    return any(not any(first - 2 <= mark <= last + 1 for first, last in marked) for mark in marks)


def is_part(row: Row, names: Sequence[Row]) -> bool:
    """Whether a form is a name, or part of one."""
    return any(name[0] <= row[0] and row[1] <= name[1] for name in names)


def in_runs(folded: str, found: Sequence[Point], titled: bool) -> dict[Key, int]:
    """For each point a number, the same for those that stand in one run of capitals (`Trans-Fairview Partnership`), but
    for people, or in one place. Capitals of a headline join nothing.
    """
    run: dict[Key, int] = {}
    last: Point | None = None
    for number, one in enumerate(found):
        joined = last is not None and (one[:2] == last[:2] or (not titled and is_joined(folded, last, one)))
        run.setdefault(one.key, run[last.key] if joined and last else number)
        last = one
    return run


def is_joined(folded: str, last: Point, one: Point) -> bool:
    """Whether two points are parts of one name."""
    capitals = folded[last.start].isupper() and folded[one.start].isupper()
    return capitals and not (last.person or one.person) and folded[last.end : one.start] in JOINS


def formed(folded: str, own: Rows) -> dict[Key, dict[str, str]]:
    """The forms used for each thing, with the words."""
    found: dict[Key, dict[str, str]] = {}
    for start, end, referent, form in own["labels"]:
        found.setdefault((THING, referent), {}).setdefault(form, " ".join(folded[start:end].split()))
    return found


def dated(folded: str, own: Rows) -> dict[tuple[Key, Key], str]:
    """For each thing and each settled time at most eight words away, the form nearest to it."""
    found: dict[tuple[Key, Key], tuple[int, str]] = {}
    for label in own["labels"]:
        for date in own["dates"]:
            first, last = sorted((label, date), key=lambda row: row[0])
            away = len(TOKEN.findall(folded, first[1], last[0]))
            for one in times(*date[2:]):
                key = (THING, label[2]), (TIME, one)
                if one[0].isdigit() and away <= NEAR and (key not in found or away < found[key][0]):
                    found[key] = away, label[3]
    return {key: form for key, (_, form) in found.items()}


def counted(own: Rows) -> dict[str, set[float]]:
    """The numbers given, by the unit and the last word for what is counted."""
    found: defaultdict[str, set[float]] = defaultdict(set)
    for _, _, value, unit, of in own["quantities"]:
        found[f"{unit} {str(of).split()[-1]}"].add(value)
    return dict(found)
