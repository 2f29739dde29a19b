# `make demo` and `make test` do all their own set-up in .venv; nothing else is touched.

# The newest Python of those that spaCy supports and that can make an environment with pip in it.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	if $$name -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; \
	then command -v $$name; break; fi; done)
BIN = .venv/bin
READY = .venv/.ready

.PHONY: demo test lint types imports docs lock clean

demo: $(READY)
	@rm -f build/demo.db build/demo.db-*; mkdir -p build
	$(BIN)/newsclaim ingest --db build/demo.db
	$(BIN)/newsclaim quotes --db build/demo.db --speaker Austin
	$(BIN)/newsclaim compare --db build/demo.db troop-counts

test: lint types imports
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

# Exact versions and hashes of everything, for all supported Pythons; needs uv (pip install uv).
lock:
	uv pip compile pyproject.toml --group dev --extra all --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --output-file requirements.lock

clean:
	rm -rf .venv build dist

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "newsclaim needs Python 3.11, 3.12 or 3.13 with venv and pip (on Debian: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	@touch $(READY)

docs: $(READY)
	$(BIN)/python -m typer newsclaim.cli.app utils docs --name newsclaim --output docs/commands.md
	$(BIN)/python docs/dictionary.py
	$(BIN)/python docs/demo.py
