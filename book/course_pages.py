"""What the pages need beyond Jupyter Book: a Sphinx extension in five steps.

1. Notebooks run again when the package they import has changed.
2. Launch buttons point at this repository or fork, or are absent.
3. Nothing is asked of another host: no thebe script; MathJax comes from a file,
   and so does the code of the live figures, once for each page.
4. Markup that a screen reader would misread is mended.
5. The theme's 1.5 MB icon script is emptied: its style sheet draws the same
icons.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def setup(app):
    os.environ["TQDM_DISABLE"] = "1"  # no progress bars on the pages
    app.connect("config-inited", key_cache_by_package)
    app.connect("config-inited", point_launch_buttons)
    app.connect("config-inited", silence_thebe)
    app.connect("html-page-context", mend_page, priority=900)
    app.connect("build-finished", finish_assets)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


# --- 1. the notebook cache ---


def key_cache_by_package(app, config):
    """Cache notebooks under a hash of nnfs_course.

    The cache's own key is a notebook's code, so it would keep old outputs when
    only the package changed. Another path also makes Sphinx read every page
    again, which is what is wanted then.
    """
    digest = hashlib.sha256()
    for path in sorted((ROOT / "nnfs_course").rglob("*")):
        if path.suffix in {".py", ".js", ".css"}:
            digest.update(
                path.relative_to(ROOT).as_posix().encode() + path.read_bytes()
            )
    caches = Path(app.outdir).parent / ".jupyter_cache"
    current = caches / digest.hexdigest()[:16]
    for old in caches.glob("*"):
        if old != current:
            shutil.rmtree(old, ignore_errors=True)
    config.nb_execution_cache_path = str(current)


# --- 2. launch buttons ---

# As git writes it: with https, with a password in it, or with ssh.
GITHUB = re.compile(
    r"(?:https://(?:[^/@]+@)?|git@|ssh://git@)github\.com[:/]"
    r"([\w.-]+)/([\w.-]+?)(?:\.git)?/?"
)


def github_repository(environ=os.environ, root: Path = ROOT) -> str | None:
    """https://github.com/owner/name, from CI's environment, else from git."""
    if environ.get("GITHUB_REPOSITORY"):
        server = environ.get("GITHUB_SERVER_URL", "https://github.com")
        address = f"{server}/{environ['GITHUB_REPOSITORY']}"
    else:
        address = _git("remote", "get-url", "origin", root=root)
    found = GITHUB.fullmatch(address)
    return f"https://github.com/{found[1]}/{found[2]}" if found else None


def point_launch_buttons(app, config):
    """Binder, Colab and repository buttons for GitHub; elsewhere none.

    Left alone, Jupyter Book would point them at its own repository.
    """
    repository = github_repository()
    branch = (
        os.environ.get("GITHUB_REF_NAME")
        or _git("branch", "--show-current")
        or "main"
    )
    config.html_theme_options |= {
        "repository_url": repository or "",
        "repository_branch": branch,
        "path_to_docs": "",
        "use_repository_button": bool(repository),
        "use_issues_button": bool(repository),
        "use_edit_page_button": False,
        "launch_buttons": {
            "binderhub_url": "https://mybinder.org",
            "colab_url": "https://colab.research.google.com",
            "notebook_interface": "jupyterlab",
        }
        if repository
        else {},
    }


def _git(*command: str, root: Path = ROOT) -> str:
    try:
        answer = subprocess.run(
            ["git", *command], cwd=root, capture_output=True, text=True
        )
    except FileNotFoundError:  # no git: a downloaded folder
        return ""
    return answer.stdout.strip()


# --- 3 and 4. each page ---

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


def share_code(body: str) -> str:
    """The saved widgets of a page, each kind's module and styles once only.

    Widgets of one kind hold the same two texts. The first one keeps them, and
    assets/figures.js gives them to the others.
    """
    saved = json.loads(body)
    seen = set()
    for model in saved["state"].values():
        for part in ("_esm", "_css"):
            key = (model["state"].get("_anywidget_id"), part)
            if key in seen:
                model["state"].pop(part, None)
            elif part in model["state"]:
                seen.add(key)
    # "<" could end the script element that holds this text.
    return json.dumps(saved).replace("<", "\\u003c")


def silence_thebe(app, config):
    """Jupyter Book always loads sphinx_thebe; this keeps it off the pages.

    It would write another project's address into each, and its script twice.
    """
    for listeners in app.events.listeners.values():
        for listener in list(listeners):
            if listener.handler.__module__.startswith("sphinx_thebe"):
                listeners.remove(listener)


MENDED = (
    # The label says less than the text that it hides.
    (' aria-label="Toggle hidden content"', ""),
    # Roles that docutils writes for bibliographies, and that ARIA does not
    # allow there.
    (' role="doc-biblioentry"', ""),
    (' role="doc-backlink"', ""),
    (' role="list" class="citation-list"', ' class="citation-list"'),
)


def mend_page(app, pagename, templatename, context, doctree):
    context["css_files"] = [
        sheet for sheet in context["css_files"] if "thebe" not in str(sheet)
    ]
    for script in context["script_files"]:
        attributes = getattr(script, "attributes", None) or {}
        if attributes.get("type") == WIDGET_STATE:
            attributes["body"] = share_code(attributes["body"])
    for wrong, right in MENDED:
        if context.get("body"):
            context["body"] = context["body"].replace(wrong, right)


# --- 3 and 5. files beside the pages ---

MATHJAX = (
    "tex-chtml.js",
    "output/chtml/fonts/woff-v2",
)  # 1.5 MB of the package's 24


def finish_assets(app, exception):
    if exception or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    # The package's name has hyphens, so it is found and never imported: it is
    # only data.
    package = Path(
        importlib.util.find_spec("sphinx-mathjax-offline").origin
    ).parent
    for name in MATHJAX:
        source, target = (
            package / "static" / "mathjax" / name,
            static / "mathjax" / name,
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)
    icons = static / "scripts" / "fontawesome.js"
    if icons.exists():
        icons.write_text("")
