"""Omissions: who is heard, what is quoted and what is stated in one outlet and not in another."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from .. import lookups, tables, trace
from ..text import shorten
from .chance import NO, could, first_day
from .copy import settled, within
from .day import Days, days_of
from .edit import FULLEST, PARAPHRASED
from .fact import event_day
from .group import groups
from .voice import SOMEBODY

SHOWN = 90  # characters of an utterance by which it is named
STATED = "stated"
MOST_OF = 0.5  # of the other outlets must have what one is said to lack

SORTED = {"share": False, "others": False, "fact": True, "outlet": True, "kind": True}  # whether ascending

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
       or one where there are but two. A state or a seat of one that speaks (`Kyiv said`; `lookups/states.csv`) is a
       government. An outlet that is not known is one of its own for each article.
    2. An outlet that lacks a fact has a row where at least half of the others have it; what fewer have is no omission.
    3. An outlet whose articles were all published before the first one that has the fact (or before a dated event's own
       day, if that is earlier) was too early for it: it is not counted among those that lack it, nor among the others.
    4. `could` says of an outlet that lacks a fact whether its days settle that it was not too early (`chance.could`).

    The rows come first whose fact most of the others have. `evidence` is the address of the first place in this outlet;
    where it lacks the fact, of the first place elsewhere. Not quoted is not the same as not mentioned: an outlet may
    name a speaker whom it does not quote. `copies`: see `copy.settled`; an outlet that prints a copy has its facts, so
    that each counts unless asked otherwise.
    Not found: a person whom the articles only call by a name that a state or its seat has, too, such as `Jordan`.
    """
    tables.require(quotations, "quotations", "article_id", "start", "end", "kind", "speaker", "anonymous")
    tables.require(quote_groups, "quote_groups")
    counted = settled(articles, copies)
    of, published = groups(counted), days_of(counted)
    outlets: dict[str, list[Days]] = {}
    for article, outlet in of.items():
        outlets.setdefault(outlet, []).append(published[str(article)])
    least = 1 if len(outlets) == 2 else 2
    told, stating = (None if table is None else within(table, counted) for table in (statements, facts))
    spoken, grouped = within(quotations, counted), within(quote_groups, counted)
    rows: list[Row] = []
    for kind, fact, where in carried(spoken, grouped, told, stating, of):
        first: dict[str, Place] = {}
        for place in where:
            first.setdefault(place.outlet, place)
        if len(first) >= least:
            begun = first_day([published[place.article_id] for place in where], event_day(kind, fact))
            rows += ({"fact": fact, "kind": kind, **row} for row in known(first, outlets, begun))
    return ranked(tables.build("omissions", rows))


def carried(
    quotations: pd.DataFrame,
    quote_groups: pd.DataFrame,
    statements: pd.DataFrame | None,
    facts: pd.DataFrame | None,
    of: pd.Series,
) -> Iterator[tuple[str, str, list[Place]]]:
    """Each fact with its kind and the places that have it."""
    for speaker, where in heard(quotations, statements, of):
        yield "government" if speaker in governments() else "speaker", speaker, where
    for utterance, where in rendered(quote_groups, of):
        yield "utterance", utterance, where
    if facts is not None:
        for kind, own in facts.groupby("kind"):
            for fact, where in stated(own, of):
                yield str(kind), fact, where


@cache
def governments() -> frozenset[str]:
    """The names of states, and of the capitals and buildings that stand for one."""
    return frozenset(lookups.column("states", "form", kind="seat") + lookups.column("states", "form", kind="state"))


def heard(
    quotations: pd.DataFrame, statements: pd.DataFrame | None, of: pd.Series
) -> Iterator[tuple[str, list[Place]]]:
    """Each named speaker, with the places where the words are quoted, or else reported."""
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


def known(first: dict[str, Place], outlets: dict[str, list[Days]], begun: Days) -> Iterator[Row]:
    """The rows of one fact: the outlets that have it, and those that lack what at least half of the others have."""
    chances = {outlet: None if outlet in first else could(ranges, begun) for outlet, ranges in outlets.items()}
    able = [outlet for outlet, chance in chances.items() if chance != NO]
    for outlet in able:
        present = outlet in first
        others = len(first) - present
        if present or others >= MOST_OF * (len(able) - 1):
            place = first[outlet] if present else next(iter(first.values()))
            yield {
                "outlet": outlet,
                "present": present,
                "could": chances[outlet],
                "how": place.how if present else None,
                "evidence": place.address,
                "others": others,
                "of_others": len(able) - 1,
            }


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """The rows by the share of the others that have the fact, most first."""
    shares = table.assign(share=table["others"] / table["of_others"])
    return shares.sort_values([*SORTED], ascending=[*SORTED.values()], ignore_index=True).drop(columns="share")
