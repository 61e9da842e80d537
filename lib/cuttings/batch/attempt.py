"""Attempts: a run on its way, from its draft to its place, or to one that says that it failed."""

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from .. import folder as folders
from .. import manifest, read, report
from ..memory import remembered
from . import plan as planning
from .plan import Plan
from .worker import Outcome

DONE = ".done"
KEPT_READINGS = 4


class Reading(NamedTuple):
    """A dump as it is read: where, how, and with which bytes in its files."""

    dump: Path
    columns: str
    inputs: str


@dataclass
class Attempt:
    """A run on its way: its plan, its draft, what went in, and the notebooks that have ended."""

    plan: Plan
    draft: folders.Draft
    content: Mapping[str, Any]
    ended: dict[str, Outcome] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        """The notebooks that have not ended."""
        return [name for name in self.plan.notebooks if name not in self.ended]

    @property
    def failures(self) -> list[str]:
        """What failed, and in which cell."""
        ended = (self.ended[name] for name in self.plan.notebooks if name in self.ended)
        return [f"{one.notebook} failed: {one.failure}" for one in ended if one.failure]


def begin(plan: Plan, resume: bool = False) -> Attempt | None:
    """Begin a run, or go on with an interrupted one of the same plan, inputs and versions where `resume` says so; null
    where it stands in its place already.

    Raises InputError for a dump that cannot be read, and for a place that cannot be written.
    """
    content = manifest.content(
        plan.dump,
        columns=plan.columns,
        parameters=plan.parameters,
        notebooks=plan.notebooks,
        texts=plan.texts,
        code=manifest.code(planning.NOTEBOOKS),
    )
    if resume:
        if same(folders.manifest_of(plan.out), content):
            return None
        left = folders.take_over(plan.out)
        if left and same(folders.manifest_of(left.folder), content):
            return Attempt(plan, left, content, ended_before(left.folder))
        if left:
            folders.discard(left)
    articles_of(plan, content)
    draft = folders.begin(plan.out, plan.dump)
    try:
        (draft.folder / "notebooks").mkdir()
        (draft.folder / DONE).mkdir()
        manifest.store(draft.folder, content)
    except OSError as error:
        folders.discard(draft)
        raise folders.unwritable(plan.out, error) from None
    return Attempt(plan, draft, content)


def articles_of(plan: Plan, content: Mapping[str, Any]) -> pd.DataFrame:
    """The articles of a run; those of the runs read last are kept, for its end and for other runs of the same files."""
    return reading(Reading(plan.dump, plan.columns, json.dumps([content["inputs"], content["own"]])))


@remembered(KEPT_READINGS, mark=lambda one: sha256("\0".join(map(str, one)).encode("utf-8", "surrogatepass")).digest())
def reading(of: Reading) -> pd.DataFrame:
    """The articles that stand in some files. Raises InputError for a dump that cannot be read."""
    return read.dump(of.dump, of.columns)[0]


def same(before: Mapping[str, Any], content: Mapping[str, Any]) -> bool:
    """Whether a manifest tells of the same inputs, parameters, notebooks and versions."""
    return {key: before.get(key) for key in content} == dict(content)


def ended_before(folder: Path) -> dict[str, Outcome]:
    """The notebooks that the interrupted run had finished."""
    marks = sorted((folder / DONE).glob("*"))
    return {mark.name: Outcome(mark.name, took, None) for mark in marks if (took := read_mark(mark)) is not None}


def read_mark(mark: Path) -> float | None:
    """The seconds that a notebook took; null in a mark that was not written to its end."""
    try:
        return float(mark.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def note(attempt: Attempt, outcome: Outcome) -> None:
    """Note that a notebook has ended; one that failed is executed again when the run is taken up."""
    attempt.ended[outcome.notebook] = outcome
    if not outcome.failure:
        mark = attempt.draft.folder / DONE / outcome.notebook
        with suppress(OSError):  # without its mark it is executed again
            mark.write_text(f"{outcome.seconds:.2f}", encoding="utf-8")


def complete(attempt: Attempt) -> tuple[str | None, Path]:
    """Put a run whose notebooks have all ended in its place; returns what failed, and where it is kept."""
    plan, folder = attempt.plan, attempt.draft.folder
    failures = attempt.failures
    if not failures:
        try:
            rows = manifest.rows_written(folder / "tables")
            content = {**attempt.content, "rows": rows}
            articles = articles_of(plan, attempt.content)
            report.write(folder, plan.dump.name, articles, content, plan.texts)
            seconds = {name: round(attempt.ended[name].seconds, 2) for name in plan.notebooks}
            manifest.store(folder, {**content, "seconds": seconds})
            shutil.rmtree(folder / DONE)
            folders.finish(attempt.draft)
            return None, plan.out
        except OSError as error:
            failures = [f"{plan.out} cannot be written: {error.strerror}"]
    kept = keep_failed(attempt)
    return f"{'; '.join(failures)}; what was run is kept in {kept}", kept


def keep_failed(attempt: Attempt) -> Path:
    """Move what a failed run has written to a place that says so; where the system does not let one, it stays."""
    draft, final = attempt.draft.folder, attempt.plan.out.absolute()
    names = (f"{final.name}.failed{'' if number == 1 else f'-{number}'}" for number in count(1))
    kept = next(path for name in names if not (path := final.with_name(name)).exists())
    try:
        shutil.rmtree(draft / DONE, ignore_errors=True)
        (draft / folders.OWNER).unlink(missing_ok=True)
        draft.rename(kept)
    except OSError:
        return draft
    return kept


def leave(attempt: Attempt) -> int:
    """Leave an interrupted run: as it is where notebooks are finished, else not at all; returns how many are."""
    finished = sum(not one.failure for one in attempt.ended.values())
    if not finished:
        folders.discard(attempt.draft)
    return finished
