"""Omissions: who is heard, what is quoted and what is stated in one outlet and not in another, story by story."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from .. import tables
from .carrier import Place, carried, said
from .chance import NO, could, first_day
from .copy import settled, within
from .day import Days, days_of
from .fact import event_day
from .group import groups
from .namesake import Names, full_names, in_full, unsettled
from .story import stories

MOST_OF = 0.5  # of the other outlets must have what one is said to lack

SORTED = {"share": False, "others": False, "story": True, "fact": True, "outlet": True, "kind": True}  # ascending?

Row = dict[str, Any]
Cell = tuple[int, str]  # a story and an outlet


def omissions(
    quotations: pd.DataFrame,
    quote_groups: pd.DataFrame,
    articles: pd.DataFrame,
    statements: pd.DataFrame | None = None,
    facts: pd.DataFrame | None = None,
    copies: str = "each",
    article_stories: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per story, fact and outlet of the story: whether the outlet has it, how, where, and how many of the other
    outlets of the story have it.

    1. Stories are those of `article_stories`, else of `measure.stories`, or a researcher's own: a table with
       `article_id` and `story`; a folder is one where all have the same number. Only outlets with an article in the
       story are compared in it: one that did not cover it left nothing out (`measure.coverage`).
    2. Facts are named speakers who are quoted (or whose statements are reported), utterances of several renderings
       (`quote_groups`), and `facts` of any kind (`measure.facts`, or a researcher's own), of which two outlets of the
       story know, or one where there are but two. A state that speaks, by its name or by the seat of its government
       (`Kyiv said`; `government.state_of`), is a government, with the `forms` under which it does. A speaker called by
       a surname alone is the one whom the story has with it; where it has two, the outlet has no row for either of
       them that it does not name. An outlet that is not known is one of its own for each article.
    3. An outlet that lacks a fact has a row where at least half of the others have it; what fewer have is no omission.
    4. An outlet whose articles in the story were all published before the first of it that has the fact (or before a
       dated event's own day, if that is earlier) was too early for it: it is not counted among those that lack it, nor
       among the others.
    5. `could` says of an outlet that lacks a fact whether its days settle that it was not too early (`chance.could`).

    The rows come first whose fact most of the others have. `evidence` is the address of the first place in this outlet;
    where it lacks the fact, of the first place elsewhere in the story. Not quoted is not the same as not mentioned: an
    outlet may name a speaker whom it does not quote. `copies`: see `copy.settled`; an outlet that prints a copy has its
    facts, so that each counts unless asked otherwise.
    Not found: what two articles say of one event that `measure.stories` does not put together.
    """
    tables.require(quotations, "quotations", "article_id", "start", "end", "kind", "speaker", "anonymous")
    tables.require(quote_groups, "quote_groups")
    counted = settled(articles, copies)
    cells, published = cells_of(counted, article_stories), days_of(counted)
    days = days_within(cells, published)
    stated = None if facts is None else within(facts, counted)
    heard, perhaps = spoken(quotations, statements, cells)
    rows: list[Row] = []
    for kind, fact, where in carried(heard, within(quote_groups, counted), stated):
        for story, own in by_story(where, cells).items():
            if len(own) >= (1 if len(days[story]) == 2 else 2):
                dated = [published[place.article_id] for places in own.values() for place in places]
                begun = first_day(dated, event_day(kind, fact))
                may_have = perhaps.get((story, fact), set()) - own.keys()
                asked = {outlet: ranges for outlet, ranges in days[story].items() if outlet not in may_have}
                rows += ({"story": story, "fact": fact, "kind": kind, **row} for row in known(own, asked, begun))
    return ranked(tables.build("omissions", rows))


def spoken(
    quotations: pd.DataFrame, statements: pd.DataFrame | None, cells: Mapping[str, Cell]
) -> tuple[pd.DataFrame, Names]:
    """What speakers say, quoted or reported, each under the full name that the story has; and the outlets, by story and
    full name, that may mean that person by a surname alone.
    """
    story_of = {article: story for article, (story, _) in cells.items()}
    every = said(quotations, statements)
    names = full_names(every, story_of)
    doubtful = unsettled(every, names, story_of)
    outlets = {key: {cells[article][1] for article in articles} for key, articles in doubtful.items()}
    return in_full(every[every["article_id"].isin(story_of)], names, story_of), outlets


def cells_of(articles: pd.DataFrame, article_stories: pd.DataFrame | None) -> dict[str, Cell]:
    """The story and the outlet of each article that is in a story."""
    found = stories(articles)[1] if article_stories is None else article_stories
    tables.require(found, "article_stories", "article_id", "story")
    outlet = groups(articles)
    own = within(found, articles).dropna(subset="story")
    return {key: (int(story), outlet[key]) for key, story in zip(own["article_id"], own["story"], strict=True)}


def days_within(cells: Mapping[str, Cell], published: Mapping[str, Days]) -> dict[int, dict[str, list[Days]]]:
    """The days of the articles by story and outlet."""
    days: defaultdict[int, defaultdict[str, list[Days]]] = defaultdict(lambda: defaultdict(list))
    for article, (story, outlet) in cells.items():
        days[story][outlet].append(published[article])
    return {story: dict(own) for story, own in days.items()}


def by_story(where: Sequence[Place], cells: Mapping[str, Cell]) -> dict[int, dict[str, list[Place]]]:
    """The places of a fact by story and outlet."""
    found: dict[int, dict[str, list[Place]]] = {}
    for place in where:
        if place.article_id in cells:
            story, outlet = cells[place.article_id]
            found.setdefault(story, {}).setdefault(outlet, []).append(place)
    return found


def known(own: Mapping[str, list[Place]], outlets: Mapping[str, list[Days]], begun: Days) -> Iterator[Row]:
    """The rows of one fact in a story: outlets that have it, and those that lack what half of the others have."""
    chances = {outlet: None if outlet in own else could(ranges, begun) for outlet, ranges in outlets.items()}
    able = [outlet for outlet, chance in chances.items() if chance != NO]
    for outlet in able:
        present = outlet in own
        others = len(own) - present
        if present or others >= MOST_OF * (len(able) - 1):
            where = own[outlet] if present else [place for places in own.values() for place in places]
            yield {
                "outlet": outlet,
                "present": present,
                "could": chances[outlet],
                "how": where[0].how if present else None,
                "forms": forms_of(where),
                "evidence": where[0].address,
                "others": others,
                "of_others": len(able) - 1,
            }


def forms_of(where: Sequence[Place]) -> str | None:
    """The names under which a government speaks at some places, most used first; null for any other fact."""
    uses = Counter(place.form for place in where if isinstance(place.form, str))
    return ", ".join(sorted(uses, key=lambda form: (-uses[form], form))) or None


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """The rows by the share of the others that have the fact, most first."""
    shares = table.assign(share=table["others"] / table["of_others"])
    return shares.sort_values([*SORTED], ascending=[*SORTED.values()], ignore_index=True).drop(columns="share")
