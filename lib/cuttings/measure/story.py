"""Stories: which articles report the same events, and which stand alone."""

import numpy as np
import pandas as pd

from .. import tables
from .bag import Matrix
from .copy import copies as copies_of
from .copy import settled
from .kinship import Kin, kin, pairs
from .thread import one_thread

# Halfway between an article that shares nothing with another and one that shares as much as with itself.
HALF = 0.5
# The largest number of articles that hang together whose kinship is held as a full array: 8,000 take a gigabyte.
FULL, STEP = 8_000, 0.05
LABEL, TERMS = 3, 8
BASIS = {
    "together": "at least half in common with the others, on average",
    "alone": "half in common with no other",
    "copied": "half in common with no other but what copies it",
    "copy": "a copy of another article of the story",
    "empty": "no counted word, or a script without blanks between words",
}


@one_thread
def stories(articles: pd.DataFrame, copies: str = "each") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two tables: one row per story (`stories`), and one row per article with its story (`article_stories`).

    Two articles on one event share names, numbers and turns of phrase; but how many depends on their length and on what
    else is in the folder, so that a threshold on similarity holds for one folder only. What holds for any is the scale
    that articles bring along: what each shares with itself (`kinship.kin`).

    1. Stories are made bottom up: the two articles or stories with most kinship are joined first (weighted average
       linkage, Sokal & Michener 1958: both sides of a join weigh the same, however many articles they have).
    2. They are joined no further where what they share is less than half of what articles share with themselves.
    3. A story is numbered from the largest; its terms are those of highest tf-idf in its articles, and its `headline`
       is that of the article with most kinship to the others.

    `copies` (see `copy.settled`): an outlet that prints a copy reports the story, so that each takes part unless asked
    otherwise; `once`, the first takes part, and the others are in its story; `drop`, none does, and they get no rows.

    An article without any counted word has no story. An article alone is a story of one.
    Not found: two events that are told in the same words (two matches of one team, two fires), which become one story;
    a report on an event in another language; an event in passing in an article on something else.
    """
    tables.require(articles, "articles", "article_id", "text")
    counted = settled(articles, copies)
    known = kin(counted)
    labels, likeness = together(known)
    kept = counted if copies == "drop" else articles
    members = with_copies(known.articles, labels, likeness, kept)
    table = described(known, members, articles)
    members["story"] = members["label"].map(table["story"])
    empty = kept.loc[~kept["article_id"].isin(members["article_id"]), ["article_id"]]
    blank = empty.assign(story=None, size=0, likeness=None, basis=BASIS["empty"])
    every = pd.concat([members.astype({"story": "Int64"}), blank.astype({"story": "Int64", "likeness": "float64"})])
    return tables.check(table, "stories"), tables.check(every, "article_stories")


def with_copies(ids: list[str], labels: np.ndarray, likeness: np.ndarray, kept: pd.DataFrame) -> pd.DataFrame:
    """The articles that took part, then those that are only copies of them, each with its story and why it is in it."""
    own = pd.DataFrame({"article_id": pd.Series(ids, dtype="str"), "label": labels, "likeness": likeness})
    copied = copies_of(kept)
    origins = copied.loc[copied["first"]].set_index("copy_group")["article_id"]
    more = copied.loc[~copied["first"] & ~copied["article_id"].isin(own["article_id"]), ["article_id", "copy_group"]]
    more = more.assign(label=more["copy_group"].map(origins).map(own.set_index("article_id")["label"]))
    members = pd.concat([own, more.dropna(subset="label")[["article_id", "label"]]], ignore_index=True)
    members["label"] = members["label"].astype("int64")
    took_part = pd.Series(np.arange(len(members)) < len(own), members.index)
    members["size"] = members.groupby("label")["label"].transform("size")
    alone = took_part.groupby(members["label"]).transform("sum") < 2
    members.loc[alone, "likeness"] = None
    basis = np.where(alone, np.where(members["size"] > 1, BASIS["copied"], BASIS["alone"]), BASIS["together"])
    members["basis"] = np.where(took_part, basis, BASIS["copy"])
    members["copies"] = members["article_id"].isin(copied.loc[~copied["first"], "article_id"])
    return members


def together(known: Kin) -> tuple[np.ndarray, np.ndarray]:
    """A number for each article, the same for those of one story; and its mean kinship to the others of its story."""
    size = len(known.articles)
    labels, likeness = np.arange(size), np.zeros(size)
    if size < 2:
        return labels, likeness
    for rows in hanging(pairs(known.vectors, HALF), np.arange(size), HALF):
        part = known.vectors[rows]
        kinship = np.round((part @ part.T).toarray(), 6)
        inside = joined(kinship)
        labels[rows] = rows[[np.flatnonzero(inside == own)[0] for own in inside]]
        same = inside[:, None] == inside
        np.fill_diagonal(same, False)
        likeness[rows] = (kinship * same).sum(axis=1) / np.maximum(same.sum(axis=1), 1)
    return labels, likeness


def hanging(near: Matrix, rows: np.ndarray, least: float) -> list[np.ndarray]:
    """The articles that hang together by pairs of at least `least` kinship: no story reaches beyond them, because a
    mean reaches HALF only where some pair does. Of more than FULL articles, those that hang together more closely.
    """
    from scipy.sparse.csgraph import connected_components

    label = connected_components(near, directed=False)[1]
    order = np.argsort(label, kind="stable")
    found = []
    for places in np.split(order, np.flatnonzero(np.diff(label[order])) + 1):
        if len(places) > FULL:
            closer = near[places][:, places]
            closer.data[closer.data < least + STEP] = 0
            closer.eliminate_zeros()
            found += hanging(closer, rows[places], least + STEP)
        elif len(places) > 1:
            found.append(rows[places])
    return found


def joined(kinship: np.ndarray) -> np.ndarray:
    """The stories among articles that hang together."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    most = float(kinship.max())
    apart = most - kinship
    np.fill_diagonal(apart, 0)
    return np.asarray(fcluster(linkage(squareform(apart, checks=False), "weighted"), most - HALF, "distance"))


