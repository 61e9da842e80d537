"""Topics: found again where they are there, refused where they are not, the same for the same seed."""

import random
from itertools import chain

import numpy as np
import pandas as pd
import pytest
from conftest import articles_of

from cuttings.measure import replication
from cuttings.measure.topic import STABLE, dealt_out, topic_shares, topics

THEMES = {
    "sea": [
        "harbour",
        "ship",
        "sailor",
        "wave",
        "anchor",
        "captain",
        "storm",
        "deck",
        "cargo",
        "tide",
        "port",
    ],
    "court": ["judge", "trial", "verdict", "lawyer", "witness", "appeal", "jury", "crime", "prison", "guilt"],
    "kitchen": ["oven", "bread", "butter", "recipe", "chef", "salt", "pepper", "flour", "onion", "garlic"],
}


def paragraph(words: list[str], chooser: random.Random) -> str:
    return f"The {' '.join(chooser.choices(words, k=64))} came again."


def story(themes: list[str], seed: int) -> str:
    chooser = random.Random(seed)
    return "\n\n".join(paragraph(THEMES[theme], chooser) for theme in themes)


@pytest.fixture(scope="module")
def themed() -> pd.DataFrame:
    """Three outlets: one writes of the sea, one of the court, one of both and of the kitchen."""
    plans = [
        *[("Gull", ["sea"] * 5)] * 6,
        *[("Gavel", ["court"] * 5)] * 6,
        *[("Mixed", ["kitchen", "kitchen", "sea"])] * 5,
    ]
    texts = [story(themes, seed) for seed, (_, themes) in enumerate(plans)]
    return articles_of(*texts).assign(outlet=[outlet for outlet, _ in plans])


@pytest.fixture(scope="module")
def found(themed: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    return topics(themed, k=3)


def theme_of(terms: str) -> str:
    named = {theme for theme, words in THEMES.items() if set(terms.split(", ")) <= set(words)}
    return named.pop() if len(named) == 1 else "mixed"


def test_topics_that_are_there_are_found_again_and_numbered_largest_first(found: tuple) -> None:
    table, _ = found
    assert table["terms"].map(theme_of).tolist() == ["sea", "court", "kitchen"]
    assert table["passages"].tolist() == [35, 30, 10]
    assert table["articles"].tolist() == [11, 6, 5]
    assert table["status"].tolist() == ["stable"] * 3
    assert (table["stability"] > table["chance"]).all()
    assert table["label"][0] == ", ".join(table["terms"][0].split(", ")[:3])


def test_every_passage_has_the_topic_of_its_words(found: tuple) -> None:
    table, passages = found
    themes = passages["topic"].map(table.set_index("topic")["terms"].map(theme_of))
    first_word = passages["text"].str.split().str[1]
    assert all(word in THEMES[theme] for word, theme in zip(first_word, themes, strict=True))
    assert passages["weight"].between(0, 1).all()


def test_the_number_of_topics_is_found(themed: pd.DataFrame) -> None:
    assert len(topics(themed)[0]) == 3


def test_words_dealt_out_at_random_give_no_topic_to_report() -> None:
    noise = [f"{first}{second}{third}" for first in "bdfgklmnprst" for second in "aeiou" for third in "lmnrst"]
    chooser = random.Random(1)
    texts = ["\n\n".join(paragraph(noise, chooser) for _ in range(4)) for _ in range(12)]
    assert set(topics(articles_of(*texts), k=3)[0]["status"]) == {"not stable, do not report"}


def test_the_five_seed_articles_give_no_topic_to_report(seed_texts: dict[str, str]) -> None:
    table, passages = topics(articles_of(*seed_texts.values()), k=4)
    assert set(table["status"]) == {"not stable, do not report"}
    assert table["stability"].max() < STABLE
    assert len(passages) == table["passages"].sum() == 50


def test_same_articles_and_seed_give_the_same_tables_in_any_order(themed: pd.DataFrame, found: tuple) -> None:
    for one, other in zip(topics(themed.iloc[::-1], k=3), found, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_shares_of_a_group_add_up_and_name_what_it_does_not_touch(themed: pd.DataFrame, found: tuple) -> None:
    table, passages = found
    shares = topic_shares(passages, themed).set_index(["group", "topic"])
    assert shares.loc[("Gull", 1), ["n", "of_n", "share", "status"]].tolist() == [30, 30, 1.0, "compared"]
    assert shares.loc[("Gavel", 1), ["n", "of_n"]].tolist() == [0, 30]
    assert shares.loc[("Mixed", 3), ["n", "of_n", "status"]].tolist() == [10, 15, "compared"]
    assert shares.groupby("group")["share"].sum().to_numpy() == pytest.approx(1)
    assert shares.groupby("topic")["n"].sum().tolist() == table["passages"].tolist()


def test_dealing_out_keeps_the_words_and_the_lengths() -> None:
    words = [["a", "b", "b"], ["c"], ["d", "e"]]
    dealt = dealt_out(words, seed=0)
    assert [len(passage) for passage in dealt] == [3, 1, 2]
    assert sorted(chain(*dealt)) == sorted(chain(*words))


def test_counterparts_are_matched_one_to_one() -> None:
    parts = np.eye(3)
    assert (replication.matched(parts, parts[[2, 0, 1]]) == parts).all()


@pytest.mark.parametrize("k", [1, -2])
def test_an_impossible_number_of_topics_is_refused(themed: pd.DataFrame, k: int) -> None:
    with pytest.raises(ValueError, match=f"k={k}: the number of topics is 0"):
        topics(themed, k=k)


@pytest.mark.parametrize(
    ("texts", "k", "sentence"),
    [
        ([story(["sea"] * 5, 1)], 3, "3 topics need 6 passages and 3 terms that passages share; there are"),
        (["Share\n"], 2, "2 topics need 4 passages and 2 terms that passages share; there are 0"),
    ],
)
def test_more_topics_than_the_passages_bear_are_one_sentence(texts: list[str], k: int, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        topics(articles_of(*texts), k=k)


@pytest.mark.parametrize("texts", [["Share\n"], [""], [story(["sea"] * 2, 1)]])
def test_too_few_passages_for_any_topic_give_no_rows(texts: list[str]) -> None:
    found, members = topics(articles_of(*texts))
    assert found.empty
    assert members.empty
    assert topic_shares(members, articles_of(*texts)).empty
