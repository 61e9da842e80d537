"""Who is heard, what is quoted and what is stated in all outlets of a story but one, in sentences."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from ..measure.carrier import GOVERNMENT, SPEAKER
from ..measure.chance import NOT_KNOWN, YES
from ..measure.government import GOVERNMENT as SUFFIX
from ..measure.group import groups
from ..tables import rows as rows_of
from .phrase import listed, number

SHOWN = 5
HEARD = {SPEAKER: "named speaker", GOVERNMENT: "government"}


def omissions(
    omissions: pd.DataFrame, articles: pd.DataFrame, coverage: pd.DataFrame, stories: pd.DataFrame
) -> list[str]:
    """In which stories it is asked; what every other outlet of a story has, and how often an outlet that lacks
    something could have known; of two outlets, what both have.
    """
    if groups(articles).nunique() < 2:
        return ["There is one outlet: nothing can be said of what it leaves out."]
    if coverage.empty:
        return ["No story is reported by two outlets: nothing can be said of what one of them leaves out."]
    sizes = coverage[coverage["covered"]].groupby("story").size()
    of_two = omissions["story"].isin(sizes.index[sizes == 2])
    labels = dict(zip(stories["story"], stories["label"], strict=True)) if len(sizes) > 1 else {}
    told = [*asked(coverage, articles)]
    if (sizes > 2).any():
        told += among(omissions[~of_two], labels)
    if (sizes == 2).any():
        told += between(omissions[of_two], int((sizes == 2).sum()), len(sizes) > 1)
    return told


def asked(coverage: pd.DataFrame, articles: pd.DataFrame) -> Iterator[str]:
    """In how many stories it is asked what an outlet leaves out, and how many outlets have no article on one of them;
    nothing where every article is in the one story.
    """
    count, inside = coverage["story"].nunique(), int(coverage["articles"].sum())
    if count > 1 or inside < len(articles):
        each = f"each of {count} stories" if count > 1 else "the one story"
        two = "two outlets or more report"
        yield f"What an outlet leaves out is asked within {each} that {two} ({inside} of {len(articles)} articles)."
    missing = coverage[~coverage["covered"]]
    if len(missing):
        able = int((missing["could"] == YES).sum())
        cases = number(len(missing), "case")
        yield (
            f"In {cases} a known outlet has no article here on such a story (by its days it could have had one: "
            f"{able}); that it does not cover a story is no omission, and a folder need not hold all that it published."
        )


def among(omissions: pd.DataFrame, labels: Mapping[int, str]) -> list[str]:
    """What all outlets of a story have but one, and how often half of the others have what one has not."""
    missing = omissions[~omissions["present"] & (omissions["of_others"] > 1)]
    every = missing[missing["others"] == missing["of_others"]].sort_values(["others", "kind", "fact"], ascending=False)
    half = len(missing) - len(every)
    if every.empty:
        cases = f"in {number(half, 'case')} at least half of the others have what an outlet has not"
        return [f"Nothing that is counted is in every outlet of a story but one; {cases}.", *chances(missing)]
    told = [case(row, labels) for row in rows_of(every.head(SHOWN))]
    rest = f", and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    more = f" In {number(half, 'more case')} at least half of the others have what an outlet has not." if half else ""
    return [f"In every other outlet that was not too early for it: {listed(told)}{rest}.{more}", *chances(missing)]


def case(row: Any, labels: Mapping[int, str]) -> str:
    """What one outlet lacks, in words, with the story where there are several."""
    state = row.kind == GOVERNMENT
    fact = f"the government of {row.fact.removesuffix(SUFFIX)}" if state else row.fact
    kind = f"as {row.forms}" if state else row.kind
    early = ", which may have been too early" if row.could == NOT_KNOWN else ""
    story = f"; story “{labels[row.story]}”" if row.story in labels else ""
    return f"{fact} ({kind}, not in {row.outlet}{early}; in all {row.others} others{story})"


def chances(missing: pd.DataFrame) -> list[str]:
    """In how many cases the days of publication tell that an outlet could have known; nothing where none is missing."""
    if missing.empty:
        return []
    unknown = int((missing["could"] == NOT_KNOWN).sum())
    cases = f"{number(len(missing), 'case')} in which an outlet has not what others have"
    return [f"Of {cases}, it could have known by its days: {len(missing) - unknown}; not known: {unknown}."]


def between(omissions: pd.DataFrame, stories: int, several: bool) -> list[str]:
    """Who is heard in both of two outlets, and who only in one of them; in all stories that two outlets report."""
    spoken = omissions[omissions["kind"].isin(HEARD)]
    where = f"In {number(stories, 'story', 'stories')} that two outlets report, they" if several else "The two outlets"
    if spoken.empty:
        nobody = "no named speaker is heard" if several else "Neither of the two outlets quotes a named speaker."
        return [f"{where.removesuffix(', they')}, {nobody}." if several else nobody]
    told = [in_common(rows, HEARD[str(kind)], several) for kind, rows in spoken.groupby("kind")][::-1]
    return [f"{where} have {' They have '.join(told)}", *chances(spoken[~spoken["present"]])]


def in_common(rows: pd.DataFrame, name: str, several: bool) -> str:
    """How many of one kind two outlets have in common, and how many only one of them has."""
    facts = rows[rows["present"]].drop_duplicates(["story", "fact"])
    shared = int((facts["others"] == 1).sum())
    alone = facts[facts["others"] == 0]
    parts = [f"; {int(n)} only in {outlet}" for outlet, n in alone.groupby("outlet").size().items()]
    apart = [f"; {len(alone)} only in one of the two"] if several and len(alone) else []
    return f"{number(shared, name)} in common{''.join(apart if several else parts)}."
