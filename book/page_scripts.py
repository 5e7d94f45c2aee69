"""A page loads the scripts that it has a use for, and waits for none."""

from __future__ import annotations

import re

# A script, and what a page has that uses it.
USES = {
    "togglebutton.js": r'class="[^"]*\b(?:toggle|dropdown)\b',
    "toggle": r'class="[^"]*\b(?:toggle|dropdown)\b',  # its settings
    "design-tabs.js": r'class="[^"]*\bsd-tab',
    "clipboard.min.js": r'class="[^"]*\bhighlight\b',
    "copybutton.js": r'class="[^"]*\bhighlight\b',
}
AT_ONCE = "documentation_options.js"  # settings that stand in the page follow


def choose_scripts(app, pagename, templatename, context, doctree):
    page = context.get("body") or ""
    chosen = []
    for script in context["script_files"]:
        name = str(getattr(script, "filename", script) or "")
        attributes = getattr(script, "attributes", {})
        code = f"{name} {attributes.get('body', '')}"[:200]
        wanted = [use for part, use in USES.items() if part in code]
        if wanted and not any(re.search(use, page) for use in wanted):
            continue
        if name and AT_ONCE not in name and hasattr(script, "attributes"):
            attributes["defer"] = "defer"
        chosen.append(script)
    context["script_files"] = chosen
