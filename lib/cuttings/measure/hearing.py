"""Hearing: in whose voice what stands at a place of an article is said."""

from bisect import bisect_right
from collections.abc import Callable

import pandas as pd

from .. import tables
from ..errors import InputError

VOICES = ("own", "quoted", "both")
OWN_KINDS = ("phrase", "title")

Hearing = Callable[[str, int], bool]


def hearing(voice: str, quotations: pd.DataFrame | None = None) -> Hearing:
    """A test of an address (article_id, start): whether what stands there is said in the voice asked for.

    `own`: the outlet's words; `quoted`: words inside a direct quotation; `both`: all. A quoted phrase of up to three
    words (kind `phrase`) and the title of a work count as the outlet's own wording: it put them in its sentence.
    Raises InputError for another voice, and where telling the two apart lacks the table quotations.
    """
    if voice not in VOICES:
        raise InputError(f"voice={voice!r}: the voice is one of {', '.join(VOICES)}")
    if voice == "both":
        return lambda _article, _start: True
    if quotations is None:
        raise InputError(f"voice={voice!r} needs the table quotations, as extract.quotations(articles) makes it")
    quoted = quoted_spans(quotations)

    def heard(article_id: str, start: int) -> bool:
        starts, ends = quoted.get(article_id, ([], []))
        before = bisect_right(starts, start)
        return (before > 0 and start < ends[before - 1]) == (voice == "quoted")

    return heard


def quoted_spans(quotations: pd.DataFrame) -> dict[str, tuple[list[int], list[int]]]:
    """For each article the starts of its quotations, and the farthest end so far at each: they may nest."""
    tables.require(quotations, "quotations", "article_id", "start", "end", "kind")
    speech = quotations[~quotations["kind"].isin(OWN_KINDS)].sort_values(["article_id", "start"])
    return {
        str(article_id): (rows["start"].tolist(), rows["end"].cummax().tolist())
        for article_id, rows in speech.groupby("article_id")
    }
