"""The project's own promises about its files: layout, data with origins, words that no reader outside understands."""

import ast
import csv
import hashlib
import re
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS

TOP = {"README.md", "requirements.txt", "notebooks", "seeds", "lib", "outputs", "tests"}
STANDARD = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "pyproject.toml",
    ".ci",
    ".gitattributes",
    ".gitignore",
}
LOOKUPS = sorted((ROOT / "lib/cuttings/lookups").rglob("*.csv"))
MODULES = sorted((ROOT / "lib/cuttings").rglob("*.py"))


def tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    return listed.stdout.splitlines()


def test_the_top_level_is_the_agreed_one():
    assert {Path(name).parts[0] for name in tracked()} <= TOP | STANDARD


def test_seeds_are_as_they_came():
    with (SEEDS / "ORIGINS.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len([row for row in rows if row["file"].endswith(".txt")]) == 5
    for row in rows:
        assert hashlib.sha256((SEEDS / row["file"]).read_bytes()).hexdigest() == row["sha256"], row["file"]


@pytest.mark.parametrize("path", LOOKUPS, ids=lambda path: path.stem)
def test_every_row_of_a_lookup_has_its_origin(path):
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert rows
    assert all(row["origin"].strip() for row in rows)
    for row in rows:
        if "pattern" in row:
            re.compile(row["pattern"])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT / "lib").as_posix())
def test_modules_stay_readable(path):
    """A function fits a glance and a module a few screens; tables.py is a list of tables."""
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 300 or path.name == "tables.py"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            doc = len((ast.get_docstring(node) or "").splitlines())
            assert node.end_lineno - node.lineno + 1 - doc <= 40, f"{path.name}: {node.name}"


def test_no_path_is_patched_in_and_no_machine_named():
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".py", ".ipynb", ".md", ".toml", ".txt"} and not name.startswith(
            ("seeds/", "tests/test_structure")
        ):
            text = path.read_text(encoding="utf-8")
            for word in ("sys.path", "/home/", "/root/", "/tmp/"):
                assert word not in text, f"{name}: {word}"
