"""Exports: what other programs read, and nothing in it that acts."""

import csv
import shutil

import openpyxl
import pandas as pd
import pytest
from conftest import SEEDS

from cuttings import export, read, tables
from cuttings.cli import main

HOSTILE = '=HYPERLINK("http://example.org","x")'


@pytest.fixture(scope="module")
def seeds():
    return read.dump(SEEDS)[0]


def test_a_corpus_has_the_article_itself_and_nothing_of_its_page(seeds):
    corpus = export.corpus(seeds)
    assert list(corpus.columns[:2]) == ["doc_id", "text"]
    assert corpus["file"].is_monotonic_increasing
    [text] = corpus.loc[corpus["outlet"] == "Responsible Statecraft", "text"]
    assert text.startswith("Is Zelensky softening his tone on territorial concessions?\n\n")
    assert "keep reading" not in text
    assert corpus["date"].isna().all()  # no day is settled


def test_a_settled_day_is_the_date(seeds):
    day = pd.Timestamp("2024-11-13")
    corpus = export.corpus(seeds.assign(published_from=day, published_to=day))
    assert set(corpus["date"]) == {day}


def article(**known):
    row = dict.fromkeys(tables.TABLES["articles"].types)
    row |= {"article_id": "a" * 12, "file": "x_1.txt", "record": "1", "text": "x", "words": 1, "format": "text"}
    return tables.build("articles", [{**row, **known}])


def test_bibtex_has_what_is_known():
    day = pd.Timestamp("2024-11-13")
    known = {"headline": "A {50%} rise & fall\n\\input{x}", "byline": "Ann Lee; Ben Orr", "outlet": "The Paper"}
    text = export.bibtex(article(**known, published_from=day, published_to=day, url="http://a.org/b_c}?d=1"))
    assert text.splitlines() == [
        f"@article{{{'a' * 12},",
        r"  title = {A \{50\%\} rise \& fall \textbackslash{}input\{x\}},",
        "  author = {Ann Lee and Ben Orr},",
        "  journal = {The Paper},",
        "  year = {2024},",
        "  month = {11},",
        "  day = {13},",
        "  url = {http://a.org/b_c%7D?d=1},",
        r"  note = {x\_1.txt},",
        "}",
    ]


def test_a_day_that_is_not_settled_is_a_range():
    text = export.bibtex(article(published_from=pd.Timestamp("2024-11-13")))
    assert "year" not in text
    assert "published between 2024-11-13 and an unknown day" in text


def test_a_workbook_has_every_table_and_its_texts_are_no_formulas(tmp_path):
    found = {
        "articles": article(headline=HOSTILE, text="x" * 40_000, outlet="A\x00B"),
        "names": pd.DataFrame({"n": [1], "share": [0.5], "day": [pd.Timestamp("2024-11-13")], "none": [None]}),
    }
    cut = export.workbook(found, tmp_path / "t.xlsx")
    assert cut == ["articles: 1 text of more than 32,767 characters"]
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == ["articles", "names"]
    head, row = list(book["articles"].iter_rows())
    cells = {name.value: cell for name, cell in zip(head, row, strict=True)}
    assert (cells["headline"].value, cells["headline"].data_type) == (HOSTILE, "s")
    assert cells["text"].value.endswith("[cut: a cell of a workbook ends here]")
    assert cells["outlet"].value == "A\N{REPLACEMENT CHARACTER}B"
    n, share, day, none = (cell.value for cell in list(book["names"].iter_rows())[1])
    assert (n, share, f"{day:%Y-%m-%d}", none) == (1, 0.5, "2024-11-13", None)


def test_the_command_writes_each_kind(tmp_path, capsys):
    for ending in ("bib", "csv", "xlsx"):
        assert main(["export", str(SEEDS), "--out", str(tmp_path / f"new/e.{ending}")]) == 0
    assert (tmp_path / "new/e.bib").read_text().count("@article{") == 5
    with (tmp_path / "new/e.csv").open(encoding="utf-8", newline="") as handle:
        assert len(list(csv.DictReader(handle))) == 5
    assert set(openpyxl.load_workbook(tmp_path / "new/e.xlsx").sheetnames) == {name[:31] for name in tables.TABLES}


def test_a_file_of_what_is_read_is_not_overwritten(tmp_path, capsys):
    shutil.copytree(SEEDS, tmp_path / "story")
    mine = tmp_path / "story" / "articles.csv"
    mine.write_text("file,outlet\n")
    for command in ("export", "polls"):
        assert main([command, str(tmp_path / "story"), "--out", str(mine)]) == 2
        assert "which is read" in capsys.readouterr().err
    assert mine.read_text() == "file,outlet\n"


def test_another_ending_and_a_missing_library_are_clear_words(tmp_path, capsys, monkeypatch):
    assert main(["export", str(SEEDS), "--out", str(tmp_path / "e.doc")]) == 2
    assert "exports are .bib (BibTeX), .csv (a corpus) or .xlsx (all tables)" in capsys.readouterr().err
    monkeypatch.setattr(export, "find_spec", lambda _: None)
    assert main(["export", str(SEEDS), "--out", str(tmp_path / "e.xlsx")]) == 2
    assert "needs openpyxl" in capsys.readouterr().err
