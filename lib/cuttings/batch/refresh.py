"""Refresh: the notebooks of a folder executed in place, so that their stored outputs are true."""

import os
from pathlib import Path

from ..errors import InputError
from ..folder import replace_file
from .worker import private_kernel, shielded, workers


def refresh(folder: Path) -> list[Path]:
    """Execute the notebooks of a folder in place, one a core, and store their outputs without times and versions.

    Raises InputError where a notebook fails or cannot be written; that one is left as it was.
    """
    paths = sorted(folder.glob("*.ipynb"))
    if not paths:
        raise InputError(f"no notebooks in {folder}")
    with workers(min(len(paths), os.cpu_count() or 1)) as pool:
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
    try:
        replace_file(path, f"{nbformat.writes(notebook)}\n".encode())
    except OSError as error:
        return f"{path.name} cannot be written: {error.strerror}"
    return None
