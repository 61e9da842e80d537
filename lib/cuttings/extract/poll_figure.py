"""Poll figures: each share or multiple that an article reports from a poll, with the answer and the group it counts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from ..text import fold
from .each import spans
from .poll_report import GROUP, Figure, Report, reports

SAYING = re.compile(
    r"\s*(?:who )?(?:(?:said|say|says|thought|think|thinks|believed?|believes|answered|felt|feel|agreed?)\b"
    r"(?: that\b)?(?: they\b)?"
    r"|(?:were|are|was|is)\b)\s*",
    re.I,
)
BREAK = re.compile(
    r",? (?:while|whereas|compared|versus|up from|down from|according to)\b|;|,? - "
    r"|,? (?:and|but|with)(?= (?:\w+ ){0,4}$)|, (?:and|but)\b"
)


class Answer(NamedTuple):
    """A figure with its poll's number, and the spans of the answer and of the group; null where it names none."""

    poll: int
    figure: Figure
    option_start: int | None
    option_end: int | None
    group_start: int | None
    group_end: int | None


def poll_figures(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per share of people who gave an answer, or multiple of such a share, that an article reports from a poll.

    1. Only in sentences that report a poll (see `polls`); a percentage of land, money, turnout or error is none.
    2. The answer is what stands behind the figure, up to the next figure or clause, without `said that` or `were`.
    3. The group is what stands behind `of`; a figure without one counts the group of the figure before it.
    4. A multiple (`threefold`) belongs to the share before it.

    Not found: figures in words (`a third`, `one in five`), answers named before the figure, other languages.
    """
    return spans(articles, "poll_figures", lambda text: (row(text, one) for one in answers(text)))


def row(text: str, one: Answer) -> dict[str, Any]:
    """The row of one figure."""
    share = one.figure.kind == "share"
    return {
        "start": one.figure.start,
        "end": one.figure.end,
        "poll": one.poll,
        "kind": one.figure.kind,
        "percent": one.figure.value if share else None,
        "factor": None if share else one.figure.value,
        "option": words_of(text, one.option_start, one.option_end),
        "option_start": one.option_start,
        "option_end": one.option_end,
        "group": words_of(text, one.group_start, one.group_end),
    }


def words_of(text: str, start: int | None, end: int | None) -> str | None:
    """The words of a span on one line; null where there is none."""
    return None if start is None or end is None else " ".join(text[start:end].split())


def shares(text: str, poll: int) -> Iterator[Answer]:
    """The shares of one poll of an article."""
    return (one for one in answers(text) if one.poll == poll and one.figure.kind == "share")


@lru_cache(maxsize=64)
def answers(text: str) -> tuple[Answer, ...]:
    """Every figure of every poll of an article."""
    folded = fold(text)
    return tuple(one for number, report in enumerate(reports(text), 1) for one in in_report(folded, number, report))


def in_report(folded: str, number: int, report: Report) -> Iterator[Answer]:
    """The figures of one poll in their order, each with its answer and group."""
    before: Answer | None = None
    for figure in sorted(report.figures):
        if figure.kind == "multiple" and before:
            yield before._replace(figure=figure)
        elif figure.kind == "share":
            rest = [one.start for one in report.figures if figure.end <= one.start < figure.sentence[1]]
            before = answer(folded, number, figure, min(rest, default=figure.sentence[1]), before)
            yield before


def answer(folded: str, number: int, figure: Figure, limit: int, before: Answer | None) -> Answer:
    """Cut the answer and the group out of the words between a figure and the next one."""
    group = GROUP.match(folded, figure.end, limit)
    group_start, group_end = (
        group.span("group") if group else (before.group_start, before.group_end) if before else (None, None)
    )
    start = group.end() if group else figure.end
    saying = SAYING.match(folded, start, limit)
    start = saying.end() if saying else start
    stop = BREAK.search(folded, start, limit)
    end = stop.start() if stop else limit
    inner = folded[start:end].strip(" ,.;:()")
    if not inner:
        return Answer(number, figure, None, None, group_start, group_end)
    begin = folded.index(inner, start)
    return Answer(number, figure, begin, begin + len(inner), group_start, group_end)
