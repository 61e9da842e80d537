"""Figures of polls: drawn, named, and null where nothing is to draw."""

import pytest
from conftest import articles_of

from cuttings import extract, measure, plot, read, tables


@pytest.fixture(scope="module")
def drawn():
    articles, _ = read.dump("ukraine-territory")
    polls, figures, details = (find(articles) for find in (extract.polls, extract.poll_figures, extract.poll_details))
    disclosure = measure.poll_disclosure(polls, details, articles)
    reference = read.reference("ukraine-territory")
    return {
        "poll_figures": plot.poll_figures(figures, polls, articles),
        "poll_series": plot.poll_series(figures, polls, reference),
        "poll_outlets": plot.poll_outlets(measure.poll_shares(polls, figures, articles)),
        "poll_disclosure": plot.poll_disclosure(disclosure, polls, articles),
    }


@pytest.mark.parametrize("name", ["poll_figures", "poll_series", "poll_outlets", "poll_disclosure"])
def test_each_figure_is_drawn_and_named_after_its_function(drawn, name):
    assert drawn[name].get_label() == name
    assert drawn[name].axes[0].get_title(loc="left")


def test_the_series_marks_the_shares_and_the_multiple_that_the_article_claims(drawn):
    texts = [text.get_text() for text in drawn["poll_series"].axes[0].texts]
    assert {"58% reported", "32% reported"} <= set(texts)
    assert "“threefold”: 10 to 32 is × 3.2" in texts


def test_the_grid_counts_what_is_given(drawn):
    assert "2 of 10 items given" in drawn["poll_disclosure"].axes[0].get_title(loc="left")


def test_without_a_poll_there_is_no_figure():
    articles = articles_of("There was no poll.")
    polls, figures = tables.build("polls", []), tables.build("poll_figures", [])
    assert plot.poll_figures(figures, polls, articles) is None
    assert plot.poll_outlets(measure.poll_shares(polls, figures, articles)) is None
    assert plot.poll_series(figures, polls, {}) is None
    assert plot.poll_disclosure(tables.build("poll_disclosure", []), polls, articles) is None


def test_figures_of_hostile_and_many_polls_are_drawn():
    texts = [
        f"A Gallup poll of {1_000 + place:,} adults found that {30 + place}% of Danes back $bridge_{place}$ <b>so</b>."
        for place in range(40)
    ]
    articles = articles_of(*texts)
    polls, figures, details = (find(articles) for find in (extract.polls, extract.poll_figures, extract.poll_details))
    assert "30 of 40 shares" in plot.poll_figures(figures, polls, articles).axes[0].get_title(loc="left")
    assert "8 of 40 shares, 8 of 40 outlets" in plot.poll_outlets(measure.poll_shares(polls, figures, articles)).axes[
        0
    ].get_title(loc="left")
    grid = plot.poll_disclosure(measure.poll_disclosure(polls, details, articles), polls, articles)
    assert "30 of 40 reports" in grid.axes[0].get_title(loc="left")
