"""Runs of the notebooks: whole, or kept as failed with the cell and the reason."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from urllib.parse import unquote

import nbformat
import pandas as pd
import pytest
from conftest import ROOT, SEEDS
from lxml import html

from cuttings import batch, compare, folder
from cuttings.batch import plan as planning
from cuttings.batch import worker
from cuttings.batch.grid import read_grid
from cuttings.cli import main
from cuttings.errors import InputError

POLLS = ("poll_disclosure", "poll_figures", "poll_outlets", "poll_series")


def test_a_run_is_whole_and_self_contained(tmp_path):
    out = tmp_path / "run"
    done = batch.run(SEEDS, out, ["30_polls"])
    assert (done.status, done.plan.out, list(done.outcomes)) == ("done", out, ["30_polls"])
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
        "tables/poll_shares.csv",
        "tables/poll_checks.csv",
        "tables/poll_checks_by_copies.csv",
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
    report = (out / "report.html").read_text()
    leads = set(re.findall(r'href="#(w-[^"]+)"', report))
    assert leads
    assert leads <= set(re.findall(r'<mark id="([^"]+)"', report))
    assert report.index("Which poll figures") < report.index("58% of") < report.index("Methods and limits")
    assert re.search(r"\d+ words of its [\d,]+ stand in this report", report)


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
    monkeypatch.setattr(planning, "NOTEBOOKS", folder)
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
    monkeypatch.setattr(planning, "NOTEBOOKS", tmp_path / "nowhere")
    assert main(["run", str(SEEDS), "--out", str(tmp_path / "r")]) == 2
    assert "no notebooks in" in capsys.readouterr().err


@pytest.fixture
def small(tmp_path_factory, monkeypatch):
    """A folder with one notebook, which is done in a second, and is killed with its process by a story named bad."""
    notebooks = tmp_path_factory.mktemp("notebooks")
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        cells=[
            nbformat.v4.new_code_cell(
                'story: str = ""\nout: str = ""\nby: str = "outlet"', metadata={"tags": ["parameters"]}
            ),
            nbformat.v4.new_code_cell(
                "import os, signal\nfrom pathlib import Path\n"
                'Path("tables").mkdir()\nPath("tables/t.csv").write_text("a\\n1\\n")'
            ),
            nbformat.v4.new_code_cell('if "bad" in story:\n    os.kill(os.getppid(), signal.SIGKILL)'),
            nbformat.v4.new_code_cell(
                'from IPython.display import display\ndisplay({"text/plain": f"58% by {by}"}, raw=True)',
                metadata={"tags": ["answer"]},
            ),
        ],
    )
    nbformat.write(notebook, notebooks / "10_small.ipynb")
    monkeypatch.setattr(planning, "NOTEBOOKS", notebooks)
    return notebooks


@pytest.fixture
def stories(tmp_path):
    """Two stories of an article each."""
    for name in ("bad", "good"):
        (tmp_path / "stories" / name).mkdir(parents=True)
        (tmp_path / "stories" / name / "a.txt").write_text("The council met on Tuesday to vote on the bridge. " * 5)
    return tmp_path / "stories"


def wait_for(there, process):
    """Wait until a run has come so far."""
    while not there():
        time.sleep(0.05)
        assert process.poll() is None


def content(folder):
    """Every file of a run with its bytes; of the manifest, what is not the time that it took."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    told = json.loads(files.pop("manifest.json"))
    return {**files, "manifest": {key: value for key, value in told.items() if key != "seconds"}}


