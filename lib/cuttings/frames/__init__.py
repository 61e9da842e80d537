"""Frames: which aspects of an issue a text puts forward, by a codebook and a coder, each with the words it rests on.

    policy = ct.frames.codebook("policy_frames")
    frames = ct.frames.indicators(articles, policy)
    frames, problems, costs = ct.frames.model(articles, policy, "http://localhost:11434/v1", "a-model")
    frames = ct.frames.trained(articles, sheet)  # of a sample coded by people; trained_report says how well

Every coder takes the units that `units` cuts, and gives the table `frames`.
"""

from .beside import beside
from .codebook import codebook, codebooks
from .described import described
from .indicator import codings, indicators
from .model import model
from .trained import trained, trained_report
from .unit import units

__all__ = [
    "beside",
    "codebook",
    "codebooks",
    "codings",
    "described",
    "indicators",
    "model",
    "trained",
    "trained_report",
    "units",
]
