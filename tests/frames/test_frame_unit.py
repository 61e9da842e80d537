"""Units: what can have a frame, each once, with its voice."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import InputError, extract, read, tables
from cuttings.frames import units

TEXT = (
    "Council sells the pier to a firm from abroad\n\n"
    "The council sold the pier on Monday. “It is not coming back,” Paula Reyes said. “We are sorry about that. "
    "All of us are.” The “harbour fund” is empty, and the council has no plan for the years ahead of it.\n\n"
    "Nobody in the town had been asked about the sale before it was made, and few of them had known of it at all.\n"
)


def test_sentences_are_those_of_the_article_with_their_voice():
    articles = articles_of(TEXT)
    table, sentences = units(articles), extract.sentences(articles)
    pd.testing.assert_frame_equal(table[sentences.columns], sentences[sentences.columns])
    assert table["voice"].tolist() == ["outlet", "outlet", "mixed", "quoted", "quoted", "outlet", "outlet"]


def test_the_headline_is_a_unit_beside_the_passages():
    table = units(articles_of(TEXT), "passage")
    assert table["role"].tolist() == ["headline", "body"]
    assert table["voice"].tolist() == ["outlet", "mixed"]


def test_an_article_is_one_unit_without_a_role():
    table = units(articles_of(TEXT, "Share\nTweet\n"), "article")
    assert table["role"].isna().tolist() == [True]
    assert table["text"].tolist() == [TEXT.strip()]


def test_quotations_given_are_those_that_count():
    articles = articles_of(TEXT)
    quotations = extract.quotations(articles)
    pd.testing.assert_frame_equal(units(articles, quotations=quotations), units(articles))
    assert (units(articles, quotations=quotations.head(0))["voice"] == "outlet").all()


def test_another_unit_is_refused():
    with pytest.raises(InputError, match="unit='word': a frame is given to a sentence, passage, article"):
        units(articles_of(TEXT), "word")


@pytest.mark.parametrize("unit", ["sentence", "passage", "article"])
def test_units_of_the_seeds_are_slices_that_do_not_overlap(unit):
    articles, _ = read.dump("ukraine-territory")
    table = units(articles, unit)
    texts = articles.set_index("article_id")["text"]
    assert all(texts[row.article_id][row.start : row.end] == row.text for row in table.itertuples())
    before = table.groupby("article_id")["end"].shift()
    assert (before.isna() | (before <= table["start"])).all()
    single = pd.concat([units(articles.iloc[[place]], unit) for place in range(len(articles))])
    pd.testing.assert_frame_equal(table, tables.check(single, "frame_units"))
