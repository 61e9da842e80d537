"""The headline of a record: which of the lines around the beginning of the article it is."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from ..text import Line, words
from .authorship import authors
from .date_line import is_date_line
from .feature import OWN, Lines, Matrix
from .forest import probabilities
from .hint import hint
from .neighbour import shared, stretch
from .word import Whole

REACH, BELOW, DATED, DATED_CHARS = 60, 2, 12, 120
MIN_WORDS, MAX_WORDS = 3, 40
MAX_SENTENCE, MIN_ABOVE, MAX_ABOVE = 16, 4, 16
BORDER, SURE, DECK = 0.12, 0.5, 0.15
PARAGRAPH, NEAR, KINSHIP, MAX_CLOSEST = 12, 8, 2.5, 20
OPENING = re.compile(r"\W*(?:by|written|published|updated|posted)\b", re.I)
BYLINE = re.compile(rf"^{OPENING.pattern}|\b(?:19|20)\d\d\b|\bago$|\d/\d\d?/\d\d", re.I)
HEAD, MOST = 12, 20
FOLLOWING = [OWN.index(name) for name in ("words", "ends_stop", "capitals", "digits", "mean_weight")]


def headlines(rows: Sequence[Sequence[Line]], lines: Lines, likely: Matrix, border: float) -> list[int | None]:
    """Of each record, the number of the line in it that is the headline; null where none is likely to be.

    Candidates are the lines of 3 to 40 words from 60 above the first line of the article to 2 below the beginning of
    its largest part. Trees fitted to labelled pages (lib/cuttings/models/lines.json) judge each by its words and those
    that the article shares with it, its neighbours, its place, and how far below it a byline or date stands. Where
    they are not sure, a short line directly above the likeliest is the headline, and that one its deck. A byline or a
    date is none: the line directly above it is, or the next likely one.
    """
    chosen = candidates(lines, likely, border)
    if not len(chosen):
        return [None] * len(rows)
    found = probabilities("headline", signs(rows, lines, likely, border, chosen))
    cuts = np.searchsorted(chosen, lines.bounds).tolist()
    made: list[int | None] = []
    for number, (own, (window, page)) in enumerate(zip(rows, lines.each, strict=True)):
        of = slice(cuts[number], cuts[number + 1])
        made.append(headline(own, page, likely[window], border, chosen[of] - window.start, found[of]))
    return made


def headline(
    rows: Sequence[Line], lines: Lines, likely: Matrix, border: float, chosen: Whole, found: Matrix
) -> int | None:
    """The headline of one record, given the lines that can be it and the probability of each."""
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


def candidates(lines: Lines, likely: Matrix, border: float) -> Whole:
    """The numbers of the lines that can be the headline of their record."""
    first = beginning(lines, likely, border)
    size = lines.column("words")
    last = np.maximum(first, main(lines, likely))
    near = (lines.index >= (first - REACH)[lines.record]) & (lines.index <= (last + BELOW)[lines.record])
    sentence = (size > MAX_SENTENCE) & (lines.column("ends_stop") > 0)
    return np.flatnonzero(near & (size >= MIN_WORDS) & (size <= MAX_WORDS) & ~sentence)


def beginning(lines: Lines, likely: Matrix, border: float) -> Whole:
    """Of each record, the first line of the article, or the likeliest where no line is one."""
    begins, ends = lines.bounds[:-1], lines.bounds[1:]
    inside = np.append(np.flatnonzero(likely > border), len(likely))
    first = inside[np.searchsorted(inside, begins)]
    for number in np.flatnonzero(first >= ends).tolist():
        first[number] = begins[number] + likely[begins[number] : ends[number]].argmax()
    return first


def main(lines: Lines, likely: Matrix) -> Whole:
    """Where the largest part of each article begins: a stray line far above it may not be of it."""
    weight = np.where(likely > 0.5, lines.column("words") * (likely - 0.4), -4 * (1 - likely))
    return stretch(lines, weight)[0]


def signs(rows: Sequence[Sequence[Line]], lines: Lines, likely: Matrix, border: float, chosen: Whole) -> Matrix:
    """The features of the chosen lines as headlines."""
    inside, first = likely > border, beginning(lines, likely, border)
    start = first[lines.record]
    overlap = shared(lines, inside & (lines.index != start))
    kinship = overlap[0] * overlap[1]
    rival = highest_above(lines, np.where(lines.index < start, kinship, 0))
    near = lines.own[FOLLOWING, :]
    of = [values[..., chosen] for values in (likely, lines.index - start, inside, overlap, kinship)]
    columns = [lines.own[:, chosen], *of]
    columns += [beside(lines, near, chosen, by) for by in (-2, -1, 1, 2)]
    columns += [beside(lines, overlap, chosen, by) for by in (-1, 1)]
    ahead = chosen - main(lines, likely)[lines.record[chosen]]
    begun, below = around(rows, lines, first, chosen)
    columns += [rival[chosen], begun, lines.indent[chosen], chosen - lines.first[chosen], ahead, below]
    return np.vstack(columns).astype(np.float32)


def highest_above(lines: Lines, values: np.ndarray) -> np.ndarray:
    """The highest value of a line and those above it in its record."""
    return np.concatenate([np.maximum.accumulate(values[window]) for window, _ in lines.each])


def beside(lines: Lines, values: np.ndarray, chosen: Whole, by: int) -> np.ndarray:
    """The values of the line `by` lines above each chosen one, 0 where its record has none."""
    place = chosen - by
    there = (place >= lines.first[chosen]) & (place < lines.end[chosen])
    return np.where(there, values.take(np.where(there, place, 0), axis=1), 0)


def around(rows: Sequence[Sequence[Line]], lines: Lines, first: Whole, chosen: Whole) -> tuple[list[int], list[int]]:
    """For each chosen line, how many others of its record begin with its words, and how many lines below it the next
    one stands that looks like a byline or a date.
    """
    begun: list[int] = []
    below: list[int] = []
    cuts, starts = np.searchsorted(chosen, lines.bounds).tolist(), (first - lines.bounds[:-1]).tolist()
    figures = (lines.column("digits") > 0).tolist()
    for number, own in enumerate(rows):
        begin, cores = int(lines.bounds[number]), [row.core for row in own]
        local = (chosen[cuts[number] : cuts[number + 1]] - begin).tolist()
        near = [one for one in local if one < starts[number] + 2 * DATED]
        begun += starts_others(cores, near) + [0] * (len(local) - len(near))
        since = dated(cores, figures[begin : begin + len(cores)], starts[number])
        below += [since.get(one, DATED) for one in local]
    return begun, below


def dated(cores: Sequence[str], figures: Sequence[bool], first: int) -> dict[int, int]:
    """How many lines below each line near the beginning the next one stands that looks like a byline or a date; 12
    where none is near. `figures` tells which lines have a digit.
    """
    found: dict[int, int] = {}
    since = DATED
    for number in range(min(len(cores), first + 2 * DATED) - 1, max(-1, first - REACH - 1), -1):
        found[number] = since
        since = 1 if looks_dated(cores[number], figures[number]) else min(since + 1, DATED)
    return found


def looks_dated(core: str, figures: bool) -> bool:
    """Whether a line looks like a byline or a date."""
    if len(core) >= DATED_CHARS:
        return False
    if figures or core[-3:].lower() == "ago" or not core.isascii():
        return BYLINE.search(core) is not None
    return OPENING.match(core) is not None


def starts_others(cores: Sequence[str], chosen: Sequence[int]) -> list[int]:
    """For each chosen line, how many others begin with its words, as the page's title does."""
    heads = [core[:HEAD] for core in cores]
    times = Counter(heads)
    alike: dict[str, list[str]] = {heads[at]: [] for at in chosen if times[heads[at]] > 1}
    for core, head in zip(cores, heads, strict=True) if alike else ():
        if head in alike and len(alike[head]) < MOST:
            alike[head].append(core)
    own = ((cores[at], alike.get(heads[at], ())) for at in chosen)
    return [sum(len(other) > len(core) and other.startswith(core) for other in others) for core, others in own]
