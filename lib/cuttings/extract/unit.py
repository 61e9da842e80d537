"""Units: what is judged as one piece of a record, a line of it in most records."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from ..lookups import alternatives
from ..text import Line, ends_sentence, lines

LONGEST_WRAP, SHORTEST_WRAP, FULL = 110, 45, 0.7
LONG_LINE, CROWDED, MOST = 2_500, 400, 0.6
PIECE_WORDS, MOST_PIECES = 5, 4
NO_SENTENCE = re.compile(r"o |by |http|www\.|\w[A-Z]|[a-z]+\.(?:com|org|net)\b")
CONTINUING = frozenset(",;)")
SMALL = re.compile(r"[^\W\d_A-Z]|[,;)'’]")
STOP = re.compile(
    r"[.!?…][\"”’»)\]]*+\s++(?=[\"“‘«„(\[]*[^\W\d_a-z])"
    r"|(?<=[a-z.,] (?:19|20)\d\d)\s++(?=[A-Z])"
    rf"|\s++(?={alternatives('line_openers')})"
)


def units(text: str) -> list[Line]:
    """The lines of a record, as a reader would draw them.

    1. In a record of hard-wrapped lines (most of the full ones go on with a small letter), a full line and those that
       follow it without a blank line are one unit.
    2. A line that goes on with a small letter or a comma is one unit with the unfinished line above, and with the few
       words between them: links and names are cut out of their sentences so.
    3. A line of more than 2,500 characters, or of more than 400 that is most of the record, is cut behind its
       sentences, and before a byline, a date of publication and what follows an article: a whole page can stand on one.
    """
    rows = lines(text)
    rows = list(joined(text, rows) if is_wrapped(rows) else mended(text, rows))
    most = min(LONG_LINE, max(CROWDED, MOST * len(text)))  # characters of a line that holds no more than a paragraph
    if longest(rows) <= most:
        return rows
    return [piece for row in rows for piece in (cut(text, row) if len(row.core) > most else (row,))]


def is_wrapped(rows: Sequence[Line]) -> bool:
    """Whether the lines of a record are cut at a width and not at the end of a paragraph."""
    width = longest(rows)
    if not SHORTEST_WRAP <= width <= LONGEST_WRAP:
        return False
    full = [
        after.core[0].islower()
        for row, after in pairwise(rows)
        if not after.gap and len(row.core) > FULL * width and not ends_sentence(row.core)
    ]
    return len(full) >= 4 and sum(full) > 0.6 * len(full)


def longest(rows: Sequence[Line]) -> int:
    """The characters of the longest line."""
    return max(map(len, map(itemgetter(3), rows)), default=0)


def joined(text: str, rows: Sequence[Line]) -> Iterator[Line]:
    """The lines joined to paragraphs."""
    width = longest(rows)
    begun: list[Line] = []
    for row in rows:
        if begun and (row.gap or len(begun[-1].core) < FULL * width):
            yield one(text, begun)
            begun = []
        begun.append(row)
    yield one(text, begun)


def mended(text: str, rows: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that one sentence runs through joined."""
    tied: set[int] = set()
    for number in small(rows):
        row = rows[number]
        if not row.gap and goes_on(row.core):
            first = number
            while first and number - first < MOST_PIECES and is_piece(rows[first - 1], row):
                first -= 1
            tied.update(range(first + 1, number + 1))
            if first and alike(rows[first - 1], row) and is_unfinished(rows[first - 1].core):
                tied.add(first)
    if not tied:
        yield from rows
        return
    begins = [number for number in range(len(rows)) if number not in tied]
    for begin, end in pairwise([*begins, len(rows)]):
        yield rows[begin] if end == begin + 1 else one(text, rows[begin:end])


def small(rows: Sequence[Line]) -> Iterator[int]:
    """The numbers of the lines that begin with a small letter or a sign that goes on with a sentence."""
    firsts = "".join([row[3][:1] or " " for row in rows])
    return (found.start() for found in SMALL.finditer(firsts))


def goes_on(core: str) -> bool:
    """Whether a line goes on with a sentence that began above: no byline, bullet, address, or name such as iPhone."""
    first = core[:1]
    opens = (first.islower() and not NO_SENTENCE.match(core)) or first in CONTINUING or core[:2] in ("'s", "’s")
    return opens and (core.count(" ") >= PIECE_WORDS or ends_sentence(core))


def is_piece(row: Line, below: Line) -> bool:
    """Whether a line is a few words without an end, such as a name, on the same level as the line below."""
    short = row.core.count(" ") < PIECE_WORDS and "," not in row.core and not ends_sentence(row.core)
    return short and not row.gap and alike(row, below)


def alike(row: Line, other: Line) -> bool:
    """Whether two lines are indented alike."""
    return row.at - row.start == other.at - other.start


def is_unfinished(core: str) -> bool:
    """Whether a line of some length ends within a sentence."""
    return core.count(" ") >= PIECE_WORDS and not ends_sentence(core) and core[-1:] not in ":|"


def one(text: str, rows: Sequence[Line]) -> Line:
    """Several lines as one."""
    if len(rows) == 1:
        return rows[0]
    first, last = rows[0], rows[-1]
    return first._replace(end=last.end, core=text[first.at : last.at + len(last.core)])


def cut(text: str, row: Line) -> Iterator[Line]:
    """The sentences of a line, as far as stops and capitals tell them, and what else stands in it."""
    begin, at, gap = row.start, row.at, row.gap
    last = row.at + len(row.core)
    for stop in STOP.finditer(text, row.at, last):
        yield Line(begin, stop.end(), at, text[at : stop.end()].rstrip(), gap)
        begin, at, gap = stop.end(), stop.end(), 0
    yield Line(begin, row.end, at, text[at:last], gap)
