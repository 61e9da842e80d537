"""Workers: processes that execute one notebook after another, each in a kernel of its own."""

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from .. import report

WATCH = 0.5  # seconds between two looks at whether the process that waits for this one is there


class Outcome(NamedTuple):
    """One executed notebook: how long it took, and what failed in which cell."""

    notebook: str
    seconds: float
    failure: str | None


@contextmanager
def workers(number: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh processes, a core each; gone at once on an interrupt, and soon when the process that waits is killed."""
    with ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=prepare) as pool:
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
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def prepare() -> None:
    """One thread for the linear algebra of this process and of its kernels, unless the user says else."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()


def end_with(parent: int) -> None:
    """End this process when the one that started it is gone; its kernel ends by itself then."""
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)


def execute(source: Path, folder: Path, values: dict[str, Any]) -> Outcome:
    """Execute one notebook in a folder; its output file and page are written even where a cell fails."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill import execute_notebook
    from papermill.exceptions import PapermillExecutionError

    begun, failure, target = time.monotonic(), None, folder / "notebooks" / source.name
    try:
        with private_kernel() as config:
            execute_notebook(source, target, values, cwd=folder, progress_bar=False, log_output=False, config=config)
    except PapermillExecutionError as error:
        failure = f"cell {error.cell_index} ({error.ename}: {error.evalue})"
    except (DeadKernelError, CellTimeoutError) as error:
        failure = f"its kernel died ({error})"
    except OSError as error:
        return Outcome(source.stem, time.monotonic() - begun, f"{target.name} cannot be written: {error.strerror}")
    try:
        settle(target)
        report.write_page(target)
    except OSError as error:
        failure = failure or f"{target.name} cannot be written: {error.strerror}"
    return Outcome(source.stem, time.monotonic() - begun, failure)


def settle(path: Path) -> None:
    """Take out of an executed notebook what differs from run to run and is no finding: times and places."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    told = notebook["metadata"].pop("papermill", {})
    notebook["metadata"]["papermill"] = {key: told[key] for key in ("parameters", "version") if key in told}
    notebook["metadata"].get("language_info", {}).pop("version", None)
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"cell-{number}"
        for name in ("papermill", "execution"):
            cell["metadata"].pop(name, None)
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


@contextmanager
def private_kernel() -> Iterator[Any]:
    """Configuration of a kernel that talks over socket files of its user's own, where the system has them: a TCP port
    is open to every user of the machine. It is silent when it is told to end, which it takes for an interrupt at times.
    """
    from traitlets.config import Config

    with TemporaryDirectory(prefix="cuttings-") as folder:
        files = {"transport": "ipc", "ip": str(Path(folder) / "kernel")}
        quiet = {"NotebookClient": {"extra_arguments": ["--log-level=CRITICAL"]}}
        yield Config({**quiet, **({"KernelManager": files} if os.name == "posix" else {})})
