"""One look for every figure, safe for text from anywhere and for colour-blind readers."""

import warnings
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, BinaryIO, ParamSpec

import matplotlib as mpl
from matplotlib.figure import Figure

# Okabe & Ito's palette, told apart with every common colour blindness.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#666666")
STYLE: Any = {
    "text.parse_math": False,  # a dollar sign in a headline is no formula
    "svg.hashsalt": "cuttings",  # the same figure gives the same bytes
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11,
    "axes.titlelocation": "left",
    "axes.axisbelow": True,
    "figure.dpi": 110,
    "savefig.dpi": 160,
}
P = ParamSpec("P")


def figure(draw: Callable[P, Figure | None]) -> Callable[P, Figure | None]:
    """Draw in the common style; null where there is nothing to draw. The figure is no pyplot figure: it is shown once,
    by being returned.
    """

    @wraps(draw)
    def styled(*args: P.args, **kwargs: P.kwargs) -> Figure | None:
        with mpl.rc_context(STYLE):
            return draw(*args, **kwargs)

    return styled


def save(made: Figure, target: Path | BinaryIO, **options: Any) -> None:
    """Write a figure in the common style, without the time of day in it.

    A character that the font lacks, such as a Chinese one, is drawn as a box, and no warning is printed for each.
    """
    with mpl.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        made.savefig(target, **options)


def canvas(height: float, width: float = 8.0) -> tuple[Figure, Any]:
    """An empty figure and its axes; inches."""
    made = Figure(figsize=(width, height), layout="constrained")
    return made, made.add_subplot()
