"""The index of many runs: a page with how each ended, the first sentence of each answer, and the way to its report."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from ..folder import write_file
from ..report import PAGES
from ..say.phrase import listed, number
from ..text import visible
from .run import FAILED, Done
from .summary import GENERATOR, Summed, refuse_foreign

MINUTE = 60


class Notebook(NamedTuple):
    """A notebook of a run: where it is shown, the first sentence of its answer, and what failed in it."""

    name: str
    link: str | None
    finding: str | None
    failure: str | None


class Run(NamedTuple):
    """A run as a row of the page; `failure` where it could not begin."""

    anchor: str
    name: str
    report: str | None
    story: str
    set: str
    status: str
    took: str
    notebooks: list[Notebook]
    failure: str | None


def write_index(ended: Sequence[Summed], out: Path) -> Path:
    """Write `out`/index.html beside the runs, in the place of an earlier one: one file, which loads nothing.

    Raises InputError as `refuse_foreign` does, and where it cannot be written.
    """
    refuse_foreign(out)
    runs = [shown(place, one, out) for place, one in enumerate(ended, 1)]
    page = PAGES.get_template("index.html.j2").render(
        generator=GENERATOR,
        title=visible(out.resolve().name),
        told=told([one.done for one in ended]),
        runs=runs,
        failed=[run for run in runs if run.status == FAILED],
    )
    file = out / "index.html"
    write_file(file, page.encode())
    return file


def told(ended: Sequence[Done]) -> str:
    """How many runs there are, and how they ended."""
    stories = len({done.plan.dump for done in ended})
    ways = Counter(done.status for done in ended)
    counted = listed([f"{n} {status}" for status, n in sorted(ways.items())])
    return f"{number(len(ended), 'run')} of {number(stories, 'story', 'stories')}: {counted}."


def shown(place: int, one: Summed, out: Path) -> Run:
    """One run as a row."""
    done, rows = one
    plan = done.plan
    began = [row for row in rows if row["notebook"]]
    seconds = [row["seconds"] for row in began if row.get("seconds") is not None]
    return Run(
        anchor=f"run-{place}",
        name=visible(plan.name),
        report=link(done, out, "report.html"),
        story=visible(plan.dump.name),
        set=", ".join(visible(f"{name} = {value}") for name, value in plan.parameters.items()),
        status=done.status,
        took=duration(sum(seconds)) if seconds else "–",
        notebooks=list(notebooks(done, began, out)),
        failure=None if began else visible(done.failure or ""),
    )


def notebooks(done: Done, rows: Sequence[dict], out: Path) -> Iterator[Notebook]:
    """The notebooks of a run; of one that failed, what failed where."""
    for row in rows:
        name = row["notebook"]
        report = link(done, out, "report.html")
        where = f"{report}#{name}" if report else link(done, out, f"notebooks/{name}.html")
        failure = row.get("failure") if row["status"] == FAILED else None
        finding = row.get("finding") or ("ran to its end" if done.status == FAILED else None)
        yield Notebook(name, where, finding, visible(failure) if failure else None)


def link(done: Done, out: Path, name: str) -> str | None:
    """Where a file of a run is, from the page; null where it is not there."""
    file = done.place / name if done.place else None
    if file is None or not file.is_file():
        return None
    return quote(Path(os.path.relpath(file.absolute(), out.absolute())).as_posix())


def duration(seconds: float) -> str:
    """`8.4 s`, `3 min 20 s`."""
    if seconds < MINUTE:
        return f"{seconds:.1f} s"
    return f"{int(seconds) // MINUTE} min {int(seconds) % MINUTE} s"
