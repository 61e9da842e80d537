"""The wordings of time expressions: what is passed over for speed holds none."""

import re

import pytest
from conftest import ROOT

from cuttings import lookups
from cuttings.extract.literal import literals
from cuttings.extract.time.pattern import PATTERNS, spots, wordings
from cuttings.text import fold

FILLER = " The committee heard evidence from witnesses over the course of its session, and nobody spoke of the pier."
EVERY = re.compile("(?<!\\w)(?:" + "|".join(f"(?:{pattern})" for _, pattern in PATTERNS) + ")")
WORDS = (
    "less than a couple of years ago, Mid-May, the beginning of March 2024, 10:30 a.m. EST, on Monday the 3rd of May"
    "|the second half of the year|the early 1990s and the '80s|in the fall of 2021|Q3 of fiscal year 2024|FY 2023"
    "|the previous several months|Overnight it rained|earlier in the week|Late this coming winter|the Fourth of July"
    "|At least two weeks before|from January until March|between 3 and 5 May 2020|2024-05-13T10:00Z|12/31/2023"
    "|during the weekend|the day after|two days later|Few years ago|in 2019|next Tuesday night at 9pm|since the summer"
    "|that same day|Hallowe'en last year"
)


def plain(text: str) -> list[tuple[int, int]]:
    """The spans that the patterns find anywhere in a text."""
    return [match.span() for match in EVERY.finditer(text)]


def quick(text: str) -> list[tuple[int, int]]:
    """The spans that are found near the letters that every expression has."""
    return [match.span() for match in wordings(text, 0, len(text), spots(text))]


@pytest.mark.parametrize("words", WORDS.split("|"))
def test_every_wording_is_found_between_long_stretches_without_one(words):
    text = FILLER * 3 + " It was " + words + "." + FILLER * 3
    assert quick(text) == plain(text) != []


def test_nothing_is_passed_over_in_whole_texts():
    for file in (*(ROOT / "tests" / "gold").rglob("*.txt"), *(ROOT / "seeds").rglob("*.txt")):
        text = fold(file.read_text("utf-8"))
        assert quick(text) == plain(text), file.name


def test_every_feast_has_letters_to_look_for():
    assert all(literals(pattern, small=False) for pattern in lookups.column("feasts", "pattern"))
