"""Batch: the notebooks executed on a dump through papermill, and the notebooks of the project brought up to date."""

import os
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from itertools import count
from multiprocessing import active_children, get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import current_thread, main_thread
from typing import Any, NamedTuple

from tqdm import tqdm

from . import folder as folders
from . import manifest, read, report
from .errors import InputError

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
FIXED = {"story": "PATH", "out": "--out", "columns": "--map"}
READERS: dict[str, Any] = {
    "int": int,
    "float": float,
    "str": str,
    "bool": lambda text: {"true": True, "false": False}[text.lower()],
}


class Outcome(NamedTuple):
    """One executed notebook: how long it took, and what failed in which cell."""

    notebook: str
    seconds: float
    failure: str | None


class Done(NamedTuple):
    """A finished run: its folder, seconds in all and by notebook."""

    folder: Path
    seconds: float
    durations: dict[str, float]


class NotebookError(Exception):
    """A notebook failed; the message says which, in which cell, why, and where it is kept."""


def run(
    path: str | Path,
    out: Path | None,
    only: Sequence[str] = (),
    parameters: Mapping[str, str] | None = None,
    columns: str = "",
) -> Done:
    """Execute the notebooks on a dump; write notebooks/, tables/, figures/, report.html and manifest.json to `out`.

    `out` is outputs/NAME after the dump's name where it is null, with the names of the notebooks in `only` behind it. A
    run takes its place when it is whole; one in which a notebook fails is kept as `out`.failed and says which cell
    failed and why, as does the NotebookError that is raised. `columns` maps fields as in `read.dump`. Raises InputError
    for a wrong call, before anything is written.
    """
    begun = time.monotonic()
    dump = read.locate(path).resolve()
    read.dump(dump, columns)
    names = choose(only)
    values = checked(names, parameters or {})
    final = out or Path("outputs") / "-".join([dump.name if dump.is_dir() else dump.stem, *sorted(set(only))])
    common = {"story": str(dump), "out": ".", **({"columns": columns} if columns else {})}
    with folders.whole(final, dump) as draft:
        outcomes = execute_all(names, draft, common, values)
        durations = {one.notebook: one.seconds for one in outcomes}
        failures = [f"{one.notebook} failed: {one.failure}" for one in outcomes if one.failure]
        if failures:
            raise NotebookError(f"{'; '.join(failures)}; what was run is kept in {keep_failed(draft, final)}")
        rows = manifest.rows_written(draft / "tables")
        report.write(draft, dump.name, names, rows)
        seconds = {name: round(value, 2) for name, value in durations.items()}
        manifest.write(draft, dump, columns=columns, parameters=dict(parameters or {}), seconds=seconds, rows=rows)
    return Done(final, time.monotonic() - begun, durations)


def choose(only: Sequence[str]) -> list[str]:
    """The names of the notebooks to run, in their order."""
    there = sorted(file.stem for file in NOTEBOOKS.glob("[0-9]*.ipynb"))
    if not there:
        raise InputError(
            f"no notebooks in {NOTEBOOKS}: cuttings runs them from a checkout, installed with pip install -e ."
        )
    unknown = sorted(set(only) - set(there))
    if unknown:
        raise InputError(f"no notebook {', '.join(unknown)}; there is {', '.join(there)}")
    return [name for name in there if not only or name in only]


