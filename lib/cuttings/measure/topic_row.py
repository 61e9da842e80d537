"""The rows of topics: their terms and figures, the units that belong to them, and where these lie on a map."""

import numpy as np
import pandas as pd

from .. import tables
from .bag import Corpus
from .replication import Found, Held, exclusivity, strongest

# Hennig 2007, doi:10.1016/j.csda.2006.11.025: clusters with a mean Jaccard of 0.75 and more are stable.
STABLE = 0.75
STATES = {True: "stable", False: "not stable, do not report"}
LABEL = 3


def described(corpus: Corpus, found: Found, held: Held, chance: float) -> pd.DataFrame:
    """Each topic's strongest terms and figures, in the order in which it was found."""
    terms = [[corpus.vocabulary[place] for place in strongest(row)] for row in found.contrast]
    holds = (held.stability >= STABLE) & (held.stability > chance)
    return pd.DataFrame(
        {
            "label": [", ".join(listed[:LABEL]) for listed in terms],
            "terms": [", ".join(listed) for listed in terms],
            "stability": held.stability,
            "chance": chance,
            "likeness": held.likeness,
            "coherence": held.coherence,
            "exclusivity": exclusivity(found.centre, found.contrast),
            "status": [STATES[bool(hold)] for hold in holds],
        }
    )


def placed(spans: pd.DataFrame, corpus: Corpus, found: Found) -> pd.DataFrame:
    """The units that belong to a topic: which one (from 0), how near its centre, and where on the map."""
    if not len(found.centre):
        return spans.iloc[:0].assign(topic=0, likeness=0.0, lead=0.0, x=0.0, y=0.0)
    near = np.asarray(corpus.weights @ found.centre.T)
    rows = np.arange(len(near))
    own = near[rows, found.labels]
    others = near.copy()
    others[rows, found.labels] = -1
    second = others.max(axis=1) if near.shape[1] > 1 else np.zeros(len(near))
    across, up = np.round(corpus.weights @ axes(corpus, found).T, 4).T
    members = spans.assign(topic=found.labels, likeness=own, lead=own - second, x=across, y=up)
    inside: pd.DataFrame = members[found.labels >= 0]
    return inside


def axes(corpus: Corpus, found: Found) -> np.ndarray:
    """The two directions in which the centres of topics lie farthest apart, each topic weighing as it has units; of
    two topics, the second direction is that in which units differ most otherwise.
    """
    from sklearn.decomposition import TruncatedSVD

    sizes = np.bincount(found.labels[found.labels >= 0], minlength=len(found.centre))
    middle = np.average(found.centre, axis=0, weights=sizes)
    spread = (found.centre - middle) * np.sqrt(sizes)[:, None]
    directions = np.linalg.svd(spread, full_matrices=False)[2][: min(2, len(found.centre) - 1)]
    if len(directions) < 2:
        size = max(1, min(3, min(corpus.weights.shape) - 1))
        more = TruncatedSVD(size, random_state=0).fit(corpus.weights).components_
        directions = np.vstack([directions, more, np.eye(2, more.shape[1])])
        directions = np.linalg.qr(directions.T)[0].T[:2]
    signs = np.sign(directions[np.arange(2), np.abs(np.round(directions, 6)).argmax(axis=1)])
    turned: np.ndarray = directions * signs[:, None]
    return turned


def numbered(found: pd.DataFrame, members: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both tables with the topics numbered from 1, largest first, and what their units say of them."""
    grouped = members.groupby("topic")["article_id"]
    counted = found.assign(n=grouped.size(), of_n=len(members), articles=grouped.nunique())
    days = (
        members["article_id"].map(bounds(articles, "published_from")),
        members["article_id"].map(bounds(articles, "published_to")),
    )
    counted["first"], counted["last"] = days[0].groupby(members["topic"]).min(), days[1].groupby(members["topic"]).max()
    ordered = counted.sort_values(["n", "label"], ascending=[False, True])
    ordered["topic"] = range(1, len(ordered) + 1)
    renamed = members.assign(topic=members["topic"].map(ordered["topic"]))
    return tables.check(ordered, "topics"), tables.check(renamed, "article_topics")


def bounds(articles: pd.DataFrame, column: str) -> pd.Series:
    """A bound of the days of publication by article_id; null where the table does not have it."""
    days = articles.get(column, pd.Series(pd.NaT, articles.index))
    return pd.Series(pd.to_datetime(days).to_numpy(), index=articles["article_id"])
