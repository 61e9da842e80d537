"""The notebooks: their form, their stored outputs, and that the regression bites."""

import json
import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_they_are_there():
    assert {path.stem for path in NOTEBOOKS} >= {
        "00_corpus",
        "10_sources",
        "30_polls",
        "40_topics",
        "50_wording",
        "60_framing",
    }


def test_a_title_is_a_question_and_the_answer_comes_first(notebook):
    assert notebook.cells[0].source.splitlines()[0].endswith("?")
    tags = [tag for cell in notebook.cells for tag in cell.metadata.get("tags", ()) if tag != "parameters"]
    assert tags[0] == "answer"
    assert {"answer", "table", "checks", "evidence"} <= set(tags)


def test_parameters_are_lines_that_papermill_reads(notebook):
    [cell] = [cell for cell in code(notebook) if "parameters" in cell.metadata.get("tags", ())]
    for line in cell.source.splitlines():
        declaration, _, meaning = line.partition("  # ")
        assert declaration.count("=") == 1
        assert ":" in declaration
        assert meaning


def test_no_cell_defines_a_function_or_outgrows_a_glance(notebook):
    for cell in code(notebook):
        assert "def " not in cell.source
        assert "lambda" not in cell.source
        assert len(cell.source.splitlines()) <= 16


def test_stored_outputs_are_whole_and_clean(notebook):
    """A cell without execution count would pass unnoticed, and a warning is an output like any other."""
    for cell in code(notebook):
        assert cell.execution_count
        for output in cell.outputs:
            assert output.output_type == "execute_result"
        last = cell.source.splitlines()[-1]
        if last.startswith(("ct.show(", "ct.write.")) or cell.source.startswith("ct.show("):
            assert cell.outputs, cell.source


def test_stored_notebooks_hold_no_path_time_or_version(notebook):
    text = json.dumps(notebook)
    for word in (str(ROOT), "/home", "/root", "/tmp", "iopub", "shell.execute_reply"):
        assert word not in text
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert set(notebook.metadata.language_info) == {"name"}


def nbval(path, **environment):
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "-q",
        "-c",
        os.devnull,
        "--rootdir",
        str(path.parent),
        str(path),
    ]
    done = subprocess.run(
        command,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        cwd=path.parent,
    )
    return done.returncode, re.sub(r"\x1b\[[\d;]*m", "", done.stdout)


@pytest.fixture
def polls(tmp_path):
    return shutil.copy(ROOT / "notebooks/30_polls.ipynb", tmp_path / "30_polls.ipynb")


def test_a_changed_number_in_a_stored_output_fails_and_names_the_cell(polls):
    text = polls.read_text(encoding="utf-8")
    assert "58% of Ukrainians" in text
    polls.write_text(text.replace("58% of Ukrainians", "57% of Ukrainians"), encoding="utf-8")
    status, output = nbval(polls)
    assert status == 1
    assert "30_polls.ipynb::Cell 2" in output
    assert "57% of Ukra" in output


def test_a_changed_rule_of_the_library_fails_and_names_the_cell(polls, tmp_path):
    shutil.copytree(ROOT / "lib", tmp_path / "lib")
    rule = tmp_path / "lib/cuttings/extract/poll/number.py"
    source = rule.read_text(encoding="utf-8")
    assert '("percent", rf"{DIGITS}' in source
    rule.write_text(source.replace('("percent", rf"{DIGITS}', '("percent", rf"per hundred {DIGITS}'), encoding="utf-8")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    status, output = nbval(polls, PYTHONPATH=str(tmp_path / "lib"))
    assert status == 1
    assert "30_polls.ipynb::Cell 2" in output


def test_unchanged_it_passes(polls):
    assert nbval(polls)[0] == 0
