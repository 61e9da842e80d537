"""Poll checks: what a fact-checker asks of a reported poll, each with its arithmetic."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from .. import tables, trace
from ..extract.poll.known import pollster_in

HOLDS, INCOMPLETE, OPEN = "holds", "incomplete", "cannot be checked"
WHOLE = (97, 103)  # shares are rounded: three answers may add up to a little less or more than 100
DISCLOSED = {
    "pollster": "who asked",
    "population": "who was asked",
    "n_survey": "number of respondents",
    "margin": "margin of error",
    "fieldwork": "days of fieldwork",
    "mode": "how they were asked",
    "sponsor": "who paid",
}

Row = dict[str, Any]


def poll_checks(
    polls: pd.DataFrame,
    poll_figures: pd.DataFrame,
    poll_details: pd.DataFrame,
    reference: Mapping[str, pd.DataFrame] | None = None,
) -> pd.DataFrame:
    """One row per check of a reported poll.

    - options: whether the shares given for one group add up to 100, and how much is not reported otherwise. Shares
      that add up to more may overlap: that cannot be checked from the article.
    - disclosure: which of the details that AAPOR and ESOMAR/WAPOR ask for the report gives.
    - reference: whether a known wave of a series (`read.reference`) of the same pollster has these shares. A series is
      a table with one row per wave, its shares in columns that end in `_pct`; its pollster is the one that its column
      `pollster`, or else the name of its file, names. A report that no wave has is not called wrong: it may be
      another question.
    - multiple: whether `threefold` is what the series shows from its first wave to the one reported, rounded.

    The verdict is holds, incomplete or cannot be checked; this version accuses no report.
    """
    for name, frame in (("polls", polls), ("poll_figures", poll_figures), ("poll_details", poll_details)):
        tables.require(frame, name)
    rows: list[Row] = []
    for poll in tables.rows(polls):
        figures = of_poll(poll_figures, poll)
        shares = figures[figures["kind"] == "share"]
        found = match(figures, of_pollster(reference or {}, poll.pollster))
        checks = [
            options(shares),
            disclosure(of_poll(poll_details, poll)),
            known(shares, found, reference or {}),
        ]
        checks += list(multiples(figures, found))
        rows += [{"article_id": poll.article_id, "poll": poll.poll, **check} for check in checks]
    return tables.build("poll_checks", rows)


def of_poll(table: pd.DataFrame, poll: Any) -> pd.DataFrame:
    """The rows of one poll."""
    found: pd.DataFrame = table[(table["article_id"] == poll.article_id) & (table["poll"] == poll.poll)]
    return found


def check(name: str, verdict: str, detail: str, evidence: pd.DataFrame) -> Row:
    """A check's row; the address spans the evidence from its first word to its last."""
    whole = evidence.head(1).assign(start=evidence["start"].min(), end=evidence["end"].max())
    at = trace.address(whole).iloc[0] if len(evidence) else None
    return {"check": name, "verdict": verdict, "detail": detail, "address": at}


def options(shares: pd.DataFrame) -> Row:
    """Whether the answers given add up."""
    group = shares["group"].fillna("").iloc[0]
    same = shares[shares["group"].fillna("") == group]
    total = float(same["percent"].sum())
    terms = f"{' + '.join(plain(value) for value in same['percent'])} = {plain(total)}"
    if len(same) == 1:
        return check("options", INCOMPLETE, f"one share is given, {plain(total)}; the other answers are not", same)
    if total > WHOLE[1]:
        return check("options", OPEN, f"{terms}: answers may overlap, or come from several questions", same)
    if total >= WHOLE[0]:
        return check("options", HOLDS, f"{terms}, up to rounding", same)
    rest = f"{terms}: {plain(100 - total)} per cent are not reported, such as undecided, other or no answer"
    return check("options", INCOMPLETE, rest, same)


def plain(value: float) -> str:
    """A number without needless decimals."""
    return f"{value:g}"


