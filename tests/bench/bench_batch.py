"""How well a batch uses the cores, and what papermill costs over the same code in plain Python.

    python tests/bench/bench_batch.py [STORIES]

STORIES (default 20) small stories, each some of the seed articles, are run with all notebooks, on one core and on all.
Then the cells of each notebook are executed once as a script, and once through papermill.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import nbformat

from cuttings import batch
from cuttings.batch.plan import NOTEBOOKS
from cuttings.batch.worker import execute

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "ukraine-territory"
NAMES = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]*.ipynb"))


def stories(number: int, folder: Path) -> list[Path]:
    """Stories of two to four of the seed articles."""
    files, draw = sorted(SEEDS.glob("*.txt")), random.Random(0)
    made = []
    for place in range(number):
        story = folder / f"story-{place:02}"
        story.mkdir()
        for file in draw.sample(files, draw.randint(2, 4)):
            shutil.copy(file, story)
        made.append(story)
    return made


def timed(paths: Sequence[Path], out: Path, cores: int) -> float:
    """Seconds of a batch on so many cores."""
    begun = time.perf_counter()
    ended = list(batch.runs(batch.plans(paths, out), cores=cores))
    assert all(done.status == "done" for done in ended), [done.failure for done in ended if done.failure]
    return time.perf_counter() - begun


def plain(name: str) -> float:
    """Seconds of a notebook's cells as a script in a process of its own."""
    cells = [cell.source for cell in nbformat.read(NOTEBOOKS / f"{name}.ipynb", 4).cells if cell.cell_type == "code"]
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "\n".join(cells)], check=True, capture_output=True)
    return time.perf_counter() - begun


def through_papermill(name: str) -> float:
    """Seconds of the same notebook through papermill, its page included."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "notebooks").mkdir()
        return execute(NOTEBOOKS / f"{name}.ipynb", Path(folder), {}).seconds


def main() -> None:
    """Print the seconds and their ratios."""
    number, cores = int(sys.argv[1]) if len(sys.argv) > 1 else 20, os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        paths = stories(number, Path(folder))
        one, every = (timed(paths, Path(folder) / f"out-{count}", count) for count in (1, cores))
    print(f"{number} stories x {len(NAMES)} notebooks: one core {one:.0f} s, {cores} cores {every:.0f} s")
    print(f"ratio {one / every:.2f} of {cores}")
    through_papermill(NAMES[0])  # imports
    for name in NAMES:
        bare, full = plain(name), through_papermill(name)
        print(f"{name:14} plain {bare:5.2f} s, papermill {full:5.2f} s: {full - bare:+5.2f} s")


if __name__ == "__main__":
    main()
