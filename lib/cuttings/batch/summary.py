"""The summary of many runs: a row a notebook, with how it ended and the first sentence of its answer."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from .. import tables
from ..compare.finding import sentences
from ..errors import InputError
from ..folder import manifest_of
from ..write import table as write_table
from .run import DONE, FAILED, Done

SUMMARY = tables.table(
    "one row per run and notebook",
    "run notebook",
    """
run             text   the run's name, which is that of its folder
story           text   the dump
notebook        text   the notebook; empty for a run that could not begin
status          text   done, failed, or kept: it stood there already
seconds         float  how long it took
finding         text   the first sentence of its answer
failure         text   what failed in which cell; of a notebook that did not, what did in its run, and where that is
""",
)


def summary(ended: Sequence[Done]) -> pd.DataFrame:
    """One row per run and notebook (see SUMMARY), in the order in which the runs were given."""
    rows = [row for done in ended for row in rows_of(done)]
    frame = pd.DataFrame(rows, columns=list(SUMMARY.types))
    return frame.astype({column: tables.DTYPES[kind] for column, kind in SUMMARY.types.items()})


def rows_of(done: Done) -> list[dict]:
    """The rows of one run."""
    plan = done.plan
    common = {"run": plan.name, "story": str(plan.dump)}
    if done.failure and not done.outcomes:
        return [{**common, "notebook": "", "status": FAILED, "failure": done.failure}]
    took = manifest_of(plan.out).get("seconds", {}) if not done.failure else {}
    return [{**common, "notebook": name, **of_notebook(done, name, took)} for name in plan.notebooks]


def of_notebook(done: Done, name: str, took: dict[str, float]) -> dict:
    """How one notebook of a run ended."""
    outcome = done.outcomes.get(name)
    if done.failure and outcome:
        status = FAILED if outcome.failure else DONE
        return {"status": status, "seconds": outcome.seconds, "failure": outcome.failure or done.failure}
    lines = sentences(done.plan.out / "notebooks" / f"{name}.ipynb")
    return {"status": done.status, "seconds": took.get(name), "finding": lines[0] if lines else None}


def write(ended: Sequence[Done], out: Path) -> Path:
    """Write the summary beside the runs, as `out`/runs.csv, in the place of an earlier one.

    Raises InputError where a file of that name is none.
    """
    file = out / "runs.csv"
    if file.exists() and not file.read_text(encoding="utf-8", errors="replace").startswith(",".join(SUMMARY.types)):
        raise InputError(f"{file} is no summary of runs; give another --out")
    write_table(summary(ended), file)
    return file
