"""Which rules of a style sheet some page can use.

A rule goes when it names a class or an id that stands in no page and in no
script. So what scripts write into a page later is kept, too.
"""

from __future__ import annotations

import re

import tinycss2

INNER = {"media", "supports", "layer", "container"}  # at-rules that hold rules
NAMES = re.compile(r'\b(?:class|id)="([^"]*)"')
SCRIPT = re.compile(r"<script\b[^>]*>(.+?)</script>", re.DOTALL)
WORD = re.compile(r"[\w-]+")
# "ansi-" + colour, `note-${kind}`, f"note-{kind}": any end is possible.
BEGINNING = re.compile(r"""([a-zA-Z][\w-]*-)(?:\$?\{|["'`]\s*\+)""")


class Used:
    """The names of classes and ids that pages have, or that scripts make."""

    def __init__(self, pages, scripts):
        self.names, beginnings = set(), set()
        for page in pages:
            for value in NAMES.findall(page):
                self.names.update(value.split())
            scripts = [*scripts, *SCRIPT.findall(page)]
        for script in scripts:
            self.names.update(WORD.findall(script))
            beginnings.update(BEGINNING.findall(script))
        self.beginnings = tuple(beginnings)

    def has(self, name: str) -> bool:
        return name in self.names or name.startswith(self.beginnings)

    def keep(self, rules: list) -> list:
        return [rule for rule in map(self.kept, rules) if rule]

    def kept(self, rule):
        """The rule with those of its selectors that can match, or None."""
        if rule.type == "qualified-rule":
            chosen = [
                s
                for s in selectors(rule.prelude)
                if all(map(self.has, names_in(s)))
            ]
            rule.prelude = [t for s in chosen for t in (*s, COMMA)][:-1]
            return rule if chosen else None
        if rule.type == "at-rule" and rule.lower_at_keyword in INNER:
            inner = tinycss2.parse_rule_list(rule.content or [], True, True)
            rule.content = self.keep(inner)
            return rule if rule.content else None
        return rule


COMMA = tinycss2.parse_one_component_value(",")


def selectors(prelude: list) -> list[list]:
    found = [[]]
    for token in prelude:
        if token == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def names_in(selector: list):
    """What a selector asks for outside of brackets, such as :not(...)."""
    for before, token in zip([None, *selector], selector, strict=False):
        is_class = token.type == "ident" and before == "."
        if is_class or token.type == "hash":
            yield token.value
