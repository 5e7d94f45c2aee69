"""Markup that a screen reader would misread is mended."""

from __future__ import annotations

MENDED = (
    # The label says less than the text that it hides.
    (' aria-label="Toggle hidden content"', ""),
    # Roles that docutils writes for bibliographies, and that ARIA does not
    # allow there.
    (' role="doc-biblioentry"', ""),
    (' role="doc-backlink"', ""),
    (' role="list" class="citation-list"', ' class="citation-list"'),
)


def mend(app, pagename, templatename, context, doctree):
    for wrong, right in MENDED:
        if context.get("body"):
            context["body"] = context["body"].replace(wrong, right)
