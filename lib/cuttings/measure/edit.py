"""Edits: how one rendering of an utterance differs from its fullest one, as kinds and in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .alignment import STOP, Pair, Token, aligned, tokens
from .term import stopwords

SAME, CUT, BRACKETED, REWORDED, ADDED = "same", "cut", "bracketed", "reworded", "added"
RELATIONS = (CUT, BRACKETED, REWORDED, ADDED)
FULLEST, VERBATIM, PARAPHRASED = "fullest", "verbatim", "paraphrased"
AS_ONE = 6  # up to so many words on both sides, at an end, one replaces the other; more are a cut and an addition
SHOWN = 12  # words of a long cut or addition that are shown

Words = Sequence[Token]


class Edit(NamedTuple):
    """A difference: its kind, the words of the fullest rendering, those of the other, and the edit in words."""

    kind: str
    full: str
    other: str
    said: str


def edits(full: str, other: str) -> list[Edit]:
    """How `other` differs from `full`, in order. Capitals and punctuation are no difference."""
    return [edit for edit in collated(full, other) if edit.kind != SAME]


def collated(full: str, other: str) -> list[Edit]:
    """The two renderings side by side, in order: what they share (kind `same`), and each difference between."""
    left, right = tokens(full), tokens(other)
    one, two = ([token.key for token in side] for side in (left, right))
    stop = stopwords()
    weight = {key: STOP if key in stop else 1.0 for key in (*one, *two)}
    pairs = list(refined(aligned(one, two, weight)[1], one, two, weight))
    return list(differences(full, other, left, right, pairs))


def refined(
    pairs: Sequence[Pair], one: Sequence[str], two: Sequence[str], weight: Mapping[str, float]
) -> Iterator[Pair]:
    """The shared words, with those that a short gap between them shares on both sides: a lone `the` counts here."""
    i = j = 0
    for a, b in [*pairs, (len(one), len(two))]:
        if 0 < a - i <= AS_ONE and 0 < b - j <= AS_ONE:
            yield from ((i + left, j + right) for left, right in aligned(one[i:a], two[j:b], weight, 0.0)[1])
        if a < len(one):
            yield a, b
        i, j = a + 1, b + 1


def relation(found: Sequence[Edit]) -> str:
    """`verbatim`, or which of cut, bracketed, reworded and added a rendering is: `cut, reworded`."""
    kinds = {edit.kind for edit in found}
    return ", ".join(kind for kind in RELATIONS if kind in kinds) or VERBATIM


def differences(full: str, other: str, left: Words, right: Words, pairs: Sequence[Pair]) -> Iterator[Edit]:
    """The shared words, what stands between them, and shared words that only one of the two has in brackets."""
    i = j = 0
    for run in [*runs(pairs, left, right), []]:
        a, b = run[0] if run else (len(left), len(right))
        before = left[i - 1] if i else None
        yield from gap(full, other, left[i:a], right[j:b], before, (not i, a == len(left)), marked(right, j, b))
        if run:
            i, j = run[-1][0] + 1, run[-1][1] + 1
            ours, theirs = slice_of(full, left[a:i]), slice_of(other, right[b:j])
            same = left[a].bracketed == right[b].bracketed
            yield Edit(SAME, ours, theirs, "") if same else Edit(BRACKETED, ours, theirs, f"“{ours}” → “{theirs}”")


def runs(pairs: Sequence[Pair], left: Words, right: Words) -> list[list[Pair]]:
    """The shared words in stretches without a break, and without a change from in brackets on both sides to not."""
    found: list[list[Pair]] = []
    for pair, before in zip(pairs, [None, *pairs], strict=False):
        a, b = pair
        goes_on = before == (a - 1, b - 1) and (
            left[a].bracketed,
            right[b].bracketed,
        ) == (left[a - 1].bracketed, right[b - 1].bracketed)
        if goes_on:
            found[-1].append(pair)
        else:
            found.append([pair])
    return found


def gap(
    full: str, other: str, ours: Words, theirs: Words, before: Token | None, ends: tuple[bool, bool], dots: bool
) -> Iterator[Edit]:
    """The edits between two shared words: `ours` became `theirs`; `ends` says whether nothing is shared on a side."""
    one, two = slice_of(full, ours), slice_of(other, theirs)
    where = "at the start" if ends[0] else "at the end" if ends[1] else "in the middle"
    if not ours and not theirs:
        return
    if any(ends) and ours and theirs and max(len(ours), len(theirs)) > AS_ONE and not bracketed(theirs):
        yield Edit(CUT, one, "", f"cut {where}: “{brief(one)}”")
        yield Edit(ADDED, "", two, f"added {where}: “{brief(two)}”")
    elif not theirs and not bracketed(ours):
        how = "" if any(ends) else ", marked" if dots else ", not marked"
        yield Edit(CUT, one, "", f"cut {where}{how}: “{brief(one)}”")
    elif not ours:
        kind = BRACKETED if bracketed(theirs) else ADDED if any(ends) else REWORDED
        what = f"added {where}" if kind == ADDED else "inserted"
        yield Edit(kind, "", two, f"{what}: “{brief(two)}”")
    else:
        kind = BRACKETED if bracketed(ours) or bracketed(theirs) else REWORDED
        lead = f"{full[before.start : before.end]} " if before and not before.bracketed else ""
        became = f"“{lead}{brief(two)}”" if two else "left out"
        yield Edit(kind, one, two, f"“{lead}{brief(one)}” → {became}")


def bracketed(words: Words) -> bool:
    """Whether there are words here, all in an editor's brackets."""
    return bool(words) and all(token.bracketed for token in words)


def marked(words: Words, start: int, end: int) -> bool:
    """Whether an ellipsis stands before one of these words or the one behind them."""
    return any(token.dots for token in words[start : end + 1])


def slice_of(text: str, words: Words) -> str:
    """The text from the first of these words to the last, with the brackets around them."""
    if not words:
        return ""
    start, end = words[0].start, words[-1].end
    if words[0].bracketed:
        start = text.rfind("[", 0, start)
    if words[-1].bracketed:
        end = text.find("]", end) + 1
    return text[start:end]


def brief(text: str) -> str:
    """A long stretch without its middle."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= SHOWN else " ".join([*parts[: SHOWN - 4], "…", *parts[-4:]])
