"""What every extractor promises, held once for all of them."""

import random

import pandas as pd
import pytest
from conftest import articles_of

from cuttings import extract, read, tables

HOSTILE = [
    "",
    " ",
    "\n\n",
    "“",
    '"' * 2000,
    "'" * 2000,
    "“An unclosed quotation that goes on. " * 40,
    "<script>alert('x')</script> said the mayor on Tuesday, “and then 58% of us = 1+1.” " * 4,
    "\u202eהוא אמר “שלום” ביום שני. " * 20,
    "他说：“你好。”百分之五十八的人同意。" * 20,
    "a" * 50_000,
    "A poll found that 58% of 58% of 58% of Americans approve " * 40,
    "NUL\x00 and \x1b[31m colours, he said. " * 10,
    "By\nBy By\n© © ©\n1/2/3 31 February 2020 99 May",
    *(
        head
        + "\n\n".join(["The mayor walked through the town and spoke to nobody about anything in the rain."] * count)
        for head in ("", "Headline of day 0\n\n", "The council closes the old bridge for two years\n\nBy Ann Lee\n\n")
        for count in (1, 2, 3)
    ),
]


@pytest.fixture(scope="module")
def articles():
    return read.dump("ukraine-territory")[0]


def spans_hold(table, texts):
    """Whether each row of a table of `articles_of(*texts)` has the words of its place, in one of the texts."""
    return all(texts[int(row.article_id, 16) - 1][row.start : row.end] == row.text for row in table.itertuples())


def cases():
    return pytest.mark.parametrize("name", extract.EXTRACTORS)


@cases()
def test_the_table_is_the_one_stated(name, articles):
    table = extract.EXTRACTORS[name](articles)
    assert len(table) > 0
    pd.testing.assert_frame_equal(table, tables.check(table, name))


@cases()
def test_part_by_part_is_the_whole(name, articles):
    find = extract.EXTRACTORS[name]
    whole = find(articles)
    single = pd.concat([find(articles.iloc[[place]]) for place in range(len(articles))])
    pd.testing.assert_frame_equal(whole, tables.check(single, name))


@cases()
def test_every_span_is_the_words_that_it_says(name, articles):
    texts = articles.set_index("article_id")["text"]
    for row in extract.EXTRACTORS[name](articles).itertuples():
        assert texts[row.article_id][row.start : row.end] == row.text


@cases()
def test_no_text_breaks_it(name):
    assert spans_hold(extract.EXTRACTORS[name](articles_of(*HOSTILE)), HOSTILE)


@cases()
def test_shuffled_lines_of_the_seeds_break_nothing(name, seed_texts):
    draw = random.Random(0)
    lines = [line for text in seed_texts.values() for line in text.splitlines(keepends=True)]
    texts = ["".join(draw.sample(lines, 30)) for _ in range(5)]
    table = extract.EXTRACTORS[name](articles_of(*texts))
    assert spans_hold(table, texts)


@cases()
def test_no_articles_give_an_empty_table_with_its_columns(name):
    table = extract.EXTRACTORS[name](tables.build("articles", []))
    assert table.empty
    assert list(table.columns) == list(tables.TABLES[name].types)


@cases()
def test_what_is_no_articles_table_is_refused(name):
    with pytest.raises(ValueError, match="expected the table articles"):
        extract.EXTRACTORS[name](pd.DataFrame({"words": [1]}))
