"""Polls: what an article tells of each poll that it reports figures of."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from ..text import fold
from .each import spans
from .poll_figure import shares
from .poll_report import Report, pollster_in, reports
from .time.date import resolve
from .time.expression import expressions
from .time.published import published

COUNT = r"(?P<value>\d{1,3}(?:,\d{3})+|\d{3,6})"
WHO = (
    r"(?:adults|people|respondents|voters|residents|citizens|interviewees|participants|men|women|members"
    r"|[A-Z]\w+(?:ans|ese|ish|ch|ks|is))"
)
INSTITUTE = r"(?P<value>(?:(?:[A-Z][\w&'-]+|(?:[A-Z]\.)+)(?: (?:of|for|the|and|&|de|on) (?=[A-Z])| )?){1,8})"
DETAILS = {
    "pollster": (
        r"\b(?:poll|survey)s?,? (?:(?:was |were )?(?:conducted|carried out|done|taken|published|released) )?"
        rf"by (?:the )?{INSTITUTE}",
        rf"\b(?:according to|by) (?:a |the )?(?:pollsters? |polling (?:company|firm|institute|agency) ){INSTITUTE}",
        rf"\b[Aa] (?:new |recent |latest )?{INSTITUTE} ?(?:poll|survey)\b",
    ),
    "sponsor": (rf"\b(?:commissioned|sponsored|paid for|ordered) by (?:the )?{INSTITUTE}",),
    "released": (
        r"\b(?:released|published|issued|unveiled|out) (?:on |this |last )?"
        r"(?P<value>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
        r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?|yesterday|today)\b",
    ),
    "fieldwork": (
        r"\b(?:conducted|carried out|taken|done|interviewed|polled|surveyed|fielded|asked)\b[^.;]{0,80}?"
        r"\b(?:between|from|on|in) (?P<value>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?: [A-Z][a-z]{2,8})?)"
        r"(?:,? \d{4})? ?(?:to|and|-|through|until) ?"
        r"(?:[A-Z][a-z]{2,8}\.? )?\d{1,2}(?: [A-Z][a-z]{2,8})?(?:,? \d{4})?)",
    ),
    "n_survey": (
        r"\b(?:surveyed|polled|interviewed|questioned|asked|sampled?|among|of|with)\b (?:[a-z]+ ){0,4}"
        rf"{COUNT} (?:\w+ ){{0,3}}{WHO}\b",
        rf"\b{COUNT} (?:\w+ ){{0,3}}(?:{WHO}) (?:were |was |took part|participated|responded|answered)",
        rf"\bsample(?: size)? (?:of|was) (?:[a-z]+ ){{0,2}}{COUNT}\b",
    ),
    "margin": (
        r"\bmargin of (?:sampling )?error\b[^.;\d]{0,50}(?P<value>\d{1,2}(?:\.\d+)?)",
        r"(?:plus or minus|\+/-|±) ?(?P<value>\d{1,2}(?:\.\d+)?) ?(?:percentage )?(?:points?|%|per ?cent)",
    ),
    "mode": (
        r"\b(?P<value>(?:by|over the) (?:tele)?phone|(?:tele)?phone (?:interviews|survey|poll)"
        r"|online(?: panel| survey| poll| interviews)?"
        r"|face[- ]to[- ]face|in[- ]person|CATI|computer-assisted (?:telephone|web) interviews?)\b",
    ),
}
COMPILED = {detail: tuple(map(re.compile, patterns)) for detail, patterns in DETAILS.items()}


class Detail(NamedTuple):
    """A detail of a poll: its number in the article, what it is, the span, and the value."""

    poll: int
    detail: str
    start: int
    end: int
    value: str


def polls(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per poll of which an article reports a figure; the span runs from its first sentence to its last.

    The details are those of `poll_details`, each null where the report does not give it: a null here is a finding.
    """
    return spans(articles, "polls", rows)


def poll_details(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per detail that an article gives of a poll, with the words that give it.

    pollster (a name of lookups/pollsters.csv, or the words behind `conducted by`), sponsor, population (those of whom
    the first share is one), released, fieldwork, n_survey, margin, mode. The first wording found counts. Not found:
    details outside the sentences that report the poll, other languages than English.
    """
    return spans(articles, "poll_details", lambda text: (one._asdict() for one in details(text)))


def rows(text: str) -> Iterator[dict[str, Any]]:
    """The wide row of each poll."""
    for number, report in enumerate(reports(text), 1):
        row: dict[str, Any] = {
            "poll": number,
            "start": report.sentences[0][0],
            "end": report.sentences[-1][1],
        }
        row |= {one.detail: one.value for one in details(text) if one.poll == number}
        released = next((one for one in details(text) if (one.poll, one.detail) == (number, "released")), None)
        row["released_from"], row["released_to"] = resolved(text, released) if released else (None, None)
        for name, kind in (("n_survey", int), ("margin", float)):
            row[name] = kind(row[name]) if name in row else None
        yield row


def resolved(text: str, released: Detail) -> tuple[date | None, date | None]:
    """The days that the words of the release can mean."""
    for one in expressions(text):
        if one.start <= released.start < one.end:
            return resolve(one, published(text))[:2]
    return None, None


@lru_cache(maxsize=64)
def details(text: str) -> tuple[Detail, ...]:
    """The details of every poll of an article."""
    return tuple(one for number, report in enumerate(reports(text), 1) for one in in_report(text, number, report))


def in_report(text: str, number: int, report: Report) -> Iterator[Detail]:
    """The details of one poll."""
    folded = fold(text)
    start, end = report.sentences[0][0], report.sentences[-1][1]
    known = pollster_in(folded[start:end])
    if known:
        yield Detail(number, "pollster", start + known[1].start(), start + known[1].end(), known[0])
    for detail, patterns in COMPILED.items():
        match = next((hit for pattern in patterns if (hit := pattern.search(folded, start, end))), None)
        if match and not (detail == "pollster" and known):
            left, right = match.span("value")
            right -= len(match["value"]) - len(match["value"].rstrip(" ."))
            yield Detail(
                number,
                detail,
                left,
                right,
                text[left:right].replace(",", "") if detail == "n_survey" else text[left:right],
            )
    group = next((one for one in shares(text, number) if one.group_start is not None), None)
    if group and group.group_start is not None and group.group_end is not None:
        yield Detail(
            number,
            "population",
            group.group_start,
            group.group_end,
            text[group.group_start : group.group_end],
        )
