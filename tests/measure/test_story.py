"""Stories: articles on one event together whatever else is in the folder, and others apart."""

import random

import numpy as np
import pandas as pd
import pytest
from conftest import articles_of

from cuttings.measure import stories, story
from cuttings.measure.kinship import expected, halved, kin, pairs, tokens

EVENTS = {
    "ferry": "ferry harbour Lindholm captain rescue passengers fog collision pier coastguard 214 divers inquiry",
    "dam": "dam reservoir Karsten spillway engineers flood valley evacuation turbine 1,900 residents Molnar cracks",
    "vote": "ballot parliament Odessian coalition minister recount 51 mandate opposition Petrak speaker seats turnout",
}
COMMON = [f"{first}{second}{third}" for first in "bdfglmnprst" for second in "aeiou" for third in ("lan", "ret", "som")]


def report(event: str, seed: int, sentences: int = 14) -> str:
    """An article in which each sentence has three words of its event and five of any."""
    chooser, own = random.Random(seed), EVENTS[event].split()
    lines = [
        " ".join(["The", *chooser.sample(own, 3), "and", *chooser.sample(COMMON, 5)]) + "." for _ in range(sentences)
    ]
    return "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))


def folder(**counts: int) -> tuple[pd.DataFrame, list[str]]:
    """So many articles of each event, and the event of each."""
    plan = [(event, 10 * place + number) for place, event in enumerate(counts) for number in range(counts[event])]
    return articles_of(*(report(*one) for one in plan)), [event for event, _ in plan]


def found(articles: pd.DataFrame) -> list[list[str]]:
    """The articles of each story, the largest first."""
    members = stories(articles)[1]
    return members.groupby("story")["article_id"].apply(list).tolist()


def test_articles_on_one_event_are_one_story() -> None:
    articles, events = folder(ferry=5, dam=4, vote=2)
    table, members = stories(articles)
    assert table["articles"].tolist() == [5, 4, 2]
    assert members["story"].tolist() == [{"ferry": 1, "dam": 2, "vote": 3}[event] for event in events]
    assert (members["likeness"] >= story.HALF).all()
    assert set(table["label"][0].split(", ")) <= {word.lower() for word in EVENTS["ferry"].split()}


@pytest.mark.parametrize("event", EVENTS)
def test_a_folder_of_one_story_is_one_story(event: str) -> None:
    assert [len(members) for members in found(folder(**{event: 5})[0])] == [5]


def test_a_story_is_the_same_whatever_else_is_in_the_folder() -> None:
    alone = found(folder(ferry=5)[0])
    assert found(folder(ferry=5, dam=5, vote=5)[0])[0] == alone[0]


def test_articles_of_nothing_in_common_stand_alone() -> None:
    articles, _ = folder(ferry=1, dam=1, vote=1)
    table, members = stories(articles)
    assert table["articles"].tolist() == [1, 1, 1]
    assert set(members["basis"]) == {story.BASIS["alone"]}
    assert members["likeness"].isna().all()
    assert table["likeness"].isna().all()


