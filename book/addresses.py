"""What a page says about itself to others: its address, a description, a card.

Where the book is published follows from the repository, as the launch buttons
do. Without an address there is no canonical link, no sitemap and no card.
"""

from __future__ import annotations

import html
import os
import re
import textwrap
from pathlib import Path

import launch_buttons
from docutils import nodes
from search_index import said

REPOSITORY = re.compile(r"https://github\.com/([^/]+)/(.+)")
LONGEST = 200


def connect(app):
    app.connect("config-inited", say_where_it_is)
    app.connect("html-page-context", describe, priority=950)
    app.connect("build-finished", write_sitemap, priority=700)


def say_where_it_is(app, config):
    """Its address; and its date, which is that of the last commit."""
    repository = launch_buttons.github_repository()
    config.html_baseurl = config.html_baseurl or pages_of(repository) or ""
    config.html_additional_pages |= {"404": "404.html"}
    committed = launch_buttons.git("log", "-1", "--format=%ct")
    if committed:
        os.environ.setdefault("SOURCE_DATE_EPOCH", committed)


def pages_of(repository: str | None) -> str | None:
    """Where GitHub Pages publishes a repository, with a slash at the end."""
    found = REPOSITORY.fullmatch(repository or "")
    if not found:
        return None
    host = f"{found[1].lower()}.github.io"
    own = found[2].lower() == host
    return f"https://{host}/" + ("" if own else f"{found[2]}/")


def first_sentences(doctree) -> str:
    """The first paragraph of prose, cut after a sentence or a word."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = said(paragraph)
        if isinstance(paragraph.parent, nodes.section) and len(text) > 40:
            break
    else:
        return ""
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    end = cut.rfind(". ")
    return cut[: end + 1] if end > 40 else cut.rsplit(" ", 1)[0] + " …"


def describe(app, pagename, templatename, context, doctree):
    title = re.sub("<[^>]*>", "", context.get("title") or "")
    about = {"og:site_name": app.config.html_title, "og:type": "article"}
    about["og:title"] = html.unescape(title) or app.config.html_title
    if doctree is not None and (text := first_sentences(doctree)):
        about |= {"description": text, "og:description": text}
    base = context["html_baseurl"] = app.config.html_baseurl
    if base and doctree is not None:
        about["og:url"] = base + app.builder.get_target_uri(pagename)
        about["og:image"] = f"{base}_static/cards/{card_name(pagename)}"
        about["twitter:card"] = "summary_large_image"
        draw_card(app, pagename, about["og:title"])
    context["metatags"] = context.get("metatags", "") + "".join(
        f'\n<meta {"property" if key.startswith("og:") else "name"}="{key}" '
        f'content="{html.escape(value)}" />'
        for key, value in about.items()
    )


def card_name(pagename: str) -> str:
    return pagename.replace("/", "-") + ".png"


def draw_card(app, pagename: str, title: str):
    """The picture that others show beside a link to a page."""
    from matplotlib.figure import Figure

    name = app.config.html_title
    figure = Figure(figsize=(12, 6.3), dpi=100, facecolor="#6d28d9")
    write = dict(x=0.07, color="white", parse_math=False)
    lines = textwrap.fill(title, 20)
    figure.text(y=0.55, s=lines, size=52, weight="bold", va="center", **write)
    if name != title:
        figure.text(y=0.1, s=name, size=26, **write)
    folder = Path(app.outdir) / "_static" / "cards"
    folder.mkdir(parents=True, exist_ok=True)
    figure.savefig(
        folder / card_name(pagename),
        facecolor=figure.get_facecolor(),
        pil_kwargs={"optimize": True},
    )


def write_sitemap(app, exception):
    base = app.config.html_baseurl
    if exception or app.builder.format != "html" or not base:
        return
    entries = "".join(
        f"<url><loc>{html.escape(base + app.builder.get_target_uri(name))}"
        "</loc></url>\n"
        for name in sorted(app.env.found_docs)
    )
    (Path(app.outdir) / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}</urlset>\n",
        encoding="utf-8",
    )
