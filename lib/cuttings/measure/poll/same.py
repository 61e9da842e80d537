"""Same poll: which reports in different articles are of one and the same poll."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, islice
from typing import Any, NamedTuple

import pandas as pd
from scipy.special import pdtrc

from ... import tables
from ..day import Days, days_of
from .report import current_shares

MOST_PAIRS, MOST_SHARES = 2_000, 20
WORD = re.compile(r"\w{4,}")
NAME = re.compile(r"\b[^\W\d_a-z]\w{3,}")
ALIKE = 1 / 70  # how often two shares of different polls are one number: once in 73 to 85 in two hundred web pages
BY_CHANCE = 0.02
APART = pd.Timedelta(days=31)

Key = tuple[str, int]
Numbers = dict[float, "Told"]


class Told(NamedTuple):
    """What a report says of a share: the longer words for answer and group, and the names in its sentence."""

    words: frozenset[str]
    names: frozenset[str]


def same_polls(polls: pd.DataFrame, poll_figures: pd.DataFrame, articles: pd.DataFrame) -> list[tuple[Any, Any]]:
    """Pairs of reports, rows of `polls`, that are of one poll; at most 2,000.

    They stand in different articles, which are not known to lie more than 31 days apart, name the same pollster, and

    1. have the number of respondents and a share in common; or
    2. two or more shares, each with a word of four letters for answer or group in common; or
    3. more shares than chance gives (p of at most 0.02 by a Poisson distribution, where two shares are one number once
       in seventy times), and a word for an answer or a name in its sentence in common.

    Not found: one poll in two articles of which only a single number is the same.
    """
    told = shares(polls, poll_figures, articles)
    days = days_of(articles)
    alike: dict[tuple, list[Any]] = {}
    for poll in tables.rows(polls.dropna(subset=["pollster"])):
        for sign in signs(poll, told.get((poll.article_id, poll.poll), {})):
            alike.setdefault((poll.pollster, *sign), []).append(poll)
    found: dict[tuple, tuple[Any, Any]] = {}
    for same in alike.values():
        for one, other in islice(combinations(same, 2), MOST_PAIRS):
            if len(found) < MOST_PAIRS and is_same(one, other, told, days):
                found[one.article_id, one.poll, other.article_id, other.poll] = (one, other)
    return [found[key] for key in sorted(found)]


def shares(polls: pd.DataFrame, poll_figures: pd.DataFrame, articles: pd.DataFrame) -> dict[Key, Numbers]:
    """Of each report, its shares of the wave that is reported, at most twenty, with what is said of each."""
    texts = articles.set_index("article_id")["text"]
    asked = {(poll.article_id, poll.poll): poll.pollster for poll in tables.rows(polls)}
    found: dict[Key, Numbers] = {}
    for row in tables.rows(current_shares(poll_figures)):
        key = (row.article_id, row.poll)
        if key not in asked:
            continue
        sentence = str(texts[row.article_id])[row.sentence_start : row.sentence_end]
        names = frozenset(NAME.findall(sentence)) - set(str(asked[key]).split())
        numbers = found.setdefault(key, {})
        known = numbers.get(row.percent, Told(frozenset(), frozenset()))
        words = answer_words(row)
        if row.percent in numbers or len(numbers) < MOST_SHARES:
            numbers[row.percent] = Told(known.words | words, known.names | names)
    return found


def answer_words(row: Any) -> frozenset[str]:
    """The words of four letters and more for the answer that a share counts, and for those who gave it."""
    told = " ".join(words for words in (row.option, row.group) if isinstance(words, str))
    return frozenset(WORD.findall(told.lower()))


def signs(poll: Any, told: Numbers) -> Iterator[tuple]:
    """What two reports of one poll have in common: two shares, or a share and the number of respondents."""
    yield from combinations(sorted(told), 2)
    if pd.notna(poll.n_survey):
        yield from (("respondents", int(poll.n_survey), share) for share in sorted(told))


def is_same(one: Any, other: Any, told: Mapping[Key, Numbers], days: Mapping[str, Days]) -> bool:
    """Whether two reports of one pollster are of one poll."""
    if one.article_id == other.article_id or far_apart(days[one.article_id], days[other.article_id]):
        return False
    mine, others = told[one.article_id, one.poll], told[other.article_id, other.poll]
    common = mine.keys() & others.keys()
    if common and pd.notna(one.n_survey) and pd.notna(other.n_survey) and one.n_survey == other.n_survey:
        return True
    worded = {share for share in common if mine[share].words & others[share].words}
    if len(worded) >= 2:
        return True
    named = worded or any(mine[share].names & others[share].names for share in common)
    expected = ALIKE * len(mine) * len(others)
    return bool(named) and len(common) >= 2 and float(pdtrc(len(common) - 1, expected)) <= BY_CHANCE


def far_apart(one: Days, other: Days) -> bool:
    """Whether two articles are known to have been published more than a month apart."""
    return any(
        last is not None and first is not None and first - last > APART
        for (_, last), (first, _) in ((one, other), (other, one))
    )
