# maitred. `make run` serves the demo desk, `make test` proves everything.
.DEFAULT_GOAL := help
CARGO ?= cargo

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "make %-8s %s\n", $$1, $$2 }'

# A release build: what you try is what you would run, with its real speed and size.
# The first one takes some minutes, since SQLite, libpq and OpenSSL are built in.
run: tools ## the demo desk on http://127.0.0.1:8080
	@if $(node); then sh tests/support/portal.sh build; else printf '%s\n' $(portal-left-out); fi
	$(CARGO) run --release -- serve --demo

test: tools lint docs portal ## everything that must hold, on both databases
	@$(postgres) || printf '%s\n' $(left-out)
	$(CARGO) test --doc
	$(run-tests)
	@$(postgres) || printf '%s\n' $(left-out)
	@$(node) || printf '%s\n' $(portal-left-out)

portal: ## the portal, with its own tests
	@if $(node); then sh tests/support/portal.sh test; else printf '%s\n' $(portal-left-out); fi

browse: ## the portal in a browser, against a demo desk
	$(CARGO) build
	sh tests/support/portal.sh browse "$${CARGO_TARGET_DIR:-$(CURDIR)/target}/debug/maitred"

lint: tools ## format and clippy
	$(CARGO) fmt --all --check
	$(CARGO) clippy --all-targets -- -D warnings

docs: tools ## the documentation, private items too
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps --document-private-items

bench: tools ## the figures of benches/, in release
	$(CARGO) bench

fmt: ## put the source in its form
	$(CARGO) fmt --all

# nextest gives each test a process of its own; without it cargo's own runner does.
run-tests = export INSTA_UPDATE=no; if $(CARGO) nextest --version >/dev/null 2>&1; then $(CARGO) nextest run --no-fail-fast; \
	else $(CARGO) test --lib --bins --tests --no-fail-fast; fi

postgres = [ -n "$(MAITRED_TEST_POSTGRES_URL)" ] || sh tests/support/postgres.sh where >/dev/null
left-out = "" \
	"LEFT OUT: the PostgreSQL half of the tests, since $$(sh tests/support/postgres.sh where);" \
	"          SQLite alone is proven. Install PostgreSQL (Debian: apt-get install postgresql) or name" \
	"          a server in MAITRED_TEST_POSTGRES_URL; MAITRED_TEST_POSTGRES=required makes this a failure." ""

node = sh tests/support/portal.sh where >/dev/null
portal-left-out = "" "LEFT OUT: the portal, since $$(sh tests/support/portal.sh where)." ""

tools:
	@missing() { echo "$$1 is missing: $$2" >&2; exit 1; }; \
	there() { command -v "$$1" >/dev/null 2>&1; }; \
	there $(CARGO) || missing Rust "install it from https://rustup.rs (1.95 or newer)"; \
	there cc || missing "A C compiler (cc)" "Debian: apt-get install build-essential"; \
	there perl || missing Perl "OpenSSL is built with it; Debian: apt-get install perl"; \
	$(CARGO) fmt --version >/dev/null 2>&1 || missing rustfmt "rustup component add rustfmt"; \
	$(CARGO) clippy --version >/dev/null 2>&1 || missing clippy "rustup component add clippy"

.PHONY: help run test lint docs portal browse bench fmt tools
