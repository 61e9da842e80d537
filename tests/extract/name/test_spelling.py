"""Spelling: what is one name in two spellings, and what are two names."""

import pytest

from cuttings.extract.name.spelling import listed, spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenskyy", "Zelenskiy"),
        ("Zelenskij", "Zelenski"),
        ("Andrii Kovalenko", "Andriy Kovalenko"),
        ("Dmitri Orlov", "Dmitry Orlov"),
        ("Alexei Petrov", "Aleksey Petrov"),
        ("Viktor Orbán", "Viktor Orban"),
        ("Kim Jong-un", "Kim Jong Un"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oleksandr Kovalenko", "Aleksandr Kovalenko"),
        ("Bryan Hall", "Brian Hall"),
        ("John Smyth", "John Smith"),
        ("Maria Holm", "Marta Holm"),
    ],
)
def test_two_names(one, other):
    assert spelled(one) != spelled(other)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Zelenskyi", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskij", "Volodymyr Zelensky"),
        ("Andrij Sybiha", "Andrii Sybiha"),
        ("Sibiga", "Andrii Sybiha"),
        ("Kiev", "Kyiv"),
        ("DONALD TRUMP", "Donald Trump"),
    ],
)
def test_a_spelling_that_no_lookup_has_leads_to_the_name_that_one_has(form, name):
    assert listed(form)[0] == name


def test_short_words_are_only_what_the_lookup_says():
    assert listed("Uk") is None
    assert listed("Ob") is None
