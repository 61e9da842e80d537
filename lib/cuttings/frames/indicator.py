"""Indicators: the words of a codebook as a coder, each found with its voice and not where it is denied."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from .. import tables
from ..extract.each import Row, located, pages
from ..extract.sentence import sentence_spans, voice
from ..text import fold, shorten
from .codebook import listed
from .negation import is_negated
from .notation import Index, Token, indexed, matches, tokens
from .unit import Span, Unit, cutter, speech_of

CODER = "indicators"
LONGEST = 200


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
    tables.require(articles, "articles", "article_id", "text")
    tables.require(codebook, "codebook", "codebook", "code", "indicators")
    cut, speech, books = cutter(unit), speech_of(quotations), indexes(codebook)
    rows = [
        located(key, text, {**row, "codebook": name, "unit": unit, "coder": CODER})
        for key, text in pages(articles)
        for name, index in books.items()
        for row in coded(text, cut(text), speech(key, text), index, negated)
    ]
    return tables.build("frames", rows)


def indexes(codebook: pd.DataFrame) -> dict[str, Index]:
    """The indicators of each codebook in the table."""
    found = {}
    for name, codes in codebook.dropna(subset="indicators").groupby("codebook"):
        found[str(name)] = indexed((row.code, one) for row in tables.rows(codes) for one in listed(row.indicators))
    return found


def coded(text: str, units: Sequence[Unit], spoken: list[Span], index: Index, negated: bool) -> Iterator[Row]:
    """The rows of one article."""
    starts = [unit.start for unit in units]
    gathered: dict[tuple[int, str], list[Evidence]] = {}
    for one in evidence(text, index, negated):
        number = bisect_right(starts, one.start) - 1
        if number >= 0 and one.start < units[number].end:
            gathered.setdefault((number, one.code), []).append(one)
    ends = [end for _, end in spoken]
    for (number, code), found in gathered.items():
        voices = {voice(text, one.start, one.end, spoken, bisect_right(ends, one.start)) for one in found}
        forms = dict.fromkeys(" ".join(text[one.start : one.end].split()).lower() for one in found)
        yield {
            "start": units[number].start,
            "end": units[number].end,
            "frame": code,
            "voice": voices.pop() if len(voices) == 1 else "mixed",
            "indicator": shorten("; ".join(forms), LONGEST),
            "score": round(len(forms) / (len(forms) + 1), 6),
        }


def evidence(text: str, index: Index, negated: bool) -> Iterator[Evidence]:
    """All indicators of one article that count, sentence by sentence."""
    folded = fold(text)
    for start, end, _ in sentence_spans(text):
        sentence = tokens(folded, start, end)
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
