"""What the pages need beyond Jupyter Book: a Sphinx extension.

Each concern is a file beside this one; here they are connected.
"""

from __future__ import annotations

import os

import absent_chapters
import addresses
import chapter_table
import folded
import font_licences
import formulas
import glossary
import icon_fonts
import launch_buttons
import left_out
import markup
import maths_font
import names
import no_thebe
import notebook_cache
import page_scripts
import pictures
import plain_widgets
import search_index
import style_sheet
import widget_code
import word_index
from python import in_pages


def setup(app):
    os.environ["TQDM_DISABLE"] = "1"  # no progress bars on the pages
    app.connect("config-inited", notebook_cache.key_cache_by_package)
    app.connect("config-inited", launch_buttons.point_launch_buttons)
    app.connect("config-inited", names.tell_pages)
    app.connect("config-inited", no_thebe.silence_thebe)
    app.connect("missing-reference", absent_chapters.as_text)
    app.connect("doctree-read", plain_widgets.keep_plain_html)
    addresses.connect(app)
    chapter_table.connect(app)
    folded.connect(app)
    font_licences.connect(app)
    formulas.connect(app)
    glossary.connect(app)
    pictures.connect(app)
    search_index.connect(app)
    style_sheet.connect(app)
    word_index.connect(app)
    for change in (
        no_thebe.drop_styles,
        widget_code.share_widget_code,
        markup.mend,
        page_scripts.choose_scripts,
    ):
        app.connect("html-page-context", change, priority=900)
    for change in (
        maths_font.write_font,
        icon_fonts.cut_fonts,
        left_out.leave_out,
    ):
        app.connect("build-finished", change, priority=900)
    in_pages.connect(app)
    return {
        "env_version": 3,  # another number reads every page anew
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
