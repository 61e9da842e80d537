"""Text as every extractor sees it: folded without moving a character, cut into lines, words counted."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import accumulate, compress, count, pairwise
from operator import add, sub
from typing import NamedTuple

# Every replacement is one character for one, so that offsets into the folded text are offsets into the text.
FOLDS = (
    ("“”„‟«»〝〞＂", '"'),
    ("‘’‚‛‹›`´", "'"),
    ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    ("\t\n\r\v\f\u0085\u00a0\u2007\u202f\u2009\u200a\u2028\u2029", " "),
)
WORD = re.compile(r"[^\W_]++(?:(?:['’‑-]|\.[-‑]?|,(?=\d{3}))[^\W_]++)*+")
STRAIGHT = {char: straight for chars, straight in FOLDS for char in chars}
FOLDED, SHORT = re.compile(f"[{''.join(map(re.escape, STRAIGHT))}]"), 500
STOPS, CLOSING = frozenset(".!?…。！？"), ")]\"'”’» \t\r\n\u00a0"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def fold(text: str) -> str:
    """Straighten quotation marks and dashes and turn line breaks into blanks; the length stays the same."""
    if len(text) < SHORT:
        return FOLDED.sub(lambda found: STRAIGHT[found[0]], text)
    for char, straight in STRAIGHT.items():
        text = text.replace(char, straight)  # in a long text a tenth of the time of str.translate
    return text


def words(text: str) -> list[str]:
    """The words of a text; `U.S.-led`, `don't` and `11,000` are one each."""
    return WORD.findall(text)


def ends_sentence(text: str) -> bool:
    """Whether a line ends like a sentence."""
    return text[-12:].rstrip(CLOSING)[-1:] in STOPS


def visible(text: str) -> str:
    """The text with control characters and direction marks shown as a sign, so that they cannot act on a screen."""
    return CONTROL.sub("\N{SYMBOL FOR SUBSTITUTE FORM TWO}", text.replace("\t", " "))


def shorten(text: str, width: int) -> str:
    """One line of at most `width` characters; what was cut is marked with an ellipsis."""
    line = " ".join(visible(text.replace("\r", " ").replace("\n", " ")).split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


class Mark(NamedTuple):
    """A stretch of a record whose role is known before its words are read, and from where."""

    start: int
    end: int
    role: str
    reason: str


class Page(str):
    """A record's text with what is known of it from outside its words: the roles of some stretches, and the days
    between which it was published. It reads like any text; what is cut from it is plain text.
    """

    layout: tuple[Mark, ...]
    first: date | None
    last: date | None

    def __new__(
        cls, text: str, layout: Iterable[Mark] = (), first: date | None = None, last: date | None = None
    ) -> "Page":
        """A text with the layout and the days given; none of them is a page that no one knows anything of."""
        page = super().__new__(cls, text)
        page.layout, page.first, page.last = tuple(layout), first, last
        return page

    def undated(self) -> "Page":
        """The same page as if nobody had given its day of publication."""
        return Page(self, self.layout)

    def known(self) -> tuple[str, tuple[Mark, ...], date | None, date | None]:
        """Everything by which two pages differ."""
        return str(self), self.layout, self.first, self.last

    def __eq__(self, other: object) -> bool:
        return self.known() == other.known() if isinstance(other, Page) else False

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.known())


def written(layout: Iterable[Mark]) -> str | None:
    """A layout as one cell of a table: `0-58 headline the format tells; 60-4000 body the format tells`."""
    return "; ".join(f"{one.start}-{one.end} {one.role} {one.reason}" for one in layout) or None


def layout_of(cell: str) -> Iterator[Mark]:
    """The layout that a cell holds. Raises ValueError for a cell that is none."""
    for one in filter(None, cell.split("; ")):
        span, role, reason = one.split(" ", 2)
        start, end = span.split("-")
        yield Mark(int(start), int(end), role, reason)


class Line(NamedTuple):
    """A line that is not blank: `start` to `end` holds it and the blank lines up to the next; `core` is its text, which
    begins at `at`; `gap` counts the blank lines above it.
    """

    start: int
    end: int
    at: int
    core: str
    gap: int = 0


def lines(text: str) -> list[Line]:
    """Cut a text into its non-blank lines; blank lines belong to the line before (leading ones to the first)."""
    raw = text.splitlines(keepends=True)
    cores = list(map(str.strip, raw))
    found = list(compress(count(), cores))
    if not found:
        return [Line(0, len(text), 0, "")] if text else []
    places = list(accumulate(map(len, raw), initial=0))
    begins = list(compress(places, cores))
    own = list(compress(raw, cores))
    blanks = map(sub, map(len, own), map(len, map(str.lstrip, own)))
    starts = [0, *begins[1:]]
    gaps = [below - above - 1 for above, below in pairwise([-1, *found])]
    columns = (starts, [*starts[1:], len(text)], map(add, begins, blanks), filter(None, cores), gaps)
    return list(map(partial(tuple.__new__, Line), zip(*columns, strict=True)))
