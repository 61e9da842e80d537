"""Which words set groups of articles apart, and how sure that is, in sentences."""

import pandas as pd

from ..measure.group import groups
from ..measure.mark import ARTICLE, OUTLET, STYLE, UNEVEN
from .framing import limits
from .phrase import listed, number
from .topic import closed

LEVEL = 0.05
NOTABLE = 1.96  # of z: below it, a word is not used often enough to name it in an answer
MOST = 5
COMPARISON = "the comparison of words"
MEANING = {
    ARTICLE: "{} that a single article of the group carries",
    STYLE: "{} of house style",
    OUTLET: "{} that no other outlet has",
    UNEVEN: "{} that not two thirds of the outlets or groups bear out",
}


def keyness(keyness: pd.DataFrame, copies: pd.DataFrame, articles: pd.DataFrame, by: str) -> list[str]:
    """The words that set each group apart: those that hold over its articles, or else those that stand out."""
    count = groups(articles, by).nunique()
    if count < 2:
        return [f"There is nothing to compare: by {by} these articles make {number(count, 'group')}."]
    if keyness.empty:
        return ["No word is used often enough to compare the groups by it.", *closed(articles, COMPARISON)]
    said = tested(keyness) if keyness["p"].notna().any() else described(keyness)
    return [*said, *closed(articles, COMPARISON), *copied(copies), limits(articles, by)]


def tested(keyness: pd.DataFrame) -> list[str]:
    """The words whose difference holds over articles, and how many were tested."""
    over = keyness[keyness["n"] * keyness["of_reference"] > keyness["reference"] * keyness["of_n"]]
    holds = over[(over["q"] <= LEVEL) & (over["low"].isna() | (over["low"] > 0))]
    tests = int(keyness["p"].notna().sum())
    if holds.empty:
        return [
            f"Of {number(tests, 'test')} of a word in a group, none holds at a false discovery rate of {LEVEL:.0%}: "
            "these articles are too few or too alike to tell the groups apart by single words."
        ]
    plain = holds[holds["mark"].isna()].sort_values("z", ascending=False, kind="stable")
    leading = [f"{group}: {', '.join(rows['term'].head(MOST))}" for group, rows in plain.groupby("group")]
    marked = holds["mark"].value_counts()
    asides = [meaning.format(marked[mark]) for mark, meaning in MEANING.items() if mark in marked]
    said = [
        f"Of {number(tests, 'test')} of a word in a group, {len(holds)} "
        f"{'shows a word that is' if len(holds) == 1 else 'show words that are'} used more, at a false discovery rate "
        f"of {LEVEL:.0%} over articles."
    ]
    if leading:
        said.append(f"Most of all, apart from those marked: {'; '.join(leading)}.")
    if asides:
        said.append(f"Marked among them: {listed(asides)}.")
    return said


def described(keyness: pd.DataFrame) -> list[str]:
    """The words that stand out, where there are too few articles to test any."""
    apart = keyness[(keyness["z"] >= NOTABLE) & (keyness["n"] > 1)].sort_values("z", ascending=False, kind="stable")
    leading = [f"{group}: {', '.join(rows['term'].head(MOST))}" for group, rows in apart.groupby("group")]
    if not leading:
        return ["No word stands out: none is used often enough in one group and seldom enough in the others."]
    alone = int((apart["mark"] == ARTICLE).sum())
    return [
        f"The words that stand out most in these articles: {'; '.join(leading)}.",
        f"Of {number(len(apart), 'such word')}, {alone} {'comes' if alone == 1 else 'come'} from a single article of "
        "the group: what is one article's topic or style is not yet its outlet's.",
    ]


def copied(copies: pd.DataFrame) -> list[str]:
    """How many articles are copies of others."""
    if copies.empty:
        return []
    kept = number(int(copies["first"].sum()), "text")
    return [
        f"{number(len(copies), 'article')} are {kept} printed in several places; how they are counted, and what "
        "changes with it, is told below."
    ]
