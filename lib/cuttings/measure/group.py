"""Groups of articles to compare: outlets, months or periods of publication, files."""

import re
from datetime import date

import pandas as pd

from .. import tables, trace
from ..errors import InputError

UNKNOWN = "outlet unknown: "
MIN_ARTICLES = 5
COMPARED, DESCRIPTIVE = "compared", "descriptive"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def groups(articles: pd.DataFrame, by: str = "outlet") -> pd.Series:
    """The group of each article, indexed by article_id; null where the article belongs to none.

    - `outlet`: the outlet; an article of unknown outlet is a group of its own (`outlet unknown: <file>`, see
      `trace.places`), because two unknown outlets must not be counted as one.
    - `month`: the month of publication, `2024-11`, null where the range does not settle it.
    - a day, `2025-01-20`: before it, or on and after it; null where the range lies across. `period`: the same with the
      day that settles most articles and divides them most evenly.
    - any other column of `articles`, as it is.

    Raises InputError for anything else.
    """
    tables.require(articles, "articles", "article_id", "file", "outlet")
    keyed: pd.DataFrame = articles.set_index("article_id")
    if by == "outlet":
        return pd.Series(keyed["outlet"].fillna(UNKNOWN + trace.places(articles)), name="group")
    if by == "month":
        first, last = (keyed[column].dt.strftime("%Y-%m") for column in ("published_from", "published_to"))
        return pd.Series(first.where(first == last), name="group")
    if by == "period":
        day = dividing_day(keyed)
        return pd.Series(None, index=keyed.index, dtype="str", name="group") if day is None else periods(keyed, day)
    if DAY.fullmatch(by):
        return periods(keyed, day_of(by))
    if by not in keyed.columns:
        raise InputError(
            f"by={by!r}: articles are grouped by outlet, month, period, a day or one of {', '.join(keyed.columns)}"
        )
    column: pd.Series = keyed[by].astype("str")
    return column.rename("group")


def day_of(written: str) -> pd.Timestamp:
    """A day as the researcher writes it."""
    try:
        return pd.Timestamp(date.fromisoformat(written))
    except ValueError:
        raise InputError(f"by={written!r} is no day of the calendar") from None


def periods(keyed: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """`before <day>` where the article was published before, `from <day>` where it was not, null where both may be."""
    before = keyed["published_to"] < day
    after = keyed["published_from"] >= day
    group = pd.Series(None, index=keyed.index, dtype="str", name="group")
    group[before], group[after] = f"before {day:%Y-%m-%d}", f"from {day:%Y-%m-%d}"
    return group


def dividing_day(keyed: pd.DataFrame) -> pd.Timestamp | None:
    """The day that settles most articles, then divides them most evenly, then the earliest; null where none divides."""
    best: tuple[int, int] = (0, 0)
    found = None
    for day in sorted({*keyed["published_from"].dropna(), *(keyed["published_to"].dropna() + pd.Timedelta(days=1))}):
        before, after = int((keyed["published_to"] < day).sum()), int((keyed["published_from"] >= day).sum())
        if before and after and (before + after, min(before, after)) > best:
            best, found = (before + after, min(before, after)), day
    return found


def status(articles_in_group: int) -> str:
    """Whether a group has the articles that a comparison of groups needs."""
    return COMPARED if articles_in_group >= MIN_ARTICLES else DESCRIPTIVE
