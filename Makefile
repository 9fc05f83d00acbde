# Two commands on a fresh machine: `make brief` and `make test`. Everything else is for daily work.
.DEFAULT_GOAL := help
BIN := .venv/bin

.PHONY: help setup setup-test brief test check floors evals lock docs clean

help: ## List these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: ## System libraries, fonts, virtual environment
	@sh scripts/setup.sh

setup-test:
	@sh scripts/setup.sh test

brief: setup ## Render the sample week to output/ and print the paths
	@$(BIN)/briefings sample output

test: setup-test check ## The whole test suite, self-contained
	$(BIN)/python -m pytest -n auto -m 'not floors and not evals'

check: setup ## Lint, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

floors: setup-test ## Pinned quality floors on the real sets in $BRIEFINGS_DATA
	$(BIN)/python -m pytest -m floors

evals: setup-test ## Long benchmarks, kills and hostile sets
	$(BIN)/python -m pytest -m evals -s --timeout=3600

docs: setup ## Write the generated reference pages anew
	$(BIN)/python -m briefings.cli.reference docs/reference

lock: setup ## Resolve the dependencies anew
	uv pip compile pyproject.toml --group dev --all-extras --universal --generate-hashes --no-annotate --no-header -q -o requirements.lock

clean: ## Remove what the targets above made
	rm -rf .venv dist output/* .mypy_cache .ruff_cache .import_linter_cache .hypothesis
