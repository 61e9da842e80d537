"""Runs: the notebooks of one plan or of many, as many at a time as there are cores, each run whole or not there."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from ..errors import InputError
from ..say.phrase import number
from . import plan as planning
from .attempt import Attempt, begin, complete, leave, note
from .plan import Plan, plan
from .worker import Outcome, execute, shielded, workers

DONE, FAILED, KEPT = "done", "failed", "kept"


class Task(NamedTuple):
    """A notebook to be executed for a run."""

    attempt: Attempt
    notebook: str


class Done(NamedTuple):
    """A run that has ended: its plan, how, what failed, the outcomes of its notebooks, and the folder it stands in."""

    plan: Plan
    status: str
    failure: str | None
    outcomes: dict[str, Outcome]
    place: Path | None = None


class NotebookError(Exception):
    """A notebook failed; the message says which, in which cell, why, and where it is kept."""


class Interrupted(KeyboardInterrupt):
    """Runs were interrupted; the message says what is kept of them."""


def run(
    path: str | Path,
    out: Path | None = None,
    only: Sequence[str] = (),
    parameters: Mapping[str, str] | None = None,
    columns: str = "",
    resume: bool = False,
    texts: bool = False,
) -> Done:
    """Execute the notebooks on a dump; write notebooks/, tables/, figures/, report.html and manifest.json to `out`.

    `out` is outputs/NAME after the dump's name where it is null, with the names of the notebooks in `only` behind it. A
    run takes its place when it is whole; one in which a notebook fails is kept as `out`.failed and says which cell
    failed and why, as does the NotebookError that is raised. One that was interrupted is begun anew, or goes on where
    `resume` says so. `columns` maps fields as in `read.dump`; with `texts` the report holds the articles as a whole.
    Raises InputError for a wrong call, before anything is written.
    """
    planned = plan(path, out, only, parameters, columns, texts=texts)
    attempt = begin(planned, resume)
    started = attempt or Done(planned, KEPT, None, {}, planned.out)
    [done] = carry_out([started], len(planned.notebooks), min(len(planned.notebooks), available()))
    if done.failure:
        raise NotebookError(done.failure)
    return done


def runs(plans: Sequence[Plan], resume: bool = False, cores: int | None = None) -> Iterator[Done]:
    """Execute the notebooks of many runs, on all cores or on `cores` of them; each run as it ends, whatever becomes of
    the others. What cannot be read or written is a failed run.
    """
    total = sum(len(one.notebooks) for one in plans)
    return carry_out(starts(plans, resume), total, min(total, cores or available()))


def available() -> int:
    """The cores of this machine."""
    return os.cpu_count() or 1


def starts(plans: Iterable[Plan], resume: bool) -> Iterator[Attempt | Done]:
    """Each run as it begins, or as it has ended at once: it stands there already, or cannot be read or written."""
    for one in plans:
        try:
            yield begin(one, resume) or Done(one, KEPT, None, {}, one.out)
        except InputError as error:
            yield Done(one, FAILED, str(error), {})


def carry_out(starting: Iterable[Attempt | Done], total: int, cores: int) -> Iterator[Done]:
    """The runs as they end. Raises Interrupted, in which case what is finished is kept."""
    going: list[Attempt] = []
    try:
        with tqdm(total=total, desc="notebooks", unit="", leave=False) as bar:
            yield from work(tasks(starting, going), cores, bar)
    except KeyboardInterrupt:
        kept = sum(leave(attempt) for attempt in going if attempt.missing)
        answers = any(attempt.draft.folder.exists() for attempt in going)
        left = "a language model's answers kept for --resume" if answers else "nothing was left half-written"
        words = f"{number(kept, 'finished notebook')} kept for --resume" if kept else left
        raise Interrupted(f"interrupted; {words}") from None


def tasks(starting: Iterable[Attempt | Done], going: list[Attempt]) -> Iterator[Task | Done]:
    """Notebook by notebook what there is to execute, and the runs for which there is nothing; `going` are the others.

    Last ones first: a later notebook asks more and takes longer, and should not be started when the rest is done.
    """
    for one in starting:
        if isinstance(one, Done):
            yield one
        elif not one.missing:
            yield ended(one)
        else:
            going.append(one)
            yield from [Task(one, name) for name in reversed(one.missing)]


def work(todo: Iterator[Task | Done], cores: int, bar: tqdm) -> Iterator[Done]:
    """Keep every core busy with one notebook; each run as its last one ends."""
    flight: dict[Future[Outcome], Task] = {}
    with ExitStack() as stack:
        crew = Crew(stack, cores)
        while True:
            while len(flight) < cores and (task := next(todo, None)):
                if isinstance(task, Done):
                    bar.update(len(task.plan.notebooks))
                    yield task
                else:
                    flight[crew.submit(task)] = task
            if not flight:
                return
            bar.set_postfix_str(
                "now " + ", ".join(f"{one.notebook} of {one.attempt.plan.name}" for one in flight.values())
            )
            for future in wait(flight, return_when=FIRST_COMPLETED).done:
                task = flight.pop(future)
                note(task.attempt, outcome(future, task))
                bar.update()
                if not task.attempt.missing:
                    yield ended(task.attempt)


class Crew:
    """The processes at work; new ones where the system has ended one of them."""

    def __init__(self, stack: ExitStack, cores: int) -> None:
        self.stack, self.cores = stack, cores
        self.pool = stack.enter_context(workers(cores))

    def submit(self, task: Task) -> Future[Outcome]:
        """Have a notebook executed, in another process: papermill's working directory belongs to a whole one."""
        plan, name = task.attempt.plan, task.notebook
        call = partial(execute, planning.NOTEBOOKS / f"{name}.ipynb", task.attempt.draft.folder, plan.values[name])
        with shielded():
            try:
                return self.pool.submit(call)
            except BrokenProcessPool:
                self.pool = self.stack.enter_context(workers(self.cores))
                return self.pool.submit(call)


def outcome(future: Future[Outcome], task: Task) -> Outcome:
    """How a notebook ended, or that its process did before it."""
    try:
        return future.result()
    except BrokenProcessPool:
        return Outcome(task.notebook, 0.0, "the system ended its process, as it does when memory runs out")


def ended(attempt: Attempt) -> Done:
    """A run whose notebooks have all ended, put in its place or kept as failed."""
    failure, place = complete(attempt)
    return Done(attempt.plan, FAILED if failure else DONE, failure, attempt.ended, place)
