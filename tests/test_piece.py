"""Pieces: a text cut where spans begin and end."""

from cuttings.piece import Piece, Span, pieces


def cut(text, *spans):
    found = [Span(start, end, "a") for start, end in spans]
    return [(text[one.start : one.end], one.spans) for one in pieces(0, len(text), found)]


def test_overlapping_spans_share_the_piece_that_both_cover():
    assert cut("abcdefgh", (1, 5), (3, 7)) == [
        ("a", ()),
        ("bc", (0,)),
        ("de", (0, 1)),
        ("fg", (1,)),
        ("h", ()),
    ]


def test_the_longer_of_two_that_begin_together_comes_first():
    assert cut("abcd", (0, 2), (0, 4)) == [("ab", (1, 0)), ("cd", (1,))]


def test_spans_that_touch_are_not_in_each_other_s_pieces():
    assert cut("abcd", (0, 2), (2, 4)) == [("ab", (0,)), ("cd", (1,))]


def test_a_span_of_no_characters_cuts_nothing():
    assert cut("abcd", (2, 2)) == [("abcd", ())]


def test_only_the_window_is_cut():
    spans = [Span(0, 100, "a"), Span(40, 60, "b"), Span(90, 95, "c")]
    assert list(pieces(50, 70, spans)) == [Piece(50, 60, (0, 1)), Piece(60, 70, (0,))]


def test_joined_the_pieces_are_the_text_however_the_spans_lie():
    text = "x" * 500
    spans = [(start, min(500, start + length)) for start in range(0, 500, 7) for length in (1, 50, 400)]
    found = cut(text, *spans)
    assert "".join(words for words, _ in found) == text
    assert max(len(numbers) for _, numbers in found) == 8


def test_no_text_has_no_pieces():
    assert cut("") == []
