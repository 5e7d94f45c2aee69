"""LaTeX becomes MathML when the book is built, so no page needs a script.

Browsers draw MathML and screen readers read it. The LaTeX stays inside, as an
annotation, for who copies a formula.
"""

from __future__ import annotations

import html
import re

from docutils import nodes
from math_core import LatexError, LatexToMathML
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

LOGGER = logging.getLogger(__name__)
CONVERTER = LatexToMathML(
    annotation=True,
    fancy_error=False,
    macros={"ldots": "…", "dots": "…"},  # one sign, evenly spaced
)
# The converter has no word for the space that may be asked for after a line.
LINE_SPACE = re.compile(r"\\\\\[[\w.]+\]")
# Over a letter the first would stand to the left, since it combines.
LOW_LINE, OVERLINE = "\u0332", "\u203e"
# Sphinx writes the number of an equation; a starred environment has none.
NUMBERED = re.compile(r"\\(begin|end)\{(align|equation|gather|multline)\}")


def connect(app):
    app.add_html_math_renderer("mathml", (visit, None), (visit_block, None))


def mathml(latex: str, *, block: bool) -> str:
    """The MathML of a formula."""
    latex = LINE_SPACE.sub(r"\\\\", latex.strip())
    latex = NUMBERED.sub(r"\\\1{\2*}", latex)
    if r"\\" in latex and r"\begin" not in latex:
        latex = rf"\begin{{aligned}}{latex}\end{{aligned}}"
    converted = CONVERTER.convert_with_local_state(latex, displaystyle=block)
    return converted.replace(LOW_LINE, OVERLINE)


def convert(node: nodes.Element, *, block: bool) -> str:
    try:
        return mathml(node.astext(), block=block)
    except LatexError as problem:
        LOGGER.warning(
            "This formula cannot be shown: %s\n%s",
            node.astext(),
            problem,
            location=node,
        )
        return html.escape(node.astext())


def visit(translator, node):
    translator.body += [
        translator.starttag(node, "span", "", CLASS="math"),
        convert(node, block=False),
        "</span>",
    ]
    raise nodes.SkipNode


def visit_block(translator, node):
    """A formula that is too wide for the page scrolls; its number does not."""
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    if node["number"]:
        number = get_node_equation_number(translator, node)
        translator.body.append(f'<span class="eqno">({number})')
        translator.add_permalink_ref(node, "Link to this equation")
        translator.body.append("</span>")
    translator.body += [
        '<div class="formula">',
        convert(node, block=True),
        "</div></div>\n",
    ]
    raise nodes.SkipNode
