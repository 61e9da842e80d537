"""Read: from a dump to articles, and to rejects for what is none."""

from .dump import dump, locate
from .reference import lookups, reference

__all__ = ["dump", "locate", "lookups", "reference"]
