"""Messy passages and the names that they must give; the seed articles read by hand."""

import pandas as pd
import pytest
from conftest import articles_of

from cuttings.extract.mention import mentions


def named(text: str) -> list[tuple[str, str, str | None]]:
    """Form, name and kind, for one text."""
    table = mentions(articles_of(text))
    kinds = [None if pd.isna(kind) else kind for kind in table.kind]
    return list(zip(table.form, table.name, kinds, strict=True))


@pytest.mark.parametrize(
    ("text", "form", "name", "kind"),
    [
        ("On Monday President Paula Reyes’s plan was put to the vote.", "Paula Reyes", "Paula Reyes", "person"),
        ("Later that day Defense Minister Ilmar Kask spoke to reporters.", "Ilmar Kask", "Ilmar Kask", "person"),
        ("It was said in Kiev that nothing had changed over the weekend.", "Kiev", "Kyiv", "place"),
        ("It was said by Zelenskyy that nothing had changed on Sunday.", "Zelenskyy", "Volodymyr Zelensky", "person"),
        (
            "The talks at the Harbour Institute of Oslo went on all night.",
            "Harbour Institute of Oslo",
            None,
            "organisation",
        ),
        ("They sailed along the Upper Morva River for most of the day.", "Upper Morva River", None, "place"),
        ("The money came from the U.S. and was spent in the spring.", "U.S.", "United States", "place"),
        ("The talks were led by Harold Q. Stern in the early morning.", "Harold Q. Stern", None, "person"),
        ("The firm of Velkor had no comment on what the paper wrote.", "Velkor", None, None),
    ],
)
def test_name(text, form, name, kind):
    assert (form, name or form, kind) in named(text)


def test_peoples_days_and_first_words_are_no_names():
    assert named("But Russian and Ukrainian officials met on Tuesday. However, nothing came of it in March.") == []


def test_surname_leads_to_the_full_name_before_and_behind_it():
    rows = named("Early on, Reyes was against it. Mayor Paula Reyes told reporters so, and Reyes meant it.")
    assert [name for _, name, _ in rows] == ["Paula Reyes"] * 3


def test_initial_in_the_middle_makes_no_other_person():
    rows = named("The plan came from Anna K. Berg herself. In the end it was Anna Berg who paid for it.")
    assert len({name for _, name, _ in rows}) == 1


def test_two_people_of_one_surname_are_never_merged():
    rows = named("Those two, Anna Berg and Peter Berg, run the ferry. On Friday it was Berg who was late.")
    assert [name for _, name, _ in rows] == ["Anna Berg", "Peter Berg", "Berg"]
    rows = named("Those two, Anna Berg and Peter Berg, run the ferry. On Friday it was Mr. Berg who was late.")
    assert [name for _, name, _ in rows] == ["Anna Berg", "Peter Berg", "Peter Berg"]


def test_relative_of_a_listed_person_is_not_that_person():
    rows = named("The speech was given by Laura Putin of Dayton. Nobody asked why Putin had been chosen for it.")
    assert "Vladimir Putin" not in [name for _, name, _ in rows]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was Ilmar van Berg who fell. On Friday Van Berg was said to be well.", ["Ilmar van Berg"] * 2),
        ("Nobody read the Anna Johan Kask Memos, and why should the memos be read?", ["Anna Johan Kask"]),
        ("It was bought by Ilmar Kask Jr. for his father, but Kask gave it away again.", ["Ilmar Kask Jr."] * 2),
        ("Un hombre fue visto en la calle de la ciudad y nadie sabe lo que ha pasado con el coche.", []),
        ("There was nothing to be read but this:\n• Speaks of others\n• Walks at night, with the dogs", []),
        ("It was said by Christian Velm that all of it was paid for by Christian voters.", ["Christian Velm"]),
        (
            "The road to Tulsa, Okla., was closed, and so was the one to Washington, D.C. on Friday.",
            ["Tulsa", "Oklahoma", "Washington"],
        ),
        ("Donald Trump Jr. was there, but nobody at all had seen Putin.", ["Donald Trump Jr.", "Vladimir Putin"]),
        ("It was Anna Kask and Anna Kask Jr. who came, but Kask left.", ["Anna Kask", "Anna Kask Jr.", "Anna Kask"]),
    ],
)
def test_names_of_one_text(text, names):
    assert [name for _, name, _ in named(text)] == names


def test_headline_in_capitals_gives_only_known_names():
    text = (
        "Mayor Reyes Gives Up The Old Harbour Pier\n\n"
        "The old harbour pier will be given up, Mayor Paula Reyes said on Friday after a long debate.\n\n"
        "Nobody on the council had asked her to do it, and nobody there was glad of it either."
    )
    assert {name for _, name, _ in named(text)} == {"Paula Reyes"}


EXPECTED = {
    "000": {"Volodymyr Zelensky", "Vladimir Putin", "JD Vance", "Olaf Scholz"},
    "001": {"Volodymyr Zelensky", "Vladimir Putin", "Donald Trump"},
    "002": {
        "Mike Waltz", "Andriy Yermak", "Volodymyr Zelensky", "Donald Trump", "Joe Biden", "Vladimir Putin",
        "Steve Witkoff", "Andrii Sybiha", "Iliya Kusa", "Olena Snigyr", "Vadim Denisenko",
    },
    "003": {"Mike Waltz", "Donald Trump", "Vladimir Putin", "Marco Rubio", "Steve Witkoff"},
    "004": {
        "Donald Trump", "Gerard Araud", "Camille Grand", "Vladimir Putin", "Emmanuel Macron", "Mark Rutte",
        "Antony Blinken", "Mykhailo Podolyak", "Volodymyr Zelensky", "Viktor Orban",
    },
}  # fmt: skip


@pytest.mark.parametrize("number", EXPECTED)
def test_people_of_the_seeds(seed_texts, number):
    table = mentions(articles_of(seed_texts[number]))
    assert set(table.name[table.kind == "person"]) == EXPECTED[number]


def test_one_name_over_the_outlets_of_the_seeds(seed_texts):
    table = mentions(articles_of(*seed_texts.values()))
    assert set(table.form[table.name == "Kyiv"]) == {"Kyiv", "Kiev"}
    assert set(table.form[table.name == "Luhansk"]) == {"Luhansk", "Lugansk"}
    assert len(set(table.form[table.name == "Zaporizhzhia"])) == 3


NASTY = ["", "A" * 100_000, "Aa " * 30_000, "Berg of " * 10_000, "שלום עולם. " * 100, "É ß Ǆ", "U.S." * 1_000]


def test_any_input_gives_rows_that_hold(seed_texts):
    articles = articles_of(*NASTY, *seed_texts.values())
    table = mentions(articles)
    one_by_one = [mentions(articles.iloc[[number]]) for number in range(len(articles))]
    pd.testing.assert_frame_equal(table, pd.concat(one_by_one, ignore_index=True))
    by_id = dict(zip(articles.article_id, articles.text, strict=True))
    addresses = zip(table.article_id, table.start, table.end, table.text, strict=True)
    assert all(text == by_id[key][start:end] for key, start, end, text in addresses)
