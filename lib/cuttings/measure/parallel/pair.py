"""Pairs: two sentences of different groups that state the same fact."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import log
from typing import Any, NamedTuple

import numpy as np

from .aside import is_aside
from .point import NAME, NUMBER, THING, TIME, WORD, Key
from .saying import Saying

CHANCE = 0.01  # pairs of a whole folder that share so much by chance, were points drawn independently
ALIKE = 0.25  # of all that two sentences say, by weight
RARE = 200  # sentences that a point leads to at most
LEAST = log(10_000)  # what a dated thing, and the names beside it, must weigh
EACH = 5  # sentences of one group that are tried for a dated thing
NEAREST = 20  # pairs of a sentence that are kept
RUN, COPIED = 5, 0.5
CELLS = 20_000_000  # of a block of the product

STATEMENT, CONTRAST = "same statement", "same thing"


class Pair(NamedTuple):
    """Two sentences by their numbers, what they share and its weight, their likeness, and by which rule they match."""

    one: int
    other: int
    shared: frozenset[Key]
    weight: float
    likeness: float
    basis: str


class Weighed(NamedTuple):
    """Sentences, the weight of each point (the logarithm of how many sentences there are for one that has it), and the
    weight of all points of each sentence.
    """

    sayings: Sequence[Saying]
    weight: Mapping[Key, float]
    whole: Sequence[float]


def pairs(sayings: Sequence[Saying], groups: Sequence[str]) -> list[Pair]:
    """The pairs of sentences that state the same fact, each once, the heaviest of each sentence.

    1. same statement: their common points weigh so much that fewer than one pair in a hundred such folders would share
       them by chance, and are a quarter of all that both say; among them are a name, time or number and a word or
       thing, and they are no mere phrase of both (`aside`).
    2. same thing: both name a thing of a contrast set, by whatever form, beside the same day or year, and share a name;
       together these weigh as much as one pair in ten thousand shares by chance. The name can stand in the sentence
       before, where this one refers back to it.
    3. Neither where they contradict each other (`apart`), nor where half of the words are copied.
    """
    if not sayings:
        return []
    spread = Counter(key for one in sayings for key in one.points)
    weight = {key: log(len(sayings) / n) for key, n in spread.items()}
    known = Weighed(sayings, weight, [weigh(one.points, one, weight) for one in sayings])
    found = {(pair.one, pair.other): pair for pair in stated(known, spread, groups)}
    for pair in contrasted(known, groups):
        found.setdefault((pair.one, pair.other), pair)
    return nearest(list(found.values()))


def stated(known: Weighed, spread: Mapping[Key, int], groups: Sequence[str]) -> Iterator[Pair]:
    """The pairs by the first rule, found by points that no more than 200 sentences have."""
    size = len(known.sayings)
    needed = log(max(1.0, size * (size - 1) / 2) / CHANCE)
    for one, other in near(known, spread, needed / 2):
        shared = frozenset(known.sayings[one].points.keys() & known.sayings[other].points.keys())
        if groups[one] == groups[other] or not is_full({key[0] for key in shared}):
            continue
        left, right = known.sayings[one], known.sayings[other]
        weight = common(known, one, other, shared)
        share = likeness(known, one, other, weight)
        alike = weight >= needed and share >= ALIKE and fits(left, right)
        if alike and not is_aside(left, right, shared, known.weight):
            yield Pair(one, other, shared, weight, share, STATEMENT)


def is_full(kinds: set[str]) -> bool:
    """Whether points of these kinds can be a statement: a name, time or number, and a word or thing."""
    return bool(kinds & {NAME, TIME, NUMBER} and kinds & {WORD, THING})


def near(known: Weighed, spread: Mapping[Key, int], least: float) -> Iterator[tuple[int, int]]:
    """The sentences whose common points, of the rarer ones alone, weigh at least so much."""
    from scipy.sparse import csr_matrix, triu

    rare = {key: place for place, key in enumerate(key for key, n in spread.items() if 1 < n <= RARE)}
    entries = [(row, rare[key], key) for row, one in enumerate(known.sayings) for key in one.points if key in rare]
    if not entries:
        return
    rows, columns, keys = zip(*entries, strict=True)
    values = np.sqrt([known.weight[key] for key in keys])
    matrix = csr_matrix((values, (rows, columns)), (len(known.sayings), len(rare)))
    step = max(1, CELLS // (RARE * 20))
    for start in range(0, matrix.shape[0], step):
        block = triu((matrix[start : start + step] @ matrix.T).tocsr(), start + 1).tocoo()
        heavy = block.data >= least
        yield from zip((block.row[heavy] + start).tolist(), block.col[heavy].tolist(), strict=True)


def contrasted(known: Weighed, groups: Sequence[str]) -> Iterator[Pair]:
    """The pairs by the second rule: of each group the first sentences that tell a thing beside a time."""
    told: defaultdict[tuple[Key, Key], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, saying in enumerate(known.sayings):
        for dated in saying.dated:
            told[dated][groups[place]].append(place)
    seen: set[tuple[int, int]] = set()
    for (thing, time), by_group in sorted(told.items()):
        tried = sorted(place for places in by_group.values() for place in places[:EACH])
        for one, other in combinations(tried, 2):
            left, right = known.sayings[one], known.sayings[other]
            if groups[one] == groups[other] or (one, other) in seen:
                continue
            names = named(left, right) - {(NAME, thing[1])}
            weight = common(known, one, other, {thing, time, *names})
            if names and weight >= LEAST and fits(left, right):
                seen.add((one, other))
                shared = frozenset(left.points.keys() & right.points.keys()) | names | {thing, time}
                whole = common(known, one, other, shared)
                yield Pair(one, other, shared, whole, likeness(known, one, other, whole), CONTRAST)


def named(left: Saying, right: Saying) -> frozenset[Key]:
    """The names that both share, one of them perhaps in the sentence before."""
    both = left.points.keys() & right.points.keys()
    back = (left.before & right.points.keys()) | (right.before & left.points.keys())
    return frozenset(key for key in both | back if key[0] == NAME)


def weigh(keys: Iterable[Key], one: Saying, weight: Mapping[Key, float]) -> float:
    """What points of a sentence weigh: of those in one name, the heaviest."""
    runs: dict[Any, float] = {}
    for key in keys:
        place = one.run.get(key, key)
        runs[place] = max(runs.get(place, 0.0), weight.get(key, 0.0))
    return sum(sorted(runs.values()))


def common(known: Weighed, one: int, other: int, keys: Iterable[Key]) -> float:
    """What points that two sentences share weigh, by the one in which they weigh less."""
    return min(weigh(keys, known.sayings[place], known.weight) for place in (one, other))


def likeness(known: Weighed, one: int, other: int, shared: float) -> float:
    """What two sentences share of all that both say, by weight."""
    return shared / max(shared, known.whole[one] + known.whole[other] - shared)


def fits(left: Saying, right: Saying) -> bool:
    """Whether two sentences can state one fact, in words of their own.

    Not where both give times, or both name persons, and have none in common; where both count the same and each has a
    number of its own; where one denies and the other does not; where half of the runs of five words of one stand in the
    other.
    """
    if left.denied != right.denied:
        return False
    for ours, theirs in ((of_kind(left, TIME), of_kind(right, TIME)), (left.persons, right.persons)):
        if ours and theirs and not ours & theirs:
            return False
    for what in left.counts.keys() & right.counts.keys():
        both = left.counts[what] & right.counts[what]
        if both not in (left.counts[what], right.counts[what]):
            return False
    lines = runs(left.words), runs(right.words)
    return len(lines[0] & lines[1]) < COPIED * max(1, min(map(len, lines)))


def of_kind(one: Saying, kind: str) -> frozenset[Key]:
    """The points of one kind."""
    return frozenset(key for key in one.points if key[0] == kind)


@lru_cache(maxsize=2**14)
def runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The runs of five words."""
    return set(zip(*(words[at:] for at in range(RUN)), strict=False))


def nearest(found: list[Pair]) -> list[Pair]:
    """The pairs in order of weight, of each sentence the twenty heaviest."""
    kept: list[Pair] = []
    times: Counter[int] = Counter()
    for pair in sorted(found, key=lambda pair: (-round(pair.weight, 6), pair.one, pair.other)):
        if max(times[pair.one], times[pair.other]) < NEAREST:
            times.update((pair.one, pair.other))
            kept.append(pair)
    return kept
