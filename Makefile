# `make run` sets everything up and opens the window; `make test` sets everything up and tests.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
FROZEN := dist/hcpcs-desktop

.DEFAULT_GOAL := help
.PHONY: help run test test-slow install library check format bench relevance dist smoke screenshots lock system-deps clean

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: install ## set everything up and open the window
	$(BIN)/hcpcs-desktop

test: install ## set everything up and run all tests, without a screen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

test-slow: install ## the tests that take minutes: thousands of damaged files, kills at every moment
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m slow

install: library ## set everything up: .venv/bin/hcpcs-desktop with its bundled library

library: $(INSTALLED) ## build the bundled library from the seeds and the files named in LIBRARY
	@$(BIN)/python build_spec/bundle_library.py $(LIBRARY)

$(INSTALLED): requirements.lock pyproject.toml build_spec/set_up.py | system-deps
	$(PYTHON) build_spec/set_up.py
	@touch $@

check: $(INSTALLED) ## lint, check formatting, types and the arrows between the rooms
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(INSTALLED) ## bring the source into shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: install ## measure speed
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m bench -s tests/benchmarks

relevance: $(INSTALLED) ## measure how near the right codes stand to the top
	@$(BIN)/python -m tests.relevance

dist: library ## make the program that needs no Python; LIBRARY="FILE.zip ..." bundles CMS files
	@PYTHON='$(PYTHON)' sh build_spec/system_deps.sh dist
	$(BIN)/python build_spec/freeze.py

smoke: $(INSTALLED) ## start the program that `make dist` made and try it
	$(BIN)/python build_spec/smoke_test.py $(FROZEN)

screenshots: install ## draw the window's states into resources/screenshots
	@PYTHON='$(PYTHON)' sh build_spec/system_deps.sh screenshots
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.screenshots resources/screenshots

lock: | $(INSTALLED) ## pin what pyproject.toml names, with hashes, for all platforms
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --upgrade \
		--no-config --quiet --custom-compile-command 'make lock' --output-file requirements.lock

system-deps: ## install the system libraries that are missing
	@PYTHON='$(PYTHON)' sh build_spec/system_deps.sh

clean: ## remove everything that was made here
	rm -rf .venv build dist resources/library .mypy_cache .ruff_cache .pytest_cache .hypothesis
