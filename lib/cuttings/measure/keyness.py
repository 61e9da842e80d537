"""Keyness: the words that a group of articles uses more than all the others do."""

from collections import Counter
from typing import NamedTuple

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from .group import groups, status
from .wording import hearing, terms

# Words that the prior weighs. With far fewer, a word that the rest never uses has next to no prior and so an
# enormous standard error, and `Kiev` against `Kyiv` drops off the list; with as many as the collection has,
# differences vanish.
PRIOR = 500.0


class Usage(NamedTuple):
    """How a group uses words: times per term, articles per term, articles in all."""

    times: Counter[str]
    spread: Counter[str]
    articles: int


def keyness(
    articles: pd.DataFrame,
    by: str = "outlet",
    voice: str = "both",
    quotations: pd.DataFrame | None = None,
    min_n: int = 3,
    prior: float = PRIOR,
) -> pd.DataFrame:
    """One row per group and term: its weighted log-odds in the group against all other groups together.

    Monroe, Colaresi & Quinn 2008, doi:10.1093/pan/mpn018, with the informative Dirichlet prior: each term
    gets as many pseudo-counts as it has of `prior` words of the whole collection, in the group and in the
    rest alike. z is log_odds over its standard error by the paper's two-term variance, 1/(n + a) +
    1/(reference + a), a being the term's pseudo-counts. It takes tokens for independent, which words of one
    article are not: rank by it, test nothing with it.

    Counted are the words of the article itself (see `wording.terms`) in the `voice` asked for: own, quoted or
    both; all but `both` need `quotations`. A term with fewer than `min_n` uses in all groups gets no row, yet
    counts towards the totals. A term that a group never uses has a row with n = 0.

    Left out: articles that belong to no group, and groups without any counted word.
    No rows where fewer than two groups have counted words: there is nothing to compare.
    Raises InputError for an unknown voice, a missing table quotations, and a prior that is not positive.
    """
    if not prior > 0:
        raise InputError(f"prior={prior}: the weight of the prior is a number of words above 0")
    used = usages(articles, by, voice, quotations)
    total = sum((usage.times for usage in used.values()), Counter[str]())
    if len(used) < 2 or len(total) < 2:
        return tables.build("keyness", [])
    return tables.check(scored(used, sorted(total), min_n, prior), "keyness")


def usages(articles: pd.DataFrame, by: str, voice: str, quotations: pd.DataFrame | None) -> dict[str, Usage]:
    """The words of each group that has any, groups in alphabetical order."""
    tables.require(articles, "articles", "article_id", "text")
    heard = hearing(voice, quotations)
    group_of = groups(articles, by).dropna()
    used = {
        str(group): Usage(Counter(), Counter(), int(size))
        for group, size in group_of.value_counts().sort_index().items()
    }
    names = group_of.to_dict()
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        if article_id in names:
            words = Counter(term for start, term in terms(text) if heard(article_id, start))
            used[names[article_id]].times.update(words)
            used[names[article_id]].spread.update(words.keys())
    return {group: usage for group, usage in used.items() if usage.times}


def scored(used: dict[str, Usage], vocabulary: list[str], min_n: int, prior: float) -> pd.DataFrame:
    """The rows of every group and every term with `min_n` uses."""
    counts = np.array([[usage.times[term] for term in vocabulary] for usage in used.values()])
    pooled = counts.sum(axis=0)
    log_odds, z = weighted_log_odds(counts, prior * pooled / pooled.sum())
    kept = np.flatnonzero(pooled >= min_n)
    listed = [vocabulary[place] for place in kept]
    spread = np.array([[usage.spread[term] for term in listed] for usage in used.values()], dtype=int)
    sizes = np.array([usage.articles for usage in used.values()])
    states = [status(min(size, sizes.sum() - size)) for size in sizes]
    return pd.DataFrame(
        {
            "group": np.repeat(list(used), len(kept)),
            "term": listed * len(used),
            "n": counts[:, kept].ravel(),
            "reference": (pooled - counts)[:, kept].ravel(),
            "articles": spread.ravel(),
            "of_articles": np.repeat(sizes, len(kept)),
            "log_odds": log_odds[:, kept].ravel(),
            "z": z[:, kept].ravel(),
            "one_article": spread.ravel() == 1,
            "status": np.repeat(states, len(kept)),
        }
    )


def weighted_log_odds(counts: np.ndarray, pseudo: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds ratio and z of each term (column) in each group (row) against the sum of the other rows.

    `pseudo` holds the prior's pseudo-counts of each term, the same for a group and for the rest.
    """
    inside = counts + pseudo
    rest = counts.sum(axis=0) - counts + pseudo
    ratio = logit(inside) - logit(rest)
    return ratio, ratio / np.sqrt(1 / inside + 1 / rest)


def logit(counts: np.ndarray) -> np.ndarray:
    """Natural logarithm of each term's odds within its row."""
    odds: np.ndarray = np.log(counts) - np.log(counts.sum(axis=1, keepdims=True) - counts)
    return odds
