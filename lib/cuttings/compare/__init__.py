"""Compare: which finding differs between two runs, by how much, and where its words stand.

A run is what `cuttings run` or `cuttings tables` has written. Its findings are the sentences of the notebooks' answers
and every cell of its tables, found again by the table's key.
"""

from .circumstance import circumstances
from .difference import DIFFERENCES, runs
from .summary import summary
from .tolerance import Tolerance, parse

__all__ = ["DIFFERENCES", "Tolerance", "circumstances", "parse", "runs", "summary"]
