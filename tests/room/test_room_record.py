"""A record as it is shown: a window, in pieces, with nothing in it that acts on a screen."""

import pytest

from cuttings.piece import Span
from cuttings.room.record import WINDOW, record, shown, window


@pytest.mark.parametrize(
    ("length", "at", "start", "end"),
    [
        (100, 0, 0, 100),
        (100, 99, 0, 100),
        (WINDOW * 3, 10, 0, WINDOW),
        (WINDOW * 3, WINDOW, WINDOW - 2000, 2 * WINDOW - 2000),
        (WINDOW * 3, WINDOW * 3 - 1, WINDOW * 2, WINDOW * 3),
    ],
)
def test_a_window_holds_what_is_asked_for(length, at, start, end):
    assert window(length, at) == (start, end)
    assert start <= at < end


def test_every_character_stays_in_its_place():
    text = "a\r\nb\rc\u202e\x00d\N{PARTY POPPER}"
    assert shown(text) == "a \nb\nc␦␦d\N{PARTY POPPER}".replace("␦", "\N{SYMBOL FOR SUBSTITUTE FORM TWO}")
    assert len(shown(text)) == len(text)


def test_pieces_name_their_spans_by_number():
    found = record("The mayor resigned.", [Span(4, 9, "names", "office"), Span(0, 19, "codes", "end")], 0, 19)
    assert found["pieces"] == [[0, "The ", [1]], [4, "mayor", [1, 0]], [9, " resigned.", [1]]]
    assert found["spans"] == [["names", 4, 9, "office", False], ["codes", 0, 19, "end", False]]


def test_a_label_is_not_repeated_where_a_span_goes_on():
    spans = [Span(0, 4, "segments", "body"), Span(4, 8, "segments", "body"), Span(8, 9, "segments", "teaser")]
    assert [row[3:] for row in record("x" * 9, spans, 0, 9)["spans"]] == [
        ["body", False],
        ["", False],
        ["teaser", True],
    ]


def test_spans_outside_of_the_window_are_not_sent():
    found = record("x" * 100, [Span(0, 10, "a"), Span(20, 30, "a"), Span(25, 90, "a")], 22, 40)
    assert [row[1:3] for row in found["spans"]] == [[20, 30], [25, 90]]
    assert "".join(text for _, text, _ in found["pieces"]) == "x" * 18
