"""A record as the room shows it: a window of its text in pieces, with the spans that cover them."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ..extract.segment import OWN
from ..piece import Span, pieces
from ..text import visible

WINDOW = 30_000  # characters that are shown at once
ABOVE = 2_000  # characters above a place that lies outside of the first window
PLACE, HIT = "place", "hit"  # what is pointed at, beside the layers


def window(length: int, at: int, most: int = WINDOW) -> tuple[int, int]:
    """The characters to show, at most `most`, so that those at `at` are among them."""
    start = 0 if at < most - ABOVE else max(0, min(at - ABOVE, length - most))
    return start, min(length, start + most)


def shown(text: str) -> str:
    """The text as it may stand on a screen, character for character: no control acts, every line break is one."""
    return visible(re.sub(r"\r(?!\n)", "\n", text).replace("\r\n", " \n"))


def record(text: str, spans: Sequence[Span], start: int, end: int) -> dict[str, Any]:
    """The characters `start` to `end` as pieces `[start, text, numbers of spans]`, and those spans as
    `[layer, start, end, label, quiet]`; quiet is what is not the article itself.

    A span that goes on where one of its layer with the same label ends has no label of its own.
    """
    within = [span for span in spans if span.start < end and span.end > start]
    text = shown(text[start:end])
    return {
        "start": start,
        "end": end,
        "pieces": [[at, text[at - start : to - start], list(over)] for at, to, over in pieces(start, end, within)],
        "spans": [list(row) for row in labelled(within)],
    }


def labelled(spans: Iterable[Span]) -> Iterable[tuple[str, int, int, str, bool]]:
    """The spans in their order, each with its label unless it goes on from the one before."""
    before: dict[str, Span] = {}
    for span in spans:
        last = before.get(span.layer)
        goes_on = last is not None and (last.end, last.label) == (span.start, span.label)
        before[span.layer] = span
        quiet = span.layer == "segments" and span.label not in OWN
        yield span.layer, span.start, span.end, "" if goes_on else span.label, quiet
