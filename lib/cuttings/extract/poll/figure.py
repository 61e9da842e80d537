"""Poll figures: each share, change, lead and multiple that an article reports from a poll, with what it counts."""

from typing import Any

import pandas as pd

from ..each import spans
from .answer import Answer, answers
from .gate import may_report
from .place import Span
from .points import CHANGE, last


def poll_figures(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per figure that an article reports from a poll.

    kind: `share` of people who gave an answer (`percent`; a range has `percent_to`, too), `change` of a share and
    `lead` of one over another (`points`), `multiple` (`factor`, a half for `halved`).

    1. Only in and near sentences that speak of a poll (see `reports`); a percentage of land, money, prices, turnout,
       votes counted or error is none (see `is_share`).
    2. The answer is what stands behind the figure, where it says what people think; else what the figure is said of.
    3. The group is the people that the figure, its clause or its bracket names; failing that, those of the figure
       before it in the sentence, or the first of the poll.
    4. wave: `current`, or an earlier one as the report names it; `earlier` where it does not (`up from 47%`).
    5. An exact figure behind a rounded one (`nearly two-thirds (64%)`) is one figure, the exact one.

    Not found: shares in words without a number (`most`), shares of things, other languages than English.
    """
    return spans(articles, "poll_figures", lambda text: [row(text, one) for one in answers(text)], may_report)


def row(text: str, one: Answer) -> dict[str, Any]:
    """The row of one figure."""
    kind, number = one.figure.kind, one.figure.number
    return {
        "start": number.start,
        "end": number.end,
        "poll": one.poll,
        "kind": kind,
        "percent": number.value if kind == "share" else None,
        "percent_to": number.high if kind == "share" else None,
        "points": signed(text, one) if kind in ("change", "lead") else None,
        "factor": number.value if kind == "multiple" else None,
        "option": words_of(text, one.option),
        "option_start": one.option[0] if one.option else None,
        "option_end": one.option[1] if one.option else None,
        "group": words_of(text, one.group),
        "group_start": one.group[0] if one.group else None,
        "group_end": one.group[1] if one.group else None,
        "wave": one.wave.name,
        "sentence_start": one.figure.sentence[0],
        "sentence_end": one.figure.sentence[1],
    }


def words_of(text: str, span: Span | None) -> str | None:
    """The words of a span on one line; null where there is none."""
    return None if span is None else " ".join(text[span[0] : span[1]].split())


def signed(text: str, one: Answer) -> float:
    """The points of a change, below zero where the nearest word of change says so, and of a lead, below zero for a net
    rating that is.
    """
    number = one.figure.number
    if one.figure.kind == "lead":
        return -number.value if number.signed < 0 else number.value
    before = text[max(one.figure.sentence[0], number.start - 110) : number.start]
    behind = text[number.end : min(one.figure.sentence[1], number.end + 25)]
    near = [match for match in CHANGE.finditer(before) if match.start() == last(CHANGE, before)]
    told = near[-1] if near else CHANGE.search(behind)
    down = number.signed < 0 or (number.signed == 0 and told is not None and told["down"] is not None)
    return -number.value if down else number.value
