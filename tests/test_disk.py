"""Disks that are full, places that cannot be written, readers that have gone: a clear line, and nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, SEEDS, codebook_of, outlets_of
from matplotlib.figure import Figure

from cuttings import batch, coding, folder, write
from cuttings.batch import attempt as attempts
from cuttings.batch.refresh import store_outputs
from cuttings.errors import InputError

NOBODY = 999_999_999  # no process has this number


@pytest.fixture
def full(monkeypatch):
    """A disk on which a file is begun and not ended."""

    def begun(path, data):
        with path.open("wb") as handle:
            handle.write(data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", begun)


def notebook(path, source="1 + 1"):
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [nbformat.v4.new_code_cell(source)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path.read_bytes()


def test_a_notebook_that_cannot_be_stored_is_as_it_was(tmp_path, full):
    before = notebook(tmp_path / "a.ipynb")
    assert store_outputs(tmp_path / "a.ipynb") == "a.ipynb cannot be written: No space left on device"
    assert (tmp_path / "a.ipynb").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.ipynb"]


def test_a_notebook_is_refreshed_as_jupyter_writes_it(tmp_path):
    notebook(tmp_path / "a.ipynb")
    assert batch.refresh(tmp_path) == [tmp_path / "a.ipynb"]
    made = nbformat.read(tmp_path / "a.ipynb", as_version=4)
    assert made.cells[0].outputs[0].data["text/plain"] == "2"
    assert (tmp_path / "a.ipynb").read_text(encoding="utf-8") == nbformat.writes(made) + "\n"


def test_a_sheet_is_there_as_a_whole_or_not_at_all(tmp_path, full):
    articles = outlets_of("The town council met on the bridge on Friday to vote. " * 9, outlets=["A"])
    with pytest.raises(InputError, match=r"^sheet\.csv cannot be written: No space left on device$"):
        coding.sheet(articles, codebook_of(cost="", blame=""), n=2, out=tmp_path / "sheet.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_figure_is_there_as_a_whole_or_not_at_all(tmp_path, full):
    with pytest.raises(InputError, match=r"^f\.png cannot be written"):
        write.figure(Figure(), tmp_path / "f")
    assert list(tmp_path.iterdir()) == []


def test_two_processes_do_not_write_into_each_other_and_a_killed_one_leaves_nothing(tmp_path):
    (tmp_path / f".a.csv.{NOBODY}.part").write_text("half")
    (tmp_path / f".a.csv.{os.getppid()}.part").write_text("another process")
    (tmp_path / ".b.csv.1.part").write_text("another file")
    folder.write_file(tmp_path / "a.csv", b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", f".a.csv.{os.getppid()}.part", ".b.csv.1.part"}
    assert (tmp_path / "a.csv").read_bytes() == b"whole"


def test_a_folder_that_cannot_take_its_place_is_a_clear_word(tmp_path, monkeypatch):
    def refused(*_):
        raise OSError(13, "Permission denied")

    with pytest.raises(InputError, match="out cannot be written: Permission denied"):  # noqa: SIM117
        with folder.whole(tmp_path / "out", SEEDS):
            monkeypatch.setattr("pathlib.Path.rename", refused)
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_run_that_cannot_be_moved_is_kept_where_it_is(tmp_path, monkeypatch):
    draft = folder.begin(tmp_path / "run", SEEDS)
    (draft.folder / "manifest.json").write_text("{}")
    going = attempts.Attempt(batch.Plan("run", SEEDS, tmp_path / "run", [], "", {}, {}), draft, {})

    def refused(*_):
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.rename", refused)
    assert attempts.keep_failed(going) == draft.folder
    assert (draft.folder / "manifest.json").is_file()


def command(*arguments, **how):
    """The command in a process of its own."""
    call = [sys.executable, "-m", "cuttings.cli", *map(str, arguments)]
    return subprocess.Popen(call, stderr=subprocess.PIPE, text=True, cwd=ROOT, **how)


def test_what_is_printed_to_a_full_disk_or_to_nobody_is_no_traceback(tmp_path):
    with Path("/dev/full").open("w") as nowhere:
        process = command("reference", "--out", tmp_path / "r.md", stdout=nowhere)
        _, error = process.communicate(timeout=300)
    assert (process.returncode, error) == (2, "cuttings: the output: No space left on device\n")
    reader, writer = os.pipe()
    os.close(reader)
    process = command("reference", "--out", tmp_path / "r.md", stdout=writer)
    os.close(writer)
    _, error = process.communicate(timeout=300)
    assert (process.returncode, error) == (141, "")
    assert (tmp_path / "r.md").is_file()


def test_of_two_that_sum_up_runs_in_one_place_the_second_is_refused(tmp_path):
    left = tmp_path / f".index.html.partial-{NOBODY}"
    left.mkdir()
    (left / ".owner").write_text("1.0")
    with folder.claimed(tmp_path / "index.html"):
        assert not left.exists()
        [mark] = tmp_path.iterdir()
        other = mark.rename(tmp_path / f".index.html.partial-{os.getppid()}")
        begun = json.dumps(folder.psutil.Process(os.getppid()).create_time())
        (other / ".owner").write_text(begun)
        with pytest.raises(InputError, match=r"index\.html is being written by another run"):  # noqa: SIM117
            with folder.claimed(tmp_path / "index.html"):
                pytest.fail("two at once")
        assert other.exists()
