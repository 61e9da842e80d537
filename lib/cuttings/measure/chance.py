"""Chances: whether articles can have had what others have, by the days on which each can have been published."""

import pandas as pd

from .day import Days

YES = "yes"
NO = "no"
NOT_KNOWN = "not known"


def could(ranges: list[Days], begun: Days) -> str:
    """Whether one of these articles could have had a fact, by the first day on which the fact was known.

    `yes` where the latest of the first days of publication is not before the latest day on which the fact can have come
    up; `no` where all the articles are certainly older than the earliest such day; else `not known`: ranges that are
    open, or that overlap.
    """
    low, high = begun
    firsts = [first for first, _ in ranges if first is not None]
    if low is not None and all(last is not None and last < low for _, last in ranges):
        return NO
    return YES if high is not None and firsts and max(firsts) >= high else NOT_KNOWN


def first_day(carriers: list[Days], event: pd.Timestamp | None = None) -> Days:
    """Between which days a fact was first known: when the first article that has it can have been published, or on the
    day of the event itself, if that is earlier; an end that an article leaves open is null.
    """
    firsts = [first for first, _ in carriers]
    lasts = [last for _, last in carriers if last is not None]
    known = [] if event is None else [event]
    low = None if None in firsts else min([*(day for day in firsts if day is not None), *known], default=None)
    return low, min([*lasts, *known], default=None)
