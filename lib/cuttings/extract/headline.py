"""The headline of a record: which of the lines around the beginning of the article it is."""

import re
from collections.abc import Sequence

import numpy as np

from ..text import Line, words
from .authorship import authors
from .date_line import is_date_line
from .feature import OWN, Lines, Matrix
from .forest import probabilities
from .hint import hint
from .neighbour import shared, shifted, stretch

REACH, BELOW, DATED = 60, 2, 12
MIN_WORDS, MAX_WORDS = 3, 40
MAX_SENTENCE, MIN_ABOVE, MAX_ABOVE = 16, 4, 16
BORDER, SURE, DECK = 0.12, 0.5, 0.15
PARAGRAPH, NEAR, KINSHIP, MAX_CLOSEST = 12, 8, 2.5, 20
BYLINE = re.compile(r"^\W*(?:by|written|published|updated|posted)\b|\b(?:19|20)\d\d\b|\bago$|\d/\d\d?/\d\d", re.I)
FOLLOWING = [OWN.index(name) for name in ("words", "ends_stop", "capitals", "digits", "mean_weight")]


def headline(rows: Sequence[Line], lines: Lines, likely: Matrix, border: float) -> int | None:
    """The number of the line that is the headline; null where none is likely to be.

    Candidates are the lines of 3 to 40 words from 60 above the first line of the article to 2 below the beginning of
    its largest part. Trees fitted to labelled pages (lib/cuttings/models/lines.json) judge each by its words and those
    that the article shares with it, its neighbours, its place, and how far below it a byline or date stands. Where
    they are not sure, a short line directly above the likeliest is the headline, and that one its deck. A byline or a
    date is none: the line directly above it is, or the next likely one.
    """
    chosen = candidates(lines, likely, border)
    if not len(chosen):
        return None
    found = probabilities("headline", np.ascontiguousarray(signs(rows, lines, likely, border)[:, chosen]))
    for best in np.argsort(-found).tolist():
        line = int(chosen[best])
        if found[best] <= BORDER:
            return closest(rows, lines, likely, border)
        if not is_other(rows[line].core):
            return above(rows, lines, chosen, found, best) if found[best] < SURE else line
        if best and chosen[best - 1] == line - 1 and can_be(rows[line - 1].core):
            return line - 1
    return None


def is_other(core: str) -> bool:
    """Whether a line is a byline or a date, or goes on with a sentence."""
    found = authors(core)
    goes_on = core[:1].islower() and not core[1:2].isupper()
    return goes_on or is_date_line(core) or (found is not None and found.said)


def above(rows: Sequence[Line], lines: Lines, chosen: np.ndarray, found: Matrix, best: int) -> int:
    """The line above the likeliest one where that can be the deck: it is no longer, and likely enough itself."""
    size, line = lines.column("words"), int(chosen[best])
    if not best or chosen[best - 1] != line - 1 or found[best - 1] < DECK * found[best]:
        return line
    fits = MIN_ABOVE <= size[line - 1] <= min(MAX_ABOVE, size[line])
    return line - 1 if fits and not BYLINE.search(rows[line - 1].core) else line


def closest(rows: Sequence[Line], lines: Lines, likely: Matrix, border: float) -> int | None:
    """Where the trees find none: of the eight lines above the article's first long paragraph, the one closest to it in
    words, or a shorter one directly above that.
    """
    long = np.flatnonzero((likely > border) & (lines.column("words") >= PARAGRAPH))
    if not len(long):
        return None
    first = int(long[0])
    overlap = shared(lines, (likely > border) & (np.arange(len(rows)) >= first))
    kinship = np.where(overlap[1] > 1, overlap[0] * overlap[1], 0)
    near = [number for number in range(max(0, first - NEAR), first) if can_be(rows[number].core)]
    best = max(near, key=lambda number: (kinship[number], -number), default=None)
    if best is None or kinship[best] < KINSHIP:
        return None
    shorter = best - 1 in near and kinship[best - 1] and len(rows[best - 1].core) <= len(rows[best].core) + NEAR
    return best - 1 if shorter else best


def can_be(core: str) -> bool:
    """Whether a line has the form of a headline, and is no furniture, byline or date."""
    if core.endswith(".") or not MIN_ABOVE <= len(words(core)) <= MAX_CLOSEST or hint(core).role:
        return False
    return not is_date_line(core) and authors(core) is None


def candidates(lines: Lines, likely: Matrix, border: float) -> np.ndarray:
    """The numbers of the lines that can be the headline."""
    first = beginning(likely, border)
    size = lines.column("words")
    index = np.arange(len(size))
    last = max(first, main(lines, likely))
    near = (index >= first - REACH) & (index <= last + BELOW)
    sentence = (size > MAX_SENTENCE) & (lines.column("ends_stop") > 0)
    return np.flatnonzero(near & (size >= MIN_WORDS) & (size <= MAX_WORDS) & ~sentence)


def beginning(likely: Matrix, border: float) -> int:
    """The first line of the article."""
    inside = np.flatnonzero(likely > border)
    return int(inside[0]) if len(inside) else int(likely.argmax())


def main(lines: Lines, likely: Matrix) -> int:
    """Where the article's largest part begins: a stray line far above it may not be of it."""
    return stretch(np.where(likely > 0.5, lines.column("words") * (likely - 0.4), -4 * (1 - likely)))[0]


def signs(rows: Sequence[Line], lines: Lines, likely: Matrix, border: float) -> Matrix:
    """The features of each line as a headline."""
    index = np.arange(len(likely))
    inside = likely > border
    first = beginning(likely, border)
    overlap = shared(lines, inside & (index != first))
    kinship = overlap[:1] * overlap[1:]
    rival = np.maximum.accumulate(np.where(index < first, kinship, 0), axis=1)
    near = lines.own[FOLLOWING, :]
    columns: list[np.ndarray] = [lines.own, likely[None], (index - first)[None], inside[None], overlap, kinship]
    columns += [shifted(near, by) for by in (-2, -1, 1, 2)]
    columns += [shifted(overlap, by) for by in (-1, 1)]
    columns += [rival, starts_others(rows, first)[None], lines.indent[None], index[None]]
    columns += [(index - main(lines, likely))[None], dated(rows, first)[None]]
    return np.vstack(columns).astype(np.float32)


def dated(rows: Sequence[Line], first: int) -> np.ndarray:
    """How many lines below each line the next one stands that looks like a byline or a date; 12 where none is near."""
    found = np.full(len(rows), DATED)
    since = DATED
    for number in range(min(len(rows), first + 2 * DATED) - 1, max(-1, first - REACH - 1), -1):
        found[number] = since
        core = rows[number].core
        since = 1 if len(core) < 120 and BYLINE.search(core) else min(since + 1, DATED)
    return found


def starts_others(rows: Sequence[Line], first: int) -> np.ndarray:
    """For each line near the beginning, how many others begin with its words, as the page's title does."""
    heads: dict[str, list[str]] = {}
    for row in rows:
        heads.setdefault(row.core[:12], []).append(row.core)
    found = np.zeros(len(rows))
    for number in range(max(0, first - REACH), min(len(rows), first + 2 * DATED)):
        core = rows[number].core
        alike = heads[core[:12]][:20] if len(heads[core[:12]]) > 1 else ()
        found[number] = sum(len(other) > len(core) and other.startswith(core) for other in alike)
    return found
