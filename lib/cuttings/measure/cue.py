"""Cues: which words of saying each outlet gives to whom."""

from functools import cache

import pandas as pd

from .. import lookups, tables
from .copy import settled
from .government import speakers
from .group import groups
from .side import UNSETTLED
from .voice import SOMEBODY

UNLISTED = "(not listed)"


def cues(
    quotations: pd.DataFrame,
    articles: pd.DataFrame,
    by: str = "outlet",
    statements: pd.DataFrame | None = None,
    copies: str = "once",
) -> pd.DataFrame:
    """One row per group of articles, speaker and word of saying, in its base form: `insist` for `insisted`.

    Counts the full and partial quotations, and the reported statements, that have a cue: n, of all such of the speaker
    in the group. tone is what the word says of the words, by lookups/cue_tones.csv: `claimed` doubts them, `admitted`
    takes them for true and to the speaker's cost. It is a property of the word, not of the sentence it stands in.
    Governments are speakers as in `voices`. `copies`: see `copy.settled`.

    Left out: quotations without a cue (after a colon, or going on from the one before), articles of no group.
    """
    needed = ("article_id", "start", "speaker", "cue")
    tables.require(quotations, "quotations", *needed, "kind")
    told = [quotations[quotations["kind"].isin(SOMEBODY)]]
    if statements is not None:
        tables.require(statements, "statements", *needed)
        told.append(statements)
    said = pd.concat([table[list(needed)] for table in told], ignore_index=True).dropna(subset="cue")
    said = said.join(groups(settled(articles, copies), by), on="article_id").dropna(subset="group")
    base, speaker = said["cue"].map(base_form).astype("str"), speakers(said).fillna(UNSETTLED)
    said = said.assign(cue=base, speaker=speaker, tone=base.map(tones()).fillna(UNLISTED))
    counted = said.groupby(["group", "speaker", "cue"], as_index=False).agg(
        tone=("tone", "first"), articles=("article_id", "nunique"), n=("start", "size")
    )
    of_n = counted.groupby(["group", "speaker"])["n"].transform("sum")
    return tables.check(counted.assign(of_n=of_n, share=counted["n"] / of_n), "cues")


def base_form(cue: str) -> str:
    """The word of lookups/cues.csv that a cue as written is a form of; else the cue itself, in small letters."""
    written = cue.lower().split()
    return next((forms()[word] for word in written if word in forms()), " ".join(written))


@cache
def forms() -> dict[str, str]:
    """Each form of a word of saying, and the word; where two have a form, the first."""
    found: dict[str, str] = {}
    for row in lookups.rows("cues"):
        for form in (row["cue"], *row["forms"].split()):
            found.setdefault(form, row["cue"])
    return found


@cache
def tones() -> dict[str, str]:
    """The tone of each word of saying that lookups/cue_tones.csv has."""
    return {row["cue"]: row["tone"] for row in lookups.rows("cue_tones")}
