"""Cuttings: how do different outlets tell the same story?

    articles, rejects = ct.read.dump("seeds/ukraine-territory")
    quotations = ct.extract.quotations(articles)
    voices = ct.measure.voices(quotations, articles)
    ct.show(ct.plot.voices(voices))
    ct.show(ct.trace.kwic(quotations.head(), articles))

read: dumps to articles. extract: articles to spans of their words. frames: articles to frames by a codebook.
coding: the same by people. measure: spans to scores. plot: scores to figures.
say: the answer in a sentence. show: all of it in a notebook. trace: from any row back to its words. write: to files.
"""

from . import coding, extract, frames, measure, plot, read, room, say, trace, write
from .errors import InputError
from .room import explore
from .show import show

__all__ = [
    "InputError",
    "coding",
    "explore",
    "extract",
    "frames",
    "measure",
    "plot",
    "read",
    "room",
    "say",
    "show",
    "trace",
    "write",
]
