# The one front door. Each target sets up what it needs first; the second time that costs
# nothing. uv is used where it is installed, venv and pip where not.

PORT ?= 8501
ADDRESS ?= 127.0.0.1
PYTHON ?=
JOBS ?= 2
PROCESSES ?=
export ADDRESS CONTENT PORT PROCESSES PYTHON

python := .venv/bin/python
compile := uv pip compile -q pyproject.toml --universal --python-version 3.11 \
	--no-annotate --no-header

.DEFAULT_GOAL := help
.PHONY: help setup cluster tools run serve test test-real test-lowest check format bench pins clean

help:  ## list what one can do here
	@sed -n 's/^\([a-z-]*\):.*## /\1 /p' Makefile | while read -r target text; do \
		printf '  make %-12s %s\n' "$$target" "$$text"; done

setup:  ## prepare .venv for the dashboard (with PYTHON=python3.12)
	@sh setup/environment.sh requirements.txt

cluster: setup  ## add to .venv what object stores and Dask need: docs/scaling.md
	@sh setup/environment.sh requirements-cluster.txt

tools:  ## prepare .venv for tests and checks as well
	@sh setup/environment.sh requirements-dev.txt

run: setup  ## show the dashboard (CONTENT=DIR PORT=N; ADDRESS=0.0.0.0 for others too)
	@$(python) -m setup.port
	@set --; \
	case "$$CONTENT" in \
		"") ;; \
		"~/"*) set -- --content "$$HOME/$${CONTENT#??}" ;; \
		*) set -- --content "$$CONTENT" ;; \
	esac; \
	exec $(python) -m setup.run --server.address "$$ADDRESS" --server.port "$$PORT" \
		-- "$$@"

serve: setup  ## show it to dozens of readers: PROCESSES=N of it, behind haproxy
	@$(python) -m setup.port
	@exec $(python) -m setup.serve

test: tools  ## run all tests: first side by side, then those in a real browser
	@sh setup/browser.sh
	@status=0; \
	$(python) -m pytest -n $(JOBS) --dist loadgroup -m "not journey" || status=$$?; \
	$(python) -m pytest -m journey || status=$$?; \
	exit $$status

test-real: tools  ## run what needs real corpora (BROADSHEET_CORPORA=DIR:DIR)
	$(python) -m pytest -n $(JOBS) --dist loadgroup -m "real and not journey"

test-lowest:  ## run loaders and measures with the oldest versions that pyproject allows
	@sh setup/lowest.sh
	build/lowest/bin/python -m pytest -n $(JOBS) --dist loadgroup -m "not journey" \
		tests/loaders tests/measures tests/charts tests/content

check: tools  ## verify format, lint, spelling and types
	$(python) -m ruff format --check
	$(python) -m ruff check
	$(python) -m codespell_lib
	$(python) -m mypy

format: tools  ## put the code in order
	$(python) -m ruff format
	$(python) -m ruff check --fix

bench: tools  ## measure the figures that the program is measured by (QUICK=1: small)
	$(python) -m tests.benchmarks $(if $(QUICK),--quick)

pins:  ## choose the newest versions that pyproject.toml allows (needs uv)
	$(compile) --upgrade --all-extras -o requirements-dev.txt
	$(compile) --extra cluster -c requirements-dev.txt -o requirements-cluster.txt
	$(compile) -c requirements-dev.txt -o requirements.txt

clean:  ## remove what all of this made
	rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
