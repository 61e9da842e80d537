"""How groups of articles differ in their words, and how far that carries, in sentences."""

import pandas as pd

from ..measure.group import MIN_ARTICLES, groups
from ..tables import rows as rows_of
from .phrase import capital, listed, number


def framing(contrasts: pd.DataFrame, articles: pd.DataFrame, by: str) -> list[str]:
    """What groups call the same thing, and how far that carries."""
    count = groups(articles, by).nunique()
    if count < 2:
        return [f"There is nothing to compare: by {by} these articles make {number(count, 'group')}."]
    said = []
    for referent, rows in sorted(contrasts.groupby("referent"), key=lambda pair: -pair[1]["of_all"].iloc[0])[:6]:
        forms = [
            f"“{form}” in {listed([f'{row.group} ({row.n} of {row.of_n})' for row in rows_of(users)])}"
            for form, users in rows.groupby("form")
        ]
        said.append(f"{capital(str(referent))}: {'; '.join(forms)}.")
    if not said:
        said.append("No thing of the lookup is called by different names in different groups.")
    return [*said, limits(articles, by)]


def limits(articles: pd.DataFrame, by: str = "outlet") -> str:
    """Whether a comparison of groups can be more than a description."""
    sizes = groups(articles, by).value_counts()
    small = int((sizes < MIN_ARTICLES).sum())
    if len(sizes) < 2:
        return f"By {by} these articles make {number(len(sizes), 'group')}: there is nothing to compare."
    if not small:
        return f"Each of the {len(sizes)} groups has {MIN_ARTICLES} articles or more."
    large = len(sizes) - small
    least = f"{MIN_ARTICLES} articles or more"
    claim = "what follows describes these texts and is no claim about outlets"
    if not large:
        return f"None of the {number(len(sizes), 'group')} has {least}: {claim}."
    return f"{large} of the {len(sizes)} groups {'has' if large == 1 else 'have'} {least}: of the others, {claim}."


def confounded(articles: pd.DataFrame) -> str:
    """Whether the earlier and the later articles come from the same outlets."""
    when = groups(articles, "period")
    if when.dropna().nunique() < 2:
        return "The days of publication do not divide these articles into an earlier and a later part."
    who = groups(articles, "outlet")
    parts = [set(who[when == part]) for part in sorted(when.dropna().unique())]
    both = parts[0] & parts[1]
    sizes = " and ".join(
        f"{number(int((when == part).sum()), 'article')} {part}" for part in sorted(when.dropna().unique())
    )
    if both:
        return f"{sizes}; {number(len(both), 'outlet has', 'outlets have')} articles in both parts."
    return (
        f"{sizes}: no outlet has articles in both parts, so a change over time cannot be told from a difference "
        "between outlets."
    )
