"""Polls: what an article tells of each poll that it reports figures of, one row a poll."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..each import spans
from .detail import details
from .gate import may_report
from .place import Detail
from .report import reports
from .when import days, resolved

WHOLE = ("n_survey", "n_question")
BROKEN = ("margin", "margin_level", "design_effect")


def polls(articles: pd.DataFrame) -> pd.DataFrame:
    """One row per poll of which an article reports a figure; the span runs from its first sentence to its last.

    The details are those of `poll_details`, each null where the report does not give it: a null here is a finding.
    Days are resolved as in `dates`, and null where the text does not settle them.
    """
    return spans(articles, "polls", rows, may_report)


def rows(text: str) -> Iterator[dict[str, Any]]:
    """The wide row of each poll."""
    if not reports(text):
        return
    known = resolved(text)
    told: dict[int, dict[str, Detail]] = {}
    for one in details(text):
        told.setdefault(one.poll, {})[one.detail] = one
    for number, report in enumerate(reports(text), 1):
        own = told.get(number, {})
        row: dict[str, Any] = {"poll": number}
        row |= {"start": min(one[0] for one in report.sentences), "end": max(one[1] for one in report.sentences)}
        row |= {name: one.value for name, one in own.items()}
        row |= {name: int(own[name].value) if name in own else None for name in WHOLE}
        row |= {name: float(own[name].value) if name in own else None for name in BROKEN}
        for name, column in (("released", "released"), ("fieldwork", "field")):
            first, last = days(known, own.get(name))
            row |= {f"{column}_from": first, f"{column}_to": last}
        yield row
