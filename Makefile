# A thin front: each target sets up what is missing, then calls CMake or a program in tools/.
# `make` alone lists them. Where things land: build/<preset>/, the program in build/release/.
#
#   make JOBS=1 …      fewer compilers at a time      make SETUP=no …    install nothing
#   make WERROR=ON …   a warning is an error (CI)     make test FILTER=ledger/   some tests only

JOBS   ?= $(shell nproc 2>/dev/null || echo 2)
SETUP  ?= tools/setup
WERROR ?= OFF
FILTER ?= .

setup = $(if $(filter-out no,$(SETUP)),$(SETUP) $(1),true)

# Configures quietly (the whole talk only when it fails), then builds with ninja's progress.
define build
@mkdir -p build
@cmake --preset $(1) -DHEARSAY_WERROR=$(WERROR) >build/$(1).log 2>&1 || { cat build/$(1).log; exit 1; }
@cmake --build --preset $(1) -j $(JOBS) $(2)
endef

help:  ## this list
	@echo "hearsay reads transfer news and keeps the books of the rumour mill."
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | \
	  awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

build:  ## the program, in build/release/hearsay
	@$(call setup)
	$(call build,release,--target hearsay compiled_knowledge)

demo: build  ## reads demo/ into a fresh ledger and shows the sagas in it
	@tools/demo build/release/hearsay

test:  ## every test, with address and undefined-behaviour sanitizers
	@$(call setup)
	$(call build,asan)
	@ctest --preset asan -j $(JOBS) -R '$(FILTER)'

threads:  ## the whole-program tests, with the thread sanitizer
	@$(call setup)
	$(call build,tsan,--target hearsay)
	@ctest --preset tsan -j $(JOBS) -R '^program/(command|demo|ledger_fault)$$'

lint:  ## format, clang-tidy, layers, sizes, scripts
	@$(call setup,--lint)
	@tools/lint $(JOBS)

format:  ## rewrites the C++ sources in the house's format
	@$(call setup,--lint)
	@tools/format --write

quality: build  ## precision and recall on marked articles
	$(call build,release,--target restore_lines)
	@tools/quality
	@echo && tools/attack --sample 120 --seconds 0.3

bench:  ## speed, memory, and the peers beside us
	@$(call setup,--bench --peers)
	$(call build,release,--target hearsay compiled_knowledge)
	$(call build,release,--target benchmarks restore_lines)
	@tools/bench

fuzz:  ## every fuzz target for 20 seconds (SECONDS_EACH=…)
	@$(call setup,--lint)
	$(call build,fuzz)
	@tools/fuzz

clean:  ## removes build/
	rm -rf build

.PHONY: help build demo test threads lint format quality bench fuzz clean
