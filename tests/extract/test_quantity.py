"""Quantities: numbers with what they count, and what is no quantity."""

import time

import pytest
from conftest import articles_of

from cuttings import extract

PERCENT = ("percent", 20, "percent")
FRAME = "The council met in the old hall of the town to hear of it. {} The mayor thanked all who had come to listen."


def found(sentence):
    table = extract.quantities(articles_of(FRAME.format(sentence)))
    return [
        (
            row.text,
            row.kind,
            row.value,
            None if row.unit != row.unit else row.unit,
            None if row.of != row.of else row.of,
        )
        for row in table.itertuples()
    ]


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "value", "unit", "of"),
    [
        ("Some 11,000 troops came.", "11,000 troops", "count", 11000, None, "troops"),
        ("Two Russian divisions came.", None, None, None, None, None),
        ("They sent two armoured divisions.", "two armoured divisions", "count", 2, None, "armoured divisions"),
        ("It killed 2.5 million people.", "2.5 million people", "count", 2.5e6, None, "people"),
        ("It cost $61 billion.", "$61 billion", "money", 61e9, "USD", None),
        ("It cost €3.2bn in all.", "€3.2bn", "money", 3.2e9, "EUR", None),
        ("It cost 40 million dollars.", "40 million dollars", "money", 40e6, "USD", None),
        ("They hold 20% of the country.", "20% of the country", "percent", 20, "percent", "country"),
        ("Of it 20 per cent of Ukrainian land.", "20 per cent of Ukrainian land", *PERCENT, "ukrainian land"),
        ("A 30-day ceasefire began.", "30-day ceasefire", "measure", 30, "days", "ceasefire"),
        ("The road is 12 kilometres long.", "12 kilometres long", "measure", 12, "km", None),
    ],
)  # fmt: skip
def test_a_number_says_what_it_counts(sentence, text, kind, value, unit, of):
    assert found(sentence) == ([(text, kind, value, unit, of)] if text else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2022 elections were held.",
        "It was 10:30 when they came.",
        "They won 3-1 on Sunday.",
        "The 43-year-old baker spoke.",
        "Call 555-2345 for more.",
        "They met on November 21, Zelensky said.",
        "Three days ago they left.",
        "One of the men spoke.",
        "See section 4.2 of it.",
    ],
)
def test_what_is_no_quantity_is_none(sentence):
    assert found(sentence) == []


def test_a_hostile_text_takes_linear_time():
    for unit in ("5 million ", "5 aa bb ", "5,", "$5 of the "):
        begun = time.perf_counter()
        extract.quantities(articles_of(unit * 60_000))
        assert time.perf_counter() - begun < 20
