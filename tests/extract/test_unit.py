"""Units: lines as a reader would draw them."""

from textwrap import fill

import pytest

from cuttings.extract.unit import units

FIRST = (
    "The harbour authority said on Monday that the old pier will close for repairs until the spring season, because "
    "divers had found cracks in four of the pillars that carry its outer end above the shipping lane."
)
SECOND = (
    "Fishermen who land their catch there were told to use the northern quay instead, a spokesman added, and the "
    "ferry to the islands will leave from the new terminal behind the customs house for the time being."
)


def cores(text):
    found = units(text)
    assert "".join(text[one.start : one.end] for one in found) == text
    return [" ".join(one.core.split()) for one in found]


def test_a_line_is_a_unit():
    assert cores("Menu\n\n  Old pier to close\nBy Jane Doe\n") == ["Menu", "Old pier to close", "By Jane Doe"]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_lines_are_joined(width):
    text = f"Old pier to close\n\n{fill(FIRST, width)}\n\n{fill(SECOND, width)}\n"
    assert cores(text) == ["Old pier to close", FIRST, SECOND]


def test_a_list_of_headlines_is_not_joined():
    lines = [f"Another headline of about sixty characters, number {number} of them" for number in range(12)]
    assert cores("\n".join(lines)) == lines


def test_a_page_on_one_line_is_cut_behind_sentences():
    text = " ".join([FIRST, SECOND] * 10)
    assert cores(text) == [FIRST, SECOND] * 10


def test_ten_million_characters_on_one_line_are_read():
    text = "word " * 2_000_000
    assert len(units(text)) == 1


def test_a_name_cut_out_of_its_sentence_is_put_back():
    text = (
        "Mayor Adaeze\nOkon-Bright\nwas returned for a third term on Saturday in the\nLagoon\nRoad\nwards, it said.\n"
    )
    assert cores(text) == [
        "Mayor Adaeze Okon-Bright was returned for a third term on Saturday in the Lagoon Road wards, it said."
    ]


def test_a_paragraph_that_ends_is_not_joined_with_a_small_letter_below():
    assert cores("The pier will close, the council said.\nkeep readingShow less\n") == [
        "The pier will close, the council said.",
        "keep readingShow less",
    ]


def test_a_short_page_on_one_line_is_cut_before_what_is_no_sentence():
    page = "News Sport Old pier to close By Jane Doe Published 3 May 2024"
    text = f"{page} {FIRST} {SECOND} Related: Ferry to sail again © 2024"
    assert cores(text) == [
        "News Sport Old pier to close",
        "By Jane Doe",
        "Published 3 May 2024",
        FIRST,
        SECOND,
        "Related: Ferry to sail again",
        "© 2024",
    ]
