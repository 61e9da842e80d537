"""Quote groups: one utterance as several outlets, or several places of one article, render it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from .. import tables
from ..extract.each import pages
from .alignment import background, weights
from .copy import copies as copies_of
from .copy import settled, within
from .day import days_of
from .edit import FULLEST, PARAPHRASED, edits, relation
from .group import groups
from .leader import Leaders
from .paraphrase import paraphrases
from .rendering import Rendering, identity, is_one, rendering
from .voice import SOMEBODY

LEAST_WORDS = 3
Row = dict[str, Any]


def quote_groups(
    quotations: pd.DataFrame,
    articles: pd.DataFrame,
    statements: pd.DataFrame | None = None,
    copies: str = "each",
) -> pd.DataFrame:
    """One row per quotation, or reported statement, in a group of renderings of one utterance.

    1. Full and partial quotations of three words or more are compared by their words in order, the rare ones counting
       more (`alignment`); words in an editor's brackets count as words. The fullest rendering leads a group, and a
       quotation belongs to the group whose fullest rendering it shares most with, if that is enough (`is_one`).
    2. Two named speakers must be one, and the days on which it was said (said_from, said_to, and the article's own
       day as the last possible one) must not lie apart. A speaker who is not settled, or described and not named,
       joins on long and nearly the same words alone.
    3. relation, to the fullest rendering: `fullest`, `verbatim`, or which of `cut`, `bracketed`, `reworded` and
       `added` it is; `edits` says what was cut, put in brackets, replaced or added. A reported statement of the same
       speaker in another article that shares most of its words of content, names apart, is `paraphrased`.
    4. across: whether the group has two outlets in articles that are no copies of each other.
    5. `copies` (see `copy.settled`): an outlet that prints a copy carries its utterances, so that each counts unless
       asked otherwise; in `once`, renderings in copies of another article get no rows.

    Groups are numbered, those of most outlets first. The rarest words of each quotation lead to those it is compared
    with, so that time grows with their number.

    Not found: a translation that shares fewer than half of its words with another; a rendering of an utterance only by
    statements; the same words where outlets name different speakers. A speaker who says the same words twice within
    days that nobody tells apart is one utterance here.
    """
    tables.require(quotations, "quotations", "article_id", "start", "end", "text", "kind", "speaker", "anonymous")
    tables.require(articles, "articles", "article_id", "file", "record", "text", "outlet")
    counted = settled(articles, copies)
    spoken = within(quotations[quotations["kind"].isin(SOMEBODY) & (quotations["words"] >= LEAST_WORDS)], counted)
    rows = list(tables.rows(spoken.sort_values(["article_id", "start"], ignore_index=True)))
    published = days_of(articles)
    made = [rendering(row, published[row.article_id]) for row in rows]
    texts = [text for _, text in pages(counted.sort_values("article_id"))]
    weight = weights([*{one.keys for one in made}, *background(texts)])
    leaders = members(rows, made, weight)
    told = {} if statements is None else paraphrases(within(statements, counted), rows, published, leaders)
    return numbered(list(described(rows, leaders, told)), articles)


def members(rows: Sequence[Any], made: Sequence[Rendering], weight: Mapping[str, float]) -> Leaders:
    """The groups: quotations come in the order of their length, and each joins the leader that it shares most with, or
    leads itself.
    """
    alike: defaultdict[Rendering, list[int]] = defaultdict(list)
    for place in sorted(range(len(rows)), key=lambda at: (-len(made[at].keys), at)):
        alike[made[place]].append(place)
    leaders = Leaders(weight)
    for one, places in alike.items():
        for some in together(one, places, rows, weight):
            leaders.place(one, some, {rows[place].article_id for place in some})
    return leaders


def together(
    one: Rendering, places: list[int], rows: Sequence[Any], weight: Mapping[str, float]
) -> Iterable[list[int]]:
    """The places of the same words, at once where these are enough to be one utterance, else article by article."""
    if len(places) == 1 or is_one(one, one, identity(one, weight), False):
        return [places]
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        by_article[rows[place].article_id].append(place)
    return by_article.values()


def described(rows: Sequence[Any], leaders: Leaders, told: Mapping[int, list[Any]]) -> Iterator[list[Row]]:
    """The rows of each group of more than one rendering, with their relation to the fullest one."""
    for first, places in leaders.led.items():
        if len(places) + len(told.get(first, ())) < 2:
            continue
        full = rows[first].text
        found: dict[str, tuple[str, str | None]] = {}
        for text in {rows[place].text for place in places}:
            differ = edits(full, text)
            found[text] = relation(differ), "; ".join(edit.said for edit in differ) or None
        group = [row_of(rows[place], *found[rows[place].text]) for place in places]
        group[0] |= {"relation": FULLEST, "edits": None}
        yield group + [row_of(row, PARAPHRASED, None) for row in told.get(first, ())]


def row_of(row: Any, how: str, said: str | None) -> Row:
    """A rendering's row, with how it is related to the fullest one."""
    spot = {name: getattr(row, name) for name in ("article_id", "start", "end", "text", "speaker")}
    return {**spot, "relation": how, "edits": said}


def numbered(found: list[list[Row]], articles: pd.DataFrame) -> pd.DataFrame:
    """The table of the groups, those of most outlets first, then of most renderings."""
    outlets, copied = groups(articles), copies_of(articles)
    origins = dict(zip(copied["article_id"], copied["copy_group"], strict=True))
    for group in found:
        own = {row["article_id"] for row in group}
        spread = len({outlets[key] for key in own})
        across = spread > 1 and len({origins.get(key, key) for key in own}) > 1
        for row in group:
            row |= {"across": across, "outlets": spread}
    found.sort(key=lambda group: (-group[0]["across"], -group[0]["outlets"], -len(group), place_of(group)))
    return tables.build("quote_groups", [{**row, "group": n} for n, group in enumerate(found, 1) for row in group])


def place_of(group: list[Row]) -> tuple[str, int]:
    """Where the fullest rendering stands."""
    return group[0]["article_id"], group[0]["start"]


def telling(quote_groups: pd.DataFrame) -> int | None:
    """The group to show of all: the first across outlets whose renderings differ, else the first one that differs, else
    the first; null where there is none.
    """
    differ = quote_groups[quote_groups["edits"].notna()]
    for rows in (differ[differ["across"]], quote_groups[quote_groups["across"]], differ, quote_groups):
        if len(rows):
            return int(rows["group"].min())
    return None
