"""The commands `cuttings coding`: a sheet is drawn, filled, read back, and its coders are held against each other."""

import csv
import io

import pandas as pd
import pytest

from cuttings import say, tables
from cuttings.cli import main

TEXT = "The council met on Tuesday. " + " ".join(
    f"Councillor {name} voted on the bridge. The mayor was against {name} and spoke of the cost." for name in "ABCDEF"
)


@pytest.fixture
def story(tmp_path):
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "story"


def fill(path, coder, code):
    """Fill every row: the code where the unit names the bridge, and one row with a mark that is none."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    for row in rows:
        row |= {"coder": coder, "done": "x", code: "1" if "bridge" in row["text"] else ""}
    rows[0][code] = "perhaps"
    pd.DataFrame(rows).to_csv(path, index=False)


def drawn(story, *names):
    for name in names:
        out = story / "coding" / f"{name}.csv"
        assert main(["coding", "sheet", str(story), "-n", "8", "--out", str(out)]) == 0
        fill(out, name, "conflict")


def test_from_a_sheet_to_agreement(story, tmp_path, capsys):
    drawn(story, "ann", "ben")
    told = capsys.readouterr().out
    assert told.count("8 sentences for the 5 codes of generic_frames in ") == 2
    assert main(["coding", "agreement", str(story), "--out", str(tmp_path / "a.csv")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "ann: 7 units coded by generic_frames"
    assert "ann.csv: 1 row not taken: no mark: 'perhaps' in conflict (1)" in lines
    [conflict] = [line for line in lines if line.startswith("generic_frames, conflict: ")]
    assert conflict.endswith("100% alike in 7 units by 2 coders: reliable")
    assert pd.read_csv(tmp_path / "a.csv")["frame"].tolist() == ["all codes", "conflict"]


def test_codes_are_read_back_and_one_is_written_for_recal(story, tmp_path, capsys):
    drawn(story, "ann", "ben")
    assert (
        main(["coding", "read", str(story), str(story / "coding" / "ann.csv"), "--out", str(tmp_path / "c.csv")]) == 0
    )
    codes = pd.read_csv(tmp_path / "c.csv")
    assert list(codes.columns) == list(tables.TABLES["codes"].types)
    assert set(codes["coder"]) == {"ann"}
    assert main(["coding", "agreement", str(story), "--recal", "conflict", "--out", str(tmp_path / "r.csv")]) == 0
    assert set((tmp_path / "r.csv").read_text().split()) == {"0,0", "1,1"}
    assert "not taken" in capsys.readouterr().out


def test_the_tables_of_a_story_are_corrected_by_its_sheets(story, tmp_path, capsys):
    drawn(story, "ann")
    assert main(["tables", str(story), "--out", str(tmp_path / "t")]) == 0
    framing = pd.read_csv(tmp_path / "t" / "framing.csv").set_index(["codebook", "coder", "frame"])
    row = framing.loc[("generic_frames", "indicators", "conflict")]
    assert row["coded"] == 7
    assert pd.notna(row["corrected"])
    assert framing.loc["policy_frames", "note"].eq("not corrected: nobody coded any of these units").all()


def test_without_a_filled_sheet_it_says_how_to_draw_one(story, capsys):
    assert main(["coding", "agreement", str(story)]) == 0
    assert capsys.readouterr().out == "no sheet is filled: cuttings coding sheet draws one\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("sheet", "--out", "story/s.csv"), "would be read as an article"),
        (("sheet", "--out", "s.csv", "-n", "0"), "at least 1 unit"),
        (("sheet", "--out", "s.csv", "--codebook", "nothing"), "no codebook 'nothing'"),
        (("sheet", "--out", "s.csv", "--by", "colour"), "by='colour'"),
        (("sheet", "--out", "s.csv", "--unit", "word"), "unit='word'"),
        (("read", "--out", "c.doc"), "doc"),
        (("read", "--out", "story/c.csv"), "lies in"),
        (("read", "nothing.csv", "--out", "c.csv"), "cannot be read"),
        (("agreement", "--recal", "conflict"), "give its place with --out"),
        (("agreement", "--recal", "conflict", "--out", "r.csv"), "nobody gave a code 'conflict'"),
    ],
)
def test_a_wrong_call_is_one_clear_line(story, monkeypatch, capsys, arguments, message):
    monkeypatch.chdir(story.parent)
    name, *rest = arguments
    assert main(["coding", name, "story", *rest]) == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert message in captured.err
    assert not captured.out


def test_lines_of_agreement():
    base = {"codebook": "b", "frame": "cost", "level": "nominal", "coders": 2, "units": 40, "n": 80, "agree": 0.9}
    known = tables.build("agreement", [base | {"alpha": 0.71, "low": 0.52, "high": 0.88, "status": "tentative"}])
    assert say.agreement(known) == [
        "b, cost: alpha 0.71 (95% interval 0.52 to 0.88), 90% alike in 40 units by 2 coders: tentative"
    ]
    none = tables.build("agreement", [base | {"status": "all values are the same"}])
    assert say.agreement(none) == ["b, cost: no alpha, all values are the same"]


def test_a_level_that_is_none(story, capsys):
    drawn(story, "ann", "ben")
    assert main(["coding", "agreement", str(story), "--level", "loud"]) == 2
    assert "level='loud'" in capsys.readouterr().err


def test_many_reasons_are_counted():
    rows = [{"file": "a.csv", "row": number, "coder": "ann", "reason": f"reason {number}"} for number in range(7)]
    [told] = say.coded(tables.build("codes", []), tables.build("coding_problems", rows))
    assert told.startswith("a.csv: 7 rows not taken: reason 0 (1); ")
    assert told.endswith("; and 3 other reasons")
