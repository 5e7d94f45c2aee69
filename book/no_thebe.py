"""No thebe: Jupyter Book would load its script on every page."""

from __future__ import annotations


def silence_thebe(app, config):
    """Jupyter Book always loads sphinx_thebe; this keeps it off the pages.

    It would write another project's address into each, and its script twice.
    """
    for listeners in app.events.listeners.values():
        for listener in list(listeners):
            if listener.handler.__module__.startswith("sphinx_thebe"):
                listeners.remove(listener)


def drop_styles(app, pagename, templatename, context, doctree):
    context["css_files"] = [
        sheet for sheet in context["css_files"] if "thebe" not in str(sheet)
    ]
