"""Who is heard, what is quoted and what is stated in all outlets but one, in sentences."""

from typing import Any

import pandas as pd

from ..measure.chance import NOT_KNOWN
from ..measure.group import groups
from ..tables import rows as rows_of
from .phrase import listed, number

SHOWN = 5
HEARD = {"speaker": "named speaker", "government": "government"}


def omissions(omissions: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """What every other outlet has, and how often an outlet that lacks something could have known; of two outlets, what
    both have.
    """
    count = groups(articles).nunique()
    if count < 2:
        return ["There is one outlet: nothing can be said of what it leaves out."]
    if count == 2:
        spoken = omissions[omissions["kind"].isin(HEARD)]
        return [between_two(spoken), *chances(spoken[~spoken["present"]])]
    missing = omissions[~omissions["present"] & (omissions["of_others"] > 1)]
    every = missing[missing["others"] == missing["of_others"]].sort_values(["others", "kind", "fact"], ascending=False)
    half = len(missing) - len(every)
    if every.empty:
        cases = f"in {number(half, 'case')} at least half of the others have what an outlet has not"
        return [f"Nothing that is counted is in every outlet but one; {cases}.", *chances(missing)]
    told = [case(row) for row in rows_of(every.head(SHOWN))]
    rest = f", and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    more = f" In {number(half, 'more case')} at least half of the others have what an outlet has not." if half else ""
    return [f"In every other outlet that was not too early for it: {listed(told)}{rest}.{more}", *chances(missing)]


def case(row: Any) -> str:
    """What one outlet lacks, in words; a place that speaks is told as a government."""
    kind = "as a government" if row.kind == "government" else row.kind
    early = ", which may have been too early" if row.could == NOT_KNOWN else ""
    return f"{row.fact} ({kind}, not in {row.outlet}{early}; in all {row.others} others)"


def chances(missing: pd.DataFrame) -> list[str]:
    """In how many cases the days of publication tell that an outlet could have known; nothing where none is missing."""
    if missing.empty:
        return []
    unknown = int((missing["could"] == NOT_KNOWN).sum())
    cases = f"{number(len(missing), 'case')} in which an outlet has not what others have"
    return [f"Of {cases}, it could have known by its days: {len(missing) - unknown}; not known: {unknown}."]


def between_two(spoken: pd.DataFrame) -> str:
    """Who is heard in both of two outlets, and who only in one of them."""
    if spoken.empty:
        return "Neither of the two outlets quotes a named speaker."
    told = [in_common(rows, HEARD[str(kind)]) for kind, rows in spoken.groupby("kind")][::-1]
    return f"The two outlets have {' They have '.join(told)}"


def in_common(rows: pd.DataFrame, name: str) -> str:
    """How many of one kind two outlets have in common, and how many only one of them has."""
    shared = rows[rows["present"] & (rows["others"] == 1)]["fact"].nunique()
    alone = rows[rows["present"] & (rows["others"] == 0)].groupby("outlet")["fact"].nunique()
    parts = [f"; {int(n)} only in {outlet}" for outlet, n in alone.items()]
    return f"{number(int(shared), name)} in common{''.join(parts)}."
