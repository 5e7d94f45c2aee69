"""The code of the live widgets stands in a page once."""

from __future__ import annotations

import json

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


def share_code(body: str) -> str:
    """The saved widgets of a page, each kind's module and styles once only.

    Widgets of one kind hold the same two texts. The first one keeps them, and
    python/js/widgets.js gives them to the others.
    """
    saved = json.loads(body)
    seen = set()
    for model in saved["state"].values():
        for part in ("_esm", "_css"):
            key = (model["state"].get("_anywidget_id"), part)
            if key in seen:
                model["state"].pop(part, None)
            elif part in model["state"]:
                seen.add(key)
    # "<" could end the script element that holds this text.
    return json.dumps(saved).replace("<", "\\u003c")


def share_widget_code(app, pagename, templatename, context, doctree):
    for script in context["script_files"]:
        attributes = getattr(script, "attributes", None) or {}
        if attributes.get("type") == WIDGET_STATE:
            attributes["body"] = share_code(attributes["body"])
