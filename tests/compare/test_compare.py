"""Comparison of two runs: which finding differs, how far, and where its words stand."""

import json
import shutil

import nbformat
import pandas as pd
import pytest
from conftest import SEEDS

from cuttings import InputError, compare
from cuttings.cli import main
from cuttings.compare.summary import apart
from cuttings.write import table


@pytest.fixture
def kept(tmp_path):
    """A function that writes a run of the tables and answers given."""

    def write(name, answers=(), manifest=None, **frames):
        folder = tmp_path / name
        (folder / "notebooks").mkdir(parents=True)
        (folder / "tables").mkdir()
        (folder / "manifest.json").write_text(json.dumps({"cuttings": "1", **(manifest or {})}))
        for table_name, frame in frames.items():
            table(pd.DataFrame(frame), folder / "tables" / f"{table_name}.csv")
        put = nbformat.v4.new_output("display_data", {"text/plain": "\n".join(answers)})
        cell = nbformat.v4.new_code_cell("x", metadata={"tags": ["answer"]}, outputs=[put])
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / "notebooks/10_x.ipynb")
        return folder

    return write


FIGURES = {
    "article_id": ["a" * 12, "a" * 12],
    "start": [5, 40],
    "end": [8, 43],
    "text": ["58%", "32%"],
    "percent": [58.0, 32.0],
}


def rows(found):
    return [tuple(None if pd.isna(value) else value for value in row) for row in found.itertuples(index=False)]


def test_two_runs_that_say_the_same_have_no_difference(kept):
    runs = [kept(name, ["58% said so."], poll_figures=FIGURES) for name in "ab"]
    assert compare.runs(*runs).empty
    assert compare.circumstances(*runs) == []


def test_a_changed_cell_is_named_with_key_column_values_and_address(kept):
    old, new = kept("a", poll_figures=FIGURES), kept("b", poll_figures={**FIGURES, "percent": [58.0, 33.5]})
    key, at = f"article_id={'a' * 12}, start=40", f"{'a' * 12}#char=40,43"
    assert rows(compare.runs(old, new)) == [
        ("poll_figures", key, "percent", "changed", "32", "33.5", False, at),
    ]


def test_rows_columns_and_tables_of_one_run_only_are_told(kept):
    old = kept("a", voices={"speaker": ["Ann", "Ben"], "n": [1, 2]}, cues={"cue": ["said"]})
    new = kept("b", voices={"speaker": ["Ann", "Cem"], "n": [1, 2], "more": [0, 0]}, sides={"side": ["x", "y"]})
    assert rows(compare.runs(old, new)) == [
        ("cues", "all rows", "", "removed", "1 row", None, False, None),
        ("sides", "all rows", "", "added", None, "2 rows", False, None),
        ("voices", "all rows", "more", "added", None, None, False, None),
        ("voices", "speaker=Ben", "", "removed", None, None, False, None),
        ("voices", "speaker=Cem", "", "added", None, None, False, None),
    ]


@pytest.mark.parametrize(
    ("texts", "within"),
    [
        ([], [False, False]),
        (["0.05"], [True, False]),
        (["share=0.05"], [True, False]),
        (["mine.n=0.5"], [False, True]),
        (["0.5", "n=0"], [True, False]),
        (["0.5"], [True, True]),
    ],
)
def test_a_tolerance_is_of_every_number_or_of_a_column(kept, texts, within):
    old = kept("a", mine={"who": ["x"], "share": [0.50], "n": [10]})
    new = kept("b", mine={"who": ["x"], "share": [0.51], "n": [15]})
    found = compare.runs(old, new, compare.parse(texts))
    assert found["column"].tolist() == ["share", "n"]
    assert found["within"].tolist() == within


@pytest.mark.parametrize("text", ["x", "-1", "share=", "share=nan", "inf", ""])
def test_what_is_no_tolerance_is_refused(text):
    with pytest.raises(InputError, match="a tolerance is"):
        compare.parse([text])


def test_a_place_in_a_text_has_no_tolerance(kept):
    old, new = kept("a", poll_figures=FIGURES), kept("b", poll_figures={**FIGURES, "end": [8, 44]})
    assert compare.runs(old, new, compare.parse(["0.5"]))["within"].tolist() == [False]


