"""Who is heard, what is quoted and what is stated in all outlets but one, in sentences."""

import pandas as pd

from ..measure.group import groups
from ..tables import rows as rows_of
from .phrase import listed, number

SHOWN = 5


def omissions(omissions: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """What every other outlet has; of two outlets, what both have."""
    count = groups(articles).nunique()
    if count < 2:
        return ["There is one outlet: nothing can be said of what it leaves out."]
    if count == 2:
        return [between_two(omissions)]
    missing = omissions[~omissions["present"] & (omissions["of_others"] > 1)]
    every = missing[missing["others"] == missing["of_others"]].sort_values(["others", "kind", "fact"], ascending=False)
    half = len(missing) - len(every)
    if every.empty:
        cases = f"in {number(half, 'case')} at least half of the others have what an outlet has not"
        return [f"Nothing that is counted is in every outlet but one; {cases}."]
    told = [
        f"{row.fact} ({row.kind}, not in {row.outlet}; in all {row.others} others)"
        for row in rows_of(every.head(SHOWN))
    ]
    rest = f", and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    more = f" In {number(half, 'more case')} at least half of the others have what an outlet has not." if half else ""
    return [f"In every other outlet that can have it: {listed(told)}{rest}.{more}"]


def between_two(omissions: pd.DataFrame) -> str:
    """What two outlets have in common, and what only one of them has."""
    speakers = omissions[omissions["kind"] == "speaker"]
    if speakers.empty:
        return "Neither of the two outlets quotes a named speaker."
    shared = speakers[speakers["present"] & (speakers["others"] == 1)]["fact"].nunique()
    alone = speakers[speakers["present"] & (speakers["others"] == 0)].groupby("outlet")["fact"].nunique()
    parts = [f"; {int(n)} only in {outlet}" for outlet, n in alone.items()]
    return f"The two outlets have {number(int(shared), 'named speaker')} in common{''.join(parts)}."
