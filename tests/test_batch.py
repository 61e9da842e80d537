"""Runs of the notebooks: whole, or kept as failed with the cell and the reason."""

import json
import os
import signal
import subprocess
import sys
import time

import nbformat
import pytest
from conftest import SEEDS

from cuttings import batch
from cuttings.cli import main

POLLS = ("poll_disclosure", "poll_figures", "poll_outlets", "poll_series")


def test_a_run_is_whole_and_self_contained(tmp_path):
    out = tmp_path / "run"
    done = batch.run(SEEDS, out, ["30_polls"])
    assert done.folder == out
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert written == {
        "manifest.json",
        "report.html",
        "notebooks/30_polls.ipynb",
        "notebooks/30_polls.html",
        "tables/polls.csv",
        "tables/poll_details.csv",
        "tables/poll_disclosure.csv",
        "tables/poll_figures.csv",
        "tables/poll_ledger.csv",
        "tables/poll_checks.csv",
        *(f"figures/{name}.{ending}" for name in POLLS for ending in ("png", "svg")),
    }
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["rows"]["poll_figures"] == 3
    assert manifest["seconds"].keys() == {"30_polls"}
    assert [path.name for path in tmp_path.iterdir()] == ["run"]
    for page in ("report.html", "notebooks/30_polls.html"):
        text = (out / page).read_text()
        assert "58%" in text
        assert "<script" not in text
        assert 'src="http' not in text
        assert "Content-Security-Policy" in text


def test_a_run_passes_the_mapping_of_columns_to_the_notebooks(tmp_path):
    text = "A poll found that 58% of Ukrainians oppose the plan, the institute said on Tuesday. " * 3
    (tmp_path / "a.csv").write_text(f"Der Text;Tag\n{text};2024-11-05\n", encoding="utf-8")
    batch.run(tmp_path / "a.csv", tmp_path / "run", ["30_polls"], columns="text=Der Text published=Tag")
    assert "58" in (tmp_path / "run/tables/poll_figures.csv").read_text()
    assert json.loads((tmp_path / "run/manifest.json").read_text())["columns"] == "text=Der Text published=Tag"


@pytest.fixture
def failing(tmp_path, monkeypatch):
    """A folder of notebooks one of which fails in its second cell."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        cells=[
            nbformat.v4.new_code_cell('story: str = ""\nout: str = ""', metadata={"tags": ["parameters"]}),
            nbformat.v4.new_code_cell("1 / 0"),
        ],
    )
    nbformat.write(notebook, folder / "10_fails.ipynb")
    monkeypatch.setattr(batch, "NOTEBOOKS", folder)
    return tmp_path


def test_a_failed_run_keeps_the_notebook_and_says_which_cell_and_why(failing, capsys):
    out = failing / "run"
    assert main(["run", str(SEEDS), "--out", str(out)]) == 1
    error = capsys.readouterr().err
    assert "10_fails failed: cell 2 (ZeroDivisionError: division by zero)" in error
    assert "run.failed" in error
    assert not out.exists()
    kept = nbformat.read(failing / "run.failed/notebooks/10_fails.ipynb", as_version=4)
    assert "ZeroDivisionError" in str(kept.cells)


def test_a_failed_run_leaves_the_earlier_whole_one(failing):
    out = failing / "run"
    out.mkdir()
    (out / "manifest.json").write_text('{"cuttings": "0"}')
    main(["run", str(SEEDS), "--out", str(out)])
    assert (out / "manifest.json").read_text() == '{"cuttings": "0"}'


def test_a_notebook_without_its_checkout_is_a_clear_word(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(batch, "NOTEBOOKS", tmp_path / "nowhere")
    assert main(["run", str(SEEDS), "--out", str(tmp_path / "r")]) == 2
    assert "no notebooks in" in capsys.readouterr().err


def test_an_interrupted_run_says_so_and_leaves_nothing(tmp_path):
    command = [sys.executable, "-m", "cuttings.cli", "run", str(SEEDS), "--out", str(tmp_path / "run")]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    while not list(tmp_path.glob(".run.partial-*")):
        time.sleep(0.1)
        assert process.poll() is None
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted; nothing was left half-written" in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []
