"""View: a sheet coded in JupyterLab, one unit at a time, with the codebook beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from .sitting import Sitting

if TYPE_CHECKING:
    from .widget import Coding


def view(path: str | Path, book: pd.DataFrame, articles: pd.DataFrame, coder: str) -> "Coding":
    """A widget to code a sheet with: the unit in its article, the codebook with a key for each code, how far one is.

    1. The keys beside the codes mark them, and take the mark back; the space bar or Enter keeps the answer in the file
       at once and goes on to the next unit without one; `-` or ← goes back, `+` or → forward.
    2. Opened again, it goes on at the first unit without an answer; without a kernel a still page remains.
    3. Of a blind sheet (`coding.sheet`) it shows no outlet's name. One that is not blind can be coded in the reading
       room as well (`explore`).

    Raises InputError for a sheet that has another coder, a file that is no sheet of this codebook, and more codes than
    there are keys.
    """
    sitting = Sitting(path, book, articles, coder)
    from .widget import Coding  # here, because nothing else needs the time that its library takes to import

    return Coding(sitting)
