"""Extract: from articles to spans of their words. Every function takes articles and returns one table."""

from .field import fields
from .label import labels
from .mention import mentions
from .passage import passages
from .poll.detail import poll_details
from .poll.figure import poll_figures
from .poll.poll import polls
from .quantity import quantities
from .quotation import quotations
from .segment import segments
from .sentence import sentences
from .statement import statements
from .time.date import dates

# Name of the table: the function that extracts it. The contract tests hold each to what all promise.
EXTRACTORS = {
    "segments": segments,
    "fields": fields,
    "sentences": sentences,
    "passages": passages,
    "dates": dates,
    "mentions": mentions,
    "quotations": quotations,
    "statements": statements,
    "label_spans": labels,
    "polls": polls,
    "poll_details": poll_details,
    "poll_figures": poll_figures,
    "quantities": quantities,
}

__all__ = [
    "EXTRACTORS",
    "dates",
    "fields",
    "labels",
    "mentions",
    "passages",
    "poll_details",
    "poll_figures",
    "polls",
    "quantities",
    "quotations",
    "segments",
    "sentences",
    "statements",
]
