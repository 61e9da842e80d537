"""Text: folding moves nothing, lines leave nothing out."""

import pytest

from cuttings.text import ends_sentence, fold, lines, shorten, visible, words


def test_fold_keeps_every_offset():
    text = "“Don’t” — he said:\n«no»\u00a0… ‘x’"
    assert len(fold(text)) == len(text)
    assert fold(text) == '"Don\'t" - he said: "no" … \'x\''


def test_words_keep_initials_contractions_and_numbers():
    assert words("The U.S.-led don’t 11,000 of it.") == ["The", "U.S.-led", "don’t", "11,000", "of", "it"]


@pytest.mark.parametrize("text", ["a\n\nb\n", "\n\n a", "x", " \n ", "a\r\nb\rc", "a\u2028b\n"])
def test_lines_joined_are_the_text(text):
    assert "".join(text[line.start : line.end] for line in lines(text)) == text


def test_lines_of_nothing():
    assert list(lines("")) == []


@pytest.mark.parametrize(
    ("line", "ends"),
    [("He left.", True), ("He left.”", True), ("(EFE)", False), ("What now?", True), ("Ukraine", False)],
)
def test_ends_sentence(line, ends):
    assert ends_sentence(line) is ends


def test_control_characters_cannot_act_on_a_screen():
    assert visible("a\x1b[31mb\u202ec") == "a␦[31mb␦c".replace("␦", "\N{SYMBOL FOR SUBSTITUTE FORM TWO}")


def test_shorten_marks_the_cut():
    assert shorten("one two\nthree four", 12) == "one two thr…"
