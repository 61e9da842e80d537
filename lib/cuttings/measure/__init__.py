"""Measure: from spans to scores. Every share has its n, and says where it is a description and no comparison."""

from .contrast import contrasts
from .format import formats
from .given import given
from .group import groups
from .keyness import keyness
from .label import labels
from .language import languages
from .name import names
from .poll.check import poll_checks
from .poll.disclosure import poll_disclosure
from .poll.ledger import poll_ledger
from .role import roles
from .topic import topic_shares, topics
from .voice import voices

__all__ = [
    "contrasts",
    "formats",
    "given",
    "groups",
    "keyness",
    "labels",
    "languages",
    "names",
    "poll_checks",
    "poll_disclosure",
    "poll_ledger",
    "roles",
    "topic_shares",
    "topics",
    "voices",
]
