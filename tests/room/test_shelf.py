"""The shelf: the list of articles and its filter."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.errors import InputError
from cuttings.room.shelf import Shelf

DAYS = [("2024-05-01", "2024-05-01"), ("2024-05-01", "2024-07-31"), ("2024-06-10", None), (None, None)]


@pytest.fixture
def shelf():
    articles = articles_of("One went out.", "Two stayed.", "Three\nslept.", "Four ate.").assign(
        outlet=["Daily", "Weekly", "Daily", None],
        headline=["First", None, None, None],
        published_from=pd.to_datetime([first for first, _ in DAYS]),
        published_to=pd.to_datetime([last for _, last in DAYS]),
    )
    spoken = pd.DataFrame(
        {
            "article_id": ["000000000001", "000000000001", "000000000003", "000000000002"],
            "speaker": ["Lee", "Lee", "Lee", None],
        }
    )
    return Shelf(articles, spoken)


def test_a_line_has_title_outlet_days_and_file(shelf):
    assert shelf.rows(range(4)) == [
        ["000000000001", "First", "Daily", "2024-05-01", "1.txt"],
        ["000000000002", "Two stayed.", "Weekly", "2024-05-01 to 2024-07-31", "2.txt"],
        ["000000000003", "Three slept.", "Daily", "from 2024-06-10", "3.txt"],
        ["000000000004", "Four ate.", "outlet unknown", "day unknown", "4.txt"],
    ]


def test_what_there_is_to_choose_from_says_how_many_articles(shelf):
    assert shelf.choices() == {
        "outlets": [["Daily", 2], ["Weekly", 1], ["outlet unknown", 1]],
        "speakers": [["Lee", 2]],
    }


@pytest.mark.parametrize(
    ("only", "left"),
    [
        ({}, [0, 1, 2, 3]),
        ({"outlet": "Daily"}, [0, 2]),
        ({"outlet": "outlet unknown"}, [3]),
        ({"speaker": "Lee"}, [0, 2]),
        ({"speaker": "Nobody"}, []),
        ({"speaker": "Lee", "first": "2024-06-01"}, [2]),
        ({"first": "2024-06-01"}, [1, 2]),
        ({"last": "2024-05-31"}, [0, 1]),
        ({"first": "2024-06-01", "last": "2024-06-05"}, [1]),
    ],
)
def test_a_filter_leaves_what_can_have_been_published_then(shelf, only, left):
    assert shelf.chosen(**only).tolist() == left


def test_articles_without_a_day_are_counted(shelf):
    assert shelf.undated == 1


def test_a_day_is_a_day(shelf):
    with pytest.raises(InputError, match="'May' is no day; one looks like 2025-03-17"):
        shelf.chosen(first="May")


def test_a_table_of_texts_alone_is_enough():
    shelf = Shelf(articles_of("Words of an article.").drop(columns="outlet"), None)
    assert shelf.rows([0]) == [["000000000001", "Words of an article.", "outlet unknown", "day unknown", "1.txt"]]
    assert shelf.choices()["speakers"] is None
