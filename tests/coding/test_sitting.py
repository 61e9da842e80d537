"""Sittings: keys to answers, each kept at once, gone on with later, and read back as they were given."""

import csv
import io

import pandas as pd
import pytest
from test_sheet import BOOK, articles, book

from cuttings import InputError, coding, frames, tables
from cuttings.coding.sitting import Sitting, place


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


DIALECTS = {
    "semicolons of a German Excel": (";", "\r\n", "cp1252", csv.QUOTE_MINIMAL),
    "tabs in UTF-16": ("\t", "\r\n", "utf-16", csv.QUOTE_MINIMAL),
    "commas, all quoted, without a mark": (",", "\n", "utf-8", csv.QUOTE_ALL),
}


@pytest.mark.parametrize("how", DIALECTS)
def test_a_sheet_keeps_the_dialect_that_a_spreadsheet_gave_it(path, how):
    delimiter, newline, encoding, quoting = DIALECTS[how]
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    chance = rows[0].index("chance")
    for row in rows[1:]:
        row[-1] = "größer"
        row[chance] = row[chance].replace(".", ",") if delimiter == ";" else row[chance]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=newline, quoting=quoting).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    before = path.read_bytes()
    typed(sit(path), "1 ")
    after = path.read_bytes()
    assert after[:2] == before[:2]
    old, new = (one.decode(encoding).split(newline) for one in (before, after))
    assert [line for line in new if line not in old] == [new[1]]
    assert new[1].split(delimiter)[0] == old[1].split(delimiter)[0]
    codes, problems = coding.read(path, BOOK, articles())
    assert (len(codes), len(problems)) == (1, 3)
    assert codes["chance"].iloc[0] == pytest.approx(4 / 36, rel=1e-4)


def test_a_name_that_an_encoding_lacks_makes_the_sheet_utf_8(path):
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    path.write_text("\n".join([lines[0], lines[1] + "Füße", *lines[2:]]), encoding="cp1252")
    typed(sit(path, "Łucja"), "1 ")
    codes, _ = coding.read(path, BOOK, articles())
    assert codes[["coder", "note"]].values.tolist() == [["Łucja", "Füße"]]


def test_a_unit_of_the_sheet_is_gone_to_by_its_place_and_no_other_is_coded(path):
    sitting = sit(path)
    article_id, start, _ = place(sitting.lines[2])
    sitting.go(article_id, start + 3)
    assert sitting.index == 2
    drawn = {place(line)[:2] for line in sitting.lines}
    units = frames.units(articles())
    other = next(row for row in tables.rows(units) if (row.article_id, row.start) not in drawn)
    with pytest.raises(InputError, match=r"no unit of ann\.csv is there"):
        sitting.go(other.article_id, other.start)
    assert sitting.index == 2


def test_the_units_of_an_article_say_what_is_kept_of_them(path):
    sitting = typed(sit(path), "12  ")
    rows = pd.concat([sitting.spans(articles().iloc[[number]]) for number in range(3)])
    assert len(rows) == 4
    assert sorted(rows["codes"]) == ["cost, blame", "no code", "to code", "to code"]


def test_of_a_very_long_unit_the_beginning_is_shown(path, monkeypatch):
    monkeypatch.setattr("cuttings.coding.sitting.LONGEST", 30)
    sitting = sit(path)
    _, unit, _ = sitting.shown(sitting.line)
    assert unit.endswith(" …")
    assert len(unit) <= 32
    assert sitting.line["text"].startswith(unit[:-2])
