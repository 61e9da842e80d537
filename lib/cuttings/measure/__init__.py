"""Measure: from spans to scores. Every share has its n, and says where it is a description and no comparison."""

from .contrast import contrasts
from .group import groups
from .keyness import keyness
from .label import labels
from .name import names
from .poll_check import poll_checks
from .role import roles
from .topic import topic_shares, topics
from .voice import voices

__all__ = [
    "contrasts",
    "groups",
    "keyness",
    "labels",
    "names",
    "poll_checks",
    "roles",
    "topic_shares",
    "topics",
    "voices",
]
