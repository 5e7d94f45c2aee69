"""Python in the page: every cell and every exercise runs in the built book.

1. `files.toml` pins what a page's Python is made of; `fetch` finds the files.
2. `scripts` turns files into scripts, which a page opened from disk can load.
3. `course` packs the course itself, and what runs inside the page's Python.
4. `cells` gives each code cell of a page its number and its role.
5. `in_pages` connects these to Sphinx.

`worker/` is the Python that runs there; `js/` is what the page itself does.
"""
