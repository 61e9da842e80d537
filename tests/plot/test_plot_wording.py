"""Figures of wording: what they show, what they say they leave out, and text that must not act."""

import io
import string

import pandas as pd
import pytest
from conftest import articles_of
from matplotlib.figure import Figure

from cuttings import plot, tables
from cuttings.measure import keyness, labels
from cuttings.plot.name import short_names

HOSTILE = r"$\frac{1}{0}$ & <b>Times_{of}</b> everywhere \undefined"


def drawn(figure: Figure | None) -> tuple[Figure, list[str]]:
    """The figure, drawn, and all its visible texts."""
    assert figure is not None
    figure.savefig(io.BytesIO(), format="png")
    found = [text.get_text() for axes in figure.axes for text in axes.texts]
    ticks = [label.get_text() for axes in figure.axes for label in [*axes.get_xticklabels(), *axes.get_yticklabels()]]
    return figure, [
        *found,
        *ticks,
        *(axes.get_title(loc="left") for axes in figure.axes),
        figure.get_suptitle(),
    ]


def outlets(count: int) -> pd.DataFrame:
    """One article for each of several outlets, each with a word of its own."""
    own = [f"quay{letter}" for letter in string.ascii_lowercase[:count]]
    texts = [f"The {word} and the {word} and once more the {word} near Kyiv, and the war goes on." for word in own]
    return articles_of(*texts).assign(outlet=[f"Outlet {number}" for number in range(count)])


def test_keyness_names_the_leading_word_of_each_group_with_its_counts() -> None:
    figure, texts = drawn(plot.keyness(keyness(outlets(3))))
    assert {"quaya", "quayb", "quayc", "3 of 3"} <= set(texts)
    assert "Outlet 0: 1 article" in texts
    assert figure.get_label() == "keyness"


def test_keyness_shows_six_groups_and_says_what_it_leaves_out() -> None:
    figure, texts = drawn(plot.keyness(keyness(outlets(9))))
    assert len(figure.axes) == 6
    assert "left out: 3 groups" in " ".join(texts[-1].split())


def test_keyness_draws_no_more_than_top_words() -> None:
    figure, _ = drawn(plot.keyness(keyness(outlets(2), min_n=1), top=1))
    assert [len(axes.get_yticklabels()) for axes in figure.axes] == [1, 1]


def test_keyness_without_a_leading_word_draws_nothing() -> None:
    same = articles_of(*["The war goes on near Kyiv, as everybody there has known for long."] * 2)
    assert plot.keyness(keyness(same, min_n=1)) is None


def test_labels_write_n_of_n_in_the_cells_and_leave_a_cell_empty_where_nothing_is_named() -> None:
    texts = [
        "Kyiv and again Kyiv and Kiev, as all of them know.",
        "Kiev it is, as all of them know.",
        "Cats, as all know.",
    ]
    table = labels(articles_of(*texts).assign(outlet=["A", "B", "C"]))
    _, texts = drawn(plot.labels(table))
    assert [text for text in texts if " of " in text][:4] == ["1 of 3", "1 of 1", "2 of 3", "0 of 1"]
    assert "C" not in texts


def test_labels_say_which_referents_are_left_out() -> None:
    texts = ["Kyiv and Kiev and Odessa, as all of them know."] * 2
    figure, _ = drawn(plot.labels(labels(articles_of(*texts))))
    assert "left out: 1 referents of one form" in " ".join(figure.get_suptitle().split())


def test_labels_without_a_contrast_draw_nothing() -> None:
    assert plot.labels(labels(articles_of("Kyiv is named here, as all of them know."))) is None


def topic_tables(stable: bool) -> tuple[pd.DataFrame, pd.DataFrame]:
    status = "stable" if stable else "not stable, do not report"
    topic = {
        "label": "sea, ship, wave",
        "terms": "sea",
        "n": 3,
        "of_n": 8,
        "articles": 2,
    }
    common = {"topic": 1, "of_n": 4, "of_articles": 2, "status": "descriptive"}
    shares = [
        {**common, "group": "A", "n": 3, "articles": 2, "share": 0.75, "low": 0.5, "high": 0.9},
        {**common, "group": "B", "n": 0, "articles": 0, "share": 0.0},
    ]
    return tables.build("topic_shares", shares), tables.build("topics", [{"topic": 1, "status": status, **topic}])


def test_topics_write_share_and_n_in_the_cells() -> None:
    _, texts = drawn(plot.topics(*topic_tables(stable=True)))
    assert {"75%\n3 of 4\n(50% to 90%)", "0%\n0 of 4", "1 sea, ship, wave"} <= set(texts)
    assert "(all topics stable)" in texts[-1]


def test_a_topic_that_is_not_stable_says_so() -> None:
    _, texts = drawn(plot.topics(*topic_tables(stable=False)))
    assert "1 sea, ship, wave\nnot stable" in texts
    assert "(1 of 1 topics not stable)" in texts[-1]


def mapped(*states: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Topics of those states, each with three passages."""
    topics = [
        {"topic": number, "label": HOSTILE, "terms": "sea", "n": 3, "of_n": 3 * len(states), "status": status}
        for number, status in enumerate(states, 1)
    ]
    rows = [
        {
            "article_id": "a",
            "start": 10 * topic + place,
            "end": 10 * topic + place,
            "topic": topic,
            "x": place,
            "y": topic,
        }
        for topic in range(1, len(states) + 1)
        for place in range(3)
    ]
    filled = [dict.fromkeys(("articles",), 1) | topic for topic in topics]
    return tables.build("article_topics", rows), tables.build("topics", filled)


def test_a_map_shows_stable_topics_in_colours_of_their_own_and_the_others_in_grey() -> None:
    figure, texts = drawn(plot.topic_map(*mapped("stable", "not stable, do not report", "stable")))
    assert {"1", "3"} <= set(texts)
    assert "2" not in texts
    names = [text.get_text() for text in figure.legends[0].get_texts()]
    assert names[0] == "other topics, not stable or smaller (1)"
    assert len(names) == 3
    assert figure.get_label() == "topic_map"


def test_a_map_without_a_stable_topic_is_not_drawn() -> None:
    assert plot.topic_map(*mapped("not stable, do not report")) is None
    assert plot.topic_map(tables.build("article_topics", []), tables.build("topics", [])) is None


@pytest.mark.parametrize("name", [HOSTILE, "a\x1b[31mb\u202ec", "x" * 300])
def test_text_from_anywhere_is_drawn_as_text(name: str) -> None:
    articles = outlets(2).assign(outlet=[name, "B"])
    drawn(plot.keyness(keyness(articles)))
    two = articles_of("Kyiv and Kiev, as all of them know.", "Kiev, as all of them know.").assign(outlet=[name, "B"])
    drawn(plot.labels(labels(two)))
    shares, topics = topic_tables(stable=True)
    drawn(plot.topics(shares.replace({"A": name}), topics.assign(label=name)))


def test_short_names_stay_apart() -> None:
    names = [
        "outlet unknown: 001_2ceace7d45a6ac80.txt",
        "The Very Long Name of One Paper",
        "The Very Long Name of Two Papers",
    ]
    assert list(short_names(names, 20).values()) == [
        "unknown: 001_2ceace…",
        "The Very … One Paper",
        "The Very …Two Papers",
    ]
    alike = [f"same beginning {middle} the same end" for middle in ("of this one", "of that one")]
    short = short_names(alike, 16)
    assert len(set(short.values())) == 2
    assert max(map(len, short.values())) <= 16
