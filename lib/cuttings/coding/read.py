"""Read: filled sheets back into a table of codes, and what cannot be taken as problems."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from .. import tables
from ..errors import InputError
from ..frames import codebook
from ..measure.agreement import NONE
from ..measure.draw import drawn_as
from ..read.dump import locate
from ..write import RISKY
from .dialect import opened
from .sheet import DRAW, FIRST, LAST, NOTE

YES = {"1", "x", "y", "yes", "true", "✓", "✔", "1.0"}
NOT_YET = "not coded yet"
NO = {"", "0", "n", "no", "false", "-", "0.0"}

Line = dict[str, str]
Sheet = tuple[Path, list[tuple[int, Line]]]  # a file, and its rows with their numbers


def read(
    paths: str | Path | Sequence[str | Path], book: pd.DataFrame, articles: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Filled sheets, one or several: the tables `codes` and `coding_problems`; each row of a sheet is in one of them.

    1. A unit counts as coded where `done` is marked or a code is; its other codes do not hold. A unit without either is
       a problem: not coded yet.
    2. The coder is the one named in the row, or else the file.
    3. A spreadsheet may have written semicolons or tabs, or another encoding: all are read. The text of a unit must be
       that of the article at its address, blanks apart.
    4. A mark is 1, x, y, yes or true; 0, no or nothing is none; anything else is a problem. Of a unit that one coder
       coded twice, the first row counts.

    Raises InputError for a file that is no sheet of this codebook, with what is missing or unknown.
    """
    tables.require(book, "codebook")
    files = [Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)]
    return taken([(file, list(lines_of(file, book))) for file in files], book, articles)


