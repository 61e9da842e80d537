"""Sittings: keys to answers, each kept at once, gone on with later, and read back as they were given."""

import pytest
from test_sheet import BOOK, articles, book

from cuttings import InputError, coding
from cuttings.coding.sitting import Sitting
from cuttings.coding.view import page, show_typed


@pytest.fixture
def path(tmp_path):
    coding.sheet(articles(), BOOK, n=4, out=tmp_path / "ann.csv")
    return tmp_path / "ann.csv"


def sit(path, coder="Ann"):
    return Sitting(path, BOOK, articles(), coder)


def typed(sitting, keys):
    for key in keys:
        sitting.press(key)
    return sitting


def test_each_answer_is_kept_and_read_back(path):
    typed(sit(path), "12 2 ")
    codes, problems = coding.read(path, BOOK, articles())
    assert sorted(codes["frame"]) == ["blame", "blame", "cost"]
    assert set(codes["coder"]) == {"Ann"}
    assert list(problems["reason"]) == ["not coded yet"] * 2
    assert not list(path.parent.glob(".*"))


def test_a_sitting_goes_on_where_the_last_one_ended(path):
    typed(sit(path), "1  ")
    again = sit(path)
    assert (again.done, again.index) == (2, 2)
    assert typed(again, "  ").line is None
    assert again.done == 4
    assert typed(again, "1 ?").done == 4


def test_a_mark_without_the_space_bar_is_no_answer(path):
    sitting = typed(sit(path), "1+-")
    assert (sitting.index, sitting.marked, sitting.done) == (0, set(), 0)


def test_an_answer_can_be_changed(path):
    sitting = typed(sit(path), "1 -")
    assert sitting.marked == {"cost"}
    typed(sitting, "12 ")
    assert list(coding.read(path, BOOK, articles())[0]["frame"]) == ["blame"]


def test_what_somebody_else_changed_is_not_written_over(path):
    mine, other = sit(path), sit(path)
    typed(other, "1 ")
    with pytest.raises(InputError, match="changed since"):
        typed(mine, "2 ")
    assert mine.done == 0
    assert list(coding.read(path, BOOK, articles())[0]["frame"]) == ["cost"]


def test_a_sheet_has_one_coder_and_a_code_a_key(path):
    typed(sit(path), "1 ")
    with pytest.raises(InputError, match="coded by Ann"):
        sit(path, "Ben")
    with pytest.raises(InputError, match="coder is empty"):
        sit(path, " ")
    with pytest.raises(InputError, match="36 codes"):
        Sitting(path, book(*(f"c{number}" for number in range(36))), articles(), "Ann")


def test_a_row_that_cannot_be_read_is_not_shown_and_stays(path):
    path.write_text(path.read_text(encoding="utf-8-sig").replace("bridge", "tower", 1), encoding="utf-8-sig")
    sitting = typed(sit(path), "1 1 1 1 ")
    assert sitting.refused + sitting.done == 4
    assert len(coding.read(path, BOOK, articles())[1]) == sitting.refused


def test_the_page_escapes_what_texts_and_codebooks_say(path):
    sitting = sit(path)
    sitting.line["text"] = "<script>alert(1)</script>"
    sitting.book = BOOK.assign(label="<b>", definition="<img src=x>")
    assert "<script" not in page(sitting)
    assert "<img" not in page(sitting)
    assert "&lt;b&gt;" in page(sitting)
    sitting.book = BOOK.assign(definition=None)
    assert "<td></td></tr>" in page(sitting)


def test_only_what_was_typed_since_is_pressed(path):
    class Shown:
        value = ""

    sitting, shown = sit(path), Shown()
    show_typed(sitting, shown, "", "1 ")
    show_typed(sitting, shown, "1 ", "1")
    assert sitting.done == 1
    assert "1 of 4 coded" in shown.value
    path.write_text("gone", encoding="utf-8")
    show_typed(sitting, shown, "1", "1 ")
    assert "Not kept" in shown.value
    assert sitting.done == 1


def test_the_widget_shows_the_unit_and_takes_keys(path):
    widget = coding.view(path, BOOK, articles(), "Ann")
    shown, box = widget.children
    assert "0 of 4 coded" in shown.value
    box.value = "1 "
    assert "1 of 4 coded" in shown.value
