"""Folds: coded units dealt into parts for cross-validation, the units of one article never in two."""

from collections.abc import Iterator

import numpy as np

Labels = np.ndarray  # units by codes, True where the unit has the code
Split = tuple[np.ndarray, np.ndarray]


def folds(owners: np.ndarray, labels: Labels, parts: int, seed: int) -> Iterator[Split]:
    """The numbers of the units to learn from and of those held out, part by part.

    Iterative stratification (Sechidis, Tsoumakas & Vlahavas 2011) over articles: the rarest code first, each article
    that has it goes to the part that has least of it, and of several to that with the fewest units.
    """
    names, place = np.unique(owners, return_inverse=True)
    counts = np.zeros((len(names), labels.shape[1] + 1), dtype=int)
    np.add.at(counts, place, np.column_stack([labels, np.ones(len(labels), dtype=int)]))
    part_of = dealt(counts, min(parts, len(names)), seed)
    for part in range(min(parts, len(names))):
        held = part_of[place] == part
        yield np.flatnonzero(~held), np.flatnonzero(held)


def dealt(counts: np.ndarray, parts: int, seed: int) -> np.ndarray:
    """The part of each article, given how often it has each code, and in the last column its units."""
    order = np.random.default_rng(seed).permutation(len(counts))
    part_of = np.full(len(counts), -1)
    held = np.zeros((parts, counts.shape[1]), dtype=int)
    for code in np.argsort(counts.sum(axis=0), kind="stable"):
        for article in order[np.argsort(-counts[order, code], kind="stable")]:
            if part_of[article] < 0 and counts[article, code]:
                part = np.lexsort((held[:, -1], held[:, code]))[0]
                part_of[article] = part
                held[part] += counts[article]
    return part_of
