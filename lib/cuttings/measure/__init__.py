"""Measure: from spans to scores. Every share has its n, and says where it is a description and no comparison."""

from .bag import units
from .by_copies import by_copies
from .candidate.candidate import label_candidates
from .candidate.lookup import label_rows, label_sets
from .contrast import contrasts
from .copy import copies
from .coverage import coverage
from .cue import cues
from .fact import facts
from .format import formats
from .framing import framing, heard
from .framing_change import framing_change
from .given import given
from .government import speakers
from .group import groups
from .keyness import keyness, keyness_by_copies
from .label import labels
from .language import languages
from .multiverse import multiverse
from .name import names
from .omission import omissions
from .parallel.wordings import wordings
from .poll.check import poll_checks
from .poll.disclosure import poll_disclosure
from .poll.ledger import poll_ledger
from .poll.share import poll_shares
from .quote_group import quote_groups
from .role import roles
from .side import sides
from .story import stories
from .topic import topics
from .topic_example import topic_examples
from .topic_method import topic_methods
from .topic_share import topic_shares
from .use import uses
from .voice import voices

__all__ = [
    "by_copies",
    "contrasts",
    "copies",
    "coverage",
    "cues",
    "facts",
    "formats",
    "framing",
    "framing_change",
    "given",
    "groups",
    "heard",
    "keyness",
    "keyness_by_copies",
    "label_candidates",
    "label_rows",
    "label_sets",
    "labels",
    "languages",
    "multiverse",
    "names",
    "omissions",
    "poll_checks",
    "poll_disclosure",
    "poll_ledger",
    "poll_shares",
    "quote_groups",
    "roles",
    "sides",
    "speakers",
    "stories",
    "topic_examples",
    "topic_methods",
    "topic_shares",
    "topics",
    "units",
    "uses",
    "voices",
    "wordings",
]
