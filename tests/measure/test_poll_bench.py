"""On news articles of other people: no report is said not to hold, and the figures found stand where they say."""

import pytest
from conftest import articles_of
from labelled import needs, rows_of

from cuttings import extract, measure

QUOTES = "quotes/dev.jsonl.gz"
MOST_WRONG, LEAST_POLLS, LEAST_FIGURES = 0, 200, 800

pytestmark = needs(QUOTES)


@pytest.fixture(scope="module")
def news():
    return articles_of(*(row["text"] for row in rows_of(QUOTES)))


def test_no_report_of_real_polls_is_said_not_to_hold(news):
    """US news of 2015 and 2016, read one by one where a check said `does not hold`: none of them was wrong."""
    polls, figures = extract.polls(news), extract.poll_figures(news)
    checks = measure.poll_checks(polls, figures, extract.poll_details(news), news)
    counts = checks["verdict"].value_counts()
    print(f"\n{len(polls)} polls, {len(figures)} figures in {len(news)} articles; checks: {counts.to_dict()}")
    assert counts.get("does not hold", 0) <= MOST_WRONG
    assert len(polls) >= LEAST_POLLS
    assert len(figures) >= LEAST_FIGURES
