"""Batch: the notebooks executed on one dump or many through papermill, and those of the project brought up to date."""

from .grid import plans
from .index import write_index
from .plan import Plan
from .refresh import refresh
from .run import Done, Interrupted, NotebookError, run, runs
from .summary import SUMMARY, refuse_foreign, summary, summed
from .summary import write as write_summary
from .sums import Sums, summing

__all__ = [
    "SUMMARY",
    "Done",
    "Interrupted",
    "NotebookError",
    "Plan",
    "Sums",
    "plans",
    "refresh",
    "refuse_foreign",
    "run",
    "runs",
    "summary",
    "summed",
    "summing",
    "write_index",
    "write_summary",
]
