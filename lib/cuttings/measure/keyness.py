"""Keyness: the words that a group of articles uses more than all the others do."""

from typing import Any

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from .association import Use, log_likelihood, log_ratio, weighted_log_odds
from .bag import readable
from .copy import POLICIES, settled
from .copy import copies as copies_of
from .group import groups, status
from .inference import Design, adjusted, dispersion, in_articles, interval, use_of
from .mark import Caution, cautions, house_words
from .permutation import DRAWS, permutation
from .usage import Usage, usage

# Words that the prior weighs. With far fewer, a word that the rest never uses has next to no prior and so an
# enormous standard error, and `Kiev` against `Kyiv` drops off the list; with as many as the collection has,
# differences vanish.
PRIOR = 500.0
TESTED = 5  # articles in all that must have a term before it is tested: what fewer have cannot be told from chance
REFERENCE = "reference"


def keyness(
    articles: pd.DataFrame,
    by: str = "outlet",
    voice: str = "both",
    quotations: pd.DataFrame | None = None,
    min_n: int = 3,
    prior: float = PRIOR,
    reference: pd.DataFrame | None = None,
    house_style: bool = True,
    copies: str = "once",
    draws: int = DRAWS,
    seed: int = 0,
) -> pd.DataFrame:
    """One row per group and term: how much more the group uses it than all other groups together, or than `reference`,
    a table of other articles.

    1. Counted are the words of the article itself (see `wording.terms`) in the `voice` asked for: own, quoted or both;
       all but `both` need `quotations`. `copies`: see `copy.settled`. A term with fewer than `min_n` uses in all gets
       no row, yet counts towards the totals; without `house_style`, neither do the words of lookups/house_style.csv.
    2. `log_odds` and `z` rank: weighted log-odds with an informative Dirichlet prior of `prior` words, spread like
       those of the whole collection (Monroe, Colaresi & Quinn 2008, doi:10.1093/pan/mpn018, two-term variance).
       `log_ratio` says how large the difference is (Hardie 2014), `g2` is there for comparison with other studies.
    3. `low` and `high` bound log_ratio, `p` tests it, over articles and not over tokens (`inference.interval`,
       `permutation.permutation` with so many `draws`); `q` is p adjusted for all terms of the group (Benjamini &
       Hochberg 1995). Tested are terms that five articles have. Where the group or the rest has fewer than five
       articles, the row is `descriptive`, and none of these is given.
    4. `mark` says why a word may set apart less than it seems, the first that holds: `one article` of the group has
       it; `house style` (the lookup: `percent`, `mr`); `one outlet` of all has it, in two articles or more; `uneven`,
       where less than two thirds of the group's outlets, or of the other groups, bear the difference out.

    Left out: articles that belong to no group, articles in scripts without blanks between words, and groups without any
    counted word.
    No rows where fewer than two groups have counted words: there is nothing to compare.
    Raises InputError for an unknown voice or policy for copies, a missing table quotations, a prior that is not
    positive.
    """
    if not prior > 0:
        raise InputError(f"prior={prior}: the weight of the prior is a number of words above 0")
    chosen = settled(readable(articles), copies)
    group_of = {str(key): str(name) for key, name in groups(chosen, by).dropna().items()}
    if reference is not None:
        others = settled(readable(reference[~reference["article_id"].isin(chosen["article_id"])]), copies)
        chosen = pd.concat([chosen, others])
    counted = usage(chosen, voice, quotations)
    outlets = {str(key): str(name) for key, name in groups(chosen, "outlet").items()}
    if reference is None:
        sides = [group_of]
    else:
        against = dict.fromkeys(others["article_id"].astype("str"), REFERENCE)
        sides = [{key: name for key, name in group_of.items() if name == one} | against for one in names(group_of)]
    found = [rows(counted.of({*of}), of, outlets, min_n, prior, draws, seed) for of in sides]
    table = pd.concat([frame for frame in found if len(frame)] or [tables.build("keyness", [])])
    kept = table["group"] != REFERENCE if reference is not None else pd.Series(True, table.index)
    styled = table["term"].isin(house_words())
    return tables.check(table[kept & (house_style | ~styled)], "keyness")


