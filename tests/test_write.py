"""Write: the same bytes twice, and nothing that a spreadsheet runs."""

import csv

import pandas as pd
import pytest
from conftest import articles_of
from matplotlib.figure import Figure

from cuttings import extract, measure, write
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


LEDGER = (
    "In an Ipsos poll for Le Soir, conducted from 3 to 6 May 2024 among 1,004 adults, 44.5% of Belgians support the "
    "|bridge and 52% oppose it, down from 57% in March."
)


def ledger(*texts):
    articles = articles_of(*texts)
    return measure.poll_ledger(extract.polls(articles), extract.poll_figures(articles), articles)


def test_polls_as_psv_have_the_layout_of_the_open_european_data(tmp_path):
    write.polls(
        ledger(LEDGER, "A Gallup poll published on Monday found that 61% of Danes support bridges."),
        tmp_path / "polls.psv",
    )
    lines = (tmp_path / "polls.psv").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    assert rows[0][:8] == [
        *("Polling firm", "Commissioners", "Fieldwork Start", "Fieldwork End", "Scope", "Sample Size"),
        *("Participation", "Precision"),
    ]
    assert rows[1][:8] == ["Ipsos", "Le Soir", "2024-05-03", "2024-05-06", "N/A", "1004", "N/A", "0.1"]
    assert rows[2][:8] == ["Gallup", *["N/A"] * 6, "1"]
    told = dict(zip(rows[0][8:], rows[1][8:], strict=True))
    assert {told["support the /bridge"], told["oppose it"], told["Other"]} == {"44.5", "52", "N/A"}
    assert len({len(row) for row in rows}) == 1, "a bar in an answer makes no column"


def test_polls_as_csv_have_a_row_a_figure(tmp_path):
    write.polls(ledger(LEDGER), tmp_path / "polls.csv")
    rows = list(csv.DictReader((tmp_path / "polls.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["percent"], row["wave"]) for row in rows] == [
        ("44.5", "current"),
        ("52", "current"),
        ("57", "in March"),
    ]
    assert {row["sentence"] for row in rows} == {LEDGER}


def test_polls_in_another_format_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"polls.txt: a ledger of polls is written as .csv or .psv"):
        write.polls(ledger(LEDGER), tmp_path / "polls.txt")


def test_no_polls_are_a_head_alone(tmp_path):
    write.polls(ledger("There was no poll."), tmp_path / "polls.psv")
    assert len((tmp_path / "polls.psv").read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_table_that_does_not_fit_on_the_disk_is_a_clear_word_and_the_old_one_stays(tmp_path, monkeypatch, ending):
    path = tmp_path / f"t.{ending}"
    path.write_text("old")

    def full(part, data):
        with part.open("wb") as handle:
            handle.write(data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(InputError, match=rf"^t.{ending} cannot be written: No space left on device$"):
        write.table(pd.DataFrame({"n": [1, 2]}), path)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(f"t.{ending}", "old")]
