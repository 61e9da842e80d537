"""Candidates: what the articles of a story may call by different names, found in their own words."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from ... import tables
from ..copy import settled
from ..group import groups, status
from ..hearing import hearing
from .difference import counted, crossed, difference, sides
from .form import with_forms
from .lookup import listed
from .named import Use
from .person import TITLE
from .referent import referents
from .rival import heads, rivals

LEAST_N, FIRM = 4, 2
THING, ALONE = "thing", 0
Key = tuple[str, int | None]  # a referent, and the story that it is of


class Candidate(NamedTuple):
    """The uses of one referent, of one story where that is known, with how far groups differ in them."""

    referent: str
    story: int | None
    difference: float
    sides: int
    groups: int
    uses: list[Use]


def label_candidates(
    articles: pd.DataFrame,
    by: str = "outlet",
    voice: str = "both",
    quotations: pd.DataFrame | None = None,
    copies: str = "once",
    article_stories: pd.DataFrame | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two tables: one row per candidate, form and group of articles; and one row per place that they count.

    A candidate is a person, place, organisation or thing that the groups may call by different names. What names what:
    see `referent.py`; which phrases count as one form: `form.py`; which are left out as names of something else:
    `rival.py`. It is a candidate where it is named four times or more, two groups each use a form that the other does
    not, and the groups differ by more than chance does on average in so few uses (`difference.py`), which is no test.
    Phrases with one head noun (`illegal migrants`, `undocumented migrants`) have to have two groups on each side: else
    most are two things.

    rank: first those with two groups or more on each side, then by difference, then by uses. `status` is descriptive
    where a group has fewer than five articles; no candidate is tested. A researcher who finds a candidate to be one
    thing copies it, by `label_rows`, into the story's lookups/labels.csv.

    With `article_stories`, a noun (kind `thing`) names one thing within a story alone: `the company` of one event is
    not that of another. Names are those of the whole folder.

    Counted as in measure.labels: `by`, `voice`, `quotations` and `copies` are the same. Left out: titles before names.
    Not found: pronouns; a thing called by nouns that lookups/synonyms.csv does not have as one; verbs (`to meet`).
    Wrongly joined: things that have one noun in common (`the deal` on trade, `the deal` on arms).
    """
    heard = hearing(voice, quotations)
    chosen = settled(articles, copies)
    group_of = groups(chosen, by).dropna().astype("str")
    story_of = None if article_stories is None else story_numbers(article_stories)
    uses: dict[Key, list[Use]] = {}
    for article_id, named in referents(chosen):
        if article_id in group_of.index and named.basis != TITLE and heard(article_id, named.start):
            story = story_of.get(article_id, ALONE) if story_of is not None and named.kind == THING else None
            uses.setdefault((named.referent, story), []).append(Use(article_id, group_of[article_id], *named))
    found = sorted(candidates(uses), key=order)
    texts = dict(zip(chosen["article_id"], chosen["text"], strict=True))
    return rows(found, group_of.value_counts().map(status)), places(found, texts)


def story_numbers(article_stories: pd.DataFrame) -> dict[str, int]:
    """The story of each article that is in one."""
    tables.require(article_stories, "article_stories", "article_id", "story")
    own = article_stories.dropna(subset="story")
    return {str(key): int(story) for key, story in zip(own["article_id"], own["story"], strict=True)}


def order(one: Candidate) -> tuple[bool, float, int, str, int]:
    """Where a candidate stands among others."""
    return one.sides < FIRM, -one.difference, -len(one.uses), one.referent, one.story or 0


def candidates(uses: dict[Key, list[Use]]) -> Iterator[Candidate]:
    """The referents that groups may call by different names; articles without a story are in none together."""
    for (referent, story), named in uses.items():
        if story != ALONE and len(named) >= LEAST_N and len({use.group for use in named}) > 1:
            kept = rivals(with_forms(named))
            table = counted([(use.group, use.form) for use in kept])
            alone = len(heads(kept)) == 1
            if len(kept) < LEAST_N or not crossed(table) or (alone and sides(table) < FIRM):
                continue
            if difference(table) > 0:
                yield Candidate(referent, story, difference(table), sides(table), len(table), kept)


def rows(found: list[Candidate], states: pd.Series) -> pd.DataFrame:
    """The table of candidates: a count of their uses."""
    cells = [
        {
            "rank": rank,
            "story": one.story,
            "groups": one.groups,
            "of_all": len(one.uses),
            "sides": one.sides,
            "difference": one.difference,
            **use._asdict(),
        }
        for rank, one in enumerate(found, 1)
        for use in one.uses
    ]
    if not cells:
        return tables.build("label_candidates", [])
    key = ["rank", "referent", "group", "form"]
    uses = (
        pd.DataFrame(cells)
        .groupby(key, as_index=False)
        .agg(
            story=("story", "first"),
            kind=("kind", "first"),
            basis=("basis", lambda bases: ", ".join(sorted(set(bases)))),
            articles=("article_id", "nunique"),
            n=("article_id", "size"),
            groups=("groups", "first"),
            of_all=("of_all", "first"),
            sides=("sides", "first"),
            difference=("difference", "first"),
        )
    )
    of_n = uses.groupby(["rank", "group"])["n"].transform("sum")
    known = uses["form"].map(listed)
    counts = uses.assign(of_n=of_n, share=uses["n"] / of_n, listed=known, status=uses["group"].map(states))
    return tables.check(counts, "label_candidates")


def places(found: list[Candidate], texts: dict[str, str]) -> pd.DataFrame:
    """The table of the places that the candidates count."""
    cells = [
        {"rank": rank, "text": texts[use.article_id][use.start : use.end], **use._asdict()}
        for rank, one in enumerate(found, 1)
        for use in one.uses
    ]
    return tables.build("label_candidate_spans", cells)
