"""Reports of polls labelled by hand: `gold/polls/*.txt`, several reports a file.

A report is a line `=== name`, the text, a line `---`, and its labels: a line a poll (`A: Gallup | n=1015 | margin=4`;
`-` for a pollster that is not named), and a line a figure (`58 share A | group | answer | wave`; `-` for what is not
told, no wave for the current one, `?` behind the number of a figure that may be left out). Without labels, no figure
is a poll's.
"""

from pathlib import Path
from typing import NamedTuple

from gold_file import parts

POLLS = Path(__file__).resolve().parent / "gold" / "polls"


class Told(NamedTuple):
    """A labelled figure: its value, kind, poll, group, answer and wave, and whether it may be left out."""

    value: str
    kind: str
    poll: str
    group: str | None
    option: str | None
    wave: str
    optional: bool


class Case(NamedTuple):
    """One labelled report: its name, text, polls (letter: fields) and figures."""

    name: str
    text: str
    polls: dict[str, dict[str, str]]
    figures: list[Told]


def load() -> list[Case]:
    """All labelled reports, by file and place."""
    return [case(*part) for part in parts(POLLS)]


def case(name: str, text: str, lines: list[str]) -> Case:
    """One report."""
    polls = {line[0]: fields(line[2:]) for line in lines if line[1] == ":"}
    return Case(name, text, polls, [figure(line) for line in lines if line[1] != ":"])


def fields(line: str) -> dict[str, str]:
    """The pollster and what else a line tells of a poll."""
    first, *rest = (cell.strip() for cell in line.split("|"))
    return {"pollster": first} | dict(cell.split("=", 1) for cell in rest)


def figure(line: str) -> Told:
    """One labelled figure."""
    head, *cells = (cell.strip() for cell in line.split("|"))
    value, kind, poll = head.split()
    group, option, wave = (None if cell == "-" else cell for cell in [*cells, "-", "-", "-"][:3])
    return Told(value.rstrip("?"), kind, poll, group, option, wave or "current", value.endswith("?"))


def value_of(row: object) -> str:
    """The value of a row of poll_figures as labels have it."""
    kind = row.kind  # type: ignore[attr-defined]
    if kind == "share":
        upper = row.percent_to  # type: ignore[attr-defined]
        return f"{row.percent:g}" + (f"-{upper:g}" if upper == upper else "")  # type: ignore[attr-defined]
    return f"{row.factor if kind == 'multiple' else row.points:g}"  # type: ignore[attr-defined]