def disclosure(details: pd.DataFrame) -> Row:
    """Which details the report gives."""
    given = set(details["detail"])
    missing = [words for detail, words in DISCLOSED.items() if detail not in given]
    told = f"{len(DISCLOSED) - len(missing)} of {len(DISCLOSED)} given"
    verdict = INCOMPLETE if missing else HOLDS
    return check("disclosure", verdict, told + (f"; not found: {', '.join(missing)}" if missing else ""), details)


class Wave(NamedTuple):
    """A wave of a reference series that has the shares of a report, and the column of each share."""

    series: str
    table: pd.DataFrame
    row: int
    columns: dict[float, str]


def of_pollster(reference: Mapping[str, pd.DataFrame], pollster: str | None) -> dict[str, pd.DataFrame]:
    """The series of one pollster; none for a pollster that is not named."""
    return {name: table for name, table in reference.items() if series_pollster(name, table) == pollster}


def series_pollster(name: str, table: pd.DataFrame) -> str | None:
    """Whose series it is; null where neither its column nor its name says."""
    told = (
        str(table["pollster"].iloc[0]) if "pollster" in table.columns and len(table) else name.replace("_", " ").upper()
    )
    named = pollster_in(told)
    return named


def match(figures: pd.DataFrame, reference: Mapping[str, pd.DataFrame]) -> Wave | None:
    """The only wave of the series that has two or more reported shares, each in a column of its own; null otherwise."""
    wanted = [float(value) for value in figures["percent"].dropna()]
    found = [
        Wave(name, table, row, columns)
        for name, table in reference.items()
        for row in range(len(table))
        if len(set((columns := columns_of(table.iloc[row], wanted)).values())) == len(set(wanted)) >= 2
    ]
    return found[0] if len(found) == 1 else None


def columns_of(wave: pd.Series, wanted: list[float]) -> dict[float, str]:
    """The column that holds each wanted share, to a whole per cent."""
    columns = [name for name in wave.index if str(name).endswith("_pct") and pd.notna(wave[name])]
    return {share: name for share in wanted for name in columns if round(float(wave[name])) == round(share)}


def known(shares: pd.DataFrame, found: Wave | None, reference: Mapping[str, pd.DataFrame]) -> Row:
    """Whether a reference series has the figures."""
    if not reference:
        return check("reference", OPEN, "the story brings no reference series", shares)
    if found is None:
        return check(
            "reference",
            OPEN,
            f"no single wave of {', '.join(reference)} by this pollster has two or more of these shares",
            shares,
        )
    wave = found.table.iloc[found.row]
    named = ", ".join(f"{plain(share)} is {column}" for share, column in found.columns.items())
    about = "; ".join(
        f"{name} {wave[name]}" for name in ("field_start", "field_end", "sample_size") if pd.notna(wave.get(name))
    )
    return check("reference", HOLDS, f"{found.series}, row {found.row + 1}: {named} ({about})", shares)


def multiples(figures: pd.DataFrame, found: Wave | None) -> Iterator[Row]:
    """Whether each multiple is what the series shows since its first wave."""
    for number, figure in enumerate(tables.rows(figures[figures["kind"] == "multiple"])):
        before = figures[(figures["kind"] == "share") & (figures["start"] < figure.start)].tail(1)
        own = figures[figures["start"] == figure.start]
        name = "multiple" if number == 0 else f"multiple {number + 1}"
        column = found.columns.get(float(before["percent"].iloc[0])) if found and len(before) else None
        if found is None or column is None:
            yield check(name, OPEN, f"factor {plain(figure.factor)}: no earlier figure to hold it against", own)
            continue
        series = found.table[column].iloc[: found.row + 1].dropna()
        first, last = float(series.iloc[0]), float(series.iloc[-1])
        verdict = HOLDS if round(last / first) == figure.factor else OPEN
        since = found.table.iloc[series.index[0]].get("field_start", f"row {series.index[0] + 1}")
        shown = f"{plain(first)} ({since}) to {plain(last)} is a factor of {last / first:.1f}"
        detail = f"{shown}; the report says {plain(figure.factor)}"
        yield check(name, verdict, detail, own)
