"""The commands `cuttings coding`: draw a sheet, read filled sheets back, and say how far their coders agree."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .errors import InputError

Map = Callable[[argparse.ArgumentParser], None]


def add_coding(commands: Any, add_map: Map) -> None:
    """The command `coding` with its own commands."""
    coding = commands.add_parser(
        "coding", help="draw a sheet for people to code, read filled ones, say how far they agree"
    )
    own = coding.add_subparsers(required=True, metavar="COMMAND")
    story = "folder of articles, one file, or the name of a seed story"

    sheet = own.add_parser("sheet", help="draw a sample of units as a table with a column for each code")
    sheet.add_argument("path", help=story)
    sheet.add_argument("--out", required=True, type=Path, help="CSV file to write, such as my-folder/coding/ann.csv")
    sheet.add_argument("--codebook", default="", help="name of a codebook; default: the story's own, or generic_frames")
    sheet.add_argument("-n", type=int, default=100, metavar="UNITS", help="units to draw; default: 100")
    sheet.add_argument("--unit", default="sentence", help="sentence (default), passage or article")
    sheet.add_argument("--by", action="append", default=[], metavar="GROUPING", help="as many from each; repeatable")
    sheet.add_argument("--open", action="store_true", help="show who published a unit; default: blind")
    sheet.add_argument("--seed", type=int, default=0, help="the same seed draws the same units; default: 0")
    sheet.set_defaults(run=draw_sheet)

    read = own.add_parser("read", help="write the codes of filled sheets as a table, and say which rows have none")
    read.add_argument("--out", required=True, type=Path, help="file to write: .csv or .parquet")
    read.set_defaults(run=read_sheets)

    agreement = own.add_parser("agreement", help="say how far those who filled the sheets agree, code by code")
    agreement.add_argument("--out", type=Path, help="file to write the table to, too: .csv or .parquet")
    agreement.add_argument("--level", default="nominal", help="nominal (default), ordinal, interval or ratio")
    agreement.add_argument("--recal", metavar="CODE", help="write this code to --out as ReCal reads it, instead")
    agreement.set_defaults(run=say_agreement)

    for command in (read, agreement):
        command.add_argument("path", help=story)
        command.add_argument("sheets", nargs="*", type=Path, help="filled sheets; default: those in its folder coding/")
    for command in (sheet, read, agreement):
        add_map(command)


def draw_sheet(given: argparse.Namespace) -> int:
    """`cuttings coding sheet`."""
    from . import coding, frames, read
    from .say.phrase import number

    dump = read.locate(given.path)
    place, folder = given.out.resolve(), dump.resolve()
    if place.is_relative_to(folder) and not place.is_relative_to(folder / "coding"):
        raise InputError(f"{given.out} would be read as an article of {dump}; put it into {dump / 'coding'}")
    book = frames.codebook(given.codebook, dump)
    articles, _ = read.dump(dump, " ".join(given.columns))
    made = coding.sheet(articles, book, given.n, given.unit, given.by, not given.open, given.seed, given.out)
    name = book["codebook"].iloc[0]
    print(f"{number(len(made), given.unit)} for the {len(book)} codes of {name} in {given.out}")
    return 0


def read_sheets(given: argparse.Namespace) -> int:
    """`cuttings coding read`."""
    from . import write

    write.require_format(given.out.suffix[1:])
    codes, told = filled(given)
    write.table(codes, given.out)
    print(f"{told}{given.out}")
    return 0


def say_agreement(given: argparse.Namespace) -> int:
    """`cuttings coding agreement`."""
    from . import coding, folder, say, write

    if given.recal and not given.out:
        raise InputError("--recal writes a file; give its place with --out")
    if given.out and not given.recal:
        write.require_format(given.out.suffix[1:])
    codes, told = filled(given)
    if given.recal:
        folder.write_file(given.out, coding.recal(codes, given.recal).encode())
        print(f"{told}{given.out}")
        return 0
    found = coding.agreement(codes, given.level)
    print(told + "".join(f"{line}\n" for line in say.agreement(found)), end="")
    if given.out:
        write.table(found, given.out)
        print(given.out)
    return 0


def filled(given: argparse.Namespace) -> tuple[Any, str]:
    """The codes of the sheets, and what is to be told of them and of the rows that could not be taken."""
    from . import coding, folder, read, say

    dump = read.locate(given.path)
    if given.out:
        folder.require_outside(given.out, dump)
    articles, _ = read.dump(dump, " ".join(given.columns))
    codes, problems = coding.story(dump, articles, given.sheets or None)
    return codes, "".join(f"{line}\n" for line in say.coded(codes, problems))
