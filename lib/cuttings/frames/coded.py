"""Coded units: a sheet that people have coded, as what a trained coder learns from."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from .. import tables
from ..errors import InputError
from .fold import Labels

COLUMNS = ("article_id", "start", "end", "text", "frame", "coder")
NEEDED = ["article_id", "start", "text", "coder"]
LEAST, LEAST_ARTICLES = 5, 3


class Coded(NamedTuple):
    """Units with the codes that people gave them."""

    units: pd.DataFrame
    codebook: str
    codes: list[str]
    labels: Labels

    @property
    def owners(self) -> np.ndarray:
        """The article of each unit."""
        return self.units["article_id"].to_numpy(dtype=str)

    def learnable(self) -> np.ndarray:
        """Which codes were given to five units or more, of two articles or more."""
        articles = [len(set(self.owners[known])) for known in self.labels.T]
        return np.asarray((self.labels.sum(axis=0) >= LEAST) & (np.array(articles) >= 2))


def coded(sheet: pd.DataFrame, unit: str, codebook: pd.DataFrame | None = None) -> Coded:
    """The units of a sheet: one row per unit, coder and code, without a code where the coder found none.

    A unit has a code where at least half of those who coded it gave it. Raises InputError for units of another kind,
    codes that the codebook does not have, rows without an address, a text or a coder, and a sheet that nothing can be
    learnt from: no code at all, one and the same everywhere, fewer than three articles (to learn from, to choose by and
    to be judged on), or no code that was given to five units of two articles.
    """
    tables.require(sheet, "sheet", *COLUMNS)
    refuse(sheet, unit, codebook)
    given = sheet.assign(frame=sheet["frame"].fillna("").astype(str), article_id=sheet["article_id"].astype(str))
    of_coder = given.drop_duplicates(["article_id", "start", "coder", "frame"])
    coders = of_coder.groupby(["article_id", "start"])["coder"].nunique()
    votes = of_coder.groupby(["article_id", "start", "frame"])["coder"].nunique().unstack(fill_value=0)
    votes = votes.drop(columns="", errors="ignore")
    units = given.drop_duplicates(["article_id", "start"]).sort_values(["article_id", "start"], ignore_index=True)
    names = sorted(sheet["codebook"].unique()) if "codebook" in sheet else ["sheet"]
    name = str(codebook["codebook"].iloc[0]) if codebook is not None else str([*names, ""][0])
    labels = np.asarray(votes.to_numpy() * 2 >= coders.to_numpy()[:, None])
    found = Coded(units, name, [str(code) for code in votes.columns], labels)
    refuse_empty(found)
    return found


def refuse(sheet: pd.DataFrame, unit: str, codebook: pd.DataFrame | None) -> None:
    """Raise InputError for a sheet of other units, of several codebooks, or with codes that are unknown."""
    bare = sheet[NEEDED].isna()
    if bare.any(axis=None):
        without = ", ".join(name for name in NEEDED if bare[name].any())
        raise InputError(f"{int(bare.any(axis=1).sum())} of {len(sheet)} row(s) of the sheet are without {without}")
    kinds = sorted(set(sheet["unit"].dropna()) - {unit}) if "unit" in sheet else []
    if kinds:
        raise InputError(f"unit={unit!r}, but units of the sheet are of the kind {', '.join(kinds)}")
    if "codebook" in sheet and sheet["codebook"].nunique() > 1:
        raise InputError(f"the sheet has codes of {', '.join(sorted(sheet['codebook'].unique()))}; give those of one")
    if codebook is not None:
        unknown = sorted(set(sheet["frame"].dropna().astype(str)) - set(codebook["code"]) - {""})
        if unknown:
            raise InputError(
                f"the code(s) {', '.join(unknown)} of the sheet are not in the codebook; it has "
                f"{', '.join(codebook['code'])}"
            )


def refuse_empty(found: Coded) -> None:
    """Raise InputError where nothing can be learnt."""
    units, articles = len(found.units), len(set(found.owners))
    if not found.labels.any():
        raise InputError(f"none of the {units} coded unit(s) has a code")
    if articles < LEAST_ARTICLES:
        raise InputError(
            f"all {units} coded unit(s) are of {articles} article(s); learning needs {LEAST_ARTICLES} or more"
        )
    if len(found.codes) == 1 and found.labels.all():
        raise InputError(
            f"all {units} coded unit(s) have the one code {found.codes[0]!r}; there is nothing to tell it from"
        )
    if not found.learnable().any():
        raise InputError(
            f"no code was given to {LEAST} units or more, of two articles or more; {units} unit(s) are coded"
        )
