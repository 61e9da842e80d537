"""Shares of polls over outlets: what is one poll, and what only has a number in common with another."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import extract, measure

BRIDGE = "A Gallup poll of 1,015 adults found that 44% of Danes back the bridge and 52% oppose it."
AGAIN = "Gallup asked the Danes: 52% are against the bridge, 44% are for it, a new survey showed."
FERRY = "A Gallup poll of 900 Swedes found that 44% trust the ferry company and 52% sleep badly on board."
NAMELESS = "A poll found that 44% of Danes back the bridge and 52% oppose it."


def shares(*texts: str, **columns: list) -> pd.DataFrame:
    articles = articles_of(*texts).assign(**columns)
    return measure.poll_shares(extract.polls(articles), extract.poll_figures(articles), articles)


def test_the_shares_of_one_poll_stand_once_with_the_words_of_each_outlet():
    found = shares(BRIDGE, AGAIN)
    assert found["share"].tolist() == [1, 1, 2, 2]
    assert found["percent"].tolist() == [44, 44, 52, 52]
    assert found["outlet"].str[-5:].tolist() == ["1.txt", "2.txt"] * 2
    assert found[["outlets", "of_outlets"]].drop_duplicates().to_numpy().tolist() == [[2, 2]]
    assert found["options"].nunique() > 1


@pytest.mark.parametrize("other", [FERRY, NAMELESS])
def test_numbers_alone_do_not_make_two_polls_one(other):
    found = shares(BRIDGE, other)
    assert found["outlets"].tolist() == found["of_outlets"].tolist() == [1] * 4


def test_reports_known_to_lie_months_apart_are_of_two_polls():
    days = {"published_from": pd.to_datetime(["2024-01-10", "2024-06-10"]).astype("datetime64[s]")}
    near = {"published_from": pd.to_datetime(["2024-06-01", "2024-06-10"]).astype("datetime64[s]")}
    assert shares(BRIDGE, AGAIN, **days, published_to=days["published_from"])["outlets"].max() == 1
    assert shares(BRIDGE, AGAIN, **near, published_to=near["published_from"])["outlets"].max() == 2


def test_many_shares_have_some_in_common_by_chance():
    parties = ("Reds", "Blues", "Greens", "Whites", "Greys", "Golds", "Pinks", "Blacks", "Browns", "Limes")
    one = ", ".join(f"{20 + 3 * place}% of the {name}" for place, name in enumerate(parties))
    other = ", ".join(f"{23 + 5 * place}% of {name} voters" for place, name in enumerate(("North", "South", "East")))
    found = shares(
        f"A Gallup poll found that {one} like the bridge.", f"A Gallup poll showed that {other} want a tunnel."
    )
    assert found["outlets"].max() == 1


def test_a_number_for_two_answers_is_two_shares():
    found = shares("A Gallup poll found that 44% of Danes back the bridge, and 44% want a ferry.")
    assert found["percent"].tolist() == [44, 44]
    assert found["share"].tolist() == [1, 2]


def test_a_folder_without_a_poll_has_no_shares():
    assert shares("There was no poll.").empty
