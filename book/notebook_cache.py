"""Notebooks run again when the package that they import has changed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


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
