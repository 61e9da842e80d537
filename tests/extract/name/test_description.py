"""Descriptions: whom an office stands for, and where it stands for nobody."""

import pytest
from conftest import articles_of

from cuttings.extract.mention import mentions


def described(text: str) -> list[tuple[str, str]]:
    """Description and name, for one text."""
    table = mentions(articles_of(text))
    return [(row.form, row.name) for row in table[table.described].itertuples()]


KASK = "On Friday the talks went on, and {} was the last to arrive at the old mill. "


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("Estonian President Ilmar Kask", "the Estonian president"),
        ("Estonian President Ilmar Kask", "the Estonian leader"),
        ("Estonian President Ilmar Kask", "the president of Estonia"),
        ("Estonian President Ilmar Kask", "the president"),
        ("Estonia's president, Ilmar Kask,", "the Estonian president"),
        ("Ilmar Kask, the president of Estonia,", "the Estonian leader"),
        ("Ilmar Kask, the Estonian prime minister,", "the prime minister"),
        ("Vermont Sen. Ilmar Kask", "the Vermont senator"),
        ("former Estonian President Ilmar Kask", "the former Estonian president"),
        ("Estonian President-elect Ilmar Kask", "the Estonian president-elect"),
    ],
)
def test_an_office_stands_for_the_one_whom_the_article_says_to_hold_it(said, then):
    text = KASK.format(said) + f"Nobody else spoke. In the evening {then} told reporters that it was late."
    assert described(text) == [(then, "Ilmar Kask")]


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("Ilmar Kask", "the Estonian president"),
        ("Estonian President Ilmar Kask", "the Latvian president"),
        ("Estonian President Ilmar Kask", "the former president"),
        ("Estonian President Ilmar Kask", "the former Estonian president"),
        ("Estonian President Ilmar Kask", "the vice president"),
        ("Estonian President Ilmar Kask", "the Estonian deputy president"),
        ("former Estonian President Ilmar Kask", "the Estonian president"),
        ("Estonian Deputy Prime Minister Ilmar Kask", "the Estonian prime minister"),
        ("Senate President Ilmar Kask", "the president"),
        ("university president Ilmar Kask", "the president"),
        ("Estonian President Ilmar Kask", "the president of the ferry company"),
        ("Vermont Sen. Ilmar Kask", "the senator from Texas"),
        ("Estonian President Ilmar Kask", "a man who wants to become the Estonian president"),
        ("Estonian President Ilmar Kask", "somebody in the president's office"),
        ("Estonian President Ilmar Kask and Estonian Prime Minister Anna Berg", "the Estonian leader"),
        ("Estonian President Ilmar Kask and Latvian President Anna Berg", "the president"),
    ],
)
def test_an_office_stands_for_nobody_where_the_article_does_not_say_whom(said, then):
    text = KASK.format(said) + f"Nobody else spoke. In the evening {then} told reporters that it was late."
    assert "Ilmar Kask" not in [name for _, name in described(text)]


def test_a_list_of_offices_says_whose_president_it_is():
    text = "It was late when President Zelensky spoke. In the end the Ukrainian president said no, and that was that."
    assert described(text) == [("the Ukrainian president", "Volodymyr Zelensky")]


def test_a_name_beside_the_office_is_no_second_mention():
    text = (
        "Nobody else spoke at the mill. The Estonian president, Ilmar Kask, told reporters on Friday that it was late."
    )
    assert described(text) == []


def test_descriptions_in_the_seeds(seed_texts):
    found = {key: {(form, name) for form, name in described(text)} for key, text in seed_texts.items()}
    assert found == {
        "000": set(),
        "001": {("the Ukrainian leader", "Volodymyr Zelensky")},
        "002": {
            ("the US president", "Donald Trump"),
            ("the U.S. president", "Donald Trump"),
            ("the American president", "Donald Trump"),
        },
        "003": {("the Russian president", "Vladimir Putin"), ("the national security adviser", "Mike Waltz")},
        "004": {("the Russian leader", "Vladimir Putin")},
    }
