"""Leaders: each group's fullest rendering, by which the others find their group."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .rendering import Agreement, Rendering, agreement, is_one, least_shared, may_be_one, narrowed

FEATURES = 16  # the rarest words and pairs of words by which a rendering looks for a leader
LEADS = 200  # leaders that one of them leads to at most
TRIED = 10  # leaders compared word by word
CONTENT = 0.4  # what a word must weigh to be looked for

Feature = tuple[str, ...]


class Leaders:
    """The groups made so far: `led` has the places of each group under the place of its leader, itself the first.

    Only leaders are looked for, so that a hundred renderings of one utterance are a hundred comparisons and not a
    hundred times a hundred; and each looks among a bounded number, however many quotations there are.
    """

    def __init__(self, weight: Mapping[str, float]) -> None:
        self.weight = weight
        self.led: dict[int, list[int]] = {}
        self.face: dict[int, Rendering] = {}  # the leader's words, with the speaker and days of all its group
        self.articles: dict[int, set[str]] = {}
        self.bag: dict[int, Counter[str]] = {}
        self.index: defaultdict[Feature, list[int]] = defaultdict(list)

    def place(self, one: Rendering, places: list[int], articles: set[str]) -> None:
        """Put a rendering, which stands at these places of these articles, into its group or one of its own."""
        marks = features(one.keys, self.weight)
        leader = self.find(one, marks, articles)
        if leader is None:
            self.led[places[0]], self.face[places[0]], self.articles[places[0]] = list(places), one, articles
            self.bag[places[0]] = Counter(one.keys)
            for mark in marks:
                self.index[mark].append(places[0])
            return
        self.led[leader].extend(places)
        self.face[leader] = narrowed(self.face[leader], one)

    def find(self, one: Rendering, marks: Sequence[Feature], articles: set[str]) -> int | None:
        """The leader that a rendering shares most with, of those that may be of the same utterance and share enough."""
        leads = sorted((self.index[mark] for mark in marks if mark in self.index), key=len)[:FEATURES]
        found = Counter(leader for lead in leads for leader in lead[:LEADS])
        best: tuple[float, int | None] = (0.0, None)
        bag = Counter(one.keys)
        least = least_shared(self.weigh(bag))
        for leader, _ in found.most_common(TRIED):
            face = self.face[leader]
            if self.weigh(bag & self.bag[leader]) >= least and may_be_one(one, face):
                shared: Agreement = agreement(one, face, self.weight)
                if is_one(one, face, shared, articles == self.articles[leader]) and shared.weight > best[0]:
                    best = (shared.weight, leader)
        return best[1]

    def weigh(self, bag: Counter[str]) -> float:
        """What words weigh, in whatever order."""
        return sum(self.weight.get(key, 1.0) * n for key, n in bag.items())


def features(keys: Sequence[str], weight: Mapping[str, float]) -> list[Feature]:
    """The words of content, and the pairs of neighbours with one of them."""
    heavy = {key for key in keys if weight.get(key, 1.0) >= CONTENT}
    return [(key,) for key in sorted(heavy)] + sorted({pair for pair in pairwise(keys) if heavy & set(pair)})
