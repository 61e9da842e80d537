"""The project's own promises about its files: layout, data with origins, words that no reader outside understands."""

import ast
import csv
import hashlib
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
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
# Dependencies that no module imports: a kernel, what opens the notebooks, and what another one needs.
UNSEEN = {"ipykernel", "jupyterlab", "lxml-html-clean"}
# Packages that take a moment to load, which only some work needs.
HEAVY = {
    *("IPython", "anywidget", "jinja2", "nbclient", "nbconvert", "nbformat", "onnxruntime", "openpyxl", "papermill"),
    *("py3langid", "scipy.cluster", "scipy.optimize", "scipy.sparse", "scipy.stats", "sklearn", "tokenizers"),
    *("trafilatura", "wordllama", "yaml"),
}


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


def imported(path):
    """The packages that a module imports, at its top or in a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module).partition(".")[0]


def plain(name):
    """The name of a distribution as the packaging rules compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~\[ ]", name)[0]).lower()


def test_what_is_imported_is_a_dependency_and_what_is_a_dependency_is_imported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = set(map(plain, project["dependencies"]))
    extra = {plain(one) for name, some in project["optional-dependencies"].items() if name != "dev" for one in some}
    packages = {name for path in MODULES for name in imported(path)} - set(sys.stdlib_module_names) - {"cuttings"}
    known = packages_distributions()
    found = {name: set(map(plain, known.get(name, [name]))) for name in packages}
    assert not {name for name, given in found.items() if not given & (needed | extra)}
    assert needed - set().union(*found.values()) == UNSEEN


def test_each_dependency_says_what_it_is_for():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if re.match(r'  "[\w.\[\],-]+(?:[<>=]+[\d.]+)?",', line)]
    assert len(listed) > 30
    assert not [line for line in listed if not re.search(r",\s+# \w", line)]


def test_importing_the_package_loads_nothing_heavy_and_warns_of_nothing():
    code = f"import sys, cuttings; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")
