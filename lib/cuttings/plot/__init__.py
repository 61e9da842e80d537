"""Plot: from scores to figures. Each function is called like the table that it takes; null where nothing is to draw."""

from .collation import quote_groups
from .corpus import published, segments
from .framing import framing
from .heard import heard
from .keyness import keyness
from .label import labels
from .multiverse import multiverse
from .poll import poll_figures, poll_series
from .poll_grid import poll_disclosure, poll_outlets
from .topic import topics
from .topic_map import topic_map
from .voice import voices

__all__ = [
    "framing",
    "heard",
    "keyness",
    "labels",
    "multiverse",
    "poll_disclosure",
    "poll_figures",
    "poll_outlets",
    "poll_series",
    "published",
    "quote_groups",
    "segments",
    "topic_map",
    "topics",
    "voices",
]
