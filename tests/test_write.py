"""Write: the same bytes twice, and nothing that a spreadsheet runs."""

import csv

import pandas as pd
import pytest
from matplotlib.figure import Figure

from cuttings import write
from cuttings.errors import InputError

TEXTS = ["=cmd()", "+1", "-1", "@x", "'quoted", "\ttab", "＝wide", "plain", "", None]


def drawn(label):
    figure = Figure()
    figure.set_label(label)
    figure.add_subplot().plot([1, 2])
    return figure


def test_texts_that_look_like_formulas_are_guarded_and_come_back(tmp_path):
    frame = pd.DataFrame({"text": pd.Series(TEXTS, dtype="str")})
    write.table(frame, tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as handle:
        cells = [row["text"] for row in csv.DictReader(handle)]
    assert cells[:7] == [f"'{text}" for text in TEXTS[:7]]
    assert cells[7:] == ["plain", "", ""]
    assert [cell.removeprefix("'") for cell in cells[:7]] == TEXTS[:7]


def test_numbers_are_no_texts(tmp_path):
    write.table(pd.DataFrame({"z": [-1.23456789, 1 / 3]}), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text() == "z\n-1.23457\n0.333333\n"


def test_days_are_written_as_days(tmp_path):
    write.table(pd.DataFrame({"day": pd.to_datetime(["2024-11-13", None])}), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text() == 'day\n2024-11-13\n""\n'


def test_the_same_figure_gives_the_same_bytes(tmp_path):
    for place in ("a", "b"):
        write.figure(drawn("x"), tmp_path / place / "x")
    for ending in ("png", "svg"):
        assert (tmp_path / f"a/x.{ending}").read_bytes() == (tmp_path / f"b/x.{ending}").read_bytes()


def test_nothing_is_written_without_out(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = write.run("", {"t": pd.DataFrame({"n": [1]})}, [drawn("x"), None])
    assert repr(said) == "Nothing was written, because out is empty. It would have been: t as tables; x as figures."
    assert list(tmp_path.iterdir()) == []


def test_a_run_keeps_tables_and_figures(tmp_path):
    write.run(str(tmp_path), {"t": pd.DataFrame({"n": [1]})}, [drawn("x"), None])
    written = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*"))
    assert written == ["figures/x.png", "figures/x.svg", "tables/t.csv"]


def test_figures_need_labels_of_their_own():
    with pytest.raises(InputError, match="a label of its own"):
        write.run("", {}, [drawn("x"), drawn("x")])


def test_an_unknown_format():
    with pytest.raises(InputError, match="format 'xls': tables are written as csv or parquet"):
        write.require_format("xls")


def test_parquet_keeps_texts_as_they_are(tmp_path):
    frame = pd.DataFrame({"text": pd.Series(TEXTS, dtype="str")})
    write.table(frame, tmp_path / "t.parquet")
    pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / "t.parquet"), frame)


def test_parquet_without_pyarrow_is_a_clear_word(monkeypatch):
    monkeypatch.setattr(write, "find_spec", lambda name: None)
    with pytest.raises(InputError, match="pip install 'cuttings\\[parquet\\]'"):
        write.require_format("parquet")