def taken(sheets: Sequence[Sheet], book: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What is taken of the rows of some sheets of one codebook, and what is not."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    codes: list[dict[str, Any]] = []
    problems: list[dict[str, Any]] = []
    seen: set[tuple[str, ...]] = set()
    for path, lines in sheets:
        for number, line in lines:
            coder = line["coder"].strip() or path.stem
            why = faulty(line, book, texts) or repeated(line, coder, seen)
            if why:
                problems.append({"file": path.name, "row": number, "coder": coder, "reason": why})
            else:
                codes += coded(line, coder, book)
    return tables.build("codes", codes), tables.build("coding_problems", problems)


def lines_of(path: Path, book: pd.DataFrame) -> Iterator[tuple[int, Line]]:
    """The rows of a sheet with their numbers in the file, its head checked."""
    reader = opened(path)
    names = [name.strip() for name in reader.fieldnames or ()]
    reader.fieldnames = names
    known = [*FIRST, *LAST, *book["code"]]
    missing = [name for name in known if name not in names]
    unknown = [name for name in names if name not in (*known, DRAW, NOTE, "group")]
    if missing or unknown:
        told = [f"{what} {', '.join(of)}" for what, of in (("missing:", missing), ("unknown:", unknown)) if of]
        raise InputError(f"{path} is no sheet of the codebook {book['codebook'].iloc[0]}; {'; '.join(told)}")
    for number, line in enumerate(reader, 2):
        yield number, {name: bare(line.get(name) or "") for name in names}


def bare(text: str) -> str:
    """A cell without the apostrophe that kept a spreadsheet from taking it for a formula."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(RISKY) else text


def faulty(line: Line, book: pd.DataFrame, texts: Mapping[str, str]) -> str:
    """Why a row cannot be taken; empty where it can."""
    article = texts.get(line["article_id"].strip())
    if article is None:
        return f"no article {shown(line['article_id'])} among these"
    try:
        start, end = int(line["start"]), int(line["end"])
        chance = probability(line)
    except ValueError:
        return "start, end or chance is no number"
    if article[max(start, 0) : max(end, 0)].split() != line["text"].split() or start >= end:
        return "its text is not that of the article at its address"
    if not (0 < chance <= 1 or chance != chance):
        return f"chance {line['chance']} is no probability"
    if why := undrawn(line):
        return why
    if line["codebook"].strip() != book["codebook"].iloc[0]:
        return f"it was drawn for the codebook {shown(line['codebook'])}"
    strange = [f"{shown(line[code])} in {code}" for code in (*book["code"], "done") if mark(line[code]) is None]
    if strange:
        return f"no mark: {', '.join(strange)}"
    if not any(mark(line[code]) for code in (*book["code"], "done")):
        return NOT_YET
    return ""


def undrawn(line: Line) -> str:
    """Why what a row says of its draw cannot be taken; empty where it can, or where it says nothing."""
    try:
        if line.get(DRAW):
            drawn_as(line[DRAW])
    except ValueError as error:
        return f"draw {shown(line[DRAW])}: {error}"
    return ""


def probability(line: Line) -> float:
    """The chance of a row, with a point or a comma; not a number where nobody says."""
    return float(line["chance"].replace(",", ".") or "nan")


def mark(cell: str) -> bool | None:
    """Whether a cell is marked; null for what is neither a mark nor none."""
    word = cell.strip().lower()
    return True if word in YES else False if word in NO else None


def repeated(line: Line, coder: str, seen: set[tuple[str, ...]]) -> str:
    """Why a row that could be taken is not: the coder has coded the unit before."""
    key = (line["article_id"].strip(), str(int(line["start"])), str(int(line["end"])), coder)
    if key in seen:
        return "coded twice by the same coder; the first row counts"
    seen.add(key)
    return ""


def coded(line: Line, coder: str, book: pd.DataFrame) -> list[dict[str, Any]]:
    """A row for each code that holds, or one without a code."""
    common = {
        **{name: line[name].strip() for name in ("article_id", "unit", "codebook")},
        **{name: int(line[name]) for name in ("start", "end")},
        "chance": probability(line) if line["chance"] else None,
        DRAW: line.get(DRAW) or None,
        "text": line["text"],
        "coder": coder,
        "note": line.get(NOTE) or None,
    }
    held = [code for code in book["code"] if mark(line[code])]
    return [{**common, "frame": code} for code in held or [NONE]]


def shown(text: str) -> str:
    """A cell in a message."""
    return repr(text[:40])


def story(
    path: str | Path, articles: pd.DataFrame, sheets: Sequence[str | Path] | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The filled sheets that a story brings in its folder `coding/`, of any codebooks: as `read` gives them; no rows
    where it brings none. A file there that is no sheet of a codebook is a problem, and the others go on.

    With `sheets` those given are read, and InputError is raised for a file that is none.
    """
    found = [(tables.build("codes", []), tables.build("coding_problems", []))]
    books: dict[str, pd.DataFrame] = {}
    given: dict[str, list[Sheet]] = {}
    for file in sorted((locate(path) / "coding").glob("*.csv")) if sheets is None else map(Path, sheets):
        try:
            name = drawn_for(file)
            books[name] = books[name] if name in books else codebook(name, path)
            given.setdefault(name, []).append((file, list(lines_of(file, books[name]))))
        except InputError as error:
            if sheets is not None:
                raise
            reason = str(error).removeprefix(f"{file} ").replace(str(file), file.name)
            row = {"file": file.name, "row": 1, "coder": file.stem, "reason": reason}
            found.append((tables.build("codes", []), tables.build("coding_problems", [row])))
    found += [taken(of, books[name], articles) for name, of in given.items()]
    codes, problems = (pd.concat([one[at] for one in found]) for at in (0, 1))
    return tables.check(codes, "codes"), tables.check(problems, "coding_problems")


def drawn_for(file: Path) -> str:
    """The codebook that a sheet was drawn for, by its first row. Raises InputError where it names none."""
    line = next(opened(file), {})
    named = (line.get("codebook") or "").strip()
    if not named:
        raise InputError(f"{file} is no sheet: no codebook in its first row")
    return named
