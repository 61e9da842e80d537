"""Beside: the coders that can stand beside the indicators, where they can be had: a trained one, a language model."""

import os
from pathlib import Path

import pandas as pd

from .. import tables
from ..errors import InputError
from ..folder import ANSWERS
from .chat import endpoint_of
from .model import asked_of
from .report import refused
from .trained import trained, trained_report
from .unit import units

TIMEOUT = 60

Found = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]


def beside(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    codes: pd.DataFrame,
    unit: str = "sentence",
    quotations: pd.DataFrame | None = None,
    endpoint: str = "",
    model_name: str = "",
    key_variable: str = "",
    out: str = "",
    timeout: float = TIMEOUT,
) -> Found:
    """What other coders than the indicators find, and how good they are: the tables `frames`, `frame_report`,
    `frame_problems` and `frame_costs`.

    1. A coder is trained on the sheets that people coded by this codebook (`codes`, as `coding.story` gives them), and
       held against them (see `trained`, `trained_report`). Without such sheets `frame_report` has no row; where nothing
       can be learnt from them it has one, with the reason.
    2. A language model is asked where an endpoint or a model is named (see `model`). It needs both. `key_variable` is
       the name of the environment variable that holds its key: the key itself has no place in a notebook. What it
       answered is kept below `out`, the folder of a run, and not asked again. One that gives no answer is no error
       here: each unit is a row of `frame_problems`, with the reason.

    Raises InputError for a wrong endpoint, and for a variable that is not set.
    """
    own = codes[codes["codebook"] == codebook["codebook"].iloc[0]]
    asked = tuple(tables.build(name, []) for name in ("frames", "frame_problems", "frame_costs"))
    if endpoint or model_name:
        where = endpoint_of(endpoint, model_name, key_of(key_variable), timeout)
        kept = Path(out) / ANSWERS / "kept.sqlite" if out else None
        asked = asked_of(where, units(articles, unit, quotations), codebook, kept)
    report = learnt(own, unit)
    coded = tables.build("frames", [])
    if report["f1"].notna().any():
        coded = trained(articles, own, unit, quotations=quotations)
    return tables.check(pd.concat([coded, asked[0]]), "frames"), report, asked[1], asked[2]


def key_of(variable: str) -> str | None:
    """The key in an environment variable; none where none is named. A wrong name is not repeated: it may be the key."""
    if not variable:
        return None
    if not (variable.isascii() and variable.isidentifier()):
        raise InputError("key_variable is no name of an environment variable; the key itself must not stand there")
    if not os.environ.get(variable):
        raise InputError("key_variable names an environment variable that is not set; set it where Jupyter is started")
    return os.environ[variable]


def learnt(codes: pd.DataFrame, unit: str) -> pd.DataFrame:
    """How well a coder learns from people's codes of one codebook in units of one kind: the table `frame_report`, with
    one row that gives the reason where nothing can be learnt, and none where nobody coded.
    """
    if codes.empty:
        return tables.build("frame_report", [])
    own = codes[codes["unit"] == unit]
    name = str(codes["codebook"].iloc[0])
    if own.empty:
        return refused(name, codes, f"no unit of the kind {unit} is coded")
    try:
        return trained_report(own, unit)[0]
    except InputError as error:
        return refused(name, codes, str(error))
