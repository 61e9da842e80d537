"""Copies: what hangs together, which one counts, and what is no copy."""

import numpy as np
import pandas as pd
import pytest
from conftest import articles_of

from cuttings.measure import copy
from cuttings.measure.copy import copies, settled

LEAD = (
    "The council voted on Tuesday to close the old bridge over the Arn for two years, after engineers found cracks in "
    "three of its piers. "
)
MORE = (
    "Traffic will be led across the ring road, the mayor said, and a ferry will carry people on foot from May until "
    "the autumn of next year. "
)
OTHER = (
    "A storm brought down hundreds of trees along the coast on Sunday night and left nine villages without power, the "
    "fire brigade of the district reported in the morning. "
)
LOCAL = "Shopkeepers in the lower town fear for their trade, and some of them want to go to court over the plan. "


def dated(*texts: str) -> pd.DataFrame:
    """Articles of two days, the later one first."""
    table = articles_of(*texts)
    days = pd.to_datetime([f"2025-03-{30 - number:02d}" for number in range(len(texts))])
    return table.assign(published_from=days, published_to=days)


def kinds(table: pd.DataFrame) -> dict[str, str]:
    found = copies(table)
    return {str(int(key, 16)): kind for key, kind in zip(found["article_id"], found["kind"], strict=True)}


def test_the_same_words_are_identical_whatever_stands_around_them():
    assert kinds(articles_of(LEAD + MORE, OTHER + LOCAL, f"Home\nNews\n\n{LEAD + MORE}")) == {
        "1": "first",
        "3": "identical",
    }


def test_an_agency_text_with_a_paragraph_cut_and_one_added_is_a_part():
    assert kinds(articles_of(LEAD + MORE, f"{LEAD}\n\n{LOCAL * 1}", OTHER)) == {"1": "first", "2": "part"}


def test_a_common_sentence_in_two_long_reports_is_no_copy():
    assert copies(articles_of(LEAD + LOCAL + OTHER, MORE + OTHER[:60] + LOCAL[:40])).empty


def test_the_earliest_is_the_first():
    found = copies(dated(LEAD + MORE, LEAD + MORE + "It was late. ", OTHER))
    assert found.set_index("article_id")["first"].to_dict() == {"000000000001": False, "000000000002": True}


def test_where_no_day_is_settled_the_longest_is_the_first():
    found = copies(articles_of(LEAD, LEAD + MORE, OTHER))
    assert found.loc[found["first"], "article_id"].tolist() == ["000000000002"]


def test_two_groups_are_two():
    found = copies(articles_of(LEAD + MORE, OTHER + LOCAL, LEAD + MORE, OTHER + LOCAL))
    assert found.groupby("copy_group")["article_id"].apply(list).tolist() == [
        ["000000000001", "000000000003"],
        ["000000000002", "000000000004"],
    ]


@pytest.mark.parametrize(("policy", "kept"), [("each", "123"), ("once", "12"), ("drop", "2")])
def test_a_policy_says_which_articles_count(policy: str, kept: str):
    left = settled(articles_of(LEAD + MORE, OTHER + LOCAL, LEAD + MORE), policy)
    assert "".join(key[-1] for key in left["article_id"]) == kept


def test_articles_are_read_for_copies_once(monkeypatch):
    articles, read = articles_of(LEAD + MORE, OTHER + LOCAL), []
    monkeypatch.setattr(copy, "shingles", lambda text: read.append(text) or copy.number_of(text) * np.ones(1, "u8"))
    for policy in ("once", "drop", "each", "once"):
        settled(articles.assign(outlet=policy), policy)
    assert len(read) == 2
    later = articles.assign(published_from=pd.Timestamp("2025-03-01"), published_to=pd.Timestamp("2025-03-01"))
    settled(later, "once")
    assert len(read) == 4


def test_a_table_of_copies_is_the_callers_own():
    articles = articles_of(LEAD + MORE, LEAD + MORE)
    own = copies(articles)
    own["copy_group"] = 9
    assert copies(articles)["copy_group"].tolist() == [1, 1]


def test_an_unknown_policy_is_one_sentence():
    with pytest.raises(ValueError, match="copies='twice': copies are counted once, each, drop"):
        settled(articles_of(LEAD), "twice")


@pytest.mark.parametrize("texts", [("",), ("", ""), ("Yes.", "Yes."), (LEAD,)])
def test_too_few_words_or_articles_are_no_copies(texts: tuple[str, ...]):
    assert copies(articles_of(*texts)).empty


@pytest.mark.parametrize("ending", ["", " Written for paper {0} by reporter {0} at desk {0} on the day {0}."])
def test_very_many_copies_are_copies_like_few(ending):
    text = " ".join(f"The council of ward {number} met and voted on item {number} of its list." for number in range(20))
    found = copies(articles_of(*(text + ending.format(number) for number in range(copy.COMMON + 20))))
    assert len(found) == copy.COMMON + 20
    assert found["first"].sum() == 1
