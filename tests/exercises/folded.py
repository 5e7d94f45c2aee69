"""What of a note can be seen."""

from __future__ import annotations

from html.parser import HTMLParser


class Folded(HTMLParser):
    """What of a page can be seen, and what is folded away."""

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.folded, self.summaries = [], "", "", []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        assert tag not in {"script", "button", "input"}
        assert not (tag == "details" and "open" in dict(attributes))
        if tag == "summary":
            self.summaries.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        if "summary" in self.open:
            self.summaries[-1] += text
        elif "details" in self.open:
            self.folded += text
        else:
            self.seen += text
