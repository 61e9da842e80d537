"""Sheets: a sample of units as a table for a spreadsheet, with a column a code, for a person to fill in."""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from ..extract.each import pages
from ..folder import write_file
from ..frames import units as every_unit
from ..measure.draw import Draw, sheet_id, strata
from ..text import shorten
from ..write import csv_text
from .context import around, blinded, names

AROUND = 300  # characters shown before and after a unit
FIRST = ("article_id", "start", "end", "unit", "codebook", "chance")
DRAW = "draw"
LAST = ("before", "text", "after", "coder", "done")
NOTE = "note"


def sheet(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    n: int = 100,
    unit: str = "sentence",
    by: str | Sequence[str] = "",
    blind: bool = True,
    seed: int = 0,
    out: str | Path | None = None,
) -> pd.DataFrame:
    """Draw units to be coded by hand: one row per unit drawn, in random order, with an empty column for each code.

    1. Units are drawn at random without replacement, all with the same chance; with `by` (see `groups`) the same number
       from each group, or all of a group that has fewer. Of several groupings, `by=("outlet", "month")`, each
       combination that there is counts as a group. A unit that belongs to no group is not drawn.
    2. `chance` is the probability with which the unit was drawn, and `draw` what makes it known: the id of the sheet,
       the seed, the grouping, and of the unit's group, by a number that names nobody, how many units were drawn of how
       many. By these `measure.framing` corrects; a sheet can be parted between coders, and two sheets go together.
    3. `before` and `after` are the words of the article itself around the unit, without bylines and furniture.
    4. With `blind` nothing says who published a unit, but for its own words: around it `[outlet]` stands for the names
       and addresses of the outlets of these articles. Else a column `group` stands in front.
    5. A coder writes a name into `coder`, 1 or x into the column of each code that holds, and x into `done` of each
       unit that was judged, also where no code holds.

    Written to `out` as CSV where that is given; a text that a spreadsheet would take for a formula gets an apostrophe
    in front. The same seed draws the same units. Raises InputError where n is no number from 1 up, where there is no
    unit, where `out` is there already, because a filled sheet is not written over, and where it cannot be written.
    """
    tables.require(codebook, "codebook")
    if clash := sorted({*FIRST, DRAW, *LAST, NOTE, "group"} & set(codebook["code"])):
        raise InputError(f"a code named {clash[0]} cannot be a column of a sheet, which has one of that name")
    if n < 1:
        raise InputError(f"n={n}: a sheet has at least 1 unit")
    found = every_unit(articles, unit)
    if found.empty:
        raise InputError(f"there is no {unit} to code in {len(articles)} articles")
    names_of = (by,) if isinstance(by, str) and by else tuple(by)
    design = sheet_id(
        (unit, n, names_of, seed), found[["article_id", "start", "end"]].itertuples(index=False, name=None)
    )
    found = found.assign(group=found["article_id"].map(strata(articles, names_of or ("outlet",))))
    drawn = draw(found.dropna(subset="group") if by else found, n, bool(by), np.random.default_rng(seed))
    drawn[DRAW] = told(drawn, design, seed, names_of)
    filled = laid_out(drawn, articles, codebook, names(articles) if blind else None)
    made = filled if blind else pd.concat([drawn[["group"]], filled], axis=1)
    if out is not None:
        keep(made, Path(out))
    return made


def draw(found: pd.DataFrame, n: int, grouped: bool, random: np.random.Generator) -> pd.DataFrame:
    """The units drawn, in random order, with the chance that each had. Raises InputError where no unit has a group."""
    if found.empty:
        raise InputError("no unit belongs to a group")
    parts = [rows for _, rows in found.groupby("group", sort=True)] if grouped else [found]
    each = -(-n // len(parts))
    drawn = [
        rows.iloc[random.choice(len(rows), min(each, len(rows)), replace=False)].assign(
            chance=min(each, len(rows)) / len(rows), stratum=number, drawn=min(each, len(rows)), units=len(rows)
        )
        for number, rows in enumerate(parts, 1)
    ]
    together = pd.concat(drawn)
    return together.iloc[random.permutation(len(together))].reset_index(drop=True)


def told(drawn: pd.DataFrame, design: str, seed: int, by: tuple[str, ...]) -> list[str]:
    """How each unit was drawn. Groups are numbered in an order that the seed gives, not that of their names."""
    numbers = np.random.default_rng([seed, 1]).permutation(drawn["stratum"].max()) + 1
    rows = zip(drawn["stratum"], drawn["drawn"], drawn["units"], strict=True)
    return [Draw(design, seed, by, int(numbers[at - 1]), int(n), int(of)).written() for at, n, of in rows]


def laid_out(
    drawn: pd.DataFrame, articles: pd.DataFrame, codebook: pd.DataFrame, outlets: re.Pattern[str] | None
) -> pd.DataFrame:
    """The columns of a sheet; the names of `outlets` do not stand around a unit."""
    texts = dict(pages(articles[articles["article_id"].isin(drawn["article_id"])]))
    places = zip(drawn["article_id"], drawn["start"], drawn["end"], strict=True)
    found = [around(texts[key], start, end, AROUND) for key, start, end in places]
    before, after = ([shorten(blinded(one[side], outlets), AROUND) for one in found] for side in (0, 1))
    named = drawn.assign(codebook=codebook["codebook"].iloc[0], before=before, after=after, coder=None, done=None)
    empty = pd.DataFrame(None, index=drawn.index, columns=[*codebook["code"], NOTE], dtype="str")
    return pd.concat([named[[*FIRST, DRAW, *LAST]], empty], axis=1)


def keep(made: pd.DataFrame, out: Path) -> None:
    """Write a sheet, never over one that is there; with the mark by which spreadsheets know UTF-8."""
    if out.exists():
        raise InputError(f"{out} is there already; a sheet that may be filled in is not written over")
    write_file(out, csv_text(made).encode("utf-8-sig"))
