"""The extent of the article: which of its likely lines belong to it, and which to another story."""

import time

import numpy as np
import pytest

from cuttings.extract import extent
from cuttings.extract.feature import lines_of
from cuttings.extract.unit import units

FIRST = "Our testers buy every kettle in a shop and boil water in it a hundred times before they write a word about it."
STORY = [
    f"The {name} took {seconds} seconds to boil a litre, {verdict} than last year, and its handle stayed cool."
    for name, seconds, verdict in [
        ("grey kettle", 140, "faster"),
        ("tall one", 155, "slower"),
        ("glass one", 149, "faster"),
        ("copper one", 171, "slower"),
        ("camping kettle", 260, "slower"),
        ("whistling one", 188, "faster"),
        ("black one", 152, "faster"),
        ("enamel one", 201, "slower"),
    ]
]


MENU = [f"Room {number} Shelf {number}" for number in range(20)]


def inside(lines, likely):
    """The lines of the extent, given how likely each is, below a menu that is not."""
    text = "\n".join([*MENU, *lines])
    rows = units(text)
    said = np.array([0.0] * len(MENU) + likely, np.float32)
    known = extent.hints(rows, said, None)
    found = extent.extent(rows, lines_of([text], [rows]), said, known, None)
    return [row.core for row, own in zip(rows, found, strict=True) if own]


def test_a_byline_below_a_note_to_readers_does_not_end_the_article_that_links_cut_into_small_blocks():
    links = [f"Also: The best kettles of {year}" for year in range(2001, 2008)]
    story = [line for pair in zip(STORY, [*links, ""], strict=True) for line in pair if line]
    lines = [FIRST, "Written by Jane Doe, Kettle Editor", *story]
    assert inside(lines, [0.6, 0.1, *[0.95, 0.3] * 7, 0.95])[1:] == STORY


def test_an_article_goes_on_behind_a_list_of_links_if_what_follows_weighs_more():
    lines = [*STORY[:3], "Read more", "Five kettles for small kitchens", *STORY[3:]]
    assert inside(lines, [0.95] * 3 + [0.1] * 2 + [0.95] * 5) == STORY


@pytest.mark.parametrize("between", ["By John Roe", "Leave a reply", "More from Kitchens"])
def test_a_short_story_behind_a_line_that_ends_articles_is_another_one(between):
    lines = [*STORY[:4], between, STORY[4]]
    assert inside(lines, [0.95] * 4 + [0.1, 0.7]) == STORY[:4]


def test_the_first_of_two_whole_articles_is_the_one():
    lines = [*STORY[:3], "By John Roe", *STORY[3:]]
    assert inside(lines, [0.9] * 3 + [0.1] + [0.9] * 5) == STORY[:3]


@pytest.mark.parametrize(
    ("weight", "cost", "found"),
    [
        ([5.0], [], [(0, 1, 5.0)]),
        ([5.0, 3.0], [4.0], [(0, 1, 5.0), (1, 2, 3.0)]),
        ([5.0, 3.0], [2.0], [(0, 2, 6.0)]),
        ([1.0, 3.0, 3.0, 9.0], [2.0, 1.0, 4.0], [(0, 1, 1.0), (1, 4, 10.0)]),
        ([9.0, 2.0, 2.0], [3.0, 1.0], [(0, 1, 9.0), (1, 3, 3.0)]),
    ],
)
def test_blocks_are_one_stretch_where_each_side_outweighs_what_is_between(weight, cost, found):
    assert [(one.begin, one.end, one.weight) for one in extent.stretches(weight, cost)] == found


def test_stretches_take_linear_time_also_where_none_join():
    def seconds(n):
        begun = time.process_time()
        extent.stretches([1.0] * n, [2.0] * (n - 1))
        return time.process_time() - begun

    assert seconds(100_000) < 150 * max(seconds(5_000), 0.002)  # 400 if quadratic
