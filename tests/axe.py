"""What axe has against a page: everything about it in one place."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

# Parts of code and of formulas mean nothing to axe but their colours. Of those
# that look alike, in the same place of the same colours, it sees one.
PASS_OVER = """() => {
    const seen = new Set();
    const dress = it => {
        const style = getComputedStyle(it);
        return style.backgroundColor + style.backgroundImage + style.opacity;
    };
    const parts = ".highlight span, code span, .sig span, math *";
    for (const it of document.querySelectorAll(parts)) {
        it.removeAttribute("data-alike");
        const plain = [...it.attributes].every(({name}) => name === "class");
        if (it.childElementCount || !plain) continue;
        const {color, fontSize, fontWeight} = getComputedStyle(it);
        const worn = [color, fontSize, fontWeight];
        for (let e = it; e; e = e.parentElement) worn.push(dress(e));
        it.toggleAttribute("data-alike", seen.has(worn.join()));
        seen.add(worn.join());
    }
}"""
COLOURS = ["color-contrast", "link-in-text-block"]
# preload: from disk, axe may not read style sheets a second time
OPTIONS = {"preload": False, "resultTypes": ["violations"]}


def faults_by_axe(page, within: str | None = None, rules=()) -> str:
    """The report, or "" if axe finds nothing. Of all rules, or of these."""
    page.evaluate(PASS_OVER)
    context = {"exclude": [["[data-alike]"]]}
    if within:
        context["include"] = [[within]]
    options = OPTIONS | ({"runOnly": rules} if rules else {})
    report = Axe().run(page, context, options)
    return report.generate_report() if report.violations_count else ""