def test_a_value_that_became_unknown_is_beyond_every_tolerance(kept):
    old, new = (kept(name, mine={"who": ["x"], "share": [value]}) for name, value in (("a", 0.5), ("b", None)))
    assert rows(compare.runs(old, new, compare.parse(["1"]))) == [
        ("mine", "who=x", "share", "changed", "0.5", None, False, None)
    ]


def test_sentences_are_compared_by_words_and_by_numbers(kept):
    old = kept("a", ["Of 4 checks 2 hold.", "Ann has 1,000 words.", "The end."])
    new = kept("b", ["Of 4 checks 3 hold.", "Ann has 1,001 words.", "Ben is new.", "The end."])
    found = compare.runs(old, new, compare.parse(["0.01"]))
    assert found[["key", "change", "within"]].values.tolist() == [
        ["10_x: sentence 1", "changed", False],
        ["10_x: sentence 2", "changed", True],
        ["10_x: sentence 3", "added", False],
    ]


def test_a_table_that_nothing_tells_apart_is_compared_row_by_row(kept):
    old, new = kept("a", mine={"who": ["x", "x"]}), kept("b", mine={"who": ["x", "y"]})
    found = compare.runs(old, new)
    assert found[["key", "column", "old", "new"]].values.tolist() == [["row=2", "who", "x", "y"]]


def test_an_edited_article_is_found_by_its_file(kept):
    ids = "a" * 12, "b" * 12
    old, new = (
        kept(
            name,
            articles={"article_id": [one], "file": ["x.txt"], "record": ["1"]},
            poll_figures={**FIGURES, "article_id": [one, one], "percent": [58.0, share]},
            omissions={"fact": ["Ann"], "evidence": [f"{one}#char=1,4"]},
        )
        for name, one, share in (("a", ids[0], 32.0), ("b", ids[1], 31.0))
    )
    assert rows(compare.runs(old, new)) == [
        (
            "poll_figures",
            f"article_id={ids[1]}, start=40",
            "percent",
            "changed",
            "32",
            "31",
            False,
            f"{ids[1]}#char=40,43",
        )
    ]


def test_of_an_article_of_one_run_only_its_own_row_is_told(kept):
    old = kept("a", articles={"article_id": ["c" * 12], "file": ["y.txt"], "record": ["1"]}, poll_figures=FIGURES)
    new = kept(
        "b",
        articles={"article_id": ["c" * 12, "a" * 12], "file": ["y.txt", "x.txt"], "record": ["1", "1"]},
        poll_figures=FIGURES,
    )
    assert rows(compare.runs(old, new)) == [
        ("articles", f"article_id={'a' * 12}", "", "added", None, None, False, None)
    ]


def test_what_went_in_is_told(kept):
    first = {"inputs": [{"file": "a.txt", "sha256": "1"}, {"file": "b.txt", "sha256": "1"}], "packages": {"numpy": "2"}}
    second = {
        "inputs": [{"file": "a.txt", "sha256": "2"}, {"file": "c.txt", "sha256": "1"}],
        "packages": {"numpy": "3"},
        "parameters": {"by": "month"},
    }
    assert compare.circumstances(kept("a", manifest=first), kept("b", manifest=second)) == [
        "1 file of the dump changed: a.txt",
        "1 file of the dump new: c.txt",
        "1 file of the dump gone: b.txt",
        "by as the notebook has it → month",
        "numpy 2 → 3",
    ]


def test_the_command_says_what_differs_and_ends_with_1_beyond_tolerance(kept, tmp_path, capsys):
    old, new = kept("a", poll_figures=FIGURES), kept("b", poll_figures={**FIGURES, "percent": [58.0, 32.5]})
    kept_in = tmp_path / "differences.csv"
    assert main(["compare", str(old), str(new), "--out", str(kept_in)]) == 1
    printed = capsys.readouterr().out
    assert "1 finding beyond tolerance" in printed
    assert f"percent 32 → 32.5  {'a' * 12}#char=40,43" in printed
    assert kept_in.read_text().count("\n") == 2
    assert main(["compare", str(old), str(new), "--tolerance", "percent=0.02"]) == 0
    assert "1 finding within tolerance" in capsys.readouterr().out
    assert main(["compare", str(old), str(old)]) == 0
    assert "Every finding is the same." in capsys.readouterr().out


