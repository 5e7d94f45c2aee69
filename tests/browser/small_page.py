"""A small page with widgets that ask, as the built book shows them."""

from __future__ import annotations

import json

from nnfs_course.quizzes.widget import Quiz
from tests.conftest import ROOT
from tests.pages import open_page

HOST = """
const { quiz, widgets } = JSON.parse(document.getElementById("data").text);
const blob = new Blob([quiz], { type: "text/javascript" });
const { default: module } = await import(URL.createObjectURL(blob));
for (const [kind, content] of widgets) {
  const values = { kind, content, done: [] };
  const model = { get: (name) => values[name], on() {}, off() {} };
  module.render({ model, el: document.getElementById(content.name ?? kind) });
}
document.documentElement.dataset.done = "true";
"""


def write_page(folder, widgets, body) -> None:
    """body has an element for each widget, with its name as id."""
    css = (ROOT / "book" / "assets" / "course.css").read_text()
    # As the theme has it: it wins over hidden="until-found".
    css += "[hidden] { display: none !important; }"
    data = json.dumps({"quiz": Quiz._esm, "widgets": widgets})
    data = data.replace("<", "\\u003c")
    (folder / "page.html").write_text(
        f"""<!doctype html><html lang="en" data-theme="light"><head>
        <meta charset="utf-8"><title>A page</title>
        <link rel="icon" href="data:,"><style>{css}</style>
        <style>{Quiz._css}</style></head><body><main>{body}</main>
        <script id="data" type="application/json">{data}</script>
        <script type="module">{HOST}</script></body></html>"""
    )


def open_small_page(browser, folder, link="", **options):
    page = open_page(browser, folder, f"page.html{link}", **options)
    page.locator("html[data-done=true]").wait_for()
    return page
