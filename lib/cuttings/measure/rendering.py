"""Renderings: quotations made comparable, and whether two of them can be of one utterance."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from ..text import words
from .alignment import Pair, aligned, tokens
from .day import Days
from .government import GOVERNMENT, state_of

NEAR, FAR = 7, 14  # days between publications: within them one occasion is likely, beyond them another one
SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


class Rendering(NamedTuple):
    """A quotation, or several with the same words, speaker and days, in articles of the same days."""

    keys: tuple[str, ...]
    speaker: str | None
    said: Days
    published: Days


def rendering(row: Any, published: Days) -> Rendering:
    """The rendering that a row of quotations is; said_from and said_to are used where the table has them."""
    said = known(getattr(row, "said_from", None)), known(getattr(row, "said_to", None))
    return Rendering(tuple(token.key for token in tokens(row.text)), named(row.speaker, row.anonymous), said, published)


def known(day: Any) -> pd.Timestamp | None:
    """A day, null where there is none."""
    return None if pd.isna(day) else day


@lru_cache(maxsize=4096)
def named(speaker: Any, anonymous: bool) -> str | None:
    """The speaker's name, one for the names of a government; null for nobody and for a description (`a Western
    diplomat`, `the president`).
    """
    if anonymous or pd.isna(speaker):
        return None
    state = state_of(speaker)
    if state:
        return state + GOVERNMENT
    bare = words(speaker)
    first = bare[1:] if bare and bare[0].lower() in ("the", "a", "an") else bare
    return str(speaker) if first and first[0][:1].isupper() else None


@lru_cache(maxsize=65_536)
def same_name(one: str, other: str) -> bool:
    """Whether one name is the other, without middle initials and `Jr.`, or the surname of the other."""
    left, right = sorted((parts(one), parts(other)), key=len)
    return left == right or (bool(left) and set(left) <= set(right) and (len(left) == 1 or left[-1] == right[-1]))


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name, in small letters, without initials and suffixes."""
    bare = (part.lower().rstrip(".") for part in words(name))
    return tuple(part for part in bare if len(part) > 1 and part not in SUFFIXES)


def apart(one: Days, other: Days) -> int:
    """The days that certainly lie between two ranges; 0 where they touch or an end is open."""
    gaps = [
        (first - last).days
        for first, last in ((one[0], other[1]), (other[0], one[1]))
        if first is not None and last is not None
    ]
    return max(0, *gaps) if gaps else 0


def at_one_time(one: Days, other: Days) -> bool:
    """Whether two ranges certainly lie within a week."""
    ends = [day for day in (*one, *other) if day is not None]
    return len(ends) == 4 and (max(ends) - min(ends)).days <= NEAR


def may_be_one(one: Rendering, other: Rendering) -> bool:
    """Whether speakers and days allow two renderings to be of one utterance.

    Two named speakers must be one; the days on which it was said must not lie apart; and what an article reports was
    said before the article's last possible day.
    """
    if one.speaker and other.speaker and not same_name(one.speaker, other.speaker):
        return False
    return not apart(limited(one), limited(other))


def limited(one: Rendering) -> Days:
    """The days on which an utterance can have been made: as stated, and not after it was published."""
    first, last = one.said
    return first, last if last is not None else one.published[1]


def narrowed(one: Rendering, other: Rendering) -> Rendering:
    """A rendering with what another of the same utterance tells of its speaker and days."""
    first, last = ([day for day in (one.said[end], other.said[end]) if day is not None] for end in (0, 1))
    said = max(first, default=None), min(last, default=None)
    return one._replace(speaker=one.speaker or other.speaker, said=said)


class Agreement(NamedTuple):
    """What two renderings share: its weight, its share of the shorter one's weight, the words, the longest run."""

    weight: float
    share: float
    words: int
    run: int


def agreement(one: Rendering, other: Rendering, weight: Mapping[str, float]) -> Agreement:
    """How far the words of two renderings agree."""
    score, pairs = aligned(one.keys, other.keys, weight)
    lighter = min(sum(weight.get(key, 1.0) for key in side.keys) for side in (one, other))
    return Agreement(score, score / lighter if lighter else 0.0, len(pairs), max(runs(pairs), default=0))


def identity(one: Rendering, weight: Mapping[str, float]) -> Agreement:
    """The agreement of a rendering with the same words elsewhere."""
    return Agreement(sum(weight.get(key, 1.0) for key in one.keys), 1.0, len(one.keys), len(one.keys))


def runs(pairs: list[Pair]) -> Iterator[int]:
    """The lengths of the stretches shared without a break."""
    length = 0
    for place, (a, b) in enumerate(pairs):
        length = length + 1 if place and pairs[place - 1] == (a - 1, b - 1) else 1
        yield length


def is_one(one: Rendering, other: Rendering, shared: Agreement, same_article: bool) -> bool:
    """Whether agreement of this kind makes two renderings one utterance. The numbers were set on 60,000 pairs of
    quotations of three collections of news, read where the kinds of agreement meet (tests/measure/test_quote_group.py
    holds one of each).

    1. In one article, only near repetition counts, because speakers repeat themselves.
    2. One named speaker: the more is shared, the shorter it may be. A few words count only where both articles
       appeared within a week: stock phrases come back. What appeared more than two weeks apart must be nearly the same.
    3. A speaker not settled or only described: long and nearly the same words.
    """
    weight, share, count, run = shared
    if same_article:
        return share >= 0.85 and weight >= 1.8 and count >= 4
    far = apart(one.published, other.published) > FAR
    if not (one.speaker and other.speaker):
        return (share >= 0.85 and weight >= 4) or (share >= 0.75 and weight >= 5.5 and not far)
    if far:
        return share >= 0.9 and weight >= 4.5
    close = at_one_time(one.published, other.published)
    return (
        (share >= 0.55 and weight >= 3.5)
        or (share >= 0.65 and weight >= 3)
        or (share >= 0.95 and weight >= 2 and count >= 4)
        or (share >= 0.95 and weight >= 1.5 and count >= 3 and close)
        or (weight >= 5 and run >= 8)
    )


def least_shared(lighter: float) -> float:
    """What the shared words of two renderings must weigh at least, in whatever order, for `is_one` to hold."""
    return min(5.0, max(1.5, 0.55 * lighter))
