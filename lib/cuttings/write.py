"""Write: tables and figures to files, the same bytes for the same content, safe to open in a spreadsheet."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from .errors import InputError
from .plot.style import save
from .show import Shown, show

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection); an apostrophe in front stops it.
# The apostrophe itself is doubled in the same way, so that taking one off gives the text back.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
DIGITS = 6
FORMATS = ("csv", "parquet")


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
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".parquet":
        frame.to_parquet(path, index=False)
        return
    safe = frame.copy()
    for name in frame.columns[frame.dtypes == "str"]:
        safe[name] = frame[name].map(guard, na_action="ignore")
    safe.to_csv(path, index=False, float_format=f"%.{DIGITS}g", date_format="%Y-%m-%d", lineterminator="\n")


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
    """Write a figure as PNG and SVG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save(made, path.with_name(f"{path.name}.png"), metadata={"Software": None})
    save(made, path.with_name(f"{path.name}.svg"), metadata={"Date": None, "Creator": None})
