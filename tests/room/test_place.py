"""Places: where the rows of tables lead."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import trace
from cuttings.errors import InputError
from cuttings.extract.time.date import dates
from cuttings.room.place import Place, place

TEXT = "The mayor resigned on 3 May 2019 after the vote."
HERE = Place("000000000001", 22, 32)


@pytest.fixture
def articles():
    return articles_of(TEXT)


def test_rows_of_every_make_lead_to_their_words(articles):
    table = dates(articles)
    for row in (table.iloc[0], next(table.itertuples()), table.to_dict("records")[0], table):
        assert place(row, articles) == HERE


def test_a_line_of_a_concordance_leads_by_its_address(articles):
    assert place(trace.kwic(dates(articles), articles).iloc[0], articles) == HERE


def test_a_row_that_names_an_article_alone_leads_to_its_beginning(articles):
    assert place(articles.iloc[0], articles) == ("000000000001", 0, 0)
    unplaced = pd.Series({"article_id": "000000000001", "start": pd.NA, "end": pd.NA})
    assert place(unplaced, articles) == ("000000000001", 0, 0)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (pd.Series({"term": "peace", "z": 3.1}), "this one has term, z"),
        ({"article_id": None}, "a row leads to a place by its address"),
        ({"article_id": "0000000000ff"}, "no article 0000000000ff among these 1"),
        ({"article_id": "000000000001", "start": 4, "end": 400}, "leads out of the article, which has 48 characters"),
        (pd.DataFrame({"article_id": ["a", "b"]}), "a place is that of one row; this table has 2"),
        ("000000000001#char=0,3", "is no row of a table; an address is shown by show"),
        (7, "7 is no row of a table"),
    ],
)
def test_what_leads_nowhere_is_told(articles, row, message):
    with pytest.raises(InputError, match=message):
        place(row, articles)
