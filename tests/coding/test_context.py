"""Context: the article itself around a unit, and no word of who published it."""

import pytest
from conftest import articles_of, outlets_of

from cuttings import coding, extract
from cuttings.coding.context import around, blinded, names, words
from cuttings.coding.sitting import Sitting

PAGE = """The harbour is not for sale

By Ann Lee

2 May 2024

The harbour of Easthaven will not be sold, the mayor said on Tuesday after a long debate in the council of the town.

She spoke to The Easthaven Echo at the door of the hall. Nobody had expected the vote to be lost by a single voice.

Nothing is settled yet, and the council will come back to the plan for the harbour when it meets again in the autumn.

Sign up for our newsletter
"""
UNIT = "Nobody had expected the vote to be lost by a single voice."


@pytest.fixture
def place():
    start = PAGE.index(UNIT)
    return start, start + len(UNIT)


def test_it_is_the_article_in_paragraphs_without_what_stands_around_it(place):
    before, after = around(PAGE, *place, 1_000)
    assert before == (
        "The harbour is not for sale\n\nThe harbour of Easthaven will not be sold, the mayor said on Tuesday after a"
        " long debate in the council of the town.\n\nShe spoke to The Easthaven Echo at the door of the hall. "
    )
    assert after == (
        "\n\nNothing is settled yet, and the council will come back to the plan for the harbour when it meets again in"
        " the autumn."
    )


def test_it_is_cut_between_words(place):
    before, after = around(PAGE, *place, 40)
    assert before == "… Echo at the door of the hall. "
    assert after == "\n\nNothing is settled yet, and the …"


def test_the_first_unit_has_nothing_before_it_and_a_whole_article_nothing_around_it():
    start, end = extract.sentences(articles_of(PAGE))[["start", "end"]].iloc[0]
    assert around(PAGE, start, end, 99)[0] == ""
    assert around(PAGE, 0, len(PAGE), 99) == ("", "")


def test_a_unit_of_one_paragraph_is_one_line_and_of_several_its_lines():
    page = "The council met on Monday, and\nvoted on the plan for the bridge. It rose at noon.\n\nNobody\r\nspoke.\x1b"
    first = page.index(" It rose")
    assert words(page, 0, first) == "The council met on Monday, and voted on the plan for the bridge."
    assert "noon.\n\nNobody\nspoke.\N{SYMBOL FOR SUBSTITUTE FORM TWO}" in words(page, first, len(page))


@pytest.mark.parametrize(
    ("outlets", "text", "shown"),
    [
        (
            ["The Easthaven Echo"],
            "told an Easthaven\n Echo, and THE EASTHAVEN ECHO",
            "told an [outlet], and THE [outlet]",
        ),
        (["The New York Times"], "in the New York Times (nytimes.com)", "in the [outlet] ([outlet])"),
        (["Echo"], "an echo in the Echo", "an echo in the [outlet]"),
        ([None], "in the Easthaven Echo", "in the Easthaven Echo"),
    ],
)
def test_no_name_or_address_of_an_outlet_of_these_is_left(outlets, text, shown):
    assert blinded(text, names(outlets_of(*[PAGE] * len(outlets), outlets=outlets))) == shown


def test_a_blind_sheet_and_its_view_do_not_say_who_published(tmp_path):
    articles = outlets_of(PAGE, outlets=["The Easthaven Echo"])
    from test_sheet import BOOK

    made = coding.sheet(articles, BOOK, n=50, out=tmp_path / "blind.csv")
    around_it = made["before"].str.cat(made["after"])
    assert not around_it.str.contains("Easthaven Echo|Ann Lee|newsletter").any()
    assert around_it.str.contains("[outlet]", regex=False).any()
    sitting = Sitting(tmp_path / "blind.csv", BOOK, articles, "Ann")
    shown = "".join(word for line in sitting.lines for word in sitting.shown(line))
    assert "Echo" not in shown
    assert "[outlet]" in shown
    coding.sheet(articles, BOOK, n=50, blind=False, out=tmp_path / "open.csv")
    sitting = Sitting(tmp_path / "open.csv", BOOK, articles, "Ann")
    assert "The Easthaven Echo" in "".join(word for line in sitting.lines for word in sitting.shown(line))
