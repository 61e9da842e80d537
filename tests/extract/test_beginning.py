"""Beginnings: a line is tried on the patterns that it can match, and never kept from one that it does."""

import re

import pytest

from cuttings import lookups
from cuttings.extract.beginning import Beginnings

LINES = [
    *("skip to main content", "share", "shared by many", "3 comments", "no responses to this", "monday, 3 may 2024"),
    *("© 2024 example", "(c) example", "keepreading", "keep reading", "-------", "follow us", "the mayor said so", ""),
]


def test_every_line_matches_what_the_patterns_match_one_by_one():
    patterns = [pattern for pattern in lookups.column("furniture", "pattern") if pattern.startswith("^")]
    all_of = Beginnings(patterns)
    for line in LINES:
        found, whole = all_of.match(line), re.compile("|".join(patterns)).match(line)
        assert (found and found[0]) == (whole and whole[0]), line


@pytest.mark.parametrize(
    ("pattern", "fitting", "other"),
    [
        ("^(also|see more)( read)?:", "see more:", "seat"),
        (r"^[-=]{3,}$", "===", "a---"),
        (r"^(?:the )?(?P<what>cat|dog)s?", "dogs", "a dog"),
        (r"^\d+ likes", "71 likes", "likes"),
        ("^colou?r", "color", "coat"),
        ("^ab*c", "ac", "bc"),
        (r"^\w+ing", "anything", None),
        ("^[^a]b", "cb", None),
    ],
)
def test_a_pattern_is_tried_only_where_it_can_begin(pattern, fitting, other):
    one = Beginnings([pattern])
    assert one.fit(fitting)
    assert re.match(pattern, fitting) is None or one.match(fitting)
    assert other is None or not one.fit(other)


def test_nothing_is_told_of_letters_that_are_not_ascii():
    assert Beginnings(["^abc"]).fit("éa")
