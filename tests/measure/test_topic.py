"""Topics: found again where they are there, refused where they are not, the same for the same seed."""

import random
import sys
from importlib.util import find_spec
from itertools import chain

import numpy as np
import pandas as pd
import pytest
from conftest import articles_of

from cuttings.measure import embedding, topic_examples, topic_methods, topic_shares, topics
from cuttings.measure.bag import bags, corpus_of, dealt_out, shared_terms
from cuttings.measure.cluster import METHODS
from cuttings.measure.topic_row import STABLE

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
def found(themed: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    return topics(themed, k=3)


def theme_of(terms: str) -> str:
    named = {theme for theme, words in THEMES.items() if set(terms.split(", ")) <= set(words)}
    return named.pop() if len(named) == 1 else "mixed"


def test_topics_that_are_there_are_found_again_and_numbered_largest_first(found: tuple) -> None:
    table, *_ = found
    assert table["terms"].map(theme_of).tolist() == ["sea", "court", "kitchen"]
    assert table["n"].tolist() == [35, 30, 10]
    assert set(table["of_n"]) == {75}
    assert table["articles"].tolist() == [11, 6, 5]
    assert table["status"].tolist() == ["stable"] * 3
    assert (table["stability"] > table["chance"]).all()
    assert table["label"][0] == ", ".join(table["terms"][0].split(", ")[:3])
    assert (table["exclusivity"] > 0.9).all()


def test_every_passage_has_the_topic_of_its_words(found: tuple) -> None:
    table, passages, _ = found
    themes = passages["topic"].map(table.set_index("topic")["terms"].map(theme_of))
    first_word = passages["text"].str.split().str[1]
    assert all(word in THEMES[theme] for word, theme in zip(first_word, themes, strict=True))
    assert passages["likeness"].between(0, 1).all()
    assert (passages["lead"] > 0).all()


def test_the_number_of_topics_is_found(themed: pd.DataFrame) -> None:
    table, _, numbers = topics(themed)
    assert len(table) == 3
    assert numbers["k"].tolist() == [2, 3, 4, 5, 6, 7]
    assert numbers.loc[numbers["chosen"], "k"].tolist() == [3]
    assert (numbers.set_index("k").loc[3, ["agreement", "likeness"]] > STABLE).all()


def test_words_dealt_out_at_random_give_no_topic_to_report() -> None:
    noise = [f"{first}{second}{third}" for first in "bdfgklmnprst" for second in "aeiou" for third in "lmnrst"]
    chooser = random.Random(1)
    texts = ["\n\n".join(paragraph(noise, chooser) for _ in range(4)) for _ in range(12)]
    assert set(topics(articles_of(*texts), k=3)[0]["status"]) == {"not stable, do not report"}


def test_the_five_seed_articles_give_no_topic_to_report(seed_texts: dict[str, str]) -> None:
    table, passages, _ = topics(articles_of(*seed_texts.values()), k=4)
    assert set(table["status"]) == {"not stable, do not report"}
    assert table["stability"].max() < STABLE
    assert len(passages) == table["n"].sum() == 50


def test_same_articles_and_seed_give_the_same_tables_in_any_order(themed: pd.DataFrame, found: tuple) -> None:
    for one, other in zip(topics(themed.iloc[::-1], k=3), found, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_shares_of_a_group_add_up_and_name_what_it_does_not_touch(themed: pd.DataFrame, found: tuple) -> None:
    table, passages, _ = found
    shares = topic_shares(passages, themed).set_index(["group", "topic"])
    assert shares.loc[("Gull", 1), ["n", "of_n", "share", "status"]].tolist() == [30, 30, 1.0, "compared"]
    assert shares.loc[("Gavel", 1), ["n", "of_n"]].tolist() == [0, 30]
    assert shares.loc[("Mixed", 3), ["n", "of_n", "status"]].tolist() == [10, 15, "compared"]
    assert shares.groupby("group")["share"].sum().to_numpy() == pytest.approx(1)
    assert shares.groupby("topic")["n"].sum().tolist() == table["n"].tolist()


def test_dealing_out_keeps_the_terms_and_the_lengths() -> None:
    words = [["ant", "bee", "bee"], ["cow"], ["dog", "ant"]]
    corpus = corpus_of(words, np.arange(3), ["ant", "bee", "cow", "dog"])
    dealt = dealt_out(corpus, seed=0)
    assert [len(unit) for unit in dealt] == [3, 1, 2]
    assert sorted(chain(*dealt)) == sorted(chain(*words))


@pytest.mark.parametrize("method", METHODS)
def test_every_method_finds_what_is_there_and_the_same_in_any_order(themed: pd.DataFrame, method: str) -> None:
    some = themed.iloc[::3]
    table, members, _ = topics(some, k=3, method=method)
    assert {"sea", "court"} <= set(table["terms"].map(theme_of))
    again = topics(some.iloc[::-1], k=3, method=method)[1]
    pd.testing.assert_frame_equal(members, again)


def test_articles_as_units_reach_from_their_first_word_to_their_last(themed: pd.DataFrame) -> None:
    table, members, _ = topics(themed, k=2, unit="articles")
    assert members["article_id"].tolist() == sorted(themed["article_id"])
    assert table["n"].tolist() == table["articles"].tolist() == [11, 6]
    text = dict(zip(themed["article_id"], themed["text"], strict=True))
    assert all(row.text == text[row.article_id] for row in members.itertuples())


def test_copies_take_no_part_but_get_the_topic_of_their_first(themed: pd.DataFrame) -> None:
    copied = pd.concat([themed, themed.iloc[[0]].assign(article_id="f" * 12)], ignore_index=True)
    once, each, drop = (topics(copied, k=3, copies=policy)[1] for policy in ("once", "each", "drop"))
    assert len(once) == len(each) == 80
    assert len(drop) == 70
    of = once.groupby("article_id")["topic"].first()
    assert of["f" * 12] == of[themed["article_id"].iloc[0]]
    alone = topics(themed, k=3)[0]
    assert topics(copied, k=3)[0]["stability"].tolist() == alone["stability"].tolist()


def test_days_are_those_of_the_articles(themed: pd.DataFrame) -> None:
    day = pd.Timestamp("2025-03-04")
    known = themed["outlet"] != "Gavel"
    dated = themed.assign(
        published_from=pd.Series(day, themed.index, dtype="datetime64[s]").where(known),
        published_to=pd.Series(day + pd.Timedelta(days=1), themed.index, dtype="datetime64[s]").where(known),
    )
    table = topics(dated, k=3, copies="each")[0].set_index("topic")
    assert table["first"].isna().tolist() == [False, True, False]
    assert table.loc[1, "last"] == day + pd.Timedelta(days=1)


def test_examples_are_from_different_articles_first(found: tuple) -> None:
    examples = topic_examples(found[1])
    assert examples["rank"].tolist() == [1, 2, 3] * 3
    assert examples.groupby("topic")["article_id"].nunique().tolist() == [3, 3, 3]
    assert (examples.groupby("topic")["likeness"].diff().dropna() <= 0).all()
    one = found[1][found[1]["article_id"] == found[1]["article_id"].iloc[0]]
    assert len(topic_examples(one)) == 3


def test_methods_that_find_the_same_agree(themed: pd.DataFrame) -> None:
    rows = topic_methods(themed).set_index("method")
    assert rows.loc["kmeans", ["k", "agreement", "stable"]].tolist() == [3, 1, 3]
    assert rows.loc["nmf", "k"] == 3
    assert rows.loc["nmf", "agreement"] > 0.9
    assert topic_methods(themed, k=2, methods=["nmf"])["k"].tolist() == [2]
    nothing = topic_methods(articles_of("Share\n"))
    assert nothing["agreement"].isna().all()
    assert nothing["n"].tolist() == [0, 0, 0]


@pytest.mark.skipif(find_spec("wordllama") is None, reason="wordllama is an extra: pip install -e .[embeddings]")
def test_word_vectors_find_what_is_there(themed: pd.DataFrame) -> None:
    table, members, _ = topics(themed, k=3, vectors="wordllama")
    assert table["terms"].map(theme_of).tolist() == ["sea", "court", "kitchen"]
    assert set(table["status"]) == {"stable"}
    pd.testing.assert_frame_equal(topics(themed.iloc[::-1], k=3, vectors="wordllama")[1], members)


def test_a_missing_extra_is_one_sentence(themed: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wordllama", None)
    embedding.model.cache_clear()
    with pytest.raises(ValueError, match="vectors='wordllama' needs the package wordllama: pip install"):
        topics(themed, vectors="wordllama")


def test_terms_too_rare_or_too_common_tell_nothing_apart() -> None:
    words = [["all", "half", "pair"], ["all", "half", "pair"], ["all", "lone"], ["all", "half"], ["all"], ["all"]]
    assert shared_terms(words) == {"half", "pair"}


def test_single_letters_are_no_terms() -> None:
    _, words = bags(
        articles_of("Mr J Smith met Mr K Jones at the harbour for a long talk about the ships."), "articles"
    )
    assert not {"j", "k"} & set(words[0])
    assert "harbour" in words[0]


@pytest.mark.parametrize("k", [1, -2])
def test_an_impossible_number_of_topics_is_refused(themed: pd.DataFrame, k: int) -> None:
    with pytest.raises(ValueError, match=f"k={k}: the number of topics is 0"):
        topics(themed, k=k)


@pytest.mark.parametrize(
    ("texts", "k", "sentence"),
    [
        ([story(["sea"] * 5, 1)], 3, "3 topics need 6 passages and 3 terms that they share; there are"),
        (["Share\n"], 2, "2 topics need 4 passages and 2 terms that they share; there are 0"),
    ],
)
def test_more_topics_than_the_passages_bear_are_one_sentence(texts: list[str], k: int, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        topics(articles_of(*texts), k=k)


CHINESE = "外交部发言人星期一表示有关各方应当保持克制。" * 20


@pytest.mark.parametrize(
    "texts",
    [["Share\n"], [""], [], [story(["sea"] * 2, 1)], [story(["sea"] * 5, 1)] * 6, ["word " * 400] * 6, [CHINESE] * 6],
)
def test_too_few_units_for_any_topic_give_no_rows(texts: list[str]) -> None:
    articles = articles_of(*texts) if texts else articles_of("x").iloc[:0]
    for unit in ("passages", "articles"):
        found, members, numbers = topics(articles, unit=unit)
        assert found.empty
        assert members.empty
        assert numbers.empty
        assert topic_shares(members, articles).empty
        assert topic_examples(members).empty


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"unit": "words"}, "unit='words': topics are made of passages or articles"),
        ({"method": "magic"}, "method='magic': topics are made by kmeans, nmf, hdbscan, lda"),
        ({"copies": "twice"}, "copies='twice'"),
        ({"vectors": "bert"}, "vectors='bert': vectors are of words or wordllama"),
        ({"vectors": "wordllama", "method": "nmf"}, "method='nmf' counts words: vectors='wordllama' go with"),
        ({"k": 9, "unit": "articles"}, "9 topics need 18 articles and 9 terms that they share; there are 17 articles"),
    ],
)
def test_a_wrong_call_is_one_sentence(themed: pd.DataFrame, arguments: dict, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        topics(themed, **arguments)