def described(known: Kin, members: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of stories, indexed by the numbers that their articles have so far; `members` begin with the articles
    that took part, in their order.
    """
    from scipy.sparse import csr_matrix

    keyed = articles.set_index("article_id")
    numbers = members["label"].unique()
    columns = ["outlet", "headline", "published_from", "published_to"]
    facts = members.join(keyed.reindex(columns=columns), on="article_id")
    grouped = facts.groupby("label", sort=False)
    central = facts.sort_values(["likeness", "article_id"], ascending=[False, True]).groupby("label").first()
    table = pd.DataFrame(
        {
            "articles": grouped.size(),
            "copies": grouped["copies"].sum(),
            "outlets": grouped["outlet"].nunique(),
            "first": pd.to_datetime(grouped["published_from"].min()),
            "last": pd.to_datetime(grouped["published_to"].max()),
            "likeness": grouped["likeness"].mean(),
            "example": central["article_id"],
            "headline": central["headline"],
        },
        index=numbers,
    )
    if len(numbers):
        place = pd.Series(range(len(numbers)), index=numbers)
        row = members["label"].iloc[: len(known.articles)].map(place).to_numpy()
        sums = csr_matrix((np.ones(len(row)), (row, np.arange(len(row)))), (len(numbers), len(row))) @ known.named
        table["terms"] = [top(sums[number], known.vocabulary) for number in range(len(numbers))]
    else:
        table["terms"] = pd.Series(dtype="str")
    table["label"] = table["terms"].str.split(", ").str[:LABEL].str.join(", ")
    ordered = table.sort_values(["articles", "example"], ascending=[False, True])
    return ordered.assign(story=range(1, len(ordered) + 1))


def top(row: Matrix, vocabulary: list[str]) -> str:
    """The terms of most weight in a sparse row; the alphabet decides between equals."""
    order = np.lexsort((row.indices, -np.round(row.data, 6)))[:TERMS]
    return ", ".join(vocabulary[place] for place in row.indices[order])
