"""Poll disclosure: how much of what the profession asks to be disclosed a report discloses."""

import re
from typing import Any, NamedTuple

import pandas as pd

from ... import lookups, tables
from ...extract.each import pages
from ...extract.paragraph import paragraphs
from ...text import ends_sentence
from ..copy import counting

ITEMS = {
    "sponsor": "who paid",
    "conductor": "who asked",
    "dates": "days of fieldwork",
    "population": "who was asked",
    "size": "number of respondents",
    "sampling": "how they were chosen",
    "margin": "margin of error",
    "weighting": "weighting",
    "mode": "how they were asked",
    "question": "wording of the question",
}
DETAIL_OF = {"conductor": "pollster", "dates": "fieldwork", "size": "n_survey"}
NO_SAMPLE = re.compile(r"opt-in|panel|self-selected|convenience|online|internet", re.I)
PROBABILITY = re.compile(r"random|probability|AmeriSpeak|American Trends", re.I)
BROKEN_OFF = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\[\+\d+ chars\])\s*$")
OFFER = rf"\W*{lookups.alternatives('read_on')}\b"
OFFERED = re.compile(OFFER)
OFFERED_AT_END = re.compile(rf"(?:^|[.!?…”\"\]]\s){OFFER}")
GLUED = re.compile(r"(?<=[.!?”\"])\s+read more ?[:|] .*", re.I | re.S)
READ_MORE = re.compile(r"\W*read more\W*", re.I)
NEAR = 200


class Answer(NamedTuple):
    """One item of one poll: whether it is disclosed, and the words that disclose it."""

    item: str
    answer: str
    start: int | None
    end: int | None
    words: str | None


def poll_disclosure(
    polls: pd.DataFrame, poll_details: pd.DataFrame, articles: pd.DataFrame, copies: str = "once"
) -> pd.DataFrame:
    """One row per reported poll and item of disclosure.

    The ten items are those that the lists of AAPOR (Code of Ethics, section III, Transparency Initiative) and
    ESOMAR/WAPOR (Guideline on Opinion Polls and Published Surveys, 2014) have in common: sponsor, conductor, dates of
    fieldwork, population, number of respondents, sampling, margin of error, weighting, mode and the question's wording.

    answer: `given`, with its words; `not given`; `not applicable` (a margin of error where the respondents were no
    probability sample, as in a panel online, and the report states none); `text cut off` where it is not given and the
    article ends within a sentence or at an offer to read on (not one to read another article), so that it may stand in
    what is missing.

    `copies`: see `copy.settled`; a report that is printed twice discloses what it does once.
    """
    for name, frame in (("polls", polls), ("poll_details", poll_details)):
        tables.require(frame, name)
    tables.require(articles, "articles", "article_id", "text")
    polls = counting(polls, articles, copies)
    cut = cut_off(polls, articles)
    details = dict(iter(poll_details.groupby(["article_id", "poll"])))
    rows = [
        {"article_id": poll.article_id, "poll": poll.poll, **one._asdict()}
        for poll in tables.rows(polls)
        for one in disclosed(
            poll, details.get((poll.article_id, poll.poll), poll_details.head(0)), poll.article_id in cut
        )
    ]
    return tables.build("poll_disclosure", rows)


def cut_off(polls: pd.DataFrame, articles: pd.DataFrame) -> set[str]:
    """The articles with polls that end before their end."""
    told = articles[articles["article_id"].isin(polls["article_id"])]
    return {key for key, page in pages(told) if is_cut(page)}


def disclosed(poll: Any, details: pd.DataFrame, cut: bool) -> list[Answer]:
    """The answers for one poll, in the order of the items; `cut` where its article ends before its end."""
    given = {row.detail: row for row in tables.rows(details)}
    missing = "text cut off" if cut else "not given"
    found = []
    for item in ITEMS:
        row = given.get(DETAIL_OF.get(item, item))
        if row is not None:
            found.append(Answer(item, "given", row.start, row.end, row.text))
        elif item == "margin" and no_probability(poll):
            found.append(Answer(item, "not applicable", None, None, None))
        else:
            found.append(Answer(item, missing, None, None, None))
    return found


def no_probability(poll: Any) -> bool:
    """Whether a poll was taken online or from a panel and nothing says that it was a probability sample."""
    told = " ".join(str(one) for one in (poll.mode, poll.sampling) if isinstance(one, str))
    return bool(NO_SAMPLE.search(told)) and not PROBABILITY.search(told)


def is_cut(text: str) -> bool:
    """Whether an article ends before its end: within a sentence, or at an offer to read on.

    The offer ends the article's last paragraph, or begins what stands behind it in its line or in the line below.
    `Read more` mostly leads to another article: it is such an offer where nothing else follows in its line and, in a
    line of its own, nothing in the record.
    """
    own = paragraphs(text)
    if not own:
        return False
    end = own[-1].end
    last = GLUED.sub("", text[max(own[-1].start, end - NEAR) : end])
    if not ends_sentence(last) or BROKEN_OFF.search(last) or OFFERED_AT_END.search(last):
        return True
    rest, *others = text[end : end + NEAR].splitlines() or [""]
    below = next(filter(str.strip, others), "")
    if any(OFFERED.match(line) or BROKEN_OFF.match(line.lstrip()) for line in (rest, below)):
        return True
    return any(READ_MORE.fullmatch(line) for line in (rest, text[end:].strip()))
