"""Coverage: which outlets have an article on which story of the folder, and which have none."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from .. import tables
from .chance import could, first_day
from .copy import settled
from .day import Days, days_of
from .group import groups
from .omission import cells_of, days_within


def coverage(articles: pd.DataFrame, article_stories: pd.DataFrame | None = None, copies: str = "each") -> pd.DataFrame:
    """One row per story that two outlets or more report, and outlet: those with an article in the story, and the known
    outlets of the folder that have none in it.

    An outlet without an article did not cover the story as far as this folder goes, which need not hold all that an
    outlet published; what it left out of the story is not asked (`measure.omissions`). `could` says whether the days of
    its other articles settle that it was not too early for the story (`chance.could`). An outlet that is not known is
    one of its own for each article, so that nothing is said of what else it covers. `copies`: see `copy.settled`; an
    outlet that prints a copy covers its story, so that each counts unless asked otherwise. Stories: see `omissions`.
    """
    counted = settled(articles, copies)
    cells, published, outlet = cells_of(counted, article_stories), days_of(counted), groups(counted)
    known = set(counted["outlet"].dropna())
    of_outlet: defaultdict[str, list[Days]] = defaultdict(list)
    for article, name in outlet.items():
        of_outlet[name].append(published[str(article)])
    told = [
        row
        for story, own in days_within(cells, published).items()
        if len(own) > 1
        for row in rows(story, own, known, of_outlet)
    ]
    return tables.build("coverage", told)


def rows(
    story: int, own: dict[str, list[Days]], known: set[str], of_outlet: dict[str, list[Days]]
) -> Iterator[dict[str, Any]]:
    """The rows of one story."""
    begun = first_day([days for articles in own.values() for days in articles])
    listed = sorted({*own, *known})
    for outlet in listed:
        covered = outlet in own
        yield {
            "story": story,
            "outlet": outlet,
            "covered": covered,
            "articles": len(own.get(outlet, ())),
            "could": None if covered else could(of_outlet[outlet], begun),
            "others": len(own) - covered,
            "of_others": len(listed) - 1,
        }
