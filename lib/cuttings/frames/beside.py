"""Beside: the coders that can stand beside the indicators, where they can be had: a trained one, a language model."""

import pandas as pd

from .. import tables
from ..errors import InputError
from .model import model
from .report import refused
from .trained import trained, trained_report

Found = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]


def beside(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    codes: pd.DataFrame,
    unit: str = "sentence",
    quotations: pd.DataFrame | None = None,
    endpoint: str = "",
    model_name: str = "",
) -> Found:
    """What other coders than the indicators find, and how good they are: the tables `frames`, `frame_report`,
    `frame_problems` and `frame_costs`.

    1. A coder is trained on the sheets that people coded by this codebook (`codes`, as `coding.story` gives them), and
       held against them (see `trained`, `trained_report`). Without such sheets `frame_report` has no row; where nothing
       can be learnt from them it has one, with the reason.
    2. A language model is asked where an endpoint or a model is named (see `model`). It needs both, and no key.

    Raises InputError as `model` does.
    """
    own = codes[codes["codebook"] == codebook["codebook"].iloc[0]]
    report = reports(own, unit)
    coded = tables.build("frames", [])
    if report["f1"].notna().any():
        coded = trained(articles, own, unit, quotations=quotations)
    asked = tuple(tables.build(name, []) for name in ("frames", "frame_problems", "frame_costs"))
    if endpoint or model_name:
        asked = model(articles, codebook, endpoint, model_name, unit=unit, quotations=quotations)
    return tables.check(pd.concat([coded, asked[0]]), "frames"), report, asked[1], asked[2]


def reports(codes: pd.DataFrame, unit: str = "") -> pd.DataFrame:
    """How well a coder learns from people's codes of each codebook: the table `frame_report` (see `trained_report`).

    An empty `unit` is the kind of which a codebook has most codes; units of other kinds do not count. A codebook from
    whose codes nothing can be learnt has one row, with the reason.
    """
    tables.require(codes, "codes")
    found = [tables.build("frame_report", [])]
    for name, own in codes.groupby("codebook", sort=True):
        kind = unit or str(own["unit"].mode().iloc[0])
        try:
            found.append(learnt(own[own["unit"] == kind], kind))
        except InputError as error:
            found.append(refused(str(name), own, str(error)))
    return tables.check(pd.concat(found), "frame_report")


def learnt(codes: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The report of codes of one kind of unit. Raises InputError where there are none, or nothing can be learnt."""
    if codes.empty:
        raise InputError(f"no unit of the kind {unit} is coded")
    return trained_report(codes, unit)[0]
