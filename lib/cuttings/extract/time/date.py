"""Dates: the time expressions of the article itself, resolved as far as the text settles them."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from ..each import spans
from .anaphora import counted_on, is_anaphoric
from .event import named_day
from .expression import Expression, expressions, straight
from .published import Range, published
from .relative import seen_from

WIDEST = 31
OPEN = (None, None, "the text does not settle it")

Resolution = tuple[date | None, date | None, str]


def dates(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per time expression in the article itself.

    kind: day, month, year, quarter (or half-year), season, decade, range, feast (of fixed date), weekday or relative.

    1. What is written with its year stands for itself; `early`, `mid` and `late` are taken widely, and so are seasons,
       which are the northern ones. A fiscal year, and 05/03/2024, where day and month cannot be told apart, are open.
    2. A day that bears the name of an event (lookups/events.csv: `the Sept. 11 attacks`) is the day of that event.
    3. `a week later`, `the same day` count from the expression directly before them: see `counted_on`.
    4. Everything else counts from publication, which is itself a range (see `published` and `seen_from`): where that is
       at most 31 days wide, the bounds hold all that the expression can mean, and the basis says `one of these days` if
       they are wider for it. A day or month without a year needs only a range that leaves one year, and none named
       before it in its paragraph.

    Otherwise both bounds are null. Not found: movable feasts, `two days before the vote`, times of day without a day,
    and languages other than English.
    """
    return spans(articles, "dates", rows)


def rows(text: str) -> Iterator[dict[str, Any]]:
    """The rows of one article."""
    for one, (first, last, basis) in zip(expressions(text), resolutions(text), strict=True):
        bare = {"start": one.start, "end": one.end, "kind": one.kind}
        yield bare | {"resolved_from": first, "resolved_to": last, "basis": basis}


@lru_cache(maxsize=64)
def resolutions(text: str) -> tuple[Resolution, ...]:
    """What each expression of a text means, in order."""
    when, folded = published(text), straight(text)
    found: list[Resolution] = []
    before: Expression | None = None
    for one in expressions(text):
        if is_anaphoric(one):
            found.append(resolve_on(one, before, found[-1] if found else OPEN))
        else:
            found.append(named_day(folded, one) or resolve(one, when))
        before = one
    return tuple(found)


def resolve_on(one: Expression, before: Expression | None, known: Resolution) -> Resolution:
    """First and last day that an anaphoric expression can mean, and the rule."""
    if before and known[0] and known[1]:
        counted = counted_on(one, before, (known[0], known[1]))
        if counted:
            return *counted, f"counted from {before.text}"
    return OPEN


def resolve(found: Expression, when: Range) -> Resolution:
    """First and last day that an expression can mean, and the rule."""
    said = found.reading
    if said.first and said.last:
        return said.first, said.last, said.basis
    if said.basis:
        return None, None, f"the text does not settle it: {said.basis}"
    if when.first is None or when.last is None or is_anaphoric(found):
        return OPEN
    left, right = seen_from(found, when.first), seen_from(found, when.last)
    if not left or not right:
        return OPEN
    if found.kind in ("day", "month", "feast", "range"):
        settled = left == right and (when.last - when.first).days < 183 and not found.setting.dated
        return (*left, "the only one close to publication") if settled else OPEN
    if left == right:
        basis = "counted from publication"
        return *left, basis
    if (when.last - when.first).days > WIDEST:
        return OPEN
    return left[0], right[1], "one of these days, counted from publication"
