"""The README and CONTRIBUTING tell the truth: findings, snippets, commands, files."""

import re

import nbformat
import pandas as pd
import pytest
from conftest import ROOT

from cuttings import batch, reference, tables
from cuttings.cli import build

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| \[(\w+)\]\((\S+)\) \| (.+?) \| (.+) \|$", README, re.M)


def answers(path):
    notebook = nbformat.read(ROOT / path, as_version=4)
    outputs = [out for cell in notebook.cells if "answer" in cell.metadata.get("tags", ()) for out in cell.outputs]
    return notebook.cells[0].source.splitlines()[0], "\n".join(out.data["text/plain"] for out in outputs)


def test_every_notebook_has_its_row():
    assert [name for name, *_ in ROWS] == sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize(("name", "path", "question", "finding"), ROWS, ids=[row[0] for row in ROWS])
def test_a_row_repeats_the_notebook_s_question_and_answer(name, path, question, finding):
    title, answer = answers(path)
    assert title == f"# {question}"
    assert finding in answer.splitlines()


def test_the_snippets_run(tmp_path, monkeypatch):
    first, room, coding, two = re.findall(r"```python\n(.+?)```", README, re.S)
    names: dict = {}
    exec(first, names)
    assert len(names["lines"]) == 5
    assert names["words"] in names["articles"]["text"].str.cat()
    exec(room, names)
    assert names["room"].view["record"]["place"] == [0, 39]
    monkeypatch.chdir(tmp_path)
    exec(coding, names)
    assert (tmp_path / "coding/ann.csv").read_text(encoding="utf-8-sig").startswith("group,article_id")
    two_coders(two, tmp_path / "two", names, monkeypatch)


def two_coders(snippet, folder, names, monkeypatch):
    """The snippet draws two sheets; both people fill them in, and the rest of it runs."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    draws, reads = snippet.split("# filled in", 1)
    exec(draws, names)
    for path in folder.glob("coding/*.csv"):
        sheet = pd.read_csv(path, dtype="str", keep_default_na=False)
        sheet.assign(economic=["1" if at % 2 else "" for at in sheet.index], done="x").to_csv(path, index=False)
    exec(f"#{reads}", names)
    assert names["problems"].empty
    assert names["ones_and_zeros"].startswith(("0,0", "1,1"))
    assert names["framing"]["corrected"].notna().any()


def test_the_keys_of_the_reading_room_are_those_that_it_hears():
    listed = set(re.findall(r"<kbd>(.+?)</kbd>", README))
    script = (ROOT / "lib/cuttings/front/room.js").read_text(encoding="utf-8")
    heard = set(re.findall(r'event\.key === "(.+?)"', script)) | {"j", "k", "1", "9", "↓", "↑"}
    assert listed - {"Esc"} == heard - {"Escape", "Enter"}


def test_the_grid_is_four_runs_a_story(tmp_path):
    [grid] = re.findall(r"```yaml\n(.+?)```", README, re.S)
    (tmp_path / "grid.yaml").write_text(grid, encoding="utf-8")
    plans = batch.plans(["ukraine-territory"], tmp_path, tmp_path / "grid.yaml")
    assert [plan.name for plan in plans] == [
        f"ukraine-territory-50_wording-60_framing-by={by}-voice={voice}"
        for by in ("outlet", "month")
        for voice in ("own", "quoted")
    ]


def test_the_reference_is_that_of_the_code():
    """`make reference` writes it anew."""
    assert (ROOT / "lib/REFERENCE.md").read_text(encoding="utf-8") == reference.page()


def test_every_public_function_says_what_it_does():
    for block in re.findall(r"^#### (\S+)\n\n```python\n.*?```\n\n(.*?)$", reference.page(), re.M | re.S):
        assert len(block[1]) > 20, block[0]


def test_the_commands_are_there():
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"(?:^    |`)make ([a-z]+)", README + CONTRIBUTING, re.M)) <= set(targets)
    for line in re.findall(r"^ +\.venv/bin/cuttings (.+)$", README, re.M):
        build().parse_args(line.split())


def test_the_files_named_are_there():
    for text in (README, CONTRIBUTING):
        for path in re.findall(r"`((?:lib|seeds|notebooks|tests)/[\w./-]+\w)`", text):
            assert (ROOT / path).exists(), path


def test_tables_named_in_the_readme_exist():
    assert {"rejects", "fields"} <= set(tables.TABLES)
