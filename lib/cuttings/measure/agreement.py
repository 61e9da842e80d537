"""Agreement: how far human coders give the same frames to the same units."""

import pandas as pd

from .. import tables
from ..errors import InputError
from .alpha import Agreement, alpha

ALL, NONE = "all codes", ""  # NONE: of a unit in which no code holds
UNIT = ["article_id", "start", "end"]
PARTED = "\n"  # no code has a line break
RELIABLE, TENTATIVE = 0.8, 0.667  # Krippendorff 2004, Content Analysis, 2nd ed., p. 241


def agreement(codes: pd.DataFrame, level: str = "nominal", seed: int = 0) -> pd.DataFrame:
    """One row per codebook and code, and one for all codes together: how far the coders agree.

    1. Of a single code, whether it holds is compared; of all codes, the set of those that hold: a unit to which two
       coders give different sets counts as a disagreement as a whole. With another level than nominal the codes are
       numbers, one a unit, and there is only the row for all.
    2. `alpha` is Krippendorff's, with missing values where a coder did not code a unit; `low` and `high` are its 95%
       bootstrap interval over articles; see `coding.alpha`.
    3. status: reliable from 0.8, tentative from 0.667, not reliable below; or why alpha is not defined.

    Raises InputError for an unknown level, and for codes that are no numbers, or several a unit, where it needs one.
    """
    tables.require(codes, "codes")
    rows = []
    for codebook, own in codes.groupby("codebook", sort=True):
        sets = judged(own)
        articles = pd.Series(sets.index.get_level_values("article_id"), index=sets.index)
        for frame, values in compared(own, sets, level):
            found = alpha(values, level, articles, seed)
            coders = int(sets.notna().any().sum())
            rows.append({"codebook": codebook, "frame": frame, "level": level, "coders": coders, **told(found)})
    return tables.build("agreement", rows)


def judged(own: pd.DataFrame) -> pd.DataFrame:
    """The codes that each coder gave each unit, in one text: units by coders, null where not coded."""
    given = own.sort_values("frame").groupby([*UNIT, "coder"])["frame"].agg(PARTED.join)
    return given.unstack("coder")


def compared(own: pd.DataFrame, sets: pd.DataFrame, level: str) -> list[tuple[str, pd.DataFrame]]:
    """What is compared, with the values of each unit and coder."""
    if level != "nominal":
        if own.duplicated([*UNIT, "coder"]).any():
            raise InputError(f"level={level!r} needs one code a unit; some units have several")
        return [(ALL, sets.where(sets != NONE))]
    singles = [
        (frame, sets.map(lambda given, frame=frame: frame in given.split(PARTED), na_action="ignore"))
        for frame in sorted(set(own["frame"]) - {NONE})
    ]
    return [*singles, (ALL, sets)]


def told(found: Agreement) -> dict:
    """The columns of a row."""
    value = found.alpha
    status = found.why_not or "reliable"
    if value is not None and value < RELIABLE:
        status = "tentative" if value >= TENTATIVE else "not reliable"
    numbers = {name: getattr(found, name) for name in ("units", "n", "agree", "alpha", "low", "high")}
    return {**numbers, "status": status}


def recal(codes: pd.DataFrame, frame: str) -> str:
    """The judgements on one code as ReCal reads them: CSV of 1 and 0 without a head, a row a unit, a column a coder.

    Only units that all coders have coded, as ReCal knows no missing values; columns in the order of coders' names.
    Raises InputError where no unit is coded by all of two coders or more, and for a code that nobody gave.
    """
    tables.require(codes, "codes")
    if frame not in (known := sorted(set(codes["frame"]) - {NONE})):
        raise InputError(f"nobody gave a code {frame!r}; given were {', '.join(known) or 'none'}")
    sets = judged(codes).dropna()
    if sets.shape[1] < 2 or sets.empty:
        raise InputError("ReCal needs units that two coders or more have coded, all of them by all")
    marks = sets.map(lambda given: int(frame in given.split(PARTED)))
    return marks.to_csv(index=False, header=False, lineterminator="\n")
