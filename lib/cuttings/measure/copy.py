"""Copies: articles that have most of their words from each other, as agency copy and re-posts have."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .. import tables
from ..errors import InputError
from ..extract.each import pages
from ..extract.paragraph import paragraphs
from ..memory import digest, remembered
from ..text import fold, words
from .day import days_of

POLICIES = ("once", "each", "drop")
SHINGLE, FEWEST = 5, 10
COPIED, ALIKE = 0.5, 0.8
COMMON, HEADS = 200, 20  # articles with a run of words, and how many of them others are held against where it is more
FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, so that the order of words counts in every bit

Sparse = Any  # articles × shingles, or articles × articles


def copies(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per article that shares at least half of its words with another, in groups that hang together so.

    1. An article is the set of its runs of five words (shingles; Broder 1997), headline, deck, sub-headings and body,
       capitals and punctuation aside. Of two articles, the one with fewer is a copy where at least half of its runs
       stand in the other.
    2. The `first` article of a group is the earliest of those whose day of publication is settled; where none is, the
       longest, then the one with the smallest id.
    3. kind, against the first: `identical` (the same runs), `alike` (four fifths of all runs are common), `part` (half
       of the shorter one stand in the longer one), or `chained` (it shares that much with another of the group only).

    Left out: articles of fewer than ten runs, of which nothing can be said. By runs that more than 200 articles have,
    an article is held against the first 20 of those only, so that time grows with their number. Not found: a copy
    reworded in every sentence, a translation.
    """
    tables.require(articles, "articles", "article_id", "text")
    return known(articles).copy()


def settled(articles: pd.DataFrame, policy: str) -> pd.DataFrame:
    """The articles that a measure counts: `each` all, `once` the first of each group of copies and all others, `drop`
    only those that are no copy of each other.

    Raises InputError for another policy.
    """
    if policy not in POLICIES:
        raise InputError(f"copies={policy!r}: copies are counted {', '.join(POLICIES)}")
    if policy == "each":
        return articles
    tables.require(articles, "articles", "article_id", "text")
    found = known(articles)
    left_out = found if policy == "drop" else found[~found["first"]]
    return articles[~articles["article_id"].isin(left_out["article_id"])]


def counting(table: pd.DataFrame, articles: pd.DataFrame, policy: str) -> pd.DataFrame:
    """The rows of a table that stand in articles which count."""
    return within(table, settled(articles, policy))


def within(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that stand in these articles."""
    kept: pd.DataFrame = table[table["article_id"].isin(articles["article_id"])]
    return kept


def look_of(articles: pd.DataFrame) -> bytes:
    """A digest of what copies are found by: ids, texts with what is known of them, and days."""
    found = blake2b(digest_size=16)
    days = days_of(articles)
    for key, text in pages(articles):
        found.update(repr((key, digest(text), days[key])).encode("utf-8", "surrogatepass"))
    return found.digest()


@remembered(8, look_of)
def known(articles: pd.DataFrame) -> pd.DataFrame:
    """The table of copies."""
    sets = [shingles(text) for _, text in pages(articles)]
    sizes = np.array([len(of) for of in sets], float)
    label = linked(overlaps(shingled(sets)), sizes)
    rows = []
    for number, members in enumerate(in_groups(label, precedence(articles, sizes)), 1):
        first = members[0]
        for place in members:
            common = float(len(np.intersect1d(sets[place], sets[first], assume_unique=True)))
            rows.append(
                {
                    "copy_group": number,
                    "article_id": articles["article_id"].iloc[place],
                    "first": place == first,
                    "kind": "first" if place == first else kind_of(common, sizes[place], sizes[first]),
                    "shared": common / max(1.0, min(sizes[place], sizes[first])),
                }
            )
    return tables.build("copies", rows)


@remembered(20_000)
def shingles(text: str) -> NDArray[np.uint64]:
    """The runs of five words of the article itself, each once, as numbers that stand for them."""
    folded = fold(text)
    own = [number_of(word.lower()) for one in paragraphs(text) for word in words(folded[one.start : one.end])]
    numbers = np.array(own, np.uint64)
    runs = np.zeros(max(0, len(own) - SHINGLE + 1), np.uint64)
    for at in range(SHINGLE):
        runs = runs * FACTOR + numbers[at : at + len(runs)]
    return np.unique(runs)


@lru_cache(maxsize=2**17)
def number_of(word: str) -> int:
    """A number that stands for a word, the same on any machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def shingled(sets: Sequence[NDArray[np.uint64]]) -> Sparse:
    """A matrix of articles × runs of words, 1 where an article has the run."""
    from scipy.sparse import csr_matrix

    runs, place = np.unique(np.concatenate([*sets, np.empty(0, np.uint64)]), return_inverse=True)
    line = np.repeat(np.arange(len(sets)), [len(of) for of in sets])
    return csr_matrix((np.ones(len(line), np.int32), (line, place)), (len(sets), max(1, len(runs))))


def overlaps(found: Sparse) -> Sparse:
    """How many runs each two articles share; of those that very many have, each article with the first of these."""
    spread = np.asarray(found.sum(axis=0)).reshape(-1)
    telling = found[:, np.flatnonzero((spread > 1) & (spread <= COMMON))]
    common = found[:, np.flatnonzero(spread > COMMON)]
    return (telling @ telling.T + common @ heads(common).T).tocsr()


def heads(common: Sparse) -> Sparse:
    """The first articles that have each run."""
    from scipy.sparse import csr_matrix

    column = common.tocsc()
    column.sort_indices()
    place = np.concatenate([np.arange(start, start + HEADS) for start in column.indptr[:-1]] or [np.empty(0, int)])
    run = np.repeat(np.arange(common.shape[1]), HEADS)
    return csr_matrix((np.ones(len(run), np.int32), (column.indices[place], run)), common.shape)


def linked(shared: Sparse, sizes: np.ndarray) -> np.ndarray:
    """A number for each article, the same for those that hang together by copying."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    pairs = shared.tocoo()
    least = np.minimum(sizes[pairs.row], sizes[pairs.col])
    kept = (pairs.row != pairs.col) & (least >= FEWEST) & (pairs.data >= COPIED * least)
    links = coo_matrix((np.ones(int(kept.sum())), (pairs.row[kept], pairs.col[kept])), shared.shape)
    return np.asarray(connected_components(links, directed=False)[1])


def precedence(articles: pd.DataFrame, sizes: np.ndarray) -> list[tuple[Any, ...]]:
    """What orders the articles of a group: settled days first, then length, then the id."""
    blank = pd.Series(pd.NaT, articles.index)
    first, last = (articles.get(name, blank) for name in ("published_from", "published_to"))
    days = [one.toordinal() if one == other else np.inf for one, other in zip(first, last, strict=True)]
    return list(zip(days, -sizes, articles["article_id"], strict=True))


def in_groups(label: np.ndarray, order: Sequence[tuple[Any, ...]]) -> list[list[int]]:
    """The places of the articles of each group of two and more, the first one first."""
    found: dict[int, list[int]] = {}
    for place, one in enumerate(label.tolist()):
        found.setdefault(one, []).append(place)
    groups = [sorted(of, key=lambda place: order[place]) for of in found.values() if len(of) > 1]
    return sorted(groups, key=lambda of: order[of[0]][2])


def kind_of(common: float, size: float, other: float) -> str:
    """How an article relates to the first of its group."""
    if common == size == other:
        return "identical"
    if common >= ALIKE * (size + other - common):
        return "alike"
    return "part" if common >= COPIED * min(size, other) else "chained"
