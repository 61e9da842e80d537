"""The summary of many runs: a row a notebook, with how it ended and the first sentence of its answer."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from .. import tables
from ..compare.finding import sentences
from ..errors import InputError
from ..folder import manifest_of
from ..write import table as write_table
from .run import DONE, FAILED, Done

GENERATOR = "cuttings run"
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


class Summed(NamedTuple):
    """A run that has ended, and its rows of the summary: what it wrote is read once."""

    done: Done
    rows: list[dict]


def summed(done: Done) -> Summed:
    """A run with its rows."""
    return Summed(done, rows_of(done))


def summary(ended: Sequence[Summed]) -> pd.DataFrame:
    """One row per run and notebook (see SUMMARY), in the order in which the runs were given."""
    rows = [row for one in ended for row in one.rows]
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
    file = done.plan.out / "notebooks" / f"{name}.ipynb"
    lines = sentences(file)
    return {"status": done.status, "seconds": took.get(name), "finding": lines[0] if lines else None}


def write(ended: Sequence[Summed], out: Path) -> Path:
    """Write the summary beside the runs, as `out`/runs.csv, in the place of an earlier one; raises as `refuse_foreign`
    does.
    """
    refuse_foreign(out)
    file = out / "runs.csv"
    write_table(summary(ended), file)
    return file


def refuse_foreign(out: Path) -> None:
    """Raise InputError where a file that sums up runs would take the place of somebody's own."""
    signs = {"runs.csv": ",".join(SUMMARY.types), "index.html": f'<meta name="generator" content="{GENERATOR}">'}
    for name, sign in signs.items():
        file = out / name
        if file.exists() and sign not in file.read_text(encoding="utf-8", errors="replace")[:1000]:
            raise InputError(f"{file} is no summary of runs; give another --out")
