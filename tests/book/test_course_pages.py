"""The Sphinx glue: launch buttons, the cache key, the script list."""

import subprocess
from types import SimpleNamespace

import launch_buttons
import notebook_cache
import pytest


def repository_from(remote, tmp_path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    command = ["git", "-C", tmp_path, "remote", "add", "origin", remote]
    subprocess.run(command, check=True)
    return launch_buttons.github_repository(environ={}, root=tmp_path)


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/ada/back.prop",
        "https://github.com/ada/back.prop.git",
        "https://github.com/ada/back.prop/",
        "https://ada:secret@github.com/ada/back.prop.git",
        "git@github.com:ada/back.prop.git",
        "ssh://git@github.com/ada/back.prop.git",
    ],
)
def test_buttons_point_at_the_git_remote_without_its_password(remote, tmp_path):
    expected = "https://github.com/ada/back.prop"
    assert repository_from(remote, tmp_path) == expected


@pytest.mark.parametrize(
    "remote",
    [
        "https://example.org/ada/backprop.git",
        "https://notgithub.com/ada/backprop",
        "https://example.org/github.com/ada/backprop",
        "/a/folder",
    ],
)
def test_no_buttons_for_other_hosts(remote, tmp_path):
    assert repository_from(remote, tmp_path) is None


def test_no_buttons_without_a_remote_or_a_repository(tmp_path):
    assert launch_buttons.github_repository(environ={}, root=tmp_path) is None


def test_ci_names_the_fork(tmp_path):
    environ = {"GITHUB_REPOSITORY": "teacher/fork"}
    found = launch_buttons.github_repository(environ=environ, root=tmp_path)
    assert found == "https://github.com/teacher/fork"


@pytest.mark.parametrize("repository", ["https://github.com/a/b", None])
def test_launch_options_follow_the_repository(monkeypatch, repository):
    monkeypatch.setattr(launch_buttons, "github_repository", lambda: repository)
    config = SimpleNamespace(html_theme_options={"show_toc_level": 2})
    launch_buttons.point_launch_buttons(None, config)
    options = config.html_theme_options
    assert options["show_toc_level"] == 2
    assert options["repository_url"] == (repository or "")
    assert bool(options["launch_buttons"]) == bool(repository)
    assert "executablebooks" not in str(options)


def test_changing_the_package_changes_the_cache(monkeypatch, tmp_path):
    package = tmp_path / "nnfs_course"
    package.mkdir()
    monkeypatch.setattr(notebook_cache, "ROOT", tmp_path)
    app = SimpleNamespace(outdir=tmp_path / "_build" / "html")
    paths = []
    for text in ("x = 1", "x = 1", "x = 2"):
        (package / "value.py").write_text(text)
        config = SimpleNamespace()
        notebook_cache.key_cache_by_package(app, config)
        paths.append(config.nb_execution_cache_path)
    assert paths[0] == paths[1] != paths[2]
