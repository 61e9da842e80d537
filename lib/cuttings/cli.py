"""The command `cuttings`: tables of a dump, runs of the notebooks, and the notebooks' stored outputs."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .cli_coding import add_coding
from .errors import InputError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code: 0; 1 where a notebook failed or runs differ; 2 for a wrong call, and for
    what cannot be written; as in a shell 130 for an interrupt, and 141 where nobody reads what is printed any more.
    """
    parser = build()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    given = parser.parse_args(arguments)
    try:
        code = int(given.run(given))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is flushed at the very end
        return 141
    except OSError as error:
        print(f"cuttings: {error.filename or 'the output'}: {error.strerror}", file=sys.stderr)
        return 2
    except InputError as error:
        print(f"cuttings: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt as error:
        print(f"cuttings: {str(error) or 'interrupted; nothing was left half-written'}", file=sys.stderr)
        return 130


def build() -> argparse.ArgumentParser:
    """The command's arguments."""
    parser = argparse.ArgumentParser(prog="cuttings", description="How do different outlets tell the same story?")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    tables = commands.add_parser("tables", help="write every table of a dump")
    tables.add_argument("path", help="folder of articles, one file, or the name of a seed story")
    tables.add_argument("--out", required=True, type=Path, help="folder to write to")
    tables.add_argument("--format", default="csv", help="csv (default) or parquet")
    add_map(tables)
    tables.set_defaults(run=write_tables)

    export = commands.add_parser("export", help="write a dump as .bib, as a corpus .csv, or all tables as .xlsx")
    export.add_argument("path", help="folder of articles, one file, or the name of a seed story")
    export.add_argument("--out", required=True, type=Path, help="file to write: .bib, .csv or .xlsx")
    add_map(export)
    export.set_defaults(run=write_export)

    add_polls(commands)
    add_coding(commands, add_map)
    add_run(commands)
    add_compare(commands)
    reference = commands.add_parser("reference", help="write the reference of tables and functions as Markdown")
    reference.add_argument("--out", required=True, type=Path, help="file to write")
    reference.set_defaults(run=write_reference)

    refresh = commands.add_parser("refresh", help="run notebooks in place, so that their stored outputs are true")
    refresh.add_argument("folder", type=Path, help="folder of notebooks")
    refresh.set_defaults(run=refresh_notebooks)
    return parser


def add_run(commands: Any) -> None:
    """The command `run`."""
    run = commands.add_parser("run", help="run the notebooks on one dump or many; write tables, figures and reports")
    run.add_argument("path", nargs="*", help="folder of articles, one file, or the name of a seed story; or several")
    run.add_argument("--out", type=Path, help="folder of the run, of several: of the runs; default: outputs/NAME each")
    run.add_argument("--grid", type=Path, help="CSV or YAML file with stories, notebooks and parameters of many runs")
    run.add_argument("--resume", action="store_true", help="go on with interrupted runs, and keep finished ones")
    run.add_argument("--texts", action="store_true", help="put the articles as a whole into the report, not excerpts")
    run.add_argument("--cores", type=int, help="notebooks executed at a time in many runs; default: one a core")
    run.add_argument(
        "--only", action="append", default=[], metavar="NOTEBOOK", help="only this notebook, such as 30_polls"
    )
    run.add_argument(
        "-p",
        dest="parameters",
        nargs=2,
        action="append",
        default=[],
        metavar=("NAME", "VALUE"),
        help="set a parameter",
    )
    add_map(run)
    run.set_defaults(run=run_notebooks)


def add_polls(commands: Any) -> None:
    """The command `polls`."""
    polls = commands.add_parser("polls", help="write the ledger of the polls that a dump reports")
    polls.add_argument("path", help="folder of articles, one file, or the name of a seed story")
    polls.add_argument(
        "--out", required=True, type=Path, help="file to write: .csv, a row a figure, or .psv, a row a poll"
    )
    add_map(polls)
    polls.set_defaults(run=write_polls)


def add_compare(commands: Any) -> None:
    """The command `compare`."""
    compare = commands.add_parser("compare", help="say which findings differ between two runs; code 1 beyond tolerance")
    compare.add_argument("old", type=Path, help="folder that cuttings run or cuttings tables has written")
    compare.add_argument("new", type=Path, help="folder of the run to hold against it")
    compare.add_argument(
        "--tolerance",
        action="append",
        default=[],
        metavar="[COLUMN=]SHARE",
        help="by what share of its size a number may differ, such as 0.01, or share=0.05 for one column; repeatable",
    )
    compare.add_argument("--out", type=Path, help="file to write all differences to: .csv or .parquet")
    compare.set_defaults(run=compare_runs)


def add_map(command: argparse.ArgumentParser) -> None:
    """The option that says where a table or JSON of an unknown make has the fields."""
    text = "where a table or JSON of an unknown make has a field, such as text=body; repeatable"
    command.add_argument("--map", dest="columns", action="append", default=[], metavar="FIELD=COLUMN", help=text)


def write_tables(given: argparse.Namespace) -> int:
    """`cuttings tables`."""
    from . import everything, folder, manifest, read, write

    write.require_format(given.format)
    dump, columns = read.locate(given.path), " ".join(given.columns)
    with folder.whole(given.out, dump) as draft:
        found = everything.tables(dump, columns)
        for name, frame in found.items():
            write.table(frame, draft / f"{name}.{given.format}")
        rows = {name: len(frame) for name, frame in found.items()}
        manifest.write(draft, dump, columns=columns, rows=rows)
    print(f"{len(found)} tables in {given.out}: " + ", ".join(f"{name} {len(frame)}" for name, frame in found.items()))
    return 0


def write_export(given: argparse.Namespace) -> int:
    """`cuttings export`."""
    from . import export, folder, read

    export.require_ending(given.out)
    dump = read.locate(given.path)
    folder.require_outside(given.out, dump)
    for what in export.write(dump, " ".join(given.columns), given.out):
        print(f"cut, as {given.out.name} holds only so much: {what}")
    print(given.out)
    return 0


def write_reference(given: argparse.Namespace) -> int:
    """`cuttings reference`."""
    from . import folder, reference

    folder.write_file(given.out, reference.page().encode())
    print(given.out)
    return 0


def write_polls(given: argparse.Namespace) -> int:
    """`cuttings polls`."""
    from . import extract, folder, measure, read, write
    from .say.phrase import number

    dump = read.locate(given.path)
    folder.require_outside(given.out, dump)
    articles, _ = read.dump(dump, " ".join(given.columns))
    polls, figures = extract.polls(articles), extract.poll_figures(articles)
    write.polls(measure.poll_ledger(polls, figures, articles), given.out)
    print(f"{number(len(figures), 'figure')} of {number(len(polls), 'poll')} in {given.out}")
    return 0


def run_notebooks(given: argparse.Namespace) -> int:
    """`cuttings run`."""
    from . import batch

    parameters, columns = dict(given.parameters), " ".join(given.columns)
    if given.grid or len(given.path) != 1:
        plans = batch.plans(
            given.path, given.out or Path("outputs"), given.grid, given.only, parameters, columns, given.texts
        )
        return run_many(plans, given)
    begun = time.monotonic()
    try:
        done = batch.run(given.path[0], given.out, given.only, parameters, columns, given.resume, given.texts)
    except batch.NotebookError as failure:
        print(f"cuttings: {failure}", file=sys.stderr)
        return 1
    for name in done.plan.notebooks if done.outcomes else ():
        print(f"{name:14} {done.outcomes[name].seconds:5.1f} s")
    print(f"{done.plan.out / 'report.html'}  in {time.monotonic() - begun:.1f} s")
    return 0


def run_many(plans: Sequence[Any], given: argparse.Namespace) -> int:
    """`cuttings run` of several stories, or of a grid."""
    from tqdm import tqdm  # its lines do not run into the bar

    from . import batch

    out, begun, failed = given.out or Path("outputs"), time.monotonic(), 0
    with batch.summing(out, plans) as sums:
        for done in batch.runs(plans, given.resume, given.cores):
            sums.add(done)
            failed += done.failure is not None
            tqdm.write(f"{done.status:6} {done.plan.name}{f': {done.failure}' if done.failure else ''}")
            sys.stdout.flush()
    print(f"{out / 'index.html'}  {len(plans)} runs, {failed} failed, in {time.monotonic() - begun:.1f} s")
    return int(failed > 0)


def compare_runs(given: argparse.Namespace) -> int:
    """`cuttings compare`."""
    from . import compare, folder, write

    if given.out:
        write.require_format(given.out.suffix[1:])
        folder.require_outside(given.out, given.old, given.new)
    tolerance = compare.parse(given.tolerance)
    around = compare.circumstances(given.old, given.new)
    found = compare.runs(given.old, given.new, tolerance)
    try:
        if given.out:
            write.table(found, given.out)
    except InputError:
        print(compare.summary(found, around))
        raise
    print(compare.summary(found, around, given.out))
    return int(not found["within"].all())


def refresh_notebooks(given: argparse.Namespace) -> int:
    """`cuttings refresh`."""
    from . import batch

    for path in batch.refresh(given.folder):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
