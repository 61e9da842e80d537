"""Trace: addresses lead to words and back."""

import pytest
from conftest import articles_of

from cuttings import trace
from cuttings.errors import InputError
from cuttings.extract.time.date import dates

TEXT = "The mayor resigned on 3 May 2019 after the vote, the clerk of the old council said on Tuesday."


@pytest.fixture
def articles():
    return articles_of(TEXT)


def test_an_address_leads_back_to_the_words(articles):
    table = dates(articles)
    at = trace.address(table)
    assert at[0] == "000000000001#char=22,32"
    assert [trace.words(one, articles) for one in at] == table["text"].tolist() == ["3 May 2019", "Tuesday"]


@pytest.mark.parametrize(
    ("at", "message"),
    [
        ("here", "'here' is no address; one looks like"),
        ("0000000000ff#char=0,3", "no article 0000000000ff among these 1"),
        ("000000000001#char=0,999", "leads out of the article, which has 94 characters"),
    ],
)
def test_addresses_that_lead_nowhere(articles, at, message):
    with pytest.raises(InputError, match=message):
        trace.words(at, articles)


def test_kwic_shows_each_row_in_its_context(articles):
    lines = trace.kwic(dates(articles), articles, width=12)
    assert lines.loc[0, ["left", "words", "right"]].tolist() == ["resigned on", "3 May 2019", "after the v"]
    assert lines.loc[0, "file"] == "1.txt"


def test_a_record_that_is_not_the_first_of_its_file_is_named():
    articles = articles_of("One.", "Two.", "Three.").assign(file="export.jsonl", record=["1", "2", "abc"])
    assert trace.places(articles).tolist() == ["export.jsonl", "export.jsonl#2", "export.jsonl#abc"]


def test_find_takes_whole_words_in_any_spelling_of_quotes():
    articles = articles_of("Kiev’s mayor, not Kievan: KIEV'S.")
    assert trace.find("kiev's", articles)["text"].tolist() == ["Kiev’s", "KIEV'S"]


def test_find_begins_at_words_alone_also_where_the_term_overlaps_itself():
    assert trace.find("ha ha", articles_of("aha ha ha, ha ha"))["start"].tolist() == [4, 11]


def test_find_needs_a_word(articles):
    with pytest.raises(InputError, match="holds no word"):
        trace.find("...", articles)
