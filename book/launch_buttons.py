"""Launch buttons point at this repository or fork, or are absent."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

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
        address = git("remote", "get-url", "origin", root=root)
    found = GITHUB.fullmatch(address)
    return f"https://github.com/{found[1]}/{found[2]}" if found else None


def point_launch_buttons(app, config):
    """Binder, Colab and repository buttons for GitHub; elsewhere none.

    Left alone, Jupyter Book would point them at its own repository.
    """
    repository = github_repository()
    branch = (
        os.environ.get("GITHUB_REF_NAME")
        or git("branch", "--show-current")
        or "main"
    )
    config.html_theme_options |= {
        "repository_url": repository or "",
        "repository_branch": branch,
        "path_to_docs": "",
        "use_repository_button": bool(repository),
        "use_issues_button": bool(repository),
        "use_edit_page_button": bool(repository),
        "launch_buttons": {
            "binderhub_url": "https://mybinder.org",
            "colab_url": "https://colab.research.google.com",
            "notebook_interface": "jupyterlab",
        }
        if repository
        else {},
    }


def git(*command: str, root: Path = ROOT) -> str:
    try:
        answer = subprocess.run(
            ["git", *command], cwd=root, capture_output=True, text=True
        )
    except FileNotFoundError:  # no git: a downloaded folder
        return ""
    return answer.stdout.strip()