def checked(names: Sequence[str], parameters: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The parameters of each notebook, read as the types that the notebooks declare."""
    if not parameters:
        return {name: {} for name in names}
    from papermill import inspect_notebook

    declared = {name: inspect_notebook(str(NOTEBOOKS / f"{name}.ipynb")) for name in names}
    known = sorted({key for of in declared.values() for key in of} - set(FIXED))
    for key in parameters:
        if key in FIXED:
            raise InputError(f"the parameter {key} is set by {FIXED[key]}")
        if key not in known:
            raise InputError(f"no parameter {key} in {', '.join(names)}; there is {', '.join(known) or 'none to set'}")
    return {
        name: {key: typed(key, text, of[key]["inferred_type_name"]) for key, text in parameters.items() if key in of}
        for name, of in declared.items()
    }


def typed(key: str, text: str, kind: str) -> Any:
    """A parameter's value from its text."""
    try:
        return READERS[kind](text)
    except (ValueError, KeyError):
        raise InputError(f"the parameter {key} is {kind}; {text!r} is none") from None


def execute_all(
    names: Sequence[str], draft: Path, common: Mapping[str, str], values: Mapping[str, Mapping[str, Any]]
) -> list[Outcome]:
    """Execute notebooks in processes of their own: papermill's working directory belongs to a whole process."""
    (draft / "notebooks").mkdir()
    with workers(len(names)) as pool:
        # Last ones first: a later notebook asks more and takes longer, and should not be started when the rest is done.
        with shielded():
            jobs = {
                name: pool.submit(execute, NOTEBOOKS / f"{name}.ipynb", draft, {**common, **values[name]})
                for name in reversed(names)
            }
        with tqdm(total=len(jobs), desc="notebooks", unit="", leave=False) as bar:
            for job in as_completed(jobs.values()):
                bar.set_postfix_str(job.result().notebook)
                bar.update()
        return [jobs[name].result() for name in names]


@contextmanager
def workers(jobs: int) -> Iterator[Executor]:
    """As many fresh processes as there are jobs and cores, a core each; gone at once on an interrupt."""
    cores = min(jobs, os.cpu_count() or 1)
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn"), initializer=prepare_worker) as pool:
        try:
            yield pool
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.terminate()
            raise


@contextmanager
def shielded() -> Iterator[None]:
    """Processes started in this block leave an interrupt to the one that waits, which ends them and their kernels."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def prepare_worker() -> None:
    """One thread for the linear algebra of this process and of its kernels, unless the user says else."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def execute(source: Path, draft: Path, values: dict[str, Any]) -> Outcome:
    """Execute one notebook; its output file and page are written even where a cell fails."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill import execute_notebook
    from papermill.exceptions import PapermillExecutionError

    begun, failure, target = time.monotonic(), None, draft / "notebooks" / source.name
    try:
        with private_kernel() as config:
            execute_notebook(source, target, values, cwd=draft, progress_bar=False, log_output=False, config=config)
    except PapermillExecutionError as error:
        failure = f"cell {error.cell_index} ({error.ename}: {error.evalue})"
    except (DeadKernelError, CellTimeoutError) as error:
        failure = f"its kernel died ({error})"
    report.write_page(target)
    return Outcome(source.stem, time.monotonic() - begun, failure)


@contextmanager
def private_kernel() -> Iterator[Any]:
    """Configuration of a kernel that talks over socket files of its user's own, where the system has them: a TCP port
    is open to every user of the machine.
    """
    from traitlets.config import Config

    with TemporaryDirectory(prefix="cuttings-") as folder:
        files = {"transport": "ipc", "ip": str(Path(folder) / "kernel")}
        yield Config({"KernelManager": files} if os.name == "posix" else {})


def keep_failed(draft: Path, final: Path) -> Path:
    """Move what a failed run has written to a place that says so."""
    names = (f"{final.name}.failed{'' if number == 1 else f'-{number}'}" for number in count(1))
    kept = next(path for name in names if not (path := final.absolute().with_name(name)).exists())
    draft.rename(kept)
    return kept


def refresh(folder: Path) -> list[Path]:
    """Execute the notebooks of a folder in place, two at a time, and store their outputs without times and versions.

    Raises InputError where a notebook fails; that one is left as it was.
    """
    paths = sorted(folder.glob("*.ipynb"))
    if not paths:
        raise InputError(f"no notebooks in {folder}")
    with workers(len(paths)) as pool:
        with shielded():
            outcomes = pool.map(store_outputs, paths)
        failures = [failure for failure in outcomes if failure]
    if failures:
        raise InputError("; ".join(failures))
    return paths


def store_outputs(path: Path) -> str | None:
    """Execute one notebook and write it back; returns what failed."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    try:
        with private_kernel() as config:
            NotebookClient(notebook, resources=resources, record_timing=False, config=config).execute()
    except CellExecutionError as error:
        return f"{path.name} failed: {error.ename}: {error.evalue}"
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(notebook, path)
    return None
