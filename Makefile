# `make run` and `make test` set up everything they need, once. Debian 12; as root or with sudo.
PYTHON := python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --only-binary :all: --require-hashes
COMPILE := $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

.PHONY: run test system requirements clean

run: .venv/run.stamp
	$(BIN)/python main.py demo build/demo

test: .venv/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/basedpyright
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadfile

# Runs each time, for it only looks where nothing is missing.
system:
	@sh installer/debian.sh

.venv/run.stamp: installer/requirements.txt | system
	$(PYTHON) -m venv .venv
	$(PIP) -r $<
	touch $@

.venv/test.stamp: installer/requirements-dev.txt .venv/run.stamp
	$(PIP) -r $<
	touch $@

# Pins the newest versions that fit what is pinned already; hashes of every platform, Windows among them.
requirements: .venv/run.stamp
	$(BIN)/python -m pip install --quiet uv
	cd installer && ../$(COMPILE) requirements.in -o requirements.txt
	cd installer && ../$(COMPILE) requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf .venv build .pytest_cache .ruff_cache .hypothesis .import_linter_cache
