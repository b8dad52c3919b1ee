# Everything that a newcomer or a machine types. Each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# The tests start hundreds of processes: what they import is compiled once.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check bench lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1	/' | expand -t 10

run: $(VENV)/.runtime ## start the bot: Telegram with OGP_BOT_TOKEN, the sandbox without
	@exec $(BIN)/ogp-bot run --or-sandbox

# Half of a test's time is waiting: twice as many go side by side as there are processors.
WORKERS = $(shell $(PYTHON) -c 'import os; print(min(8, 2 * (os.cpu_count() or 1)))')

# Side by side, but for what kills at random moments, counts by the clock or draws pictures in a browser.
test: $(VENV)/.development ## run every test
ifdef ARGS
	$(BIN)/pytest $(ARGS)
else
	$(BIN)/pytest --numprocesses=$(WORKERS) --dist=worksteal -m "not kill and not browser"
	$(BIN)/pytest -m "kill or browser"
endif

check: $(VENV)/.development ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.bench ## benchmarks, each beside its baseline in the same run
	$(BIN)/python -m tests.bench $(ARGS)

lock: $(VENV)/.development ## write the dependency locks anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade --extra build -o .ci/runtime.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build --extra dev -c .ci/runtime.lock -o .ci/development.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade --group bench -o .ci/bench.lock

clean: ## remove the environment and caches (never data/)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

# One environment; the stamp says which lock it was filled from.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "ogp-bot needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python has no venv module. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(VENV)/bin/python pyproject.toml .ci/runtime.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/runtime.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.development: $(VENV)/.runtime .ci/development.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/development.lock
	@touch $@

# What others send with, measured beside ours.
$(VENV)/.bench: $(VENV)/.development .ci/bench.lock
	$(PYTHON) -m venv $(VENV)/beside
	$(VENV)/beside/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/bench.lock
	@touch $@
