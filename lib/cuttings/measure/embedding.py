"""Embeddings: passages or articles as vectors of a model that has read other texts; an extra."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import InputError

WORDS, MODEL = "words", "wordllama"
VECTORS = (WORDS, MODEL)


def embedded(texts: Sequence[str]) -> np.ndarray:
    """A vector for each text, the mean of all taken off, at length 1: that of WordLlama, the mean of static vectors of
    its words. They come with the package, so that nothing is fetched.

    Raises InputError where the package is missing.
    """
    found = np.asarray(model().embed(list(texts), norm=True), dtype=float)
    apart = found - found.mean(axis=0)
    lengths = np.linalg.norm(apart, axis=1, keepdims=True)
    return np.asarray(np.round(apart / np.where(lengths > 0, lengths, 1), 6))


@cache
def model() -> Any:
    """The model that the package holds."""
    try:
        import wordllama
    except ImportError:
        raise InputError(
            f"vectors={MODEL!r} needs the package {MODEL}: pip install -e .[embeddings]; {WORDS!r} needs nothing"
        ) from None
    return wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
