"""Groups: unknown outlets stay apart, unsettled dates belong nowhere."""

import pandas as pd
import pytest

from cuttings.errors import InputError
from cuttings.measure.group import groups, status

ROWS = [
    ("a", "1.txt", "The Herald", "2024-11-06", "2024-11-20"),
    ("b", "2.txt", None, "2024-11-21", "2025-01-20"),
    ("c", "3.txt", None, "2025-01-21", None),
    ("d", "4.txt", "The Herald", None, "2025-03-02"),
    ("e", "5.txt", "The Herald", "2025-02-01", "2025-02-28"),
]


@pytest.fixture
def articles():
    frame = pd.DataFrame(ROWS, columns=["article_id", "file", "outlet", "published_from", "published_to"])
    return frame.assign(
        published_from=pd.to_datetime(frame["published_from"]),
        published_to=pd.to_datetime(frame["published_to"]),
        outlet=frame["outlet"].astype("str"),
        record="1",
    )


def grouped(articles, by):
    return {key: None if pd.isna(value) else value for key, value in groups(articles, by).items()}


def test_two_unknown_outlets_are_not_one(articles):
    assert grouped(articles, "outlet") == {
        "a": "The Herald",
        "b": "outlet unknown: 2.txt",
        "c": "outlet unknown: 3.txt",
        "d": "The Herald",
        "e": "The Herald",
    }


def test_two_unknown_outlets_of_one_file_are_not_one(articles):
    same = articles.assign(file="export.jsonl", record=["1", "2", "7", "8", "9"])
    assert set(grouped(same, "outlet").values()) == {
        "The Herald",
        "outlet unknown: export.jsonl#2",
        "outlet unknown: export.jsonl#7",
    }


def test_a_month_only_where_it_is_settled(articles):
    assert grouped(articles, "month") == {"a": "2024-11", "b": None, "c": None, "d": None, "e": "2025-02"}


def test_a_day_divides_what_it_settles(articles):
    assert grouped(articles, "2025-01-21") == {
        "a": "before 2025-01-21",
        "b": "before 2025-01-21",
        "c": "from 2025-01-21",
        "d": None,
        "e": "from 2025-01-21",
    }


def test_the_period_takes_the_day_that_settles_most(articles):
    assert grouped(articles, "period") == grouped(articles, "2025-01-21")


def test_no_period_where_nothing_divides(articles):
    assert grouped(articles.head(1), "period") == {"a": None}


def test_any_column(articles):
    assert grouped(articles, "file")["a"] == "1.txt"


@pytest.mark.parametrize(
    ("by", "message"),
    [
        ("colour", "grouped by outlet, month, period, a day or one of file"),
        ("2025-02-30", "no day of the calendar"),
    ],
)
def test_what_is_no_grouping(articles, by, message):
    with pytest.raises(InputError, match=message):
        groups(articles, by)


def test_status_below_five_articles_is_descriptive():
    assert [status(number) for number in (1, 4, 5)] == ["descriptive", "descriptive", "compared"]
