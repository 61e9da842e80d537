"""Every command of the README is run, in its order, in a folder that has what the README speaks of."""

import re
import shlex
import shutil
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT

from cuttings.batch import plan as planning
from cuttings.cli import main

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    \.venv/bin/(.+)$", README, re.M)
TEXT = "A poll found that 58% of voters back the bridge, the institute said on Tuesday, and the mayor agreed. " * 3


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with two stories, a grid, the notebooks, and small ones in their stead for whole runs."""
    place = tmp_path_factory.mktemp("reader")
    for name in ("my-folder", "my-other-folder"):
        (place / name).mkdir()
        (place / name / "a.txt").write_text(TEXT, encoding="utf-8")
        (place / name / "b.csv").write_text(f"body,day\n{TEXT} Twice.,2024-11-05\n", encoding="utf-8")
    [grid] = re.findall(r"```yaml\n(.+?)```", README, re.S)
    (place / "grid.yaml").write_text(grid, encoding="utf-8")
    (place / "notebooks").symlink_to(ROOT / "notebooks")
    (place / "small").mkdir()
    parameters = 'story: str = ""\nout: str = ""\ncolumns: str = ""\nby: str = ""\nvoice: str = ""\nk: int = 0'
    for name in ("40_topics", "50_wording", "60_framing"):
        notebook = nbformat.v4.new_notebook(
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
            cells=[nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]})],
        )
        nbformat.write(notebook, place / "small" / f"{name}.ipynb")
    return place


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_does_what_it_says(place, command, monkeypatch, capsys):
    monkeypatch.chdir(place)
    monkeypatch.setattr(planning, "NOTEBOOKS", place / "small")
    name, *arguments = shlex.split(command)
    if name == "papermill":
        subprocess.run([sys.executable, "-m", "papermill", *arguments], check=True, capture_output=True)
        assert (place / arguments[1]).is_file()
        return
    if arguments[0] == "compare":
        shutil.copytree(place / arguments[1], place / arguments[2], dirs_exist_ok=True)
    assert main(arguments) == 0, capsys.readouterr().err
    if "--out" in arguments:
        assert (place / arguments[arguments.index("--out") + 1]).exists()


def test_there_are_commands_to_run():
    assert len(COMMANDS) >= 15
