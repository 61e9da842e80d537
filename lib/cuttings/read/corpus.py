"""What the records of a dump tell of each other: lines that stand in several, and headlines of others."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from ..extract.hint import plain
from ..extract.segment import OWN, Part, parts
from ..text import Mark, ends_sentence
from .record import TOLD

HEADLINE_WORDS = 5
QUOTED = re.compile(r"[\"“”„«»]")
FEW, SEVERAL = 2, 3
COMMON = 20
COPY = 0.3


class Stretch(NamedTuple):
    """A stretch of one record as the words that others are compared with: whether it ends like a sentence, and whether
    it stands at an edge of the article and not between two paragraphs of it.
    """

    part: Part
    words: str
    prose: bool
    edge: bool
    text: str


def marks(texts: Sequence[str]) -> Iterator[tuple[Mark, ...]]:
    """For each record, the stretches whose role the other records tell.

    0. What stands between two paragraphs of the article, or is quoted, is the article's, however many others have it.
    1. A line at its edges that the record alone would take for the article, and that stands in three records, is
       furniture; if it is no sentence, in two. A pair of records that are copies of each other (three tenths of the
       shorter one's prose stand in both) tells nothing: there, the same words are the same article. So does a record
       of whose prose three tenths stand in more than twenty others.
    2. A line of five words and more there that is the headline of another record is its teaser.
    """
    found = [list(stretches(text)) for text in texts]
    where = places(found)
    copies = copied(found, where)
    reprints = {place for place, of in enumerate(found) if is_reprint(of, where)}
    headlines = Counter(one.words for of in found for one in of if one.part.role == "headline")
    for place, of in enumerate(found):
        own = next((one.words for one in of if one.part.role == "headline"), "")
        known = {} if place in reprints else where
        yield tuple(filter(None, (mark(one, place, own, known, copies, headlines) for one in of)))


def stretches(text: str) -> Iterator[Stretch]:
    """The stretches of a record that can be compared; what its format tells is settled."""
    found = parts(text)
    for number, part in enumerate(found):
        words = plain(text[part.start : part.end])
        if words and len(words) < 2000 and part.reason != TOLD:
            around = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
            edge = len(around) < 2 or any(one.role not in OWN or one.role == "headline" for one in around)
            piece = text[part.start : part.end].strip()
            yield Stretch(part, words, ends_sentence(piece), edge, piece)


def places(found: Sequence[Sequence[Stretch]]) -> dict[int, list[int]]:
    """For each line that stands in several records, by the hash of its words, the records."""
    hashes = [{hash(one.words) for one in of} for of in found]
    times = Counter(one for of in hashes for one in of)
    where: dict[int, list[int]] = defaultdict(list)
    for place, of in enumerate(hashes):
        for one in of:
            if times[one] > 1:
                where[one].append(place)
    return where


def is_reprint(of: Sequence[Stretch], where: dict[int, list[int]]) -> bool:
    """Whether much of a record's prose stands in many records: an agency's story that many outlets print."""
    prose = [
        (len(one.words), len(where.get(hash(one.words), ()))) for one in of if one.part.role == "body" and one.prose
    ]
    return sum(length for length, times in prose if times > COMMON) > COPY * sum(length for length, _ in prose)


def copied(found: Sequence[Sequence[Stretch]], where: dict[int, list[int]]) -> set[tuple[int, int]]:
    """The pairs of records that have much of their prose in common; a line of many records makes no pair."""
    shared: Counter[tuple[int, int]] = Counter()
    total = [sum(len(one.words) for one in of if one.part.role == "body" and one.prose) for of in found]
    for place, of in enumerate(found):
        for one in of:
            if one.part.role == "body" and one.prose:
                others = where.get(hash(one.words), ())
                if len(others) <= COMMON:
                    shared.update({(place, other): len(one.words) for other in others if other != place})
    return {pair for pair, length in shared.items() if length > COPY * min(total[pair[0]], total[pair[1]])}


def mark(
    one: Stretch,
    place: int,
    own: str,
    where: dict[int, list[int]],
    copies: set[tuple[int, int]],
    headlines: Counter[str],
) -> Mark | None:
    """What the other records tell of a stretch."""
    role, times = one.part.role, headlines[one.words]
    if not one.edge or QUOTED.search(one.text):
        return None
    if times and one.words != own and one.words.count(" ") >= HEADLINE_WORDS - 1 and role != "teaser":
        return Mark(one.part.start, one.part.end, "teaser", "the headline of another record")
    if role not in OWN or (role == "headline" and times < SEVERAL):
        return None
    others = [at for at in where.get(hash(one.words), ()) if at != place and (place, at) not in copies]
    apart = sum((min(pair), max(pair)) not in copies for pair in combinations(others[:COMMON], 2)) if one.prose else 1
    if len(others) + 1 >= (SEVERAL if one.prose else FEW) and apart:
        return Mark(one.part.start, one.part.end, "boilerplate", f"stands in {len(others) + 1} records")
    return None
