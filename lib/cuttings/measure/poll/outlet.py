"""The same poll in several articles: what they say alike, and where they differ."""

import re
from collections.abc import Iterator
from itertools import combinations, islice
from typing import Any

import pandas as pd

from ... import tables
from .verdict import HOLDS, OPEN, Row, check, plain

MOST_PAIRS, MOST_SHARES = 2_000, 20
COMPARED = {"n_survey": "respondents", "margin": "margin of error", "fieldwork": "fieldwork", "mode": "mode"}
WORD = re.compile(r"\w{4,}")


def pairs(polls: pd.DataFrame, poll_figures: pd.DataFrame) -> list[tuple[Any, Any]]:
    """Two reports of one poll in different articles: of the same pollster, with two or more of the same shares, or one
    and the same number of respondents; at most 2,000.
    """
    shares = poll_figures[(poll_figures["kind"] == "share") & (poll_figures["wave"] == "current")]
    told = {key: sorted(set(rows["percent"]))[:MOST_SHARES] for key, rows in shares.groupby(["article_id", "poll"])}
    alike: dict[tuple, list[Any]] = {}
    for poll in tables.rows(polls.dropna(subset=["pollster"])):
        for sign in signs(poll, told.get((poll.article_id, poll.poll), [])):
            alike.setdefault((poll.pollster, *sign), []).append(poll)
    found: dict[tuple, tuple[Any, Any]] = {}
    for same in alike.values():
        for one, other in islice(combinations(same, 2), MOST_PAIRS):
            if one.article_id != other.article_id and len(found) < MOST_PAIRS:
                found[one.article_id, one.poll, other.article_id, other.poll] = (one, other)
    return [found[key] for key in sorted(found)]


def signs(poll: Any, told: list[float]) -> Iterator[tuple]:
    """What two reports of one poll have in common: two shares, or a share and the number of respondents."""
    yield from combinations(told, 2)
    if pd.notna(poll.n_survey):
        yield from (("respondents", int(poll.n_survey), share) for share in told)


def comparisons(
    polls: pd.DataFrame, poll_figures: pd.DataFrame, names: pd.Series
) -> Iterator[tuple[tuple[str, int], Row]]:
    """One check per report of a poll that another article reports, too: alike, or how they differ. Which of two reports
    is right, the articles do not say.
    """
    differing: dict[tuple[str, int], list[str]] = {}
    for one, other in pairs(polls, poll_figures):
        for here, there in ((one, other), (other, one)):
            told = differing.setdefault((here.article_id, here.poll), [])
            told += [f"{line} in {names.get(there.article_id, there.article_id)}" for line in differences(here, there)]
            told += [
                f"{line} in {names.get(there.article_id, there.article_id)}"
                for line in other_shares(here, there, poll_figures)
            ]
    for key, lines in differing.items():
        own = polls[(polls["article_id"] == key[0]) & (polls["poll"] == key[1])]
        detail = "; ".join(dict.fromkeys(lines)) or "another article reports the same poll alike"
        yield key, check("other reports", OPEN if lines else HOLDS, detail, own)


def differences(here: Any, there: Any) -> Iterator[str]:
    """The details in which two reports of one poll differ."""
    for column, words in COMPARED.items():
        mine, other = getattr(here, column), getattr(there, column)
        if pd.notna(mine) and pd.notna(other) and str(mine).lower() != str(other).lower() and column != "mode":
            yield f"{words}: {shown(mine)} here, {shown(other)}"


def other_shares(here: Any, there: Any, poll_figures: pd.DataFrame) -> Iterator[str]:
    """Shares of the same answer and group that two reports of one poll give differently."""
    mine, other = (answers(poll_figures, one) for one in (here, there))
    for words, percent in mine.items():
        if words in other and abs(other[words] - percent) >= 0.5:
            yield f"“{' '.join(sorted(words)[:4])}”: {plain(percent)} here, {plain(other[words])}"


def answers(poll_figures: pd.DataFrame, poll: Any) -> dict[frozenset[str], float]:
    """The shares of a report by the words of their answers and groups; answers told twice are left out."""
    own = poll_figures[(poll_figures["article_id"] == poll.article_id) & (poll_figures["poll"] == poll.poll)]
    own = own[(own["kind"] == "share") & (own["wave"] == "current") & own["option"].notna()]
    found: dict[frozenset[str], list[float]] = {}
    for row in tables.rows(own):
        group = row.group if isinstance(row.group, str) else ""
        found.setdefault(frozenset(WORD.findall(f"{row.option} {group}".lower())), []).append(float(row.percent))
    return {words: values[0] for words, values in found.items() if len(values) == 1 and len(words) >= 2}


def shown(value: Any) -> str:
    """A detail as a reader writes it."""
    return str(value) if isinstance(value, str) else f"{value:,}" if float(value).is_integer() else plain(value)
