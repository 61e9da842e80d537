"""What the articles are about, in sentences."""

from math import floor
from typing import Any

import pandas as pd

from ..measure.bag import unspaced
from ..tables import rows as rows_of
from ..trace import address
from .phrase import day, listed, number, percent

MOST_CARDS, MOST_GROUPS = 12, 6


def topics(
    topics: pd.DataFrame, article_topics: pd.DataFrame, articles: pd.DataFrame, unit: str = "passages"
) -> list[str]:
    """How many topics the passages (or articles) fall into, which hold in halves of the folder, what not to report."""
    one = unit.removesuffix("s")
    if topics.empty:
        few = f"{number(len(articles), 'article')} with too few different {unit} that share words: no topics were made."
        return [few, *cautions(articles)]
    held = topics[topics["status"] == "stable"]
    again = {0: "none of them comes", 1: "one of them comes"}.get(len(held), f"{len(held)} of them come")
    of = "" if unit == "articles" else f" of {number(len(articles), 'article')}"
    said = (
        f"{number(len(article_topics), one)}{of} fall into {number(len(topics), 'topic')}; {again} out alike in both "
        f"halves of the {unit}."
    )
    if held.empty:
        none = f"None is stable enough to be reported: read the {unit} themselves."
        return [said, none, *cautions(articles)]
    cards = [f"“{row.label}” ({parts(row, unit)})" for row in rows_of(held)]
    loose = len(topics) - len(held)
    rest = (
        f" The other {'one is' if loose == 1 else f'{loose} are'} not stable and not to be reported." if loose else ""
    )
    return [said, f"By their strongest terms: {listed(cards)}.{rest}", *cautions(articles)]


def parts(row: Any, unit: str) -> str:
    """How much of the collection a topic is."""
    of = f"{row.n:,} of {row.of_n:,} {unit}, {percent(row.n / row.of_n)}"
    return of if unit == "articles" else f"{of}, from {number(int(row.articles), 'article')}"


def cautions(articles: pd.DataFrame) -> list[str]:
    """Why topics may be those of languages, or none at all."""
    languages = articles["lang"].dropna().nunique() if "lang" in articles else 0
    said = closed(articles, "topics and stories")
    if languages > 1:
        said.append(
            f"The articles are in {languages} languages, and articles in two languages share few words: topics and "
            "stories keep within a language."
        )
    return said


def closed(articles: pd.DataFrame, what: str) -> list[str]:
    """How many articles are in scripts whose words cannot be told apart, and in what they take no part; nothing where
    there is none.
    """
    count = sum(map(unspaced, articles["text"]))
    are = "is" if count == 1 else "are"
    said = (
        f"{count} of {number(len(articles), 'article')} {are} written without blanks between words: their words cannot "
        f"be told apart here, and they take no part in {what}."
    )
    return [said] if count else []


def topic_cards(
    topics: pd.DataFrame, topic_shares: pd.DataFrame, topic_examples: pd.DataFrame, unit: str = "passages"
) -> list[str]:
    """A few sentences for each topic, the largest first: terms, size, days, how far it holds, whose it is, and where
    its best examples stand.

    Of a topic that is not stable only that is said. Shares are named for the six groups in which the topic has most of
    the group's passages.
    """
    if topics.empty:
        return ["There is no topic to make a card of."]
    where = address(topic_examples).groupby(topic_examples["topic"]).agg(list)
    said = [
        card(row, topic_shares[topic_shares["topic"] == row.topic], where.get(row.topic, []), unit)
        for row in rows_of(topics.head(MOST_CARDS))
    ]
    rest = len(topics) - len(said)
    return [*said, f"{number(rest, 'topic')} more: see the table."] if rest else said


def card(row: Any, shares: pd.DataFrame, examples: list[str], unit: str) -> str:
    """What there is to say of one topic."""
    if row.status != "stable":
        below = floor(100 * row.stability) / 100  # 0.749 is not rounded up to what a stable topic has
        why = f"stability {below:.2f}, by chance up to {row.chance:.2f}"
        return f"Topic {row.topic}, “{row.label}”: not stable ({why}), not to be reported."
    days = (
        "" if pd.isna(row.first) or pd.isna(row.last) else f", published between {day(row.first)} and {day(row.last)}"
    )
    holds = f"Stability {row.stability:.2f}, by chance up to {row.chance:.2f}."
    shown = f" Examples: {listed(examples)}." if examples else ""
    return f"Topic {row.topic}, “{row.terms}”: {parts(row, unit)}{days}. {holds}{whose(shares)}{shown}"


def whose(shares: pd.DataFrame) -> str:
    """The groups that give the topic most of their passages, each with its n; an interval where there is one."""
    touched = shares[shares["n"] > 0].sort_values(["share", "of_n"], ascending=False, kind="stable")
    named = [
        f"{row.group} {percent(row.share)} ({row.n} of {row.of_n}{interval(row)})"
        for row in rows_of(touched.head(MOST_GROUPS))
    ]
    more = f" and {len(touched) - MOST_GROUPS} more" if len(touched) > MOST_GROUPS else ""
    return f" Share by group: {'; '.join(named)}{more}." if named else ""


def interval(row: Any) -> str:
    """The interval of a share; without one, that it describes these articles only."""
    return "; descriptive" if pd.isna(row.low) else f"; {percent(row.low)} to {percent(row.high)}"
