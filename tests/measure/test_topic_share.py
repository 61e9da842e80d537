"""Shares of topics: intervals over articles, and none where there are too few."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import tables
from cuttings.measure import topic_shares
from cuttings.measure.survey import bounds, estimate


def members(plan: dict[str, list[int]]) -> pd.DataFrame:
    """Passages of those topics in each article."""
    rows = [
        {"article_id": key, "start": place, "end": place, "topic": topic, "likeness": 1, "lead": 1, "x": 0, "y": 0}
        for key, topics in plan.items()
        for place, topic in enumerate(topics)
    ]
    return tables.build("article_topics", rows)


def articles(count: int) -> pd.DataFrame:
    return articles_of(*["x"] * count).assign(outlet="A")


def plan(*topics: list[int]) -> dict[str, list[int]]:
    return {f"{number:012x}": listed for number, listed in enumerate(topics, 1)}


def test_the_interval_is_over_articles_and_not_over_passages() -> None:
    mixed = topic_shares(members(plan(*[[1, 2]] * 10)), articles(10)).set_index("topic")
    apart = topic_shares(members(plan(*[[1, 1]] * 5, *[[2, 2]] * 5)), articles(10)).set_index("topic")
    for table in (mixed, apart):
        assert table.loc[1, "low"] < 0.5 < table.loc[1, "high"]
    assert mixed.loc[1, "high"] - mixed.loc[1, "low"] < apart.loc[1, "high"] - apart.loc[1, "low"]
    assert apart.loc[1, ["n", "of_n", "articles", "of_articles"]].tolist() == [10, 20, 5, 10]


def test_a_topic_that_no_article_touches_has_the_bound_of_so_many_articles() -> None:
    found = pd.concat([members(plan(*[[1]] * 6)), members({"f" * 12: [2]})])
    listed = pd.concat([articles(6), articles_of("x").assign(article_id="f" * 12, outlet="B")])
    shares = topic_shares(found, listed).set_index(["group", "topic"])
    assert shares.loc[("A", 2), ["n", "low"]].tolist() == [0, 0]
    assert 0.4 < shares.loc[("A", 2), "high"] < 0.7
    assert shares.loc[("A", 1), "low"] == pytest.approx(1 - shares.loc[("A", 2), "high"])
    assert shares.loc[("A", 1), "high"] == 1


def test_below_five_articles_a_share_is_descriptive_and_has_no_interval() -> None:
    shares = topic_shares(members(plan(*[[1, 2]] * 4)), articles(4))
    assert set(shares["status"]) == {"descriptive"}
    assert shares[["low", "high"]].isna().to_numpy().all()


def test_articles_without_a_passage_do_not_count_as_articles() -> None:
    shares = topic_shares(members(plan(*[[1]] * 4)), articles(9))
    assert set(shares["of_articles"]) == {4}
    assert set(shares["status"]) == {"descriptive"}


def test_the_interval_is_that_of_shares_of_frames() -> None:
    found = members(plan(*[[1, 2], [1], [2, 2], [1, 1, 2], [2], [1]]))
    row = topic_shares(found, articles(6)).set_index("topic").loc[1]
    of = estimate((found["topic"] == 1).to_numpy(float), found["article_id"].to_numpy())
    assert (row["share"], row["low"], row["high"]) == pytest.approx((of.share, *bounds(of, 6)))


def test_the_order_of_rows_changes_nothing() -> None:
    found = members(plan(*[[1, 2], [1], [2, 2], [1, 1, 2], [2], [1]]))
    pd.testing.assert_frame_equal(topic_shares(found, articles(6)), topic_shares(found.iloc[::-1], articles(6)))
