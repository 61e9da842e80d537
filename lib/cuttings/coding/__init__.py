"""Coding: people give frames to a sample of the units, and what they gave is read back and held against each other.

sheet = ct.coding.sheet(articles, codebook, n=200, by="outlet", out="coding/ann.csv")
codes, problems = ct.coding.read(["coding/ann.csv", "coding/ben.csv"], codebook, articles)
agreement = ct.coding.agreement(codes)
"""

from ..measure.agreement import agreement, recal
from ..measure.alpha import alpha
from .read import read, story
from .sheet import sheet
from .view import view

__all__ = ["agreement", "alpha", "read", "recal", "sheet", "story", "view"]
