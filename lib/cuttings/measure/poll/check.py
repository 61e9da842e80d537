"""Poll checks: what a fact-checker asks of a reported poll, each with its arithmetic."""

from collections.abc import Iterator, Mapping

import pandas as pd

from ... import tables
from ...extract.each import pages
from ...extract.paragraph import own_text
from . import change, difference, multiple, quantifier, reference, total
from .disclosure import ITEMS, cut_off, disclosed
from .margin import margin
from .outlet import comparisons
from .report import reports
from .verdict import HOLDS, INCOMPLETE, Case, Row, check


def poll_checks(
    polls: pd.DataFrame,
    poll_figures: pd.DataFrame,
    poll_details: pd.DataFrame,
    articles: pd.DataFrame,
    series: Mapping[str, pd.DataFrame] | None = None,
    copies: str = "once",
) -> pd.DataFrame:
    """One row per check of a reported poll.

    - options: whether the shares of one question add up to 100, and how much is not reported otherwise.
    - wording: whether `a majority`, `nearly a third` or `fewer than half` is what the number behind it says.
    - multiple in words, points, per cent or points: whether `doubled`, `up 5 points` and `up 5 per cent` are what the
      shares of the same sentence say.
    - change: whether the change from an earlier wave is more than sampling error. margin: whether the margin of error
      is one that the number of respondents can have. Both with the question's own number of respondents, and with both
      readings of a design effect, on the variance and on the error. No change holds whose words tell of the other
      direction: that cannot be checked.
    - disclosure: how many of the ten items of `poll_disclosure` the report gives.
    - reference, respondents, fieldwork, multiple: whether a known wave of a series (`read.reference`) of the same
      pollster has these figures, and what it says of them. A series is a table with one row per wave, its shares in
      columns that end in `_pct`; its pollster is the one that its column `pollster`, or else its file, names.
    - other reports: where another article reports the same poll, whether they agree. The same are reports with one
      pollster, not known to lie more than 31 days apart, that have the number of respondents and a share in common, or
      two shares with a word of their answers, or more shares than chance gives (p of at most 0.02) and a name.

    The verdict is holds, does not hold, incomplete (a reader needs what the report does not say) or cannot be checked.
    A report is said not to hold only where its own words or a series contradict it by more than rounding, another level
    of confidence, another design or another baseline explain: a figure that no known wave has is not called wrong.

    `copies`: see `copy.settled`; in `once`, a report that several copies print is checked once and does not bear itself
    out, but one whose numbers a copy changes is checked as well.
    """
    for name, frame in (("polls", polls), ("poll_figures", poll_figures), ("poll_details", poll_details)):
        tables.require(frame, name)
    tables.require(articles, "articles", "article_id", "text", "file", "record", "outlet")
    polls = reports(polls, poll_figures, articles, copies)
    rows: list[Row] = []
    for case in cases(polls, poll_figures, poll_details, articles):
        key = {"article_id": case.poll.article_id, "poll": case.poll.poll}
        rows += [key | row for row in of_case(case, series or {}) if row]
    for (article_id, poll), row in comparisons(polls, poll_figures, articles):
        rows.append({"article_id": article_id, "poll": poll, **row})
    return tables.build("poll_checks", rows)


def cases(
    polls: pd.DataFrame, poll_figures: pd.DataFrame, poll_details: pd.DataFrame, articles: pd.DataFrame
) -> Iterator[Case]:
    """Each poll with its figures, its details and the article that reports it, without the furniture of its page."""
    told = articles[articles["article_id"].isin(polls["article_id"])]
    texts, cut = {key: own_text(page) for key, page in pages(told)}, cut_off(polls, articles)
    figures = dict(iter(poll_figures.groupby(["article_id", "poll"])))
    details = dict(iter(poll_details.groupby(["article_id", "poll"])))
    for poll in tables.rows(polls):
        key = (poll.article_id, poll.poll)
        own = figures.get(key, poll_figures.head(0))
        yield Case(poll, own, details.get(key, poll_details.head(0)), texts[poll.article_id], poll.article_id in cut)


def of_case(case: Case, series: Mapping[str, pd.DataFrame]) -> Iterator[Row | None]:
    """The checks of one poll."""
    own = reference.of_pollster(series, case.poll.pollster)
    found = reference.match(case.figures, own)
    yield total.options(case)
    yield from quantifier.wordings(case)
    told = list(multiple.multiples(case))
    yield from told
    yield from difference.points(case)
    yield from difference.percents(case)
    yield from change.changes(case)
    yield margin(case)
    yield disclosure(case)
    yield reference.known(case, found, series)
    yield reference.size(case, found)
    yield reference.days(case, found)
    yield from (row for row in reference.multiples(case, found) if found or not told)


def disclosure(case: Case) -> Row:
    """How many of the ten items the report gives."""
    answers = disclosed(case.poll, case.details, case.cut)
    asked = [one for one in answers if one.answer != "not applicable"]
    missing = [ITEMS[one.item] for one in asked if one.answer != "given"]
    told = f"{len(asked) - len(missing)} of {len(asked)} given"
    verdict = INCOMPLETE if missing else HOLDS
    return check("disclosure", verdict, told + (f"; not found: {', '.join(missing)}" if missing else ""), case.details)
