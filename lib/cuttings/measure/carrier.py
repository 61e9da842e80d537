"""Carriers: the places of articles that have a fact: who is heard, what is quoted, what is stated."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from .. import tables, trace
from ..text import shorten
from .edit import FULLEST, PARAPHRASED
from .government import speakers
from .voice import SOMEBODY

SHOWN = 90  # characters of an utterance by which it is named
GOVERNMENT, SPEAKER, UTTERANCE, STATED = "government", "speaker", "utterance", "stated"


class Place(NamedTuple):
    """Where an article has a fact, and how: quoted, reported, stated, or the relation of a rendering; of a government,
    the name under which it speaks.
    """

    article_id: str
    address: str
    how: str
    form: str | None


Fact = tuple[str, str, list[Place]]


def carried(spoken: pd.DataFrame, quote_groups: pd.DataFrame, facts: pd.DataFrame | None) -> Iterator[Fact]:
    """Each fact with its kind and the places that have it, those of one article in their order; `spoken` as `said`
    gives it.
    """
    yield from heard(spoken)
    yield from rendered(quote_groups)
    if facts is not None:
        tables.require(facts, "facts")
        sorted_ = facts.assign(how=STATED, form=None).sort_values(["article_id", "start"])
        for (kind, fact), where in sorted_.groupby(["kind", "fact"]):
            yield str(kind), str(fact), list(places(where))


def said(quotations: pd.DataFrame, statements: pd.DataFrame | None) -> pd.DataFrame:
    """What somebody says, quoted or reported."""
    columns = ["article_id", "start", "end", "speaker", "anonymous"]
    told = [quotations.loc[quotations["kind"].isin(SOMEBODY), columns].assign(how="quoted")]
    if statements is not None:
        told.append(statements[columns].assign(how="reported"))
    return pd.concat(told, ignore_index=True)


def heard(spoken: pd.DataFrame) -> Iterator[Fact]:
    """Each named speaker, and each state that speaks, with the places where the words are quoted, or else reported."""
    every = spoken[spoken["speaker"].notna()]
    every = every.assign(fact=speakers(every), form=every["speaker"])
    every["kind"] = (every["fact"] == every["form"]).map({True: SPEAKER, False: GOVERNMENT})
    named = every[~every["anonymous"].astype("bool") | (every["kind"] == GOVERNMENT)]
    ordered = named.sort_values(["how", "article_id", "start"])
    for (kind, fact), where in ordered.groupby(["kind", "fact"]):
        yield str(kind), str(fact), list(places(where if kind == GOVERNMENT else where.assign(form=None)))


def rendered(quote_groups: pd.DataFrame) -> Iterator[Fact]:
    """Each utterance of several renderings, named by its speaker and the fullest one, with its places."""
    order = {FULLEST: 0, PARAPHRASED: 2}
    ranked = quote_groups.assign(
        how=quote_groups["relation"], rank=quote_groups["relation"].map(order).fillna(1), form=None
    )
    for group, where in ranked.sort_values(["group", "rank", "article_id", "start"]).groupby("group"):
        speakers = where["speaker"].dropna()
        who = f"{speakers.iloc[0]}: " if len(speakers) else ""
        fact = f"{who}“{shorten(where['text'].iloc[0], SHOWN)}” (group {group})"
        yield UTTERANCE, fact, list(places(where))


def places(rows: pd.DataFrame) -> Iterator[Place]:
    """Where these rows stand, in their order."""
    for cells in zip(rows["article_id"], trace.address(rows), rows["how"], rows["form"], strict=True):
        yield Place(*cells)
