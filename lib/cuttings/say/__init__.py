"""Say: the answers, as sentences made from the tables. Every number in them is counted here and now."""

from .agreement import agreement, coded
from .candidate import candidates
from .change import changes
from .coder import coders
from .copy import copies
from .corpus import bylines, corpus, days, formats, languages, outlets
from .frame import frames
from .framing import confounded, framing, limits
from .keyness import keyness
from .omission import omissions
from .parallel import wordings
from .phrase import capital, listed, number, percent
from .poll import polls
from .quotation import quotations, renderings
from .story import stories
from .topic import topic_cards, topics
from .voice import cues, voices

__all__ = [
    "agreement",
    "bylines",
    "candidates",
    "capital",
    "changes",
    "coded",
    "coders",
    "confounded",
    "copies",
    "corpus",
    "cues",
    "days",
    "formats",
    "frames",
    "framing",
    "keyness",
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
    "stories",
    "topic_cards",
    "topics",
    "voices",
    "wordings",
]
