"""Topics and stories against labelled news; the floors may only be raised.

The labelled texts are third parties' and no part of this project. To run: set CUTTINGS_BENCH to the folder that holds
topics/ and labels/, then

    pytest tests/measure/test_topic_bench.py -p no:nbval -o addopts= -s
"""

from types import ModuleType

import pandas as pd
import pytest
from labelled import needs, rows_of, scorer_of

from cuttings.measure import stories, topics

SECTIONS, EVENTS = "topics/topics_bbc.dev.jsonl.gz", "topics/stories_ecbplus.dev.jsonl.gz"
FIVE, SCORER = "labels/newswcl50_articles.dev.jsonl.gz", "topics/score_clusters.py"

pytestmark = needs(SECTIONS, EVENTS, FIVE, SCORER)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return scorer_of(SCORER)


def labelled(name: str, field: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """The articles, and the label of each."""
    listed = list(rows_of(name))
    ids = [f"{number:012x}" for number in range(len(listed))]
    frame = pd.DataFrame({"article_id": ids, "text": [row["text"] for row in listed], "file": ids, "record": "1"})
    return frame.assign(outlet=None), {key: str(row[field]) for key, row in zip(ids, listed, strict=True)}


def scores(scorer: ModuleType, gold: dict[str, str], table: pd.DataFrame, column: str) -> dict[str, float]:
    """The scores of all labelled articles; one without a cluster is a cluster of its own."""
    found = table.dropna(subset=[column]).set_index("article_id")[column].to_dict()
    return scorer.scores(list(gold.values()), [str(found.get(key, key)) for key in gold])


@pytest.mark.parametrize(("k", "nmi", "ari"), [(5, 0.89, 0.91), (0, 0.89, 0.91)])
def test_sections_of_news(scorer: ModuleType, k: int, nmi: float, ari: float) -> None:
    articles, gold = labelled(SECTIONS, "label")
    table, members, _ = topics(articles, k=k, unit="articles")
    got = scores(scorer, gold, members, "topic")
    print(f"sections, k={k or 'chosen'}: NMI {got['nmi']:.3f}, ARI {got['ari']:.3f}, {len(table)} topics")
    assert got["nmi"] >= nmi
    assert got["ari"] >= ari
    if k:
        again = topics(articles.iloc[::-1], k=k, unit="articles")[1]
        pd.testing.assert_frame_equal(again, members)


def test_topics_of_many_small_events(scorer: ModuleType) -> None:
    articles, gold = labelled(EVENTS, "story")
    table, members, _ = topics(articles, unit="articles")
    got = scores(scorer, gold, members, "topic")
    print(f"events as topics: NMI {got['nmi']:.3f}, ARI {got['ari']:.3f}, {len(table)} topics of {got['k_gold']}")
    assert got["nmi"] >= 0.955


@pytest.mark.parametrize(("name", "field", "v", "ari"), [(EVENTS, "story", 0.96, 0.84), (FIVE, "event", 0.99, 0.99)])
def test_stories(scorer: ModuleType, name: str, field: str, v: float, ari: float) -> None:
    articles, gold = labelled(name, field)
    members = stories(articles)[1]
    got = scores(scorer, gold, members, "story")
    print(f"stories, {name}: V {got['v']:.3f}, ARI {got['ari']:.3f}, {got['k_pred']} of {got['k_gold']}")
    assert got["v"] >= v
    assert got["ari"] >= ari
    pd.testing.assert_frame_equal(stories(articles.iloc[::-1])[1], members)


def test_each_event_alone_is_one_story_but_for_single_articles() -> None:
    articles, gold = labelled(FIVE, "event")
    event = articles["article_id"].map(gold)
    sizes = [stories(rows)[0]["articles"].max() / len(rows) for _, rows in articles.groupby(event)]
    assert min(sizes) >= 0.8


def test_a_section_of_news_is_no_story() -> None:
    articles, _gold = labelled(SECTIONS, "label")
    table, _ = stories(articles)
    print(f"sections: {len(table)} stories of {len(articles)} articles, the largest of {table['articles'].max()}")
    assert table["articles"].max() <= 20
