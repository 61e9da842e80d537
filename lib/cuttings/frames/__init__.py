"""Frames: which aspects of an issue a text puts forward, by a codebook and a coder, each with the words it rests on.

    policy = ct.frames.codebook("policy_frames")
    frames = ct.frames.indicators(articles, policy)

Every coder takes the units that `units` cuts, and gives the table `frames`.
"""

from .codebook import codebook, codebooks
from .indicator import indicators
from .unit import units

__all__ = ["codebook", "codebooks", "indicators", "units"]
