"""Measure: from spans to scores. Every share has its n, and says where it is a description and no comparison."""

from .contrast import contrasts
from .copy import copies
from .cue import cues
from .format import formats
from .given import given
from .group import groups
from .keyness import keyness
from .label import labels
from .language import languages
from .name import names
from .omission import omissions
from .poll_check import poll_checks
from .quote_group import quote_groups
from .role import roles
from .side import sides
from .topic import topic_shares, topics
from .voice import voices

__all__ = [
    "contrasts",
    "copies",
    "cues",
    "formats",
    "given",
    "groups",
    "keyness",
    "labels",
    "languages",
    "names",
    "omissions",
    "poll_checks",
    "quote_groups",
    "roles",
    "sides",
    "topic_shares",
    "topics",
    "voices",
]
