"""Edit and run the code cells of a built page, as a reader does."""

from __future__ import annotations

import re

from tests.pages import open_page, to_mode

ENDED = """number => ["done", "error", "stopped"].includes(
    document.querySelector(`[data-cell="${number}"]`).dataset.state)"""
# All live figures and questions of the page are there.
DRAWN = """() => [...document.querySelectorAll("script[type*=widget-view]")]
    .every(view => view.nextElementSibling?.hasChildNodes())"""
# Everything is opened, also what waits for a prediction.
UNFOLD = """() => {
    document.querySelectorAll("details").forEach(d => d.open = true);
    document.querySelectorAll("button[data-show]").forEach(b => b.click());
}"""
SCRATCH = "scratch"  # the reader's own cell


class Chapter:
    """A chapter's page, opened from disk with the network cut."""

    def __init__(self, browser, book, name, **how):
        self.page = open_page(browser, book, f"chapters/{name}.html", **how)
        self.page.wait_for_function(DRAWN)
        self.page.evaluate(UNFOLD)

    def cell(self, number):
        return self.page.locator(f'[data-cell="{number}"]')

    def write(self, number, text):
        """Replace the text of a cell, by the keyboard."""
        self.cell(number).locator("[data-editor]").focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def run(self, number=SCRATCH, text=None, seconds=60):
        """Run a cell to its end; return its state."""
        if text is not None:
            self.write(number, text)
        self.cell(number).locator("[data-run]").click()
        self.page.wait_for_function(
            ENDED, arg=str(number), timeout=1000 * seconds
        )
        return self.cell(number).get_attribute("data-state")

    def reset(self, *numbers):
        for number in numbers:
            self.cell(number).locator("[data-reset]").click()

    def to_mode(self, mode):
        """Light or dark, as the system says."""
        to_mode(self.page, mode)

    def output(self, number=SCRATCH):
        return self.cell(number).locator("[data-output]").inner_text()

    def status(self, number=SCRATCH):
        return self.cell(number).locator(".cell-status").inner_text()

    def number_of(self, exercise):
        found = self.page.locator(f'[data-check="{exercise}"]')
        return found.get_attribute("data-cell")

    def numbers(self, role="code", containing=""):
        """The cells of a role whose code contains this."""
        return self.page.evaluate(
            """([role, text]) =>
            [...document.querySelectorAll(`[data-role="${role}"]`)]
                .filter(c => c.querySelector("pre").textContent.includes(text))
                .map(c => c.dataset.cell)""",
            [role, containing],
        )

    def python(self):
        """off, loading, ready, running or failed."""
        return self.page.evaluate("document.documentElement.dataset.python")


def without_times(text):
    """A status line, with any time replaced."""
    return re.sub(r"[\d.]+ m?s$", "TIME", text)
