# What people do with the registry. `make` alone lists it. Everything is installed into .venv, nothing elsewhere.

PORT ?= 8000
PYTHON = .venv/bin/python
MANAGE = $(PYTHON) manage.py
TEMPLATES = find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2
CHROMIUM = $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

CHECKER = $(and $(shell command -v java),$(shell command -v npm),.venv/markup/node_modules/vnu-jar/build/dist/vnu.jar)

# A set of requirements is installed when the file named after its contents exists.
installed = .venv/$(1).$(firstword $(shell cksum < requirements/$(1).txt)).installed

.PHONY: help run serve test check mutants pictures lint format messages requirements clean
.DELETE_ON_ERROR:

help:
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 22

run: $(call installed,run)  ## open the registry on this machine, http://127.0.0.1:8000/ (or PORT=...)
	@unset SECRET_KEY; $(MANAGE) prepare --port $(PORT) && \
	DJANGO_RUNSERVER_HIDE_WARNING=true exec $(MANAGE) runserver 127.0.0.1:$(PORT)

serve: $(call installed,run) $(if $(SECRET_KEY),,var/secret_key)  ## serve it as in production (PORT, DATABASE_URL, ALLOWED_HOSTS, HTTPS)
	@export DEBUG=false HTTPS="$${HTTPS:-false}" SECRET_KEY="$${SECRET_KEY:-$$(cat var/secret_key)}" \
		ALLOWED_HOSTS="$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1]}"; \
	$(MANAGE) prepare --port $(PORT) && \
	exec .venv/bin/gunicorn gnlc.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 --no-control-socket

test: $(call installed,run) $(call installed,test) $(if $(CHROMIUM),$(call installed,browser)) $(CHECKER)  ## run all tests: SQLite, PostgreSQL, a browser, markup
	@$(PYTHON) tests/run_suites.py

check: $(call installed,run) $(call installed,test) $(call installed,lint)  ## a quick look before a commit: style, and the tests of what changed
	@.venv/bin/ruff format --check --quiet && .venv/bin/ruff check --quiet && .venv/bin/lint-imports --no-cache >/dev/null && $(TEMPLATES) --check {} + && \
	$(PYTHON) tests/run_changed.py

mutants: $(call installed,run) $(call installed,test)  ## put small faults into what changed (MODULES, MOST), and tell which no test notices
	@$(PYTHON) tests/mutants.py $(MODULES) $(if $(MOST),--most $(MOST))

pictures: $(call installed,run) $(call installed,test) $(call installed,browser)  ## take pictures of every kind of page, and tell which changed
	@unset SECRET_KEY; $(PYTHON) tests/pictures.py $(KINDS)

lint: $(call installed,run) $(call installed,test) $(call installed,lint)  ## check style, imports, templates, migrations, translations, settings
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/lint-imports
	$(TEMPLATES) --check {} +
	.venv/bin/djlint --lint --profile=django templates
	DATABASE_URL=sqlite://:memory: $(MANAGE) makemigrations --check --dry-run
	SECRET_KEY=only-for-this-check-a-key-that-guards-nothing-at-all ALLOWED_HOSTS=example.org \
		CONTACT_NAME=Registry CONTACT_EMAIL=registry@example.org \
		$(MANAGE) check --deploy --fail-level WARNING
	$(PYTHON) -m pytest -q tests/test_architecture.py tests/test_translations.py

format: $(call installed,lint)  ## write Python and templates in the common style
	.venv/bin/ruff check --fix-only
	.venv/bin/ruff format
	$(TEMPLATES) {} + || true  # djade fails when it has changed a file

messages: $(call installed,run)  ## bring locale/ up to date with the texts in code and templates
	@command -v xgettext >/dev/null || { echo "gettext is missing; install it, for example: apt install gettext"; exit 1; }
	$(MANAGE) makemessages --locale ar --locale fr --ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*' \
		--add-location file --no-wrap --no-obsolete

requirements: .venv/bin/uv  ## write requirements/*.txt, with hashes, from requirements/*.in
	@for set in run test $(filter-out run test,$(basename $(notdir $(wildcard requirements/*.in)))); do \
		echo "requirements/$$set.txt"; \
		.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
			requirements/$$set.in -o requirements/$$set.txt || exit 1; \
	done
	@npm install --prefix requirements --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --silent

clean:  ## remove what can be made again; the database, uploads and the secret key stay
	rm -rf .venv .ruff_cache .import_linter_cache .hypothesis var/static
	find . -name __pycache__ -prune -exec rm -rf {} +
	find locale -name '*.mo' -delete

.venv/%.installed: | .venv/bin/pip
	@echo "Installing requirements/$(basename $*).txt ..."
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$(basename $*).txt
	@rm -f .venv/$(basename $*).*.installed; touch $@

# The Nu HTML checker, a Java program that comes as an npm package; nothing of the package itself is run.
.venv/markup/%/vnu.jar: requirements/package-lock.json | .venv/bin/pip
	@echo "Installing requirements/package-lock.json ..."
	@mkdir -p .venv/markup; cp requirements/package.json requirements/package-lock.json .venv/markup/
	@npm ci --prefix .venv/markup --ignore-scripts --no-audit --no-fund --silent; touch $@

.venv/bin/uv: | .venv/bin/pip
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check uv

# pip arrives last in a new .venv: without it, the making was interrupted.
.venv/bin/pip:
	@python=$$(for name in python3 python3.13 python3.12 python3.11; do \
		$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done); \
	test -n "$$python" || { echo "Python 3.11 or newer is needed; this machine has: $$(python3 --version 2>&1)"; exit 1; }; \
	$$python -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "$$python cannot make a virtual environment. For example: apt install python3-venv"; exit 1; }; \
	echo "Making .venv with $$($$python --version) ..."; $$python -m venv --clear .venv

var/secret_key: | .venv/bin/pip
	@mkdir -p var; umask 077; $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(48))' > $@
