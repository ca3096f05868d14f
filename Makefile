# Everything that one does with Stet from its source. `make` alone lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
STET := .build/debug/stet
BENCH := .build/release/stet-bench
STET_CORPORA ?= ../shared
export SWIFT_BACKTRACE ?= enable=no

help: ## List the targets
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: packages build ## See a story go through Stet, on a throw-away database
	@Docs/Examples/demo.sh $(STET)

test: packages lint build-tests ## Run every test on a real PostgreSQL that the tests start
	@Tests/run.sh

build: packages ## Build stet (debug)
	@echo "Building stet (the first time about 6 minutes on two cores)."
	@swift build --product stet

build-tests: packages
	@echo "Building stet and its tests (the first time about 8 minutes on two cores)."
	@swift build --build-tests

lint: ## Check the layout of the source
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## Lay the source out
	@swift format --in-place --recursive --parallel Package.swift Sources Tests

packages: ## Install what is missing from Debian's packages
	@Tests/packages.sh

snapshot: build-tests ## Make SQL/Snapshot.sql anew from the migrations
	@STET_WRITE_SNAPSHOT=1 swift test --skip-build --filter SnapshotTests 2>&1 | tee /dev/stderr | grep -q 'Test run with [1-9].* passed'

docs: build ## Make Docs/CLI.md anew from the commands' help
	@Docs/make-cli.sh $(STET) > Docs/CLI.md

bench-build: packages
	@echo "Building stet-bench (release; the first time about 4 minutes on two cores)."
	@swift build -c release --product stet-bench

accuracy: bench-build ## Measure how right the text engine is, and write Docs/Accuracy.md
	@$(BENCH) accuracy $(STET_CORPORA)/data $(STET_CORPORA)/score --write Docs/Accuracy.md \
		--training Sources/stet-bench/Training/fit_claims.py

conformance: bench-build ## Count the forms of dates that Stet reads as other programs do
	@$(BENCH) conformance $(STET_CORPORA)/data/times

bench: bench-build ## Measure how fast the text engine reads
	@$(BENCH) scan --data $(STET_CORPORA)/data

weights: bench-build ## Fit the weights of claims to annotated stories anew
	@Sources/stet-bench/Training/fit.sh $(BENCH) $(STET_CORPORA)/data/news

fuzz: ## Feed the text engine with mutated drafts, a minute for each target
	@Tests/Fuzz/run.sh

chaos: build-tests ## Kill the service and PostgreSQL 30 times under load, and look what is lost
	@STET_KILLS=30 swift test --skip-build --filter KillTests 2>&1 | tee /dev/stderr | grep -q 'Test run with [1-9].* passed'

races: build-tests ## Let 20,000 edits race approvals, and look what was signed
	@STET_RACES=20000 swift test --skip-build --filter RaceTests 2>&1 | tee /dev/stderr | grep -q 'Test run with [1-9].* passed'

tamper: build-tests ## Tamper 1,000 times with the journal, with every right, and look what is not found
	@STET_TAMPERINGS=1000 swift test --skip-build --filter TamperTests 2>&1 | tee /dev/stderr | grep -q 'Test run with [1-9].* passed'

install: ## Build a release and install it as /usr/local/bin/stet
	swift build -c release --static-swift-stdlib --product stet
	install -m 755 "$$(swift build -c release --static-swift-stdlib --show-bin-path)/stet" /usr/local/bin/stet

.PHONY: help demo test build build-tests lint format packages snapshot docs bench-build accuracy conformance bench weights fuzz
.PHONY: chaos races tamper install
