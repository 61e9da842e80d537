"""Measure: from spans to scores. Every share has its n, and says where it is a description and no comparison."""

from .contrast import contrasts
from .copy import copies
from .format import formats
from .given import given
from .group import groups
from .keyness import keyness
from .label import labels
from .language import languages
from .name import names
from .poll_check import poll_checks
from .quote_group import quote_groups
from .role import roles
from .topic import topic_shares, topics
from .voice import voices

__all__ = [
    "contrasts",
    "copies",
    "formats",
    "given",
    "groups",
    "keyness",
    "labels",
    "languages",
    "names",
    "poll_checks",
    "quote_groups",
    "roles",
    "topic_shares",
    "topics",
    "voices",
]
