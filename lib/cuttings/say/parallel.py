"""The same fact in each outlet's own words, in sentences."""

import pandas as pd

from ..tables import rows as rows_of
from .phrase import capital, listed, number

MOST, TIES = 6, 4


def wordings(wordings: pd.DataFrame) -> list[str]:
    """How many facts are stated in several groups' own words, and what each calls a thing of a contrast set."""
    if wordings.empty:
        return ["No fact was found that two groups state in their own words, alike enough to be sure of it."]
    facts = number(wordings["fact"].nunique(), "fact is", "facts are")
    named = wordings.dropna(subset="referent")
    of_them = named["fact"].nunique()
    apart = f"in {of_them} of them they call" if of_them else "in none of them do they call"
    return [
        *(told(rows) for _, rows in list(named.groupby("fact"))[:MOST]),
        f"{facts} stated by two groups or more in their own words; {apart} a thing of a contrast set differently.",
    ]


def told(rows: pd.DataFrame) -> str:
    """One fact: the thing, what ties the sentences, and the words of each group."""
    referent = str(rows["referent"].iloc[0])
    ties = [one for one in rows["shared"].iloc[0].split("; ") if one != referent]
    by_wording: dict[str, list[str]] = {}
    for row in rows_of(rows):
        if row.wording == row.wording:
            by_wording.setdefault(row.wording, []).append(row.group)
    said = "; ".join(f"“{wording}” in {listed(who)}" for wording, who in sorted(by_wording.items()))
    return f"{capital(referent)} ({', '.join(ties[:TIES])}): {said}."