def test_parquet_and_csv_of_the_same_tables_are_the_same(tmp_path):
    for name in ("csv", "parquet"):
        assert main(["tables", str(SEEDS), "--out", str(tmp_path / name), "--format", name]) == 0
    assert compare.runs(tmp_path / "csv", tmp_path / "parquet").empty


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("manifest.json", "{}", "is no run"),
        ("manifest.json", "{", "cannot be read"),
        ("tables/voices.csv", "a,b\n1\n", "is no table"),
        ("tables/voices.csv", "a,a\n1,2\n", "is no table"),
        ("tables/voices.csv", 'a,b\n"1,2\n', "cannot be read as a table"),
        ("notebooks/10_x.ipynb", "[]", "cannot be read as a notebook"),
    ],
)
def test_a_damaged_run_is_a_clear_word(kept, capsys, file, content, message):
    good, bad = kept("a"), kept("b")
    (bad / file).write_text(content)
    assert main(["compare", str(good), str(bad)]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert "Traceback" not in error


def test_no_run_at_all_is_a_clear_word(kept, tmp_path, capsys):
    assert main(["compare", str(kept("a")), str(tmp_path / "nowhere")]) == 2
    assert "is no run: no manifest.json of cuttings in it" in capsys.readouterr().err


def test_long_texts_are_shown_where_they_part():
    assert apart("x" * 50 + "58" + "y" * 50, "x" * 50 + "61" + "y" * 50) == (
        "…" + "x" * 30 + "58" + "y" * 30 + "…",
        "…" + "x" * 30 + "61" + "y" * 30 + "…",
    )
    assert apart("aa", "aaa") == ("aa", "aaa")


def test_words_of_articles_cannot_act_on_the_terminal(kept, capsys):
    old, new = kept("a", mine={"who": ["x"], "text": ["a"]}), kept("b", mine={"who": ["x"], "text": ["\x1b[2Jb"]})
    main(["compare", str(old), str(new)])
    assert "\x1b" not in capsys.readouterr().out


def test_a_run_against_itself_has_no_difference(tmp_path):
    assert main(["tables", str(SEEDS), "--out", str(tmp_path / "a")]) == 0
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "b")]) == 0


def test_differences_that_cannot_be_kept_are_told_all_the_same(kept, tmp_path, capsys):
    old, new = kept("a", poll_figures=FIGURES), kept("b", poll_figures={**FIGURES, "percent": [58.0, 32.5]})
    (tmp_path / "taken").write_text("a file where a folder should be")
    assert main(["compare", str(old), str(new), "--out", str(tmp_path / "taken/d.csv")]) == 2
    told = capsys.readouterr()
    assert "percent 32" in told.out
    assert "All of them in" not in told.out
    assert "d.csv cannot be written" in told.err


def test_rows_are_told_together_and_what_their_keys_have_in_common_once(kept, capsys):
    rows = {"group": ["A"] * 4, "term": ["deal", "war", "peace", "gas"], "n": [1, 2, 3, 4], "of_n": [9, 9, 9, 9]}
    other = {"group": ["A"] * 3, "term": ["deal", "war", "gas"], "n": [2, 2, 4], "of_n": [8, 9, 7]}
    said = ["9 words differ.", "None of the 5 groups has five articles."]
    spans = {"article_id": ["a" * 12] * 2, "start": [1, 5], "end": [2, 6], "kind": ["x", "y"]}
    old = kept("a", said, mine=rows, a_spans=spans)
    new = kept("b", [said[1].replace("5", "4")], mine=other, a_spans={**spans, "kind": ["z", "y"]})
    assert main(["compare", str(old), str(new)]) == 1
    printed = capsys.readouterr().out
    assert "beyond tolerance: 2 sentences of the answers and " in printed
    assert printed.index("\nanswers") < printed.index("\nmine (group=A)") < printed.index("\na_spans")
    assert "\n  term=deal: n 1 → 2; of_n 9 → 8\n" in printed
    assert "\n  1 row removed: term=peace\n" in printed
    assert "sentence 1: None of the 5 groups has five articles. → None of the 4 groups" in printed
    assert "sentence 1 of the first run: removed: 9 words differ." in printed
