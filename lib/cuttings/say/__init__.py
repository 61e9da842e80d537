"""Say: the answers, as sentences made from the tables. Every number in them is counted here and now."""

from .corpus import bylines, corpus, days, formats, languages, outlets
from .framing import confounded, framing, limits
from .phrase import capital, listed, number, percent
from .poll import polls
from .story import stories
from .topic import topic_cards, topics
from .voice import voices
from .wording import wording

__all__ = [
    "bylines",
    "capital",
    "confounded",
    "corpus",
    "days",
    "formats",
    "framing",
    "languages",
    "limits",
    "listed",
    "number",
    "outlets",
    "percent",
    "polls",
    "stories",
    "topic_cards",
    "topics",
    "voices",
    "wording",
]
