"""What runs a chapter's cells inside a page, in place of Jupyter.

`cells` runs a cell, `outputs` sends what it prints and shows, `errors` says
what went wrong, `limits` keeps what a page cannot do from failing oddly,
`groups` puts off what is not loaded yet, `comms` connects live figures.
Everything leaves by one function, `outputs.to_page`.
"""


def start() -> None:
    """Connect to the worker, and make this Python ready for cells."""
    import json

    from js import sendToPage  # from worker.js

    from in_page import cells, outputs

    outputs.to_page = lambda message: sendToPage(json.dumps(message))
    cells.start()
