"""Say: the answers, as sentences made from the tables. Every number in them is counted here and now."""

from .corpus import bylines, corpus, days, formats, languages, outlets
from .framing import confounded, framing, limits
from .omission import omissions
from .phrase import capital, listed, number, percent
from .poll import polls
from .quotation import quotations, renderings
from .topic import topics
from .voice import cues, voices

__all__ = [
    "bylines",
    "capital",
    "confounded",
    "corpus",
    "cues",
    "days",
    "formats",
    "framing",
    "languages",
    "limits",
    "listed",
    "number",
    "omissions",
    "outlets",
    "percent",
    "polls",
    "quotations",
    "renderings",
    "topics",
    "voices",
]
