# make book | zip | pdf | test | lab | bench | mutants | notebooks | new-chapter | new-exercise | names | clean
# The first command makes .venv and installs into it; later ones do not install again.

VENV := .venv
PY := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))

# The first Python on the PATH that the pinned packages support. Override: make PYTHON=/path/to/python
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c '$(SUPPORTED)' 2>/dev/null && echo $$p && break; done)

# A virtual environment does not survive a move: in another folder, make it anew.
ifneq ($(shell cat $(INSTALLED) 2>/dev/null),$(CURDIR))
$(shell rm -f $(INSTALLED))
endif

# In a container one is root, and JupyterLab wants to hear that this is meant.
AS_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

.PHONY: book zip pdf test lab bench mutants notebooks new-chapter new-exercise names clean

book: $(INSTALLED)
	@$(VENV)/bin/jupyter-book build . --quiet > /dev/null
	@echo
	@echo "The book is built. Open it in a browser:"
	@echo "  file://$(CURDIR)/_build/html/index.html"

# Two files to hand on: the book, and the book with Python in the page.
zip: book
	@$(PY) book/make_zip.py

# One file to print or to read on paper. It needs a Chromium.
pdf: book
	@$(PY) book/make_pdf.py

test: $(INSTALLED)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(VENV)/bin/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff
	@$(PY) -m pytest -n 2

lab: $(INSTALLED)
	@$(VENV)/bin/jupyter lab $(AS_ROOT) --ServerApp.root_dir="$(CURDIR)" chapters/index.ipynb

bench: $(INSTALLED)
	@# One thread, so that machines can be compared.
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 $(PY) -m bench

# Change one token at a time: do the tests notice? SHARE=1 tries every mutant, and takes hours.
SHARE ?= 0.06
mutants: $(INSTALLED)
	@$(PY) -m tests.mutants --share $(SHARE)
	@$(PY) -m tests.mutants.javascript

# Run chapters top to bottom and store their outputs; do this after changing a chapter.
# make notebooks ONLY="03-cross-entropy index" leaves all other files alone.
notebooks: $(INSTALLED)
	@$(PY) book/run_notebooks.py $(ONLY)

# After changing the course's name in _config.yml, or its version in pyproject.toml.
names: $(INSTALLED)
	@$(PY) book/names.py

# make new-chapter NAME=its-name: all its files, with "FILL IN" where your words belong.
new-chapter: $(INSTALLED)
	@$(PY) book/new/chapter.py "$(NAME)"

# make new-exercise CHAPTER=3 NAME=its-name
new-exercise: $(INSTALLED)
	@$(PY) book/new/exercise.py "$(CHAPTER)" "$(NAME)"

clean:
	rm -rf _build .pytest_cache .ruff_cache .hypothesis

$(INSTALLED): requirements.txt binder/requirements.txt constraints.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python 3.11 to 3.14 on the PATH. Install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c '$(SUPPORTED)' || { echo "$(PYTHON) is not a Python 3.11 to 3.14." >&2; exit 1; }
	@echo "Installing into $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@# Kernels run on this machine only: without this, each says that its local traffic is not encrypted.
	@mkdir -p $(VENV)/etc/ipython
	@echo 'c.IPKernelApp.log_level = "ERROR"' > $(VENV)/etc/ipython/ipython_kernel_config.py
	@echo "$(CURDIR)" > $@