def test_order_and_repetition_change_nothing() -> None:
    articles, _ = folder(ferry=4, dam=4)
    first = stories(articles)
    for one, other in zip(stories(articles.sample(frac=1, random_state=3)), first, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_facts_of_a_story_are_those_of_its_articles() -> None:
    articles, _ = folder(ferry=3)
    days = pd.Series(pd.to_datetime(["2025-03-01", "2025-03-02", None]), dtype="datetime64[s]")
    facts = articles.assign(outlet=["A", "A", None], headline=["a", "b", "c"], published_from=days, published_to=days)
    [row] = stories(facts)[0].to_dict("records")
    assert (row["articles"], row["outlets"]) == (3, 1)
    assert (row["first"], row["last"]) == (days[0], days[1])
    assert row["headline"] == facts.set_index("article_id").loc[row["example"], "headline"]


def test_copies_take_part_once_each_or_not_at_all() -> None:
    """Two prints of the first article on the ferry, and the one article on the vote printed twice."""
    once = folder(ferry=3, vote=1)[0]["text"].tolist()
    articles = articles_of(*once, once[0], once[0], once[3])
    table, members = stories(articles, copies="once")
    assert table[["articles", "copies"]].to_numpy().tolist() == [[5, 2], [2, 1]]
    assert members["story"].tolist() == [1, 1, 1, 2, 1, 1, 2]
    alone, together, copy = story.BASIS["copied"], story.BASIS["together"], story.BASIS["copy"]
    assert members["basis"].tolist() == [together, together, together, alone, copy, copy, copy]
    assert members["likeness"].notna().tolist() == [True] * 3 + [False] * 4
    assert table["likeness"].notna().tolist() == [True, False]
    each, of_each = stories(articles)
    assert each[["articles", "copies"]].to_numpy().tolist() == [[5, 2], [2, 1]]
    assert of_each["likeness"].notna().all()
    dropped, of_dropped = stories(articles, copies="drop")
    assert dropped[["articles", "copies"]].to_numpy().tolist() == [[2, 0]]
    assert of_dropped["article_id"].tolist() == ["000000000002", "000000000003"]


def test_copies_without_words_that_can_be_told_apart_have_no_story() -> None:
    members = stories(articles_of(report("dam", 1), CHINESE, CHINESE))[1]
    assert members["story"].isna().tolist() == [False, True, True]


CHINESE = "外交部发言人星期一表示有关各方应当保持克制。" * 20


@pytest.mark.parametrize(
    ("texts", "sizes"),
    [
        ([], []),
        ([""], [0]),
        (["", "Share\n"], [0, 0]),
        ([CHINESE] * 3, [0, 0, 0]),
        (["word " * 300] * 3, [3, 3, 3]),
        ([report("dam", 1)], [1]),
        ([report("dam", 1)] * 4, [4, 4, 4, 4]),
        (["The dam broke on Monday, said the engineers of the valley."] * 2, [2, 2]),
    ],
)
def test_poor_folders_give_no_number_that_means_nothing(texts: list[str], sizes: list[int]) -> None:
    articles = articles_of(*texts) if texts else articles_of("x").iloc[:0]
    table, members = stories(articles)
    assert members["size"].tolist() == sizes
    assert members["story"].isna().tolist() == [size == 0 for size in sizes]
    assert len(table) == members["story"].nunique()
    assert set(members.loc[members["size"] == 0, "basis"]) <= {story.BASIS["empty"]}


def test_numbers_count_and_stop_words_do_not() -> None:
    assert list(tokens("The flood hit 1,900 homes and it was bad for all of them in the valley.\n")) == [
        "flood",
        "hit",
        "#1,900",
        "homes",
        "bad",
        "valley",
    ]


def test_halves_are_alternate_runs_with_their_pairs() -> None:
    left, right = halved([str(number) for number in range(43)])
    assert left[:20] == [str(number) for number in range(20)]
    assert left[20] == "0 1"
    assert left[-5:] == ["40", "41", "42", "40 41", "41 42"]
    assert "19 20" not in left + right
    assert right[19] == "39"
    assert halved(["a", "b", "c"]) == (["a", "b", "a b"], ["c"])
    assert halved([]) == ([], [])


def test_longer_articles_are_expected_to_have_more_in_common_with_themselves() -> None:
    own, lengths = np.array([0.1, 0.2, 0.3]), np.array([10, 100, 1000])
    assert expected(own, lengths) == pytest.approx(own)
    assert expected(own[::-1], lengths) == pytest.approx([0.2] * 3)
    assert expected(np.zeros(3), lengths).tolist() == [1, 1, 1]
    assert expected(np.array([0.0, 0.0, 0.3]), lengths).min() == pytest.approx(0.25 * 0.1)


def test_kinship_of_one_event_is_near_one_and_that_of_two_is_low() -> None:
    articles, events = folder(ferry=6, dam=6)
    kinship = pairs(kin(articles).vectors, 0).toarray()
    same = np.array(events)[:, None] == np.array(events)
    np.fill_diagonal(kinship, np.nan)
    assert 0.8 < np.nanmean(kinship[same]) < 1.2
    assert np.nanmean(kinship[~same]) < story.HALF


def test_blocks_and_the_limit_of_memory_change_no_story(monkeypatch: pytest.MonkeyPatch) -> None:
    articles, _ = folder(ferry=7, dam=6)
    whole = found(articles)
    monkeypatch.setattr("cuttings.measure.kinship.CELLS", 40)
    assert found(articles) == whole
    monkeypatch.setattr(story, "FULL", 6)
    assert sorted(member for members in found(articles) for member in members) == sorted(articles["article_id"])
