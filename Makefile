# make        sets up whatever is missing and builds every piece into out/
# make check  sets up and runs what is quick: lint, types and the fast tests
# make test   sets up and runs every check
# Set-up is remembered by a copy of the lock file in .venv: a second run costs next to nothing, and build.py sees at
# a glance whether the environment is the one it was locked for. An environment that cannot be used is made anew.

PYTHON := .venv/bin/python

# A file of tests stays in one process, for what its fixtures make; files go out in the order that tests/conftest.py gives them.
PARALLEL := --numprocesses auto --dist loadfile --no-loadscope-reorder

# Says which step runs and, when it fails, which one stopped the run.
define step
	@printf '\n== %s\n' '$(1)'
	@$(2) || { code=$$?; printf '\n== %s failed: nothing after it was run\n' '$(1)' >&2; exit $$code; }
endef

# Of another Python than the project's own; and what Python has compiled is kept, or each process of the tests compiles all of them.
unexport PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE

.PHONY: build check test docs site lock clean help environment development libraries readers
.NOTPARALLEL:

build: environment libraries  ## set up what is missing and build every piece into out/ (the default)
	@$(PYTHON) build.py

check: development libraries  ## set up, then lint, format, types and the fast tests, for between two changes
	$(call step,ruff check,$(PYTHON) -m ruff check)
	$(call step,ruff format,$(PYTHON) -m ruff format --check)
	$(call step,mypy,$(PYTHON) -m mypy)
	$(call step,pytest,$(PYTHON) -m pytest $(PARALLEL) -m 'not slow')

test: development libraries readers  ## set up, then lint, format, types and all tests
	$(call step,ruff check,$(PYTHON) -m ruff check)
	$(call step,ruff format,$(PYTHON) -m ruff format --check)
	$(call step,mypy,$(PYTHON) -m mypy)
	$(call step,pytest,$(PYTHON) -m pytest $(PARALLEL))

docs: environment  ## make the pictures and the list of codes in docs/ anew from the program
	@$(PYTHON) docs/draw_architecture.py
	@$(PYTHON) -m docs.make_codes

site: development  ## make a site of README, docs/ and what else is written, into site/
	@$(PYTHON) -m docs.make_site

lock:  ## write both lock files; LOCK_FLAGS=--upgrade takes newer versions
	@sh .ci/setup environment
	@$(PYTHON) -m uv --version >/dev/null 2>&1 || $(PYTHON) -m pip install --quiet --disable-pip-version-check uv
	$(PYTHON) -m uv $(COMPILE) --output-file requirements.lock
	$(PYTHON) -m uv $(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

# --no-config: what a machine says about its package index must not reach a lock file.
COMPILE = pip compile pyproject.toml --quiet --no-config --universal --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make lock' $(LOCK_FLAGS)

clean:  ## remove what was built and every cache; .venv stays
	rm -rf out site .mypy_cache .pytest_cache .ruff_cache
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## list these targets
	@awk -F ':.*  ## ' '/^[a-z]+:.*  ## / { printf "make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

environment:
	@sh .ci/setup environment requirements.lock

# The development lock holds all of the other, at the same versions.
development:
	@sh .ci/setup environment requirements-dev.lock

libraries:
	@sh .ci/setup libraries

readers:
	@sh .ci/setup readers
