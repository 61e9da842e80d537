"""What a known series of the same pollster says of a report."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from ... import tables
from ...extract.poll.known import pollster_in
from .verdict import HOLDS, INCOMPLETE, OPEN, WRONG, Case, Row, check, plain

ABOUT = 0.03  # `2,000 respondents` for 2,004 is rounding
YEAR = pd.Timedelta(days=366)
YEAR_OF = re.compile(r"\b(?:19|20)\d\d\b")


class Wave(NamedTuple):
    """A wave of a reference series that has the shares of a report, and the columns that each share may be of."""

    series: str
    table: pd.DataFrame
    row: int
    columns: dict[float, list[str]]

    def value(self, name: str) -> Any:
        """What the series says of the wave in a column; null where it has none."""
        found = self.table.iloc[self.row].get(name)
        return None if found is None or pd.isna(found) else found


def of_pollster(reference: Mapping[str, pd.DataFrame], pollster: str | None) -> dict[str, pd.DataFrame]:
    """The series of one pollster; none for a pollster that is not named."""
    return {name: table for name, table in reference.items() if series_pollster(name, table) == pollster}


def series_pollster(name: str, table: pd.DataFrame) -> str | None:
    """Whose series it is; null where neither its column nor its name says."""
    if "pollster" in table.columns and len(table):
        return pollster_in(str(table["pollster"].iloc[0]))
    return pollster_in(name.replace("_", " ").upper())


def match(figures: pd.DataFrame, reference: Mapping[str, pd.DataFrame]) -> Wave | None:
    """The only wave of the series that has two or more reported shares, each in a column of its own; null otherwise."""
    current = figures[figures["wave"] == "current"] if "wave" in figures.columns else figures
    wanted = sorted({float(value) for value in current["percent"].dropna()})
    if len(wanted) < 2:
        return None
    found = [
        Wave(name, table, row, columns)
        for name, table in reference.items()
        for row in range(len(table))
        if (columns := columns_of(table.iloc[row], wanted))
    ]
    return found[0] if len(found) == 1 else None


def columns_of(wave: pd.Series, wanted: list[float]) -> dict[float, list[str]]:
    """The columns that hold each wanted share, to a whole per cent; none where not each can have one of its own."""
    held: dict[int, list[str]] = {}
    for name in wave.index:
        if str(name).endswith("_pct") and pd.notna(wave[name]):
            held.setdefault(half_up(float(wave[name])), []).append(str(name))
    asked = Counter(half_up(share) for share in wanted)
    if any(len(held.get(whole, [])) < count for whole, count in asked.items()):
        return {}
    return {share: held[half_up(share)] for share in wanted}


def half_up(share: float) -> int:
    """A share as a whole per cent, the way newspapers round: 56.5 is 57."""
    return math.floor(share + 0.5)


def known(case: Case, found: Wave | None, reference: Mapping[str, pd.DataFrame]) -> Row:
    """Whether a reference series has the figures. A report that no wave has may be of another question."""
    shares = case.shares
    if not reference:
        return check("reference", OPEN, "the story brings no reference series", shares)
    if found is None:
        names = ", ".join(reference)
        told = f"no single wave of {names} by this pollster has two or more of these shares"
        return check("reference", OPEN, told, shares)
    named = ", ".join(f"{plain(share)} is {' or '.join(columns)}" for share, columns in found.columns.items())
    columns = ("field_start", "field_end", "sample_size")
    about = "; ".join(f"{name} {value}" for name in columns if (value := found.value(name)) is not None)
    return check("reference", HOLDS, f"{found.series}, row {found.row + 1}: {named} ({about})", shares)


def size(case: Case, found: Wave | None) -> Row | None:
    """Whether the number of respondents is that of the wave, or of those in it who were asked the question."""
    if found is None or pd.isna(case.poll.n_survey):
        return None
    told = int(case.poll.n_survey)
    evidence = case.details[case.details["detail"] == "n_survey"]
    asked, all_of_it = (found.value(name) for name in ("sample_size", "total_interviewed"))
    if asked is None:
        return check("respondents", OPEN, f"the report says {told:,}; the series does not say", evidence)
    shown = f"the report says {told:,}; the series has {int(asked):,} for the question"
    if abs(told - float(asked)) <= ABOUT * float(asked):
        return check("respondents", HOLDS, shown, evidence)
    if all_of_it is not None and abs(told - float(all_of_it)) <= ABOUT * float(all_of_it):
        detail = f"{shown}, and {int(all_of_it):,} for the whole survey: those asked the question are not told"
        return check("respondents", INCOMPLETE, detail, evidence)
    return check("respondents", OPEN, f"{shown}: another part of the survey, or another survey", evidence)


def days(case: Case, found: Wave | None) -> Row | None:
    """Whether the days of fieldwork are those of the wave."""
    evidence = case.details[case.details["detail"] == "fieldwork"]
    first, last = case.poll.field_from, case.poll.field_to
    if found is None or pd.isna(first) or found.value("field_start") is None:
        return None
    begin, end = pd.Timestamp(found.value("field_start")), pd.Timestamp(found.value("field_end") or "NaT")
    shown = f"the report says {first:%Y-%m-%d} to {last:%Y-%m-%d}; the series {begin:%Y-%m-%d} to {end:%Y-%m-%d}"
    verdict = HOLDS if abs(first - begin).days <= 1 and (pd.isna(end) or abs(last - end).days <= 1) else OPEN
    return check("fieldwork", verdict, shown, evidence)


def multiples(case: Case, found: Wave | None) -> Iterator[Row]:
    """Whether each multiple is what the series shows from its first wave to the one reported, rounded, and whether the
    series had moved at all in the first year after that.

    Where several columns have the share before it, it holds if one of them alone, or each, bears it out, and cannot be
    checked otherwise.
    """
    for number, figure in enumerate(tables.rows(case.figures[case.figures["kind"] == "multiple"])):
        before = case.shares[case.shares["start"] < figure.start].tail(1)
        own = case.figures[case.figures["start"] == figure.start]
        name = "multiple" if number == 0 else f"multiple {number + 1}"
        columns = found.columns.get(float(before["percent"].iloc[0]), []) if found and len(before) else []
        if found is None or not columns:
            detail = f"factor {plain(figure.factor)}: no earlier figure to hold it against"
            yield check(name, OPEN, detail, own)
            continue
        told = [since_first(found, column, figure) for column in columns]
        right = [one for one in told if one[0] == HOLDS]
        if len(told) == 1 or len(right) in (1, len(told)):
            yield check(name, *(right or told)[0], own)
        else:
            each = "; ".join(f"{column}: {detail}" for column, (_, detail) in zip(columns, told, strict=True))
            yield check(name, OPEN, f"several columns have this share: {each}", own)


def since_first(found: Wave, column: str, figure: Any) -> tuple[str, str]:
    """The verdict on a factor against the first wave of a series, and the arithmetic.

    A factor does not hold only where it is counted since a year that the series covers, and no wave since then, as a
    baseline, comes near it.
    """
    series = found.table[column].iloc[: found.row + 1].dropna()
    first, last = float(series.iloc[0]), float(series.iloc[-1])
    begun = found.table.iloc[series.index[0]].get("field_start", f"row {series.index[0] + 1}")
    if not first > 0:
        return OPEN, f"{plain(first)} ({begun}) to {plain(last)}: there is no multiple of nothing"
    ratio = last / first
    far = all(is_far(last / value, figure.factor) for value in series.iloc[:-1] if value > 0)
    counted = far and covers(str(begun), str(figure.wave))
    verdict = HOLDS if half_up(ratio) == figure.factor else WRONG if counted and len(series) > 1 else OPEN
    shown = (
        f"{plain(first)} ({begun}) to {plain(last)} is a factor of {ratio:.1f}; the report says {plain(figure.factor)}"
    )
    return verdict, shown + first_year(found, series)


def covers(begun: str, wave: str) -> bool:
    """Whether `since` a year is no earlier than the first wave: nothing is known of what was before that."""
    since, first = YEAR_OF.search(wave), YEAR_OF.search(begun)
    return "since" in wave and bool(since and first and int(since[0]) >= int(first[0]))


def is_far(ratio: float, factor: float) -> bool:
    """Whether a factor is off by more than the choice of a baseline would explain."""
    return not 0.5 * factor <= ratio <= 2 * factor


def first_year(found: Wave, series: pd.Series) -> str:
    """What the series did in the year after its first wave, where it is dated."""
    if "field_start" not in found.table.columns:
        return ""
    begun = pd.to_datetime(found.table["field_start"]).loc[series.index]
    early = series[begun <= begun.iloc[0] + YEAR]
    if len(early) < 3 or len(early) == len(series):
        return ""
    return f"; in its first year it lay between {plain(early.min())} and {plain(early.max())} in {len(early)} waves"
