"""What axe has against a page: everything about it in one place."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

COLOURS = ["color-contrast", "link-in-text-block"]
# preload: from disk, axe may not read style sheets a second time
OPTIONS = {"preload": False, "resultTypes": ["violations"]}
STRUCTURE = OPTIONS | {"rules": {name: {"enabled": False} for name in COLOURS}}

# Contrast takes axe most of its time. Of texts that wear the same colours in
# the same size, on the same grounds, it looks at one: it passes over what is
# disabled, and that is what the others say they are while it looks at colours.
HIDE = """() => {
    const grounds = new Map([[null, ""]]);
    const ground = it => {
        if (!grounds.has(it)) {
            const style = getComputedStyle(it);
            const own = [style.backgroundColor, style.backgroundImage];
            own.push(style.opacity, ground(it.parentElement));
            grounds.set(it, own.join());
        }
        return grounds.get(it);
    };
    const seen = new Set();
    const isAlike = it => {
        if (it.childElementCount || it.matches("a, input, textarea")) return;
        const style = getComputedStyle(it);
        if (style.visibility === "hidden") return;
        if (!it.getClientRects().length) return;
        const worn = [style.color, style.fontSize, style.fontWeight];
        worn.push(style.textShadow, ground(it));
        const before = seen.size;
        return seen.add(worn.join()).size === before;
    };
    const all = document.querySelectorAll("body *:not([aria-disabled])");
    // Only then: each change makes the browser compute its styles anew.
    for (const it of [...all].filter(isAlike)) {
        it.ariaDisabled = it.dataset.alike = "true";
    }
}"""
SHOW = """() => {
    for (const it of document.querySelectorAll("[data-alike]")) {
        it.ariaDisabled = null;
        delete it.dataset.alike;
    }
}"""


def faults_by_axe(page, within: str | None = None) -> str:
    """The report, or "" if axe finds nothing."""
    return report(page, within, STRUCTURE) + faults_of_colour(page, within)


def faults_of_colour(page, within: str | None = None) -> str:
    """The same for colours alone: all that the mode changes."""
    page.evaluate(HIDE)
    told = report(page, within, OPTIONS | {"runOnly": COLOURS})
    page.evaluate(SHOW)
    return told


def report(page, within, options) -> str:
    found = Axe().run(page, within, options)
    return found.generate_report() if found.violations_count else ""
