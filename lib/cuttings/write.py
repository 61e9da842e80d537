"""Write: tables and figures to files, the same bytes for the same content, safe to open in a spreadsheet."""

import io
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from .errors import InputError
from .folder import write_file
from .measure.poll.report import current_shares
from .plot.style import save
from .show import Shown, show

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection); an apostrophe in front stops it.
# The apostrophe itself is doubled in the same way, so that taking one off gives the text back.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
DIGITS = 6
FORMATS = ("csv", "parquet")
POLL_HEAD = (
    *("Polling firm", "Commissioners", "Fieldwork Start", "Fieldwork End", "Scope", "Sample Size"),
    *("Participation", "Precision"),
)


def run(out: str, tables: Mapping[str, pd.DataFrame], figures: Sequence[Figure | None] = ()) -> Shown:
    """Keep what a notebook found: `out`/tables/NAME.csv, `out`/figures/LABEL.png and .svg; nothing for an empty `out`.

    A figure that was not drawn is passed over.

    Raises InputError where two figures have the same label or none.
    """
    drawn = [made for made in figures if made is not None]
    labels = [str(made.get_label()) for made in drawn]
    if len(set(labels)) < len(labels) or "" in labels:
        raise InputError(f"each figure needs a label of its own; these have {labels}")
    kept = f"{', '.join(tables)} as tables" + (f"; {', '.join(labels)} as figures" if labels else "")
    if not out:
        return show(f"Nothing was written, because out is empty. It would have been: {kept}.")
    for name, frame in tables.items():
        table(frame, Path(out) / "tables" / f"{name}.csv")
    for label, made in zip(labels, drawn, strict=True):
        figure(made, Path(out) / "figures" / label)
    return show(f"Written: {kept}.")


def table(frame: pd.DataFrame, path: Path) -> None:
    """Write a table as CSV or parquet, by the file's ending.

    CSV is UTF-8 with floats to six significant digits and days as YYYY-MM-DD; a text that a spreadsheet would take
    for a formula gets an apostrophe in front. Parquet keeps everything as it is and needs pyarrow.

    Raises InputError where the file cannot be written.
    """
    write_file(path, frame.to_parquet(index=False) if path.suffix == ".parquet" else csv_text(frame).encode())


def csv_text(frame: pd.DataFrame) -> str:
    """A table as the text of a CSV file; see `table`."""
    safe = frame.copy()
    for name in frame.columns[frame.dtypes == "str"]:
        safe[name] = frame[name].map(guard, na_action="ignore")
    return safe.to_csv(index=False, float_format=f"%.{DIGITS}g", date_format="%Y-%m-%d", lineterminator="\n")


def polls(ledger: pd.DataFrame, path: Path) -> None:
    """Write a ledger of polls (`measure.poll_ledger`): CSV with a row a figure, or PSV with a row a poll.

    PSV is the layout of the open European polls data: columns between bars, the newest fieldwork first, `N/A` for what
    is not told, one column an answer. It holds the shares of the wave reported that have an answer, of the first group
    that has it; whether a poll is of a national or a European election (`Scope`), no report says. Raises InputError for
    another ending.
    """
    if path.suffix not in (".csv", ".psv"):
        raise InputError(f"{path.name}: a ledger of polls is written as .csv or .psv")
    if path.suffix == ".csv":
        table(ledger, path)
        return
    write_file(path, "".join(f"{line}\n" for line in poll_lines(ledger)).encode())


def poll_lines(ledger: pd.DataFrame) -> Iterator[str]:
    """The lines of the PSV, their cells under each other: the head, then a line a poll."""
    shares = current_shares(ledger).dropna(subset="option")
    options = list(dict.fromkeys(cell(option) for option in shares["option"]))
    lines = [[*POLL_HEAD, *options, "Other"]]
    grouped = [rows for _, rows in shares.groupby(["article_id", "poll"])]
    for rows in sorted(grouped, key=lambda rows: cell(rows["field_to"].iloc[0]).replace("N/A", ""), reverse=True):
        told = {cell(row.option): f"{row.percent:g}" for row in reversed(list(rows.itertuples()))}
        lines.append([*poll_cells(rows.iloc[0]), *(told.get(option, "N/A") for option in options), "N/A"])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield " | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()


def poll_cells(row: pd.Series) -> Iterator[str]:
    """The cells of one poll before its shares."""
    size = row["n_question"] if pd.notna(row["n_question"]) else row["n_survey"]
    yield from (cell(row["pollster"]), cell(row["sponsor"]))
    yield from (f"{day:%Y-%m-%d}" if pd.notna(day) else "N/A" for day in (row["field_from"], row["field_to"]))
    yield from ("N/A", cell(size), "N/A", f"{row['precision']:g}")


def cell(value: object) -> str:
    """A value in one cell of a PSV: on one line, without a bar; `N/A` where it is unknown."""
    return "N/A" if pd.isna(value) else guard(" ".join(str(value).replace("|", "/").split()))  # type: ignore[call-overload]


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(RISKY) else text


def require_format(name: str) -> None:
    """Raise InputError for a file format that is unknown, or whose library is not installed."""
    if name not in FORMATS:
        raise InputError(f"format {name!r}: tables are written as {' or '.join(FORMATS)}")
    if name == "parquet" and find_spec("pyarrow") is None:
        raise InputError("parquet needs pyarrow: pip install 'cuttings[parquet]'")


def figure(made: Figure, path: Path) -> None:
    """Write a figure as PNG and SVG. Raises InputError where they cannot be written."""
    for ending, metadata in (("png", {"Software": None}), ("svg", {"Date": None, "Creator": None})):
        drawn = io.BytesIO()
        save(made, drawn, format=ending, metadata=metadata)
        write_file(path.with_name(f"{path.name}.{ending}"), drawn.getvalue())
