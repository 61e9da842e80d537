"""Literals: never a text passed over that the pattern matches."""

import re

import pytest

from cuttings import lookups
from cuttings.extract.literal import literals, may_match, places, stretches


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bkyiv\b(?! (?:post|independent)\b)", ("kyiv",)),
        (r"\bTurkey\b", ("turkey",)),
        (r"\boccup(?:ied|ation)\b", ("occup",)),
        (r"\bwars?\b", ("war",)),
        (r"\bcolou?r\b", ("colo",)),
        (r"\bcease[- ]fires?\b", ("cease",)),
        (r"\bcitizens? of\b|\bpeople\b", ("citizen", "people")),
        (r"u\.s\. capitol", ("u.s. capitol",)),
        (r"fo{2,3}bar+s", ("bar",)),
        (r"(?:war|peace)", ("war", "peace")),
        (r"\b(?:via|for) ?(?:Reuters|(?:the )?Agency)\b(?! of)", ("reuters", "agency")),
        (r"(?:no )?(?:two|three){0,2}(?P<what>fours|fives) six", (" six",)),
    ],
)
def test_the_letters_that_every_match_has(pattern: str, needed: tuple[str, ...]):
    assert literals(pattern) == needed


@pytest.mark.parametrize(
    "pattern", [r"\bced(?:e|es)\b|\bab\b", r"(?:war|pe)", r"(?:war)?", r"(?:war|)", r"\d+ ?%", r"[aeiou]+", ""]
)
def test_nothing_is_said_where_a_match_needs_no_letters(pattern: str):
    assert literals(pattern) == ()


def test_letters_as_they_are_written():
    assert literals(r"\(AP|REUTERS/\w+", 1, small=False) == ("(AP", "REUTERS/")


def test_what_every_contrast_set_finds_in_its_own_form_has_the_letters():
    for row in lookups.rows("labels"):
        if re.search(row["pattern"], row["form"], re.I):
            assert may_match(literals(row["pattern"]), row["form"].lower()), row["form"]


def test_stretches_lie_around_the_places_and_are_joined_where_they_meet():
    spots = places("a pier, a crane, a quay; another pier", ["pier", "quay"])
    assert spots == [2, 19, 33]
    assert list(stretches(spots, 0, 37, 3, 6)) == [(0, 8), (16, 25), (30, 37)]
    assert list(stretches(spots, 1, 34, 3, 15)) == [(1, 34)]
    assert list(stretches(spots, 3, 19, 3, 6)) == []
