# make run: everything on this machine, with demonstration data.  make test: everything that can be checked here.

PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet

.PHONY: run test check format lock campaign benchmark secrets

run: .venv/installed
	$(BIN)/ansvarskarta start

test:
	$(PYTHON) tests/run.py

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) tests/run.py --install-only
	@touch $@

check:
	$(PYTHON) tests/run.py --check-only

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group build --group dev --extra py2neo --constraint requirements.lock --output-file requirements-dev.lock

campaign:
	ANSVARSKARTA_GRAPHS=$(or $(GRAPHS),5000) $(BIN)/pytest tests/queries/test_against_reference.py

benchmark:
	$(BIN)/python -m benchmarks.run

# The folder keeps others out; the files are readable in containers, which run as users of their own.
secrets:
	@mkdir -p secrets && chmod 700 secrets && umask 022 && \
	test -e secrets/neo4j_password || { \
	  $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(24), end="")' > secrets/neo4j_password && \
	  printf 'neo4j/%s' "$$(cat secrets/neo4j_password)" > secrets/neo4j_auth; }
	@echo 'The passwords are in secrets/, a folder that you alone can open; git ignores it.'