def keyness_by_copies(articles: pd.DataFrame, top: int = 8, **how: Any) -> pd.DataFrame:
    """One row per group and term that is among the `top` of its group when copies count once, each, or not at all: its
    z in all three. `how` are arguments of `keyness`. No rows where no article is a copy of another.
    """
    if copies_of(articles).empty:
        return tables.build("keyness_by_copies", [])
    scores = {policy: keyness(articles, **how, copies=policy, draws=0) for policy in POLICIES}
    z = pd.DataFrame({f"z_{policy}": table.set_index(["group", "term"])["z"] for policy, table in scores.items()})
    rank = z.groupby("group").rank(ascending=False, method="first")
    return tables.check(z[((rank <= top) & (z > 0)).any(axis=1)].reset_index(), "keyness_by_copies")


def names(group_of: dict[str, str]) -> list[str]:
    """The groups, in alphabetical order."""
    return sorted({*group_of.values()})


def rows(
    counted: Usage,
    group_of: dict[str, str],
    outlets: dict[str, str],
    min_n: int,
    prior: float,
    draws: int,
    seed: int,
) -> pd.DataFrame:
    """The rows of groups that are compared with each other."""
    named = [group_of[one] for one in counted.articles]
    speaking = sorted({name for name, words in zip(named, counted.words, strict=True) if words})
    pooled = np.asarray(counted.matrix.sum(axis=0), np.float64).reshape(-1)
    kept = np.flatnonzero(pooled >= min_n)
    if len(speaking) < 2 or len(pooled) < 2 or not len(kept):
        return tables.build("keyness", [])
    group = np.array([speaking.index(name) if words else -1 for name, words in zip(named, counted.words, strict=True)])
    present = np.flatnonzero(group >= 0)
    pseudo = prior * pooled[kept] / pooled.sum()
    matrix = counted.matrix[present][:, kept].tocsr()
    design = Design(matrix, counted.words[present], group[present], len(speaking), pseudo, prior)
    who = [outlets[counted.articles[place]] for place in present]
    listed = [counted.terms[place] for place in kept]
    use = use_of(design, design.group)
    return described(design, use, speaking, listed, cautions(design, use, who, listed), draws, seed)


def described(
    design: Design, use: Use, names: list[str], listed: list[str], caution: Caution, draws: int, seed: int
) -> pd.DataFrame:
    """Scores and tests of every group and term."""
    log_odds, z = weighted_log_odds(use, design.pseudo, design.prior)
    ratio = log_ratio(use)
    spread = in_articles(design)
    sizes = np.bincount(design.group, minlength=design.groups)
    states = np.array([status(int(min(size, sizes.sum() - size))) for size in sizes])
    inferred = np.repeat((states == "compared")[:, None], len(listed), axis=1)
    tested = inferred & (np.asarray((design.matrix > 0).sum(axis=0)).reshape(-1) >= TESTED)
    p = permutation(design, tested, draws, seed)
    low, high = (np.where(inferred, end, np.nan) for end in interval(design, ratio))
    columns = {
        "n": use.counts.astype(int),
        "of_n": np.broadcast_to(use.n, z.shape).astype(int),
        "reference": use.rest.astype(int),
        "of_reference": np.broadcast_to(use.of_rest, z.shape).astype(int),
        "articles": spread,
        "of_articles": np.broadcast_to(sizes[:, None], z.shape),
        "log_odds": log_odds,
        "z": z,
        "log_ratio": ratio,
        "low": low,
        "high": high,
        "g2": log_likelihood(use),
        "p": p,
        "q": adjusted(p),
        "dispersion": dispersion(design),
        "one_article": spread == 1,
        "mark": caution.mark,
        "consistency": caution.consistency,
        "status": np.broadcast_to(states[:, None], z.shape),
    }
    frame = {"group": np.repeat(names, len(listed)), "term": listed * len(names)}
    return pd.DataFrame(frame | {name: np.ravel(values) for name, values in columns.items()})
