"""Omissions: who is heard, what is quoted and what is stated in one outlet and not in another."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from .. import tables, trace
from ..text import shorten
from .copy import counting, settled
from .day import Days, days_of
from .edit import FULLEST, PARAPHRASED
from .group import groups
from .voice import SOMEBODY

SHOWN = 90  # characters of an utterance by which it is named
STATED = "stated"
MOST_OF = 0.5  # of the other outlets must have what one is said to lack

Row = dict[str, Any]


class Place(NamedTuple):
    """Where an outlet has a fact, and how: quoted, reported, or the relation of a rendering."""

    outlet: str
    address: str
    how: str
    article_id: str


def omissions(
    quotations: pd.DataFrame,
    quote_groups: pd.DataFrame,
    articles: pd.DataFrame,
    statements: pd.DataFrame | None = None,
    facts: pd.DataFrame | None = None,
    copies: str = "each",
) -> pd.DataFrame:
    """One row per fact and outlet: whether the outlet has it, how, where, and how many of the other outlets have it.

    1. Facts are named speakers who are quoted (or whose statements are reported), utterances of several renderings
       (`quote_groups`), and `facts` of any kind (`measure.facts`, or a researcher's own), of which two outlets know,
       or one where there are but two. An outlet that is not known is one
       of its own for each article.
    2. An outlet that lacks a fact has a row where at least half of the others have it; what fewer have is no omission.
    3. Articles that were all published before the first one that has the fact can have been too early for it: such an
       outlet is not counted among those that lack it, nor among the others.

    `evidence` is the address of the first place in this outlet; where it lacks the fact, of the first place elsewhere.
    Not quoted is not the same as not mentioned: an outlet may name a speaker whom it does not quote. `copies`: see
    `copy.settled`; an outlet that prints a copy has its facts, so that each counts unless asked otherwise.
    """
    tables.require(quotations, "quotations", "article_id", "start", "end", "kind", "speaker", "anonymous")
    tables.require(quote_groups, "quote_groups")
    counted = settled(articles, copies)
    of, published = groups(counted), days_of(counted)
    outlets: dict[str, list[Days]] = {}
    for article, outlet in of.items():
        outlets.setdefault(outlet, []).append(published[str(article)])
    least = 1 if len(outlets) == 2 else 2
    rows: list[Row] = []
    told = None if statements is None else counting(statements, articles, copies)
    kinds = [
        ("speaker", heard(counting(quotations, articles, copies), told, of)),
        ("utterance", rendered(counting(quote_groups, articles, copies), of)),
    ]
    if facts is not None:
        kinds += [(str(kind), stated(own, of)) for kind, own in counting(facts, articles, copies).groupby("kind")]
    for kind, found in kinds:
        for fact, places in found:
            first: dict[str, Place] = {}
            for place in places:
                first.setdefault(place.outlet, place)
            if len(first) >= least:
                begun = earliest([published[place.article_id] for place in places])
                rows += ({"fact": fact, "kind": kind, **row} for row in known(first, outlets, begun))
    return tables.build("omissions", rows)


def heard(
    quotations: pd.DataFrame, statements: pd.DataFrame | None, of: pd.Series
) -> Iterator[tuple[str, list[Place]]]:
    """Each named speaker, with the places where he or she is quoted, or else reported."""
    columns = ["article_id", "start", "end", "speaker", "anonymous"]
    told = [quotations.loc[quotations["kind"].isin(SOMEBODY), columns].assign(how="quoted")]
    if statements is not None:
        told.append(statements[columns].assign(how="reported"))
    all_told = pd.concat(told, ignore_index=True)
    named = all_told[~all_told["anonymous"].astype("bool") & all_told["speaker"].notna()]
    for speaker, rows in named.sort_values(["how", "article_id", "start"]).groupby("speaker"):
        yield str(speaker), list(places(rows, of))


def rendered(quote_groups: pd.DataFrame, of: pd.Series) -> Iterator[tuple[str, list[Place]]]:
    """Each utterance of several renderings, named by its speaker and the fullest one, with its places."""
    order = {FULLEST: 0, PARAPHRASED: 2}
    ranked = quote_groups.assign(how=quote_groups["relation"], rank=quote_groups["relation"].map(order).fillna(1))
    for group, rows in ranked.sort_values(["group", "rank", "article_id", "start"]).groupby("group"):
        speakers = rows["speaker"].dropna()
        who = f"{speakers.iloc[0]}: " if len(speakers) else ""
        yield f"{who}“{shorten(rows['text'].iloc[0], SHOWN)}” (group {group})", list(places(rows, of))


def stated(facts: pd.DataFrame, of: pd.Series) -> Iterator[tuple[str, list[Place]]]:
    """Each fact of one kind, with its places."""
    tables.require(facts, "facts")
    for fact, rows in facts.assign(how=STATED).sort_values(["article_id", "start"]).groupby("fact"):
        yield str(fact), list(places(rows, of))


def places(rows: pd.DataFrame, of: pd.Series) -> Iterator[Place]:
    """Where these rows stand, in their order."""
    for article, at, how in zip(rows["article_id"], trace.address(rows), rows["how"], strict=True):
        yield Place(of[article], at, how, article)


def earliest(ranges: list[Days]) -> pd.Timestamp | None:
    """The first day on which one of these articles can have been published, null where that is open."""
    firsts = [first for first, _ in ranges]
    return None if None in firsts else min(day for day in firsts if day is not None)


def known(first: dict[str, Place], outlets: dict[str, list[Days]], begun: pd.Timestamp | None) -> Iterator[Row]:
    """The rows of one fact: the outlets that have it, and those that lack what at least half of the others have."""
    able = [outlet for outlet, ranges in outlets.items() if outlet in first or not too_early(ranges, begun)]
    for outlet in able:
        present = outlet in first
        others = len(first) - present
        if present or others >= MOST_OF * (len(able) - 1):
            place = first[outlet] if present else next(iter(first.values()))
            yield {
                "outlet": outlet,
                "present": present,
                "how": place.how if present else None,
                "evidence": place.address,
                "others": others,
                "of_others": len(able) - 1,
            }


def too_early(ranges: list[Days], begun: pd.Timestamp | None) -> bool:
    """Whether articles were certainly all published before a day."""
    return begun is not None and all(last is not None and last < begun for _, last in ranges)
