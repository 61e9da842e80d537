"""Export: all tables as one workbook, the articles as a corpus for quanteda and stm, and as BibTeX."""

import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd

from . import tables
from .errors import InputError
from .extract.each import pages
from .extract.paragraph import paragraphs
from .folder import write_file
from .say.phrase import number
from .text import visible
from .write import table as write_table

LONGEST = 32_767  # characters that a cell of a workbook can hold
MOST = 1_048_576  # rows of a sheet
CUT = " … [cut: a cell of a workbook ends here]"
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
ADDRESS = ":/?#[]@!$&'()*+,;=~%"  # what an address may hold as it is; a brace would end the field
ENDINGS = (".bib", ".csv", ".xlsx")


def require_ending(out: Path) -> None:
    """Raise InputError for a file of no known kind, or one whose library is missing."""
    if out.suffix not in ENDINGS:
        raise InputError(f"{out.name}: exports are .bib (BibTeX), .csv (a corpus) or .xlsx (all tables)")
    if out.suffix == ".xlsx" and find_spec("openpyxl") is None:
        raise InputError("xlsx needs openpyxl: pip install 'cuttings[xlsx]'")


def corpus(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per article, as quanteda and stm read it: `doc_id`, `text` and what they call document variables.

    `text` is the article itself, headline and deck in front and a blank line between paragraphs, without the furniture
    of its page. `date` is the day of publication where it is settled. Rows are sorted by file.
    """
    tables.require(articles, "articles")
    settled = articles["published_from"].where(articles["published_from"] == articles["published_to"])
    texts = ["\n\n".join(page[part.start : part.end] for part in paragraphs(page)) for _, page in pages(articles)]
    columns = ["outlet", "published_from", "published_to", "headline", "byline", "lang", "url", "file", "record"]
    found = pd.DataFrame({"doc_id": articles["article_id"], "text": texts, "date": settled}).join(articles[columns])
    return found.sort_values(["file", "doc_id"], ignore_index=True)


def bibtex(articles: pd.DataFrame) -> str:
    """The articles as BibTeX, sorted by file; a field that is not known is left out.

    The key is the article's id. `note` has the file, and the range of days where the day is not settled.
    """
    tables.require(articles, "articles")
    return "\n".join(entry(row) for row in tables.rows(articles.sort_values(["file", "article_id"])))


def entry(row: Any) -> str:
    """One article as a BibTeX entry."""
    lines = [f"  {name} = {{{value if name == 'url' else escaped(value)}}}," for name, value in fields(row)]
    return "\n".join([f"@article{{{row.article_id},", *lines, "}", ""])


def fields(row: Any) -> Iterator[tuple[str, str]]:
    """The fields of an entry that are known."""
    first, last = row.published_from, row.published_to
    known = {"title": row.headline, "author": row.byline, "journal": row.outlet}
    for name, value in known.items():
        if isinstance(value, str):
            yield name, value.replace("; ", " and ") if name == "author" else value
    note = row.file
    if pd.notna(first) and first == last:
        yield from (("year", f"{first:%Y}"), ("month", f"{first:%m}"), ("day", f"{first:%d}"))
    elif pd.notna(first) or pd.notna(last):
        days = (f"{day:%Y-%m-%d}" if pd.notna(day) else "an unknown day" for day in (first, last))
        note += f"; published between {' and '.join(days)}"
    if isinstance(row.url, str):
        yield "url", quote(row.url, safe=ADDRESS)
    yield "note", note


def escaped(text: str) -> str:
    """A text in one line in which nothing is a command of TeX."""
    line = " ".join(visible(text).split())
    return "".join(SPECIAL.get(char, f"\\{char}" if char in "{}%$&#_" else char) for char in line)


def workbook(found: Mapping[str, pd.DataFrame], out: Path) -> list[str]:
    """Write tables as sheets of one workbook; returns what was cut, since a cell and a sheet hold only so much.

    A text is written as text, so that nothing in it is a formula.
    """
    from openpyxl import Workbook

    book, cut = Workbook(write_only=True), []
    for name, frame in found.items():
        sheet = book.create_sheet(name[:31])
        sheet.freeze_panes = "A2"
        sheet.append([cell(sheet, column) for column in frame.columns])
        for line in frame.head(MOST - 1).itertuples(index=False):
            sheet.append([cell(sheet, value) for value in line])
        if len(frame) >= MOST:
            cut.append(f"{name}: the first {MOST - 1:,} of {len(frame):,} rows")
        longer = sum(int((frame[one].str.len() > LONGEST).sum()) for one in frame.columns[frame.dtypes == "str"])
        if longer:
            cut.append(f"{name}: {number(longer, 'text')} of more than {LONGEST:,} characters")
    data = BytesIO()
    book.save(data)
    write_file(out, data.getvalue())
    return cut


def cell(sheet: Any, value: Any) -> Any:
    """A value as a cell: text as text, a day as a day, what is unknown as empty."""
    from openpyxl.cell import WriteOnlyCell

    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if not isinstance(value, str):
        return value.to_pydatetime().date() if isinstance(value, pd.Timestamp) else value
    text = NO_XML.sub("\N{REPLACEMENT CHARACTER}", value)
    made = WriteOnlyCell(sheet, text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT)
    made.data_type = "s"
    return made


def write(path: Path, columns: str, out: Path) -> list[str]:
    """Export a dump to a file by its ending; returns what was cut.

    Raises InputError as `require_ending` does, and where the file cannot be written.
    """
    from . import everything, read

    require_ending(out)
    if out.suffix == ".xlsx":
        return workbook(everything.tables(path, columns), out)
    articles, _ = read.dump(path, columns)
    if out.suffix == ".csv":
        write_table(corpus(articles), out)
    else:
        write_file(out, bibtex(articles).encode())
    return []
