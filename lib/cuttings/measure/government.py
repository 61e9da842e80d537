"""Governments: the state for which its name, its government, or the seat of that speaks."""

import re
from functools import cache

import pandas as pd

from .. import lookups, tables
from ..extract.name.lexicon import nations
from .side import plain

GOVERNMENT = " (government)"
SPEAKING = ("seat", "state", "union")
OWN = re.compile(r"(?:[Tt]he )?([\w. -]+?)(?:['’]s)? government")
OF = re.compile(r"(?:[Tt]he )?[Gg]overnment of (?:the )?([\w. -]+)")


def speakers(spans: pd.DataFrame) -> pd.Series:
    """The speaker of each quotation or statement, as `voices` and `omissions` name it: a state that speaks, by its
    name, its government or the seat of that, is `Ukraine (government)`, whichever of these the article has.
    """
    tables.require(spans, "quotations", "speaker")
    found = spans["speaker"]
    states = {name: state_of(name) for name in found.dropna().unique()}
    return found.replace({name: state + GOVERNMENT for name, state in states.items() if state})


def state_of(speaker: str) -> str | None:
    """The state whose government a speaker is, by lookups/states.csv: `Ukraine` for `Kyiv`, `Ukraine` and `the
    Ukrainian government`, `Russia` for `the Kremlin`; null for anybody else.

    It holds for a speaker alone. Where `Kyiv` is a place, it stays one.
    Not found: a town that speaks for itself, a person whom the articles only call by such a name (`Jordan`), and a
    government that is called by its head (`the Merkel government`).
    """
    described = OWN.fullmatch(speaker) or OF.fullmatch(speaker)
    return states().get(plain(nations().get(described[1], "") if described else speaker))


@cache
def states() -> dict[str, str]:
    """The state that each name of a state or seat of a government stands for."""
    return {plain(row["form"]): row["place"] for row in lookups.rows("states") if row["kind"] in SPEAKING}
