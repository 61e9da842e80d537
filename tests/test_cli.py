"""The command: what it writes, and one clear line with code 2 for what cannot be."""

import csv
import hashlib
import json

import pytest
from conftest import SEEDS

from cuttings import tables
from cuttings.cli import main


def hashes(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.csv")}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The tables of the seeds written twice over the same place, and once beside it."""
    folder = tmp_path_factory.mktemp("tables")
    for place in ("a", "a", "b"):
        assert main(["tables", str(SEEDS), "--out", str(folder / place)]) == 0
    return folder


def test_tables_writes_every_table_and_the_same_bytes_twice(written):
    assert {name.removesuffix(".csv") for name in hashes(written / "a")} == set(tables.TABLES)
    assert hashes(written / "a") == hashes(written / "b")


def test_an_earlier_output_is_replaced_and_nothing_else_left(written):
    assert sorted(path.name for path in written.iterdir()) == ["a", "b"]


def test_tables_says_what_went_in_and_came_out(written):
    manifest = json.loads((written / "a/manifest.json").read_text())
    assert [one["file"][:3] for one in manifest["inputs"]] == ["000", "001", "002", "003", "004"]
    first = manifest["inputs"][0]
    assert first["sha256"] == hashlib.sha256((SEEDS / first["file"]).read_bytes()).hexdigest()
    assert manifest["rows"]["articles"] == 5


def test_one_article_has_every_table_and_no_comparison(tmp_path, capsys):
    (tmp_path / "one.txt").write_text("The council met on Tuesday to vote on the bridge. " * 5, encoding="utf-8")
    assert main(["tables", str(tmp_path / "one.txt"), "--out", str(tmp_path / "t")]) == 0
    assert "articles 1" in capsys.readouterr().out
    assert {name.removesuffix(".csv") for name in hashes(tmp_path / "t")} == set(tables.TABLES)
    assert (tmp_path / "t/keyness.csv").read_text().count("\n") == 1


def refused(arguments, capsys):
    code = main(arguments)
    captured = capsys.readouterr()
    assert code == 2
    assert captured.err.startswith("cuttings: ")
    assert captured.err.count("\n") == 1
    return captured.err


@pytest.mark.parametrize("command", ["tables", "run"])
def test_bad_input_is_one_line_and_leaves_nothing(tmp_path, command, capsys):
    out = tmp_path / "out"
    (tmp_path / "empty").mkdir()
    (tmp_path / "binary").mkdir()
    (tmp_path / "binary/x.bin").write_bytes(b"\x00\x01" * 99)
    (tmp_path / "file.txt").write_text("no article", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    for path in ("nowhere", "empty", "binary", "file.txt"):
        line = refused([command, str(tmp_path / path), "--out", str(out)], capsys)
        assert path in line
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("command", ["tables", "run"])
def test_an_out_that_cannot_be_written(tmp_path, command, capsys):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "cannot be written" in refused([command, str(SEEDS), "--out", str(tmp_path / "file/below")], capsys)
    assert "is a file" in refused([command, str(SEEDS), "--out", str(tmp_path / "file")], capsys)


@pytest.mark.parametrize("command", ["tables", "run"])
def test_a_folder_with_other_files_is_never_replaced(tmp_path, command, capsys):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert "not an earlier output" in refused([command, str(SEEDS), "--out", str(tmp_path)], capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_map_says_where_a_table_has_the_fields(tmp_path):
    prose = "The council met on Tuesday to vote on the bridge. " * 5
    (tmp_path / "a.csv").write_text(f"Der Text;Tag\n{prose};2024-11-05\n", encoding="utf-8")
    arguments = ["tables", str(tmp_path / "a.csv"), "--out", str(tmp_path / "t")]
    assert main([*arguments, "--map", "text=Der Text", "--map", "published=Tag"]) == 0
    with (tmp_path / "t/articles.csv").open(encoding="utf-8", newline="") as handle:
        [row] = csv.DictReader(handle)
    assert (row["published_from"], row["given"]) == ("2024-11-05", "published csv: mapped")
    assert json.loads((tmp_path / "t/manifest.json").read_text())["columns"] == "text=Der Text published=Tag"


def test_an_unknown_format(tmp_path, capsys):
    assert "csv or parquet" in refused(["tables", str(SEEDS), "--out", str(tmp_path / "t"), "--format", "xls"], capsys)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "99_nothing"], "no notebook 99_nothing; there is 00_corpus, 10_sources"),
        (["-p", "colour", "red"], "no parameter colour in"),
        (["-p", "k", "many"], "the parameter k is int; 'many' is none"),
        (["-p", "story", "x"], "the parameter story is set by PATH"),
        (["-p", "columns", "x"], "the parameter columns is set by --map"),
        (["--map", "body=text"], "no field body to map 'text' to; fields are text, headline"),
        (["--map", "text"], "'text' maps no field"),
    ],
)
def test_wrong_calls_of_run(tmp_path, arguments, message, capsys):
    assert message in refused(["run", str(SEEDS), "--out", str(tmp_path / "r"), *arguments], capsys)
    assert list(tmp_path.iterdir()) == []


def test_polls_writes_the_ledger(tmp_path, capsys):
    assert main(["polls", str(SEEDS), "--out", str(tmp_path / "polls.psv")]) == 0
    assert capsys.readouterr().out == f"3 figures of 1 poll in {tmp_path / 'polls.psv'}\n"
    assert "Kyiv International Institute of Sociology" in (tmp_path / "polls.psv").read_text(encoding="utf-8")
    assert main(["polls", str(SEEDS), "--out", str(tmp_path / "polls.txt")]) == 2
    assert "written as .csv or .psv" in capsys.readouterr().err