def start(*arguments):
    """A run in a process of its own."""
    command = [sys.executable, "-m", "cuttings.cli", "run", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


TWO = ("--only", "30_polls", "--only", "00_corpus")


def test_a_killed_run_goes_on_to_the_same_bytes(tmp_path, capsys):
    process = start(SEEDS, "--out", tmp_path / "run", *TWO)
    wait_for(lambda: list(tmp_path.glob(".run.partial-*/.done/*")), process)
    process.kill()
    process.communicate()
    [left] = tmp_path.glob(".run.partial-*")
    [finished] = (left / ".done").iterdir()
    kept = left / "notebooks" / f"{finished.name}.ipynb"
    number = kept.stat().st_ino
    assert main(["run", str(SEEDS), "--out", str(tmp_path / "run"), *TWO, "--resume"]) == 0
    assert (tmp_path / "run/notebooks" / kept.name).stat().st_ino == number
    assert [path.name for path in tmp_path.iterdir()] == ["run"]
    batch.run(SEEDS, tmp_path / "whole", ["30_polls", "00_corpus"])
    assert content(tmp_path / "run") == content(tmp_path / "whole")
    assert compare.runs(tmp_path / "run", tmp_path / "whole").empty


@pytest.mark.parametrize("more", [["--resume"], []])
def test_what_another_run_has_left_is_begun_anew(tmp_path, small, more):
    left = tmp_path / ".run.partial-999999999"
    (left / ".done").mkdir(parents=True)
    (left / "manifest.json").write_text('{"cuttings": "0"}')
    (left / ".done/10_small").write_text("1.0")
    assert main(["run", str(SEEDS), "--out", str(tmp_path / "run"), *more]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["run"]
    assert (tmp_path / "run/notebooks/10_small.ipynb").is_file()


def test_what_a_run_was_about_to_replace_is_put_back(tmp_path):
    old = tmp_path / ".run.partial-999999999.old"
    old.mkdir()
    (old / "manifest.json").write_text('{"cuttings": "0"}')
    with pytest.raises(RuntimeError), folder.whole(tmp_path / "run", SEEDS):
        raise RuntimeError
    assert (tmp_path / "run/manifest.json").read_text() == '{"cuttings": "0"}'


def test_two_runs_into_one_place_do_not_mix(tmp_path, capsys):
    process = start(SEEDS, "--out", tmp_path / "run", "--only", "30_polls")
    wait_for(lambda: list(tmp_path.glob(".run.partial-*/manifest.json")), process)
    for more in ([], ["--resume"]):
        assert main(["run", str(SEEDS), "--out", str(tmp_path / "run"), "--only", "30_polls", *more]) == 2
        assert f"is being written by another run (process {process.pid})" in capsys.readouterr().err
    process.communicate()
    assert process.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_a_run_that_stands_there_is_kept_by_resume_alone(tmp_path, small):
    arguments = ["run", str(SEEDS), "--out", str(tmp_path / "run")]

    def again(*more):
        assert main([*arguments, *more]) == 0
        return (tmp_path / "run").stat().st_ino

    first = again()
    assert again("--resume") == first
    with_texts = again("--resume", "--texts")
    assert with_texts != first  # another report
    assert again("--resume", "-p", "by", "month") != with_texts


def test_a_full_disk_is_a_clear_word_and_nothing_is_lost(tmp_path, small, monkeypatch, capsys):
    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("cuttings.report.write", full)
        assert main(["run", str(SEEDS), "--out", str(tmp_path / "run")]) == 1
    error = capsys.readouterr().err
    assert "run cannot be written: No space left on device; what was run is kept in" in error
    assert (tmp_path / "run.failed/tables/t.csv").is_file()
    monkeypatch.setattr("cuttings.manifest.store", full)
    assert main(["run", str(SEEDS), "--out", str(tmp_path / "again")]) == 2
    assert "again cannot be written: No space left on device" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["run.failed"]


def test_a_notebook_that_cannot_be_written_is_a_clear_word(tmp_path):
    (tmp_path / "notebooks").write_text("a file where a folder should be")
    outcome = worker.execute(planning.NOTEBOOKS / "30_polls.ipynb", tmp_path, {"story": str(SEEDS)})
    assert outcome.failure.startswith("30_polls.ipynb cannot be written: ")


def test_many_runs_go_on_past_those_that_fail(tmp_path, small, stories, capsys):
    good, out = stories / "good", tmp_path / "out"
    grid = tmp_path / "grid.csv"
    grid.write_text(f"story,run,by,map\n{good},first,month,\n{good},wrong,,nonsense=x\n{good},second,,\n")
    arguments = ["run", "--grid", str(grid), "--out", str(out)]
    assert main(arguments) == 1
    assert "3 runs, 1 failed" in capsys.readouterr().out
    rows = pd.read_csv(out / "runs.csv", keep_default_na=False)
    assert rows[["run", "notebook", "status", "finding"]].values.tolist() == [
        ["first", "10_small", "done", "58% by month"],
        ["wrong", "", "failed", ""],
        ["second", "10_small", "done", "58% by outlet"],
    ]
    assert "nonsense" in rows["failure"][1]
    page = html.parse(out / "index.html").getroot()
    assert page.xpath("//p[1]")[0].text_content() == "3 runs of 1 story: 2 done and 1 failed."
    assert page.xpath("//tbody//a/@href") == [
        *("first/report.html", "first/report.html#10_small", "second/report.html", "second/report.html#10_small")
    ]
    assert all((out / href.partition("#")[0]).is_file() for href in page.xpath("//tbody//a/@href"))
    cells = [one.xpath("tr[1]/td/text() | tr[1]/td/a/text()") for one in page.xpath("//tbody")]
    assert cells[0][:4] == ["first", "good", "by = month", "done"]
    assert cells[1][:4] == ["wrong", "good", "as the notebooks have them", "failed"]
    found = [" ".join(one.text_content().split()) for one in page.xpath("//tbody/tr[2]")]
    assert found[0] == "10_small: 58% by month"
    assert found[1].startswith("failed: ")
    assert main([*arguments, "--resume"]) == 1
    assert pd.read_csv(out / "runs.csv")["status"].tolist() == ["kept", "failed", "kept"]


def test_a_process_that_the_system_ends_fails_its_notebook_and_not_the_rest(tmp_path, small, stories):
    plans = batch.plans([stories / "bad", stories / "good"], tmp_path / "out")
    ended = {done.plan.name: done for done in batch.runs(plans, cores=1)}
    assert "the system ended its process" in ended["bad"].failure
    assert ended["good"].status == "done"


GRIDS = {
    "a.csv": "story,by\nseeds/ukraine-territory,month\nseeds/ukraine-territory,outlet\n",
    "b.yaml": "- {story: ukraine-territory, by: month}\n- {story: ukraine-territory, by: outlet}\n",
    "c.yaml": "stories: [ukraine-territory]\nparameters: {by: [month, outlet]}\nnotebooks: [50_wording, 60_framing]\n",
    "d.yml": "parameters: {by: [month, outlet]}\n",
}


@pytest.mark.parametrize("name", GRIDS)
def test_a_grid_is_a_row_a_run_or_every_combination(tmp_path, name, monkeypatch):
    monkeypatch.chdir(ROOT)
    (tmp_path / name).write_text(GRIDS[name])
    plans = batch.plans(["ukraine-territory"], tmp_path, tmp_path / name, ["50_wording"])
    assert [plan.parameters for plan in plans] == [{"by": "month"}, {"by": "outlet"}]
    assert [plan.out.name for plan in plans] == [plan.name for plan in plans]
    assert all(plan.name.endswith(f"by={plan.parameters['by']}") for plan in plans)
    assert plans[0].values["50_wording"]["by"] == "month"
    assert [len(plan.notebooks) for plan in plans] == [2, 2] if name == "c.yaml" else [1, 1]


def test_values_of_a_grid_are_the_texts_that_stand_there(tmp_path):
    (tmp_path / "a.yaml").write_text("stories: [ukraine-territory]\nparameters: {by: [2025-02-30, no, 010]}\n")
    assert [row["by"] for row in read_grid(tmp_path / "a.yaml")] == ["2025-02-30", "no", "010"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "story,by\nukraine-territory\n", "more or fewer cells"),
        ("a.csv", "story,by\nukraine-territory,month\nukraine-territory,month\n", "two runs are named"),
        ("a.csv", "story,nonsense\nukraine-territory,1\n", "no parameter nonsense"),
        ("a.csv", "story,notebooks\nukraine-territory,99_none\n", "no notebook 99_none"),
        ("a.csv", "story\nnowhere-at-all\n", "is not there"),
        ("a.yaml", "{", "is no YAML"),
        ("a.yaml", "what: 1\n", "neither a list of runs nor a table of"),
        ("a.yaml", "!!python/object/apply:os.system [true]", "neither a list of runs nor a table of"),
        ("a.yaml", "stories: [ukraine-territory]\nparameters: [a, b]\n", "parameters that are no table"),
        ("a.yaml", "- {story: ukraine-territory, by: {a: b}}\n", "a table where a value should be"),
        ("a.yaml", "[]", "names no story"),
        ("a.txt", "", "no .csv and no .yaml"),
    ],
)
def test_a_wrong_grid_is_a_clear_word(tmp_path, capsys, name, text, message):
    (tmp_path / name).write_text(text)
    assert main(["run", "--grid", str(tmp_path / name), "--out", str(tmp_path / "out")]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_no_story_at_all_and_no_grid_are_clear_words(tmp_path, capsys):
    assert main(["run"]) == 2
    assert "names no story" in capsys.readouterr().err
    assert main(["run", "--grid", str(tmp_path / "none.csv")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_name_of_a_run_stays_in_its_folder(tmp_path):
    (tmp_path / "a.csv").write_text(f"story,run\n{SEEDS},../../up\n")
    [plan] = batch.plans([], tmp_path / "out", tmp_path / "a.csv", ["30_polls"])
    assert plan.out.parent == tmp_path / "out"
    assert "/" not in plan.name


@pytest.mark.parametrize("write", [batch.write_summary, batch.write_index])
def test_what_sums_up_runs_on_a_full_disk_is_a_clear_word(tmp_path, monkeypatch, write):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(InputError, match=r"^(runs\.csv|index\.html) cannot be written: No space left on device$"):
        write([], tmp_path)
    assert not list(tmp_path.iterdir())


def test_somebody_s_own_runs_csv_is_not_replaced(tmp_path):
    (tmp_path / "runs.csv").write_text("day,kilometres\n")
    with pytest.raises(InputError, match="no summary of runs"):
        batch.write_summary([], tmp_path)
    (tmp_path / "runs.csv").unlink()
    (tmp_path / "index.html").write_text("<title>My garden</title>\n")
    for write in (batch.write_summary, batch.write_index):
        with pytest.raises(InputError, match="no summary of runs"):
            write([], tmp_path)


def test_nothing_is_run_where_the_summary_could_not_be_written(tmp_path, small, stories, capsys):
    (tmp_path / "index.html").write_text("<title>My garden</title>\n")
    assert main(["run", str(stories / "good"), str(stories / "bad"), "--out", str(tmp_path)]) == 2
    assert "no summary of runs" in capsys.readouterr().err
    assert not (tmp_path / "good").exists()


def test_the_index_escapes_what_runs_are_called_and_leads_to_what_is_kept_of_failed_ones(tmp_path, failing):
    story = tmp_path / "a & <b>%23'"
    story.mkdir()
    (story / "a.txt").write_text("The council met on Tuesday to vote on the bridge. " * 5)
    plans = batch.plans([story], tmp_path / "out")
    ended = [batch.summed(done) for done in batch.runs(plans)]
    made = batch.write_index(ended, tmp_path / "out").read_text(encoding="utf-8")
    assert "<b>" not in made
    assert "<script" not in made
    page = html.fromstring(made)
    [href] = page.xpath("//tbody//a/@href")
    assert (tmp_path / "out" / unquote(href)).name == "10_fails.html"
    assert (tmp_path / "out" / unquote(href)).is_file()
    assert "a & <b>%23'" in page.xpath("//tbody")[0].text_content()
    assert "ZeroDivisionError" in page.xpath("//tbody")[0].text_content()


def test_an_interrupted_run_says_so_and_leaves_nothing(tmp_path):
    command = [sys.executable, "-m", "cuttings.cli", "run", str(SEEDS), "--out", str(tmp_path / "run")]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    wait_for(lambda: list(tmp_path.glob(".run.partial-*")), process)
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted; nothing was left half-written" in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []
