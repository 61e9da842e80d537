"""Files named like a table or JSON: the content decides what they are."""

import pytest
import reading
from test_table import LONG, PROSE, items

ARTICLE = (
    "Council votes, narrowly, for a bridge\n\nBy Jane Doe, in Harlow\n\n"
    "The council voted on Tuesday, after a debate of five hours, to build a second bridge over the river.\n\n"
    "“We have waited,” said the mayor, “since my childhood, and longer.”\n\nWork begins in spring; it takes a year.\n"
)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.psv", "a.json", "a.jsonl"])
def test_an_article_that_is_named_like_a_table_is_text(name):
    assert reading.reader(ARTICLE, name) == "text"
    [record] = reading.read(ARTICLE, name)
    assert (record.text, record.layout) == (ARTICLE, ())
    assert reading.reader("[Updated] " + ARTICLE, name) == "text"


@pytest.mark.parametrize(
    "content", [f"text\n{PROSE}\n", "colour,size\nred,3\nblue,4\n", "title,text\na\nb\n", f"a;b\n1;{LONG}\n"]
)
def test_a_table_of_any_make_is_one_under_its_name(content):
    assert reading.reader(content, "a.csv") == "table"


def test_a_table_of_one_column_that_the_caller_names():
    [record] = items(f"gist\n{PROSE}\n", columns={"text": "gist"})
    assert record.format == "csv: mapped"
