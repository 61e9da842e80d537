"""Shares over outlets: each reported share of a poll once, with the outlets that report it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ... import tables, trace
from ..copy import counting
from ..group import groups
from .report import current_shares
from .same import WORD, same_polls


def poll_shares(
    polls: pd.DataFrame, poll_figures: pd.DataFrame, articles: pd.DataFrame, copies: str = "each"
) -> pd.DataFrame:
    """One row per share of a poll, of the wave that is reported, and outlet that reports it, in the outlet's own words.

    1. Two reports are of one poll where pollster and numbers are the same beyond chance and the days allow it (see
       `poll_checks`), and so are those that hang together so. A report that names no pollster is of a poll of its own.
    2. Within a poll, shares are alike by their number. Where one report gives a number for different answers, they are
       alike only if the wordings of the answer have a word of four letters in common.

    `outlets` report the share, out of `of_outlets` that report the poll. The shares that most outlets have come first,
    then by file and place. `copies`: see `copy.settled`; the table has what every outlet printed, so that each counts
    unless asked otherwise.
    Not found: one poll in two articles of which only a single number is the same.
    """
    tables.require(polls, "polls")
    tables.require(poll_figures, "poll_figures")
    tables.require(articles, "articles", "article_id", "file", "record", "text", "outlet")
    figures, reports = (counting(one, articles, copies) for one in (poll_figures, polls))
    told = current_shares(figures).merge(reports[["article_id", "poll", "pollster"]], on=["article_id", "poll"])
    if told.empty:
        return tables.build("poll_shares", [])
    told = told.assign(
        outlet=told["article_id"].map(groups(articles)), file=trace.files(told, articles), address=trace.address(told)
    )
    told = told.assign(same=same_poll(told, reports, figures, articles)).sort_values(["file", "start"], kind="stable")
    told = told.assign(share=numbered(told))
    outlets, of_outlets = (told.groupby(name)["outlet"].transform("nunique") for name in ("share", "same"))
    told = told.assign(outlets=outlets, of_outlets=of_outlets)
    told = told.sort_values(["outlets", "of_outlets"], ascending=False, kind="stable")
    told = told.assign(share=pd.factorize(told["share"])[0] + 1)
    found = told.groupby(["share", "outlet"], sort=False, as_index=False).agg(
        **{name: (name, "first") for name in ("pollster", "percent", "percent_to", "outlets", "of_outlets", "address")},
        options=("option", wordings),
    )
    return tables.check(found.sort_values("share", kind="stable"), "poll_shares")


def same_poll(told: pd.DataFrame, polls: pd.DataFrame, poll_figures: pd.DataFrame, articles: pd.DataFrame) -> list[int]:
    """The number of the poll that each share is of, the same in all articles that report it."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    reports = {key: number for number, key in enumerate(dict.fromkeys(keys(told)))}
    linked = [
        (reports[one.article_id, one.poll], reports[other.article_id, other.poll])
        for one, other in same_polls(polls, poll_figures, articles)
        if (one.article_id, one.poll) in reports and (other.article_id, other.poll) in reports
    ]
    left, right = zip(*linked, strict=True) if linked else ((), ())
    graph = coo_array(([1] * len(linked), (left, right)), shape=(len(reports), len(reports)))
    _, same = connected_components(graph, directed=False)
    return [int(same[reports[key]]) for key in keys(told)]


def keys(told: pd.DataFrame) -> Iterator[tuple[str, int]]:
    """The report of each share."""
    yield from zip(told["article_id"], told["poll"], strict=True)


def numbered(told: pd.DataFrame) -> list[int]:
    """The number of each share, the same for those that are alike."""
    found = pd.Series(0, index=told.index)
    for _, of_number in told.groupby(["same", "percent", "percent_to"], dropna=False, sort=False):
        for number, own in enumerate(alike(of_number), int(found.max()) + 1):
            found[own] = number
    return found.tolist()


def alike(of_number: pd.DataFrame) -> list[list[Any]]:
    """The shares of one number in one poll, as lists of those that are one share, each by its place in the table."""
    rows = list(tables.rows(of_number))
    answers = {(row.article_id, row.option, row.group) for row in rows if isinstance(row.option, str)}
    if max(Counter(article for article, _, _ in answers).values(), default=1) == 1:
        return [[row.Index for row in rows]]
    found: list[tuple[set[str], list[Any]]] = []
    for row in rows:
        said = words_of(row)
        known = next((one for one in found if said & one[0]), None)
        if known is None:
            found.append((set(said), [row.Index]))
        else:
            known[0].update(said)
            known[1].append(row.Index)
    return [own for _, own in found]


def words_of(row: Any) -> frozenset[str]:
    """The words of four letters and more for the answer that a share counts."""
    return frozenset(WORD.findall(row.option.lower())) if isinstance(row.option, str) else frozenset()


def wordings(options: pd.Series) -> str | None:
    """The wordings of an answer in one outlet, in their order; null without one."""
    return "; ".join(options.dropna().drop_duplicates()) or None
