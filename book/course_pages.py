"""What the pages need beyond Jupyter Book: a Sphinx extension.

Each concern is a file beside this one; here they are connected.
"""

from __future__ import annotations

import os

import absent_chapters
import folded
import launch_buttons
import markup
import names
import no_thebe
import notebook_cache
import offline_assets
import plain_widgets
import widget_code
from python import in_pages


def setup(app):
    os.environ["TQDM_DISABLE"] = "1"  # no progress bars on the pages
    app.connect("config-inited", notebook_cache.key_cache_by_package)
    app.connect("config-inited", launch_buttons.point_launch_buttons)
    app.connect("config-inited", names.tell_pages)
    app.connect("config-inited", no_thebe.silence_thebe)
    app.connect("missing-reference", absent_chapters.as_text)
    app.connect("doctree-read", plain_widgets.keep_plain_html)
    folded.connect(app)
    for change in (
        no_thebe.drop_styles,
        widget_code.share_widget_code,
        markup.mend,
    ):
        app.connect("html-page-context", change, priority=900)
    app.connect("build-finished", offline_assets.finish_assets)
    in_pages.connect(app)
    return {
        "env_version": 1,  # another number reads every page anew
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
