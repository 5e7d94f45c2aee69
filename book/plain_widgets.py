"""What a widget says in plain HTML stands in the page, too, for who reads it
without scripts."""

from __future__ import annotations

import re

from docutils import nodes

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
NOTEBOOK_LINK = re.compile(r'(href="[\w-]+)\.ipynb"')


def keep_plain_html(app, doctree):
    """After each widget its plain HTML, which only shows without scripts."""
    for bundle in list(doctree.findall(nodes.container)):
        kinds = {part.get("mime_type"): part for part in bundle.children}
        if WIDGET_VIEW in kinds and "text/html" in kinds:
            text = kinds["text/html"].next_node(nodes.raw).astext()
            text = NOTEBOOK_LINK.sub(r'\1.html"', text)
            plain = f"<noscript>{text}</noscript>\n"
            place = bundle.parent.index(bundle) + 1
            bundle.parent.insert(place, nodes.raw("", plain, format="html"))
