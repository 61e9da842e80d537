"""Namesakes: a speaker whom an article calls by a surname alone, and the full names that a story has with it."""

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from .rendering import parts

Names = dict[tuple[int, str], set[str]]


def full_names(spoken: pd.DataFrame, story_of: Mapping[str, int]) -> Names:
    """The full names of named speakers by story and surname: `Ann Lee` and `Tom Lee` of story 3, under 3 and `lee`."""
    found: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for article, name in pairs(spoken, story_of):
        own = parts(name)
        if len(own) > 1:
            found[story_of[article], own[-1]].add(name)
    return dict(found)


def in_full(spoken: pd.DataFrame, names: Names, story_of: Mapping[str, int]) -> pd.DataFrame:
    """Spans with each speaker who is called by a surname alone under the one full name that the story has with it."""
    known = {
        (article, name): next(iter(full))
        for article, name in pairs(spoken, story_of)
        if len(full := called(name, names, story_of[article])) == 1
    }
    cells = zip(spoken["article_id"], spoken["speaker"], strict=True)
    return spoken.assign(speaker=pd.Series([known.get(cell, cell[1]) for cell in cells], spoken.index, dtype="str"))


def unsettled(spoken: pd.DataFrame, names: Names, story_of: Mapping[str, int]) -> Names:
    """The articles, by story and name, in which a speaker may be the one of that name or another: those that have a
    surname alone of which the story has two full names, and for the surname alone, those that have one of these.
    """
    heard: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for article, name in pairs(spoken, story_of):
        heard[story_of[article], name].add(article)
    found: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for (story, name), articles in heard.items():
        full = called(name, names, story)
        for one in full if len(full) > 1 else ():
            found[story, one] |= articles
            found[story, name] |= heard.get((story, one), set())
    return dict(found)


def called(name: str, names: Names, story: int) -> set[str]:
    """The full names of a story with a surname that stands alone; none for any other name."""
    own = parts(name)
    return names.get((story, own[0]), set()) if len(own) == 1 else set()


def pairs(spoken: pd.DataFrame, story_of: Mapping[str, int]) -> set[tuple[str, str]]:
    """The articles of a story with the named speakers of each."""
    named = spoken[~spoken["anonymous"].astype("bool") & spoken["speaker"].notna()]
    found = set(zip(named["article_id"], named["speaker"], strict=True))
    return {(article, name) for article, name in found if article in story_of}
