# Everything runs in .venv, which is made when it is missing: Python 3.11 or newer, make, and nothing else.

VENV ?= .venv
BIN := $(VENV)/bin
SEED := $(firstword $(wildcard seeds/000_4bc68ef368e049c2.txt seeds/*/000_4bc68ef368e049c2.txt))

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint types docs pages wheel clean

help:
	@echo 'make demo    clean the seed article: the text, its diff, its facts'
	@echo 'make test    run the tests'
	@echo 'make lint    ruff: rules and format'
	@echo 'make types   mypy --strict'
	@echo 'make docs    build the documentation, warnings as errors'
	@echo 'make pages   write the generated pages of the documentation anew'
	@echo 'make wheel   build wheel and sdist into dist/'
	@echo 'make clean   remove what was built; .venv stays'

# A command that is called python3.12 need not run (shims of version managers), and some distributions ship a Python
# without the means to make an environment: each candidate is asked.
$(BIN)/python:
	@for candidate in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	    if $$candidate -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	        exec $$candidate -m venv $(VENV); \
	    fi; \
	done; \
	echo 'make: no Python 3.11 or newer with venv and ensurepip was found' >&2; \
	echo 'make: install one (Debian and Ubuntu: python3 and python3-venv), or name it: make PYTHON=/path/to/python3' >&2; \
	exit 1

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo 'installing cleantext into $(VENV)' >&2
	@$(BIN)/python -m pip install -qq --editable .
	@touch $@

# The groups are read here, since only pip 25.1 and newer knows --group.
$(VENV)/.installed-dev: $(VENV)/.installed
	@echo 'installing the tools of development into $(VENV)' >&2
	@$(BIN)/python -c 'import tomllib; g = tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]; print(*g["dev"], *g["docs"], sep="\n")' > $(VENV)/requirements-dev.txt
	@$(BIN)/python -m pip install -qq --requirement $(VENV)/requirements-dev.txt
	@touch $@

demo: $(VENV)/.installed
	@echo '=== cleantext fix $(SEED)'
	@$(BIN)/cleantext fix --isolated --quiet $(SEED)
	@echo; echo
	@echo '=== cleantext fix --diff $(SEED)'
	@$(BIN)/cleantext fix --isolated --diff $(SEED) || test $$? -eq 1
	@echo
	@echo '=== facts'
	@$(BIN)/python -c 'import sys, pathlib, cleantext; print(cleantext.clean(pathlib.Path(sys.argv[1]).read_bytes().decode()).facts)' $(SEED)

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	@$(BIN)/mypy

docs: $(VENV)/.installed-dev
	@$(BIN)/python docs/generate_rules.py --check
	@$(BIN)/python docs/generate_cli.py --check
	@$(BIN)/sphinx-build --fail-on-warning --keep-going --quiet -b html docs docs/_build/html
	@echo 'built docs/_build/html/index.html'

pages: $(VENV)/.installed-dev
	@$(BIN)/python docs/generate_rules.py
	@$(BIN)/python docs/generate_cli.py

wheel: $(VENV)/.installed-dev
	@rm -rf dist
	@$(BIN)/python -m build --outdir dist . > $(VENV)/build.log 2>&1 || { cat $(VENV)/build.log >&2; exit 1; }
	@ls dist

clean:
	@rm -rf build dist docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find cleantext plugins tests docs benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
