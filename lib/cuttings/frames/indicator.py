"""Indicators: the words of a codebook as a coder, each found with its voice and not where it is denied."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from .. import tables
from ..extract.each import Row, located, pages
from ..extract.sentence import sentence_spans, voice
from ..text import fold, shorten
from .codebook import listed
from .negation import is_negated
from .notation import Index, Token, indexed, matches, tokens
from .unit import UNITS, Span, Unit, cutter, speech_of, units

CODER = "indicators"
LONGEST = 200

Coding = tuple[pd.DataFrame, pd.DataFrame]  # frames, and the units in which they were sought


class Evidence(NamedTuple):
    """Words that speak for a code."""

    start: int
    end: int
    code: str


def indicators(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    unit: str = "sentence",
    quotations: pd.DataFrame | None = None,
    negated: bool = False,
) -> pd.DataFrame:
    """One row per unit (see `units`) and code of which it has an indicator that counts: the table `frames`.

    An indicator is a word or a phrase. In the codebook they are parted by `;`, and there
    1. `econom*` is a word that begins so; `interest rate*` a phrase; `give up .. land` one with up to three words in
       the place of the dots; `^` behind a word stands for a word with a capital;
    2. words in small letters are found in any case, others as written, or in capitals. Hyphens are blanks; a phrase
       goes across no comma or stop;
    3. `~social security` cancels: indicators of this code do not count that begin within such words.
    An indicator that is denied (`no threat`, see `negation`) does not count, unless `negated` says that it shall:
    who denies a frame speaks of it.

    voice is that of the indicators, not of the whole unit: `outlet`, `quoted` or `mixed`. score is n / (n + 1) for n
    different indicators: how much there is, no probability. A unit without a row has no frame by this coder. These are
    indicators and not frames: nothing is known of their error until some units are coded by hand.

    Raises InputError for another unit, ValueError for what is no codebook.
    """
    return found_in(articles, codebook, (unit,), quotations, negated)[unit]


def codings(
    articles: pd.DataFrame, codebook: pd.DataFrame, unit: str = "sentence", quotations: pd.DataFrame | None = None
) -> list[Coding]:
    """The indicators' frames with the units in which they were sought, of each kind of unit, the one given first: what
    `indicators` and `units` give, in one search of the articles.

        codings = ct.frames.codings(articles, codebook)
        frames, units = codings[0]

    Raises InputError as `indicators` does.
    """
    cutter(unit)
    kinds = (unit, *(kind for kind in UNITS if kind != unit))
    found = found_in(articles, codebook, kinds, quotations)
    return [(found[kind], units(articles, kind, quotations)) for kind in kinds]


def found_in(
    articles: pd.DataFrame,
    codebook: pd.DataFrame,
    kinds: Sequence[str],
    quotations: pd.DataFrame | None = None,
    negated: bool = False,
) -> dict[str, pd.DataFrame]:
    """The table `frames` of each kind of unit; each article is searched once for all of them."""
    tables.require(articles, "articles", "article_id", "text")
    tables.require(codebook, "codebook", "codebook", "code", "indicators")
    cutters, speech, books = {unit: cutter(unit) for unit in kinds}, speech_of(quotations), indexes(codebook)
    rows: dict[str, list[Row]] = {unit: [] for unit in kinds}
    for key, text in pages(articles):
        folded, spoken = fold(text), speech(key, text)
        read = [tokens(folded, start, end) for start, end, _ in sentence_spans(text)]
        cut = {unit: of(text) for unit, of in cutters.items()}
        for name, index in books.items():
            found = list(evidence(folded, read, index, negated))
            for unit, own in cut.items():
                told = {"codebook": name, "unit": unit, "coder": CODER}
                rows[unit] += [located(key, text, {**row, **told}) for row in coded(text, own, spoken, found)]
    return {unit: tables.build("frames", own) for unit, own in rows.items()}


def indexes(codebook: pd.DataFrame) -> dict[str, Index]:
    """The indicators of each codebook in the table."""
    found = {}
    for name, codes in codebook.dropna(subset="indicators").groupby("codebook"):
        found[str(name)] = indexed((row.code, one) for row in tables.rows(codes) for one in listed(row.indicators))
    return found


def coded(text: str, cut: Sequence[Unit], spoken: list[Span], found: Iterable[Evidence]) -> Iterator[Row]:
    """The rows of one article, by one codebook."""
    starts = [unit.start for unit in cut]
    gathered: dict[tuple[int, str], list[Evidence]] = {}
    for one in found:
        number = bisect_right(starts, one.start) - 1
        if number >= 0 and one.start < cut[number].end:
            gathered.setdefault((number, one.code), []).append(one)
    ends = [end for _, end in spoken]
    for (number, code), own in gathered.items():
        voices = {voice(text, one.start, one.end, spoken, bisect_right(ends, one.start)) for one in own}
        forms = dict.fromkeys(" ".join(text[one.start : one.end].split()).lower() for one in own)
        yield {
            "start": cut[number].start,
            "end": cut[number].end,
            "frame": code,
            "voice": voices.pop() if len(voices) == 1 else "mixed",
            "indicator": shorten("; ".join(forms), LONGEST),
            "score": round(len(forms) / (len(forms) + 1), 6),
        }


def evidence(folded: str, read: Sequence[Sequence[Token]], index: Index, negated: bool) -> Iterator[Evidence]:
    """All indicators of one article that count, from the words of its sentences."""
    for sentence in read:
        for at, behind, code in hits(sentence, index):
            if negated or not is_negated(folded, sentence, at):
                yield Evidence(sentence[at].start, sentence[behind - 1].end, code)


def hits(sentence: Sequence[Token], index: Index) -> Iterator[tuple[int, int, str]]:
    """The indicators of a sentence that nothing cancels, with the numbers of their first word and of the word behind
    their last; of two of one code that overlap, the longer.
    """
    found = sorted(matches(sentence, index), key=lambda hit: (hit[0], -hit[1]))
    cancelled = {(one.code, place) for at, behind, one in found if one.cancels for place in range(at, behind)}
    taken: dict[str, int] = {}
    for at, behind, one in found:
        if not one.cancels and at >= taken.get(one.code, 0) and (one.code, at) not in cancelled:
            taken[one.code] = behind
            yield at, behind, one.code
