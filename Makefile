# make run    reads the seed articles, runs the notebooks, writes outputs/ukraine-territory/
# make test   lint, types, tests and the stored outputs of the notebooks
# make lab    JupyterLab on the notebooks
# make browser  what the tests in a browser need beside Chromium; without both they are skipped
# make pictures  the pictures of the README, from the notebooks and in Chromium
# Each sets up .venv first, with uv where it is installed and with pip otherwise.

PYTHON ?= python3
STORY ?= seeds/ukraine-territory
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: run test lab browser pictures check setup notebooks reference requirements clean
.DEFAULT_GOAL := run

run: setup
	$(BIN)/cuttings run $(STORY)

test: check
	$(BIN)/pytest

check: setup
	$(BIN)/ruff check lib tests notebooks
	$(BIN)/ruff format --check lib tests notebooks
	$(BIN)/mypy

lab: setup
	$(BIN)/jupyter lab $(LAB) notebooks

browser: setup
ifneq ($(UV),)
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python -e '.[browser]'
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[browser]'
endif

pictures: browser
	$(BIN)/python tests/browser/pictures.py

notebooks: setup
	$(BIN)/cuttings refresh notebooks
	$(BIN)/python tests/browser/pictures.py --figures

reference: setup
	$(BIN)/cuttings reference --out lib/REFERENCE.md

setup: .venv/ready

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info[:2] >= (3, 11) else "Cuttings needs Python 3.11 or newer; $(PYTHON) is %d.%d. Try: make PYTHON=python3.12" % sys.version_info[:2])'
ifneq ($(UV),)
	$(UV) venv --quiet --clear --python $(PYTHON) .venv
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python -r requirements.txt
else
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -r requirements.txt
	@$(BIN)/python -m compileall -q -j 0 .venv/lib >/dev/null 2>&1 || true  # pip compiles one file at a time
endif
	@touch $@

# Writes requirements.txt anew from pyproject.toml: the newest versions that fit, for every supported Python.
requirements:
	$(PYTHON) -m venv .venv-compile
	.venv-compile/bin/python -m pip install --quiet --disable-pip-version-check uv
	@echo '# Made by "make requirements" from pyproject.toml; do not edit.' > requirements.txt
	.venv-compile/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --extra dev \
	  --upgrade --no-emit-index-url --no-annotate --no-header >> requirements.txt
	@echo '-e .' >> requirements.txt
	rm -rf .venv-compile

clean:
	rm -rf .venv .venv-compile .mypy_cache .ruff_cache .pytest_cache
